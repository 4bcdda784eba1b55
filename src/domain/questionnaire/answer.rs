//! One respondent's raw answers, read by the definition.

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::definition::{Characteristic, Definition, Item, TextMap};
use crate::domain::day::Day;
use crate::domain::nearest::nearest;

/// What a respondent answered, in the order of the definition; `None` is no answer, or one that is
/// wrong and told as a fault.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Answers {
    /// Values of the items, not reversed.
    pub items: Vec<Option<f64>>,
    /// Boxes of the checklist.
    pub ticked: Vec<Option<bool>>,
    /// Before and after, of each pair.
    pub pairs: Vec<(Option<bool>, Option<bool>)>,
    /// Group of each characteristic.
    pub groups: Vec<Option<String>>,
    /// Group before and after, of each change.
    #[serde(default)]
    pub changes: Vec<(Option<String>, Option<String>)>,
    /// Day of the answer.
    pub date: Option<Day>,
}

/// What is wrong with an answer.
#[derive(Clone, Debug, PartialEq)]
pub enum FaultKind {
    /// A number outside the item's range.
    OutOfRange {
        /// Least value allowed.
        least: f64,
        /// Greatest value allowed.
        most: f64,
    },
    /// A text that the definition does not know.
    Unknown {
        /// The known text nearest to it.
        nearest: Option<String>,
    },
    /// Not a day in the declared form.
    NotADay,
    /// Not a number where bands are declared.
    NotANumber,
}

/// A wrong answer: which column, what was written, what is wrong.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// Its column.
    pub column: String,
    /// What was written.
    pub value: String,
    /// What is wrong.
    pub kind: FaultKind,
}

/// Brings an answer to the form in which answers are compared: no case, no accents, straight
/// apostrophes, single blanks.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.nfd().filter(|letter| !is_combining_mark(*letter)) {
        match letter {
            '’' | 'ʼ' | '‘' => folded.push('\''),
            _ if letter.is_whitespace() => {
                if !folded.ends_with(' ') {
                    folded.push(' ');
                }
            }
            _ => folded.extend(letter.to_lowercase()),
        }
    }
    folded.trim().to_owned()
}

/// Reads a number as tables write it: decimal comma or point, `5` and `5.0` alike.
pub fn number(text: &str) -> Option<f64> {
    let text = text.trim().replace(',', ".");
    text.parse::<f64>().ok().filter(|number| number.is_finite())
}

impl TextMap {
    /// Returns the number of a text.
    pub fn get(&self, text: &str) -> Option<f64> {
        let folded = fold(text);
        self.0.iter().find(|(known, _)| fold(known) == folded).map(|(_, number)| *number)
    }
}

impl Definition {
    /// Tells whether an answer is none.
    pub fn is_missing(&self, value: &str) -> bool {
        let value = value.trim();
        value.is_empty() || self.missing.iter().any(|code| code == value || fold(code) == fold(value))
    }

    /// Reads one respondent's answers; `answer` gives the raw text of a column.
    ///
    /// # Missing values
    /// An empty cell or a missing code is no answer. A wrong answer is none either, and is told.
    pub fn read<'r>(&self, answer: impl Fn(&str) -> &'r str) -> (Answers, Vec<Fault>) {
        let mut faults = Vec::new();
        let mut answers = Answers::default();
        for item in &self.items {
            let value = self.item_value(item, answer(&item.column), &mut faults);
            answers.items.push(value);
        }
        if let Some(checklist) = &self.checklist {
            for one in &checklist.boxes {
                let value = answer(&one.column);
                let ticked =
                    self.yes_or_no(&one.column, value, &checklist.ticked, &checklist.unticked, &mut faults);
                answers.ticked.push(ticked);
            }
        }
        for pair in &self.pairs {
            let mut moment =
                |column: &str| self.yes_or_no(column, answer(column), &pair.yes, &pair.no, &mut faults);
            answers.pairs.push((moment(&pair.before), moment(&pair.after)));
        }
        for one in &self.characteristics {
            let group = self.group(one, answer(&one.column), &mut faults);
            answers.groups.push(group);
        }
        for one in &self.changes {
            let mut moment = |of: &Characteristic| self.group(of, answer(&of.column), &mut faults);
            answers.changes.push((moment(&one.before), moment(&one.after)));
        }
        if let Some(column) = &self.date {
            let value = answer(column);
            if !self.is_missing(value) {
                answers.date = self.dates.parse(value);
                if answers.date.is_none() {
                    faults.push(fault(column, value, FaultKind::NotADay));
                }
            }
        }
        (answers, faults)
    }

    fn item_value(&self, item: &Item, value: &str, faults: &mut Vec<Fault>) -> Option<f64> {
        if self.is_missing(value) {
            return None;
        }
        let (least, most) = (item.least, item.most);
        match item.texts.get(value).or_else(|| number(value)) {
            Some(number) if (least..=most).contains(&number) => Some(number),
            Some(_) => {
                faults.push(fault(&item.column, value, FaultKind::OutOfRange { least, most }));
                None
            }
            None => {
                let known = item.texts.0.iter().map(|(text, _)| text.as_str());
                let nearest = nearest(value, known.chain(self.missing.iter().map(String::as_str)));
                let kind = FaultKind::Unknown { nearest: nearest.map(str::to_owned) };
                faults.push(fault(&item.column, value, kind));
                None
            }
        }
    }

    fn yes_or_no(
        &self,
        column: &str,
        value: &str,
        yes: &[String],
        no: &[String],
        faults: &mut Vec<Fault>,
    ) -> Option<bool> {
        let folded = fold(value);
        if yes.iter().any(|one| fold(one) == folded) {
            return Some(true);
        }
        if no.iter().any(|one| fold(one) == folded) {
            return Some(false);
        }
        if !self.is_missing(value) {
            let nearest = nearest(value, yes.iter().chain(no).map(String::as_str)).map(str::to_owned);
            faults.push(fault(column, value, FaultKind::Unknown { nearest }));
        }
        None
    }

    fn group(&self, one: &Characteristic, value: &str, faults: &mut Vec<Fault>) -> Option<String> {
        // A declared value wins over a missing code, which some files use for a true value.
        if one.groups.is_empty() && self.is_missing(value) {
            return None;
        }
        match one.read(value) {
            Ok(group) => group,
            Err(_) if self.is_missing(value) => None,
            Err(fault) => {
                faults.push(fault);
                None
            }
        }
    }
}

