//! Which interventions are counted, and how long they lasted.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

use super::definition::InterventionsDefinition;
use super::intervention::Intervention;
use crate::domain::day::Day;

/// How many oddities are listed one by one; all are counted.
const LISTED: usize = 1000;

/// How long an intervention lasted, in days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Spell {
    /// From opening to closing, or to the extraction.
    pub days: u32,
    /// Whether it was closed; else it is censored at the extraction.
    pub closed: bool,
}

/// Why an intervention has no duration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SetAside {
    /// It closed before it opened.
    Negative,
    /// It opened after the extraction.
    AfterExtraction,
    /// It has an offer but no opening day.
    NoOpening,
}

/// What becomes of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Counted, with its duration if it has an offer, or why it has none.
    Counted(Option<Result<Spell, SetAside>>),
    /// The family stands on an earlier line, which is the one counted.
    Duplicate {
        /// That line.
        first: usize,
    },
    /// Contacted outside the period.
    OutsidePeriod,
}

/// A row to look at again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum Oddity {
    /// The family stands twice.
    Duplicate {
        /// The family.
        family: String,
        /// The line left out.
        line: usize,
        /// The line kept.
        first: usize,
    },
    /// No duration can be told.
    SetAside {
        /// The family.
        family: String,
        /// The line.
        line: usize,
        /// Why.
        reason: SetAside,
    },
}

/// What is kept of a family counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    /// Line of the file.
    pub line: u32,
    /// The event: an index into [`Screening::events`].
    pub event: u16,
    /// The offer taken: an index into the definition's offers.
    pub offer: Option<u16>,
}

/// Decides row after row; keeps the families seen, and lists what is odd.
///
/// Memory: about 70 bytes a family.
#[derive(Clone, Debug)]
pub struct Screening {
    extraction: Day,
    period: Option<(Day, Day)>,
    seen: HashMap<Box<str>, Seen>,
    /// Events met, in the order of the file.
    pub events: Vec<String>,
    /// Place of each event in `events`.
    places: BTreeMap<String, u16>,
    /// Rows read.
    pub rows: u64,
    /// Families counted.
    pub families: u64,
    /// Rows left out because their family stands on an earlier line.
    pub duplicates: u64,
    /// Rows left out because they lie outside the period.
    pub outside: u64,
    /// Interventions without a duration, which count in rates.
    pub set_aside: u64,
    /// The first thousand odd rows, in the order of the file.
    pub oddities: Vec<Oddity>,
}

impl Screening {
    /// Begins with no row seen.
    pub fn new(definition: &InterventionsDefinition) -> Self {
        Self {
            extraction: definition.extraction,
            period: definition.period,
            seen: HashMap::new(),
            events: Vec::new(),
            places: BTreeMap::new(),
            rows: 0,
            families: 0,
            duplicates: 0,
            outside: 0,
            set_aside: 0,
            oddities: Vec::new(),
        }
    }

    /// Decides what becomes of the next row.
    pub fn screen(&mut self, row: &Intervention) -> Verdict {
        self.rows += 1;
        let outside = |(first, last): (Day, Day)| row.contact.is_some_and(|day| day < first || day > last);
        if self.period.is_some_and(outside) {
            self.outside += 1;
            return Verdict::OutsidePeriod;
        }
        if let Some(first) = self.seen.get(row.family.as_str()) {
            let first = usize::try_from(first.line).unwrap_or(usize::MAX);
            self.duplicates += 1;
            self.list(Oddity::Duplicate { family: row.family.clone(), line: row.line, first });
            return Verdict::Duplicate { first };
        }
        let seen = Seen {
            line: u32::try_from(row.line).unwrap_or(u32::MAX),
            event: self.event(&row.event),
            offer: row.offer.and_then(|offer| u16::try_from(offer).ok()),
        };
        self.seen.insert(row.family.as_str().into(), seen);
        self.families += 1;
        if row.offer.is_none() {
            return Verdict::Counted(None);
        }
        let spell = self.spell(row);
        if let Err(reason) = spell {
            self.set_aside += 1;
            self.list(Oddity::SetAside { family: row.family.clone(), line: row.line, reason });
        }
        Verdict::Counted(Some(spell))
    }

    /// Returns what is kept of a family, if it was counted.
    pub fn family(&self, family: &str) -> Option<Seen> {
        self.seen.get(family).copied()
    }

    fn event(&mut self, event: &str) -> u16 {
        if let Some(index) = self.places.get(event) {
            return *index;
        }
        // A column of anything else, taken for that of events: those beyond have no name.
        let index = u16::try_from(self.events.len()).unwrap_or(u16::MAX);
        if index < u16::MAX {
            self.places.insert(event.to_owned(), index);
            self.events.push(event.to_owned());
        }
        index
    }

