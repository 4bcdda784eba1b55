//! One respondent's raw answers, read by the definition.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::definition::{Characteristic, Definition, Item, TextMap};
use crate::domain::day::Day;
use crate::domain::nearest::nearest;

/// What a respondent answered, in the order of the definition; `None` is no answer, one that is wrong and
/// told as a fault, or none because the question was not asked: `not_asked` tells the last from the others.
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
    /// Columns of the questions that this respondent was not asked: no answer is missing there.
    #[serde(default)]
    pub not_asked: BTreeSet<String>,
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
    /// An answer to a question that a filter says was not asked; it is kept.
    NotAsked {
        /// Column of the filter.
        filter: String,
    },
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
pub fn comparable(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for letter in text.nfd().filter(|letter| !is_combining_mark(*letter)) {
        match letter {
            '’' | 'ʼ' | '‘' => plain.push('\''),
            _ if letter.is_whitespace() => {
                if !plain.ends_with(' ') {
                    plain.push(' ');
                }
            }
            _ => plain.extend(letter.to_lowercase()),
        }
    }
    plain.trim().to_owned()
}

/// Reads a number as tables write it: decimal comma or point, `5` and `5.0` alike.
pub fn number(text: &str) -> Option<f64> {
    let text = text.trim().replace(',', ".");
    text.parse::<f64>().ok().filter(|number| number.is_finite())
}

impl TextMap {
    /// Returns the number of a text.
    pub fn get(&self, text: &str) -> Option<f64> {
        let plain = comparable(text);
        self.0.iter().find(|(known, _)| comparable(known) == plain).map(|(_, number)| *number)
    }
}

impl Definition {
    /// Tells whether an answer is none.
    pub fn is_missing(&self, value: &str) -> bool {
        let value = value.trim();
        value.is_empty()
            || self.missing.iter().any(|code| code == value || comparable(code) == comparable(value))
    }