impl Characteristic {
    /// Reads the group of a raw value.
    ///
    /// # Errors
    /// A value that no declared group holds, or that is no number where bands are declared.
    pub fn read(&self, value: &str) -> Result<Option<String>, Fault> {
        let value = value.trim();
        if let Some(group) = self.group(value) {
            return Ok(Some(group).filter(|group| !group.is_empty()));
        }
        if value.is_empty() {
            return Ok(None);
        }
        let kind = if self.bands.is_empty() {
            let known = self.groups.iter().flat_map(|(_, values)| values.iter().map(String::as_str));
            FaultKind::Unknown { nearest: nearest(value, known).map(str::to_owned) }
        } else {
            FaultKind::NotANumber
        };
        Err(fault(&self.column, value, kind))
    }
}

fn fault(column: &str, value: &str, kind: FaultKind) -> Fault {
    Fault { column: column.to_owned(), value: value.trim().to_owned(), kind }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::settings::Titles;

    fn item(texts: &[(&str, f64)]) -> Definition {
        let texts = TextMap(texts.iter().map(|(text, value)| ((*text).to_owned(), *value)).collect());
        let item = Item { column: "q".to_owned(), title: Titles::default(), least: 1.0, most: 5.0, texts };
        let missing = vec!["99".to_owned(), "Ne se prononce pas".to_owned()];
        Definition { items: vec![item], missing, ..Definition::default() }
    }

    #[test]
    fn an_answer_is_read_whatever_its_case_accents_and_apostrophes() {
        let definition = item(&[("Plutôt d'accord", 4.0)]);
        for text in ["plutot d’accord", " PLUTÔT  D'ACCORD ", "Plutôt d\u{2019}accord", "4", "4,0"] {
            let (answers, faults) = definition.read(|_| text);
            assert_eq!((answers.items, faults), (vec![Some(4.0)], vec![]), "{text}");
        }
    }

    #[test]
    fn a_band_takes_finite_numbers_only() {
        let age = Characteristic { bands: vec![30, 40], ..Characteristic::default() };
        for text in ["34", "34,5", " 39.9 "] {
            assert_eq!(age.read(text), Ok(Some("30-39".to_owned())), "{text}");
        }
        for text in ["NaN", "inf", "-infinity", "1e999", "34 ans"] {
            assert!(age.read(text).is_err(), "{text}");
        }
    }

    #[test]
    fn missing_codes_are_no_answer_and_out_of_range_is_a_fault() {
        let definition = item(&[]);
        for text in ["", "99", " ne se prononce pas"] {
            assert_eq!(
                definition.read(|_| text),
                (Answers { items: vec![None], ..Answers::default() }, vec![])
            );
        }
        let (answers, faults) = definition.read(|_| "6");
        assert_eq!(answers.items, [None]);
        assert_eq!(faults[0].kind, FaultKind::OutOfRange { least: 1.0, most: 5.0 });
        let (_, faults) = definition.read(|_| "NaN");
        assert_eq!(faults[0].kind, FaultKind::Unknown { nearest: None });
    }

    #[test]
    fn an_unknown_text_is_told_with_the_nearest_known() {
        let (_, faults) = item(&[("Plutôt d'accord", 4.0)]).read(|_| "Plutôt d'acord");
        assert_eq!(faults[0].kind, FaultKind::Unknown { nearest: Some("Plutôt d'accord".to_owned()) });
    }
}