    fn list(&mut self, oddity: Oddity) {
        if self.oddities.len() < LISTED {
            self.oddities.push(oddity);
        }
    }

    fn spell(&self, row: &Intervention) -> Result<Spell, SetAside> {
        Spell::between(row.opening, row.closing, self.extraction)
    }
}

impl Spell {
    /// Tells how long an intervention lasted, as the file knew on the day of the extraction.
    ///
    /// # Errors
    /// It has no duration, and why.
    pub fn between(opening: Option<Day>, closing: Option<Day>, extraction: Day) -> Result<Self, SetAside> {
        let opening = opening.ok_or(SetAside::NoOpening)?;
        if opening > extraction {
            return Err(SetAside::AfterExtraction);
        }
        // What happens after the extraction is not known to the file, whatever it says.
        let closing = closing.filter(|day| *day <= extraction);
        let days = closing.unwrap_or(extraction).since(opening);
        let days = u32::try_from(days).map_err(|_| SetAside::Negative)?;
        Ok(Self { days, closed: closing.is_some() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::DayFormat;
    use crate::domain::settings::Titles;

    fn definition() -> InterventionsDefinition {
        InterventionsDefinition {
            sheet: None,
            file: String::new(),
            dates: DayFormat::YearFirst,
            extraction: Day(100),
            period: Some((Day(0), Day(60))),
            unit: Titles::default(),
            family: String::new(),
            event: String::new(),
            events: Vec::new(),
            outcome: None,
            outcomes: Vec::new(),
            offer: String::new(),
            contact: None,
            opening: String::new(),
            closing: String::new(),
        }
    }

    fn row(family: &str, opening: Option<i32>, closing: Option<i32>) -> Intervention {
        Intervention {
            line: 2,
            family: family.to_owned(),
            event: String::new(),
            outcome: None,
            offer: Some(0),
            contact: Some(Day(10)),
            opening: opening.map(Day),
            closing: closing.map(Day),
        }
    }

    #[test]
    fn a_column_of_anything_taken_for_events_neither_lasts_nor_lies() {
        let mut screening = Screening::new(&definition());
        for family in 0..70_000 {
            let mut row = row(&family.to_string(), Some(10), None);
            row.event = format!("event {family}");
            screening.screen(&row);
        }
        let name = |family: &str| {
            let seen = screening.family(family).unwrap();
            screening.events.get(usize::from(seen.event)).map(String::as_str)
        };
        assert_eq!(name("3"), Some("event 3"));
        assert_eq!(name("65534"), Some("event 65534"));
        assert_eq!(name("65535"), None);
        assert_eq!(name("69999"), None);
    }

    #[test]
    fn durations_are_told_censored_or_set_aside() {
        let mut screening = Screening::new(&definition());
        let mut spell = |family, opening, closing| match screening.screen(&row(family, opening, closing)) {
            Verdict::Counted(Some(spell)) => spell,
            other => panic!("{other:?}"),
        };
        assert_eq!(spell("a", Some(20), Some(50)), Ok(Spell { days: 30, closed: true }));
        assert_eq!(spell("b", Some(20), None), Ok(Spell { days: 80, closed: false }));
        assert_eq!(spell("c", Some(20), Some(120)), Ok(Spell { days: 80, closed: false }));
        assert_eq!(spell("d", Some(20), Some(20)), Ok(Spell { days: 0, closed: true }));
        assert_eq!(spell("e", Some(20), Some(10)), Err(SetAside::Negative));
        assert_eq!(spell("f", Some(101), None), Err(SetAside::AfterExtraction));
        assert_eq!(spell("g", None, None), Err(SetAside::NoOpening));
        assert_eq!((screening.families, screening.set_aside, screening.oddities.len()), (7, 3, 3));
    }

    #[test]
    fn the_first_row_of_a_family_is_the_one_counted() {
        let mut screening = Screening::new(&definition());
        screening.screen(&row("a", Some(20), None));
        let again = Intervention { line: 9, ..row("a", Some(30), None) };
        assert_eq!(screening.screen(&again), Verdict::Duplicate { first: 2 });
        let late = Intervention { contact: Some(Day(61)), ..row("b", Some(70), None) };
        assert_eq!(screening.screen(&late), Verdict::OutsidePeriod);
        assert_eq!(
            (screening.rows, screening.families, screening.duplicates, screening.outside),
            (3, 1, 1, 1)
        );
    }
}
