//! What of a sentence can speak for a code: its stems, those of its neighbours, the question before
//! it, the part of the guide.
//!
//! A stem counts once a sentence. Stems that a single sentence holds teach nothing and are left out,
//! as are parts of the guide that a single interview has. A neighbour is the sentence before or after
//! in the same turn: it counts half, under the same weights, since passages run over sentences.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::sentence::Interview;

/// What a neighbour's words count.
pub const NEIGHBOUR: f64 = 0.5;
/// What a word of the question counts.
pub const QUESTION: f64 = 0.5;

/// One column of the design.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Feature {
    /// A stem of the sentence, or half of it of a neighbour.
    Stem(String),
    /// A stem of the question before the turn.
    Question(String),
    /// The part of the guide.
    Part(String),
}

/// Sparse rows, one after the other.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Rows<T> {
    starts: Vec<usize>,
    columns: Vec<T>,
}

impl<T> Default for Rows<T> {
    fn default() -> Self {
        Self { starts: Vec::new(), columns: Vec::new() }
    }
}

impl<T> Rows<T> {
    /// Adds a row.
    pub(super) fn push(&mut self, columns: impl IntoIterator<Item = T>) {
        if self.starts.is_empty() {
            self.starts.push(0);
        }
        self.columns.extend(columns);
        self.starts.push(self.columns.len());
    }

    /// Returns a row.
    pub(super) fn row(&self, row: usize) -> &[T] {
        &self.columns[self.starts[row]..self.starts[row + 1]]
    }

    /// Counts the rows.
    pub(super) fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }
}

/// Every sentence of every interview as a sparse row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Design {
    /// In their order: the columns.
    pub features: Vec<Feature>,
    /// Sentences of each interview.
    pub interviews: Vec<Range<usize>>,
    /// Turns of each interview.
    pub turns_of: Vec<Range<usize>>,
    /// The turn of each sentence.
    pub turn: Vec<usize>,
    own: Rows<usize>,
    around: Rows<(usize, f64)>,
}

impl Design {
    /// Builds the design of interviews.
    pub fn new(interviews: &[Interview]) -> Self {
        let features = features(interviews);
        let place = |feature: Feature| features.binary_search(&feature).ok();
        let mut design = Self::default();
        let mut turns = 0;
        for interview in interviews {
            let from = design.turn.len();
            for answer in &interview.turns {
                let asked = answer.question.iter().map(|word| Feature::Question(word.stem.clone()));
                let asked: BTreeSet<usize> = asked.filter_map(place).collect();
                let part = place(Feature::Part(answer.part.clone())).map(|part| (part, 1.0));
                design.around.push(asked.into_iter().map(|column| (column, QUESTION)).chain(part));
            }
            for sentence in &interview.sentences {
                let stems = sentence.words.iter().map(|word| Feature::Stem(word.stem.clone()));
                let stems: BTreeSet<usize> = stems.filter_map(place).collect();
                design.own.push(stems);
                design.turn.push(turns + sentence.turn);
            }
            design.interviews.push(from..design.turn.len());
            design.turns_of.push(turns..turns + interview.turns.len());
            turns += interview.turns.len();
        }
        design.features = features;
        design
    }

    /// Columns of a sentence's own words, each counted 1.
    pub fn own(&self, sentence: usize) -> &[usize] {
        self.own.row(sentence)
    }

    /// Columns of the question and the part that a turn stands under, with what each counts.
    pub fn around(&self, turn: usize) -> &[(usize, f64)] {
        self.around.row(turn)
    }

    /// The sentences before and after one, in its turn.
    pub fn neighbours(&self, sentence: usize) -> impl Iterator<Item = usize> {
        neighbours(&self.turn, sentence)
    }
}

/// The sentences before and after one, in its turn; `turn` is by sentence.
pub(super) fn neighbours(turn: &[usize], sentence: usize) -> impl Iterator<Item = usize> {
    let own = turn.get(sentence);
    let before = sentence.checked_sub(1).filter(|other| turn.get(*other) == own);
    let after = Some(sentence + 1).filter(|other| turn.get(*other) == own);
    before.into_iter().chain(after)
}

/// Lists the columns: what at least two sentences, two turns, two interviews share.
fn features(interviews: &[Interview]) -> Vec<Feature> {
    let mut seen: BTreeMap<Feature, usize> = BTreeMap::new();
    let mut count = |features: BTreeSet<Feature>| {
        for feature in features {
            *seen.entry(feature).or_default() += 1;
        }
    };
    for interview in interviews {
        for sentence in &interview.sentences {
            count(sentence.words.iter().map(|word| Feature::Stem(word.stem.clone())).collect());
        }
        for answer in &interview.turns {
            count(answer.question.iter().map(|word| Feature::Question(word.stem.clone())).collect());
        }
        let parts = interview.turns.iter().filter(|answer| !answer.part.is_empty());
        count(parts.map(|answer| Feature::Part(answer.part.clone())).collect());
    }
    seen.into_iter().filter(|(_, times)| *times > 1).map(|(feature, _)| feature).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::matrix::cases::tests::transcript;
    use crate::analysis::suggestion::sentence::read;
    use crate::text::Language;

    #[test]
    fn neighbours_stay_within_their_turn() {
        let study = transcript("E01", &[(false, "Un chat. Un chien."), (true, "Un ?"), (false, "Un chat.")]);
        let design = Design::new(&read(&[study], &[], Language::Fr));
        assert_eq!(design.turn, [0, 0, 1]);
        assert_eq!(design.neighbours(0).collect::<Vec<_>>(), [1]);
        assert_eq!(design.neighbours(1).collect::<Vec<_>>(), [0]);
        assert_eq!(design.neighbours(2).count(), 0);
        assert_eq!(design.own(0).len(), 2, "un and chat; chien stands once");
        assert_eq!(design.around(1).len(), 0, "a question asked once teaches nothing");
    }
}