    /// Reads one respondent's answers; `answer` gives the raw text of a column.
    ///
    /// # Missing values
    /// An empty cell or a missing code is no answer. A wrong answer is none either, and is told. A question
    /// was not asked when the answer says so, or when a filter does and there is no answer; an answer that
    /// stands in spite of a filter is kept, and told. Where the question that decides has no answer, nothing
    /// says that the others were not asked.
    pub fn read<'r>(&self, answer: impl Fn(&str) -> &'r str) -> (Answers, Vec<Fault>) {
        let mut faults = Vec::new();
        let mut answers = Answers::default();
        let closed = self.closed(&answer, &mut faults);
        let not_asked = &mut answers.not_asked;
        // The raw answer, none where the question was not asked.
        let mut raw = |column: &str| {
            let value = answer(column);
            let is_closed = closed.contains(column) && self.is_missing(value);
            if is_closed || names(&self.not_asked, value) {
                not_asked.insert(column.to_owned());
                return None;
            }
            Some(value)
        };
        for item in &self.items {
            let value = raw(&item.column).and_then(|value| self.item_value(item, value, &mut faults));
            answers.items.push(value);
        }
        if let Some(checklist) = &self.checklist {
            let (ticked, unticked) = (&checklist.ticked, &checklist.unticked);
            for one in &checklist.boxes {
                let value = raw(&one.column);
                let ticked =
                    value.and_then(|value| self.yes_or_no(&one.column, value, ticked, unticked, &mut faults));
                answers.ticked.push(ticked);
            }
        }
        for pair in &self.pairs {
            let mut moment = |column: &str| {
                raw(column).and_then(|value| self.yes_or_no(column, value, &pair.yes, &pair.no, &mut faults))
            };
            answers.pairs.push((moment(&pair.before), moment(&pair.after)));
        }
        let mut group = |one: &Characteristic| {
            // A value that a group names is an answer, whatever it is called elsewhere.
            let value =
                if one.names(answer(&one.column)) { Some(answer(&one.column)) } else { raw(&one.column) };
            value.and_then(|value| self.group(one, value, &mut faults))
        };
        for one in &self.characteristics {
            answers.groups.push(group(one));
        }
        for one in &self.changes {
            answers.changes.push((group(&one.before), group(&one.after)));
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

    /// Finds the questions that the filters close to a respondent, and tells the answers given all the same.
    fn closed<'r>(&self, answer: &impl Fn(&str) -> &'r str, faults: &mut Vec<Fault>) -> BTreeSet<&str> {
        let mut closed = BTreeSet::new();
        for filter in &self.filters {
            let decides = answer(&filter.column);
            if self.is_missing(decides) || names(&filter.asked, decides) {
                continue;
            }
            for question in &filter.questions {
                let value = answer(question);
                if !self.is_missing(value) && !names(&self.not_asked, value) {
                    let kind = FaultKind::NotAsked { filter: filter.column.clone() };
                    faults.push(fault(question, value, kind));
                }
                closed.insert(question.as_str());
            }
        }
        closed
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
        let plain = comparable(value);
        if yes.iter().any(|one| comparable(one) == plain) {
            return Some(true);
        }
        if no.iter().any(|one| comparable(one) == plain) {
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

/// Tells whether an answer is one of those named; `0` and `0,0` are the same.
fn names(named: &[String], value: &str) -> bool {
    let value = value.trim();
    let same = |one: &String| {
        comparable(one) == comparable(value) || number(one).is_some_and(|known| number(value) == Some(known))
    };
    !value.is_empty() && named.iter().any(same)
}

impl Characteristic {
    /// Tells whether a group names a value, other than by `*` or the empty cell.
    fn names(&self, value: &str) -> bool {
        let value = value.trim();
        let listed = |values: &Vec<String>| values.iter().any(|one| one == value);
        !value.is_empty() && value != "*" && self.groups.iter().any(|(_, values)| listed(values))
    }

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
    use super::super::definition::{Filter, Pair};
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

    /// Children's leisure is asked of those who have children.
    fn filtered() -> Definition {
        let pair = Pair {
            id: "leisure".to_owned(),
            title: Titles::default(),
            before: "before".to_owned(),
            after: "after".to_owned(),
            yes: vec!["oui".to_owned()],
            no: vec!["non".to_owned()],
        };
        let filter = Filter {
            column: "children".to_owned(),
            asked: vec!["1".to_owned(), "2".to_owned()],
            questions: vec!["before".to_owned(), "after".to_owned()],
        };
        Definition {
            not_asked: vec!["Sans objet".to_owned()],
            filters: vec![filter],
            pairs: vec![pair],
            ..item(&[])
        }
    }

    #[test]
    fn a_question_not_asked_is_no_missing_answer() {
        let read = |children: &'static str, leisure: &'static str, item: &'static str| {
            filtered().read(move |column| match column {
                "children" => children,
                "q" => item,
                _ => leisure,
            })
        };
        let columns = |answers: &Answers| answers.not_asked.iter().cloned().collect::<Vec<_>>().join(" ");
        for (children, leisure, item, not_asked) in [
            ("0", "", "4", "after before"),
            ("0,0", "99", "4", "after before"),
            ("1", "", "4", ""),
            ("1.0", "", "sans  OBJET", "q"),
            ("2", "Sans objet", "99", "after before"),
            // Who does not say whether there are children may have been asked.
            ("", "", "", ""),
            ("99", "", "4", ""),
        ] {
            let (answers, faults) = read(children, leisure, item);
            assert_eq!(
                (columns(&answers).as_str(), faults),
                (not_asked, vec![]),
                "{children} {leisure} {item}"
            );
            assert_eq!(answers.pairs, [(None, None)]);
        }
        let (answers, faults) = read("0", "oui", "4");
        assert_eq!((answers.pairs[0], columns(&answers).as_str()), ((Some(true), Some(true)), ""));
        let told: Vec<(&str, &FaultKind)> =
            faults.iter().map(|fault| (fault.column.as_str(), &fault.kind)).collect();
        let kind = FaultKind::NotAsked { filter: "children".to_owned() };
        assert_eq!(told, [("before", &kind), ("after", &kind)]);
    }

    #[test]
    fn a_group_that_names_the_code_of_what_is_not_asked_holds_it() {
        let groups = vec![
            ("none".to_owned(), vec!["Sans objet".to_owned()]),
            ("other".to_owned(), vec!["*".to_owned()]),
        ];
        let named = Characteristic { column: "c".to_owned(), groups, ..Characteristic::default() };
        let other = Characteristic { groups: named.groups[1..].to_vec(), ..named.clone() };
        for (one, group, count) in [(named, Some("none"), 0), (other, None, 1)] {
            let definition = Definition { characteristics: vec![one], items: Vec::new(), ..filtered() };
            let (answers, _) = definition.read(|column| if column == "c" { "Sans objet" } else { "oui" });
            assert_eq!(answers.groups, [group.map(str::to_owned)]);
            assert_eq!(answers.not_asked.len(), count);
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
