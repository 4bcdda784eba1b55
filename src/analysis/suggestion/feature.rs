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
struct Rows<T> {
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
    fn push(&mut self, columns: impl IntoIterator<Item = T>) {
        if self.starts.is_empty() {
            self.starts.push(0);
        }
        self.columns.extend(columns);
        self.starts.push(self.columns.len());
    }

    /// Returns a row.
    fn row(&self, row: usize) -> &[T] {
        &self.columns[self.starts[row]..self.starts[row + 1]]
    }

    /// Counts the rows.
    fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }
}

/// Every sentence of every interview as a sparse row.
///
/// All that learns of it, whichever interviews it leaves out, reads these same rows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Design {
    /// In their order: the columns.
    pub features: Vec<Feature>,
    /// Sentences of each interview.
    pub interviews: Vec<Range<usize>>,
    /// Turns of each interview.
    pub turns_of: Vec<Range<usize>>,
    /// Sentences of each turn; none is empty.
    pub sentences_of: Vec<Range<usize>>,
    /// The turn of each sentence.
    pub turn: Vec<usize>,
    own: Rows<u32>,
    around: Rows<(u32, f64)>,
}

impl Design {
    /// Builds the design of interviews.
    pub fn new(interviews: &[Interview]) -> Self {
        let features = features(interviews);
        // Columns are numbered in four bytes: half the memory to read at each step of a search.
        let place: BTreeMap<Key<'_>, u32> =
            (0..).zip(&features).map(|(column, key)| (*key, column)).collect();
        let mut design = Self::default();
        for interview in interviews {
            let (first, turns) = (design.turn.len(), design.around.len());
            for answer in &interview.turns {
                let asked = answer.question.iter().filter_map(|word| place.get(&Key::Question(&word.stem)));
                let asked: BTreeSet<u32> = asked.copied().collect();
                let part = place.get(&Key::Part(&answer.part)).map(|part| (*part, 1.0));
                design.around.push(asked.into_iter().map(|column| (column, QUESTION)).chain(part));
            }
            for sentence in &interview.sentences {
                let stems = sentence.words.iter().filter_map(|word| place.get(&Key::Stem(&word.stem)));
                design.own.push(stems.copied().collect::<BTreeSet<u32>>());
                design.turn.push(turns + sentence.turn);
            }
            design.interviews.push(first..design.turn.len());
            design.turns_of.push(turns..design.around.len());
        }
        let of_turn = |turn: usize| {
            design.turn.partition_point(|one| *one < turn)..design.turn.partition_point(|one| *one <= turn)
        };
        design.sentences_of = (0..design.around.len()).map(of_turn).collect();
        design.features = features.into_iter().map(Feature::from).collect();
        design
    }

    /// Columns of a sentence's own words, each counted 1.
    pub fn own(&self, sentence: usize) -> &[u32] {
        self.own.row(sentence)
    }

    /// Columns of the question and the part that a turn stands under, with what each counts.
    pub fn around(&self, turn: usize) -> &[(u32, f64)] {
        self.around.row(turn)
    }

    /// The sentences before and after one, in its turn.
    pub fn neighbours(&self, sentence: usize) -> impl Iterator<Item = usize> {
        let own = self.turn.get(sentence);
        let before = sentence.checked_sub(1).filter(|other| self.turn.get(*other) == own);
        let after = Some(sentence + 1).filter(|other| self.turn.get(*other) == own);
        before.into_iter().chain(after)
    }
}

/// A feature as the interviews hold it; its order is that of [`Feature`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key<'a> {
    Stem(&'a str),
    Question(&'a str),
    Part(&'a str),
}

impl From<Key<'_>> for Feature {
    fn from(key: Key<'_>) -> Self {
        match key {
            Key::Stem(stem) => Self::Stem(stem.to_owned()),
            Key::Question(stem) => Self::Question(stem.to_owned()),
            Key::Part(title) => Self::Part(title.to_owned()),
        }
    }
}

/// Lists the columns: what at least two sentences, two turns, two interviews share.
fn features(interviews: &[Interview]) -> Vec<Key<'_>> {
    let mut seen = BTreeMap::new();
    for interview in interviews {
        for sentence in &interview.sentences {
            count(&mut seen, sentence.words.iter().map(|word| Key::Stem(&word.stem)));
        }
        for answer in &interview.turns {
            count(&mut seen, answer.question.iter().map(|word| Key::Question(&word.stem)));
        }
        let parts = interview.turns.iter().filter(|answer| !answer.part.is_empty());
        count(&mut seen, parts.map(|answer| Key::Part(&answer.part)));
    }
    seen.into_iter().filter(|(_, times)| *times > 1).map(|(key, _)| key).collect()
}

/// Counts each of these once.
fn count<'a>(seen: &mut BTreeMap<Key<'a>, usize>, keys: impl Iterator<Item = Key<'a>>) {
    for key in keys.collect::<BTreeSet<_>>() {
        *seen.entry(key).or_default() += 1;
    }
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
        assert_eq!(design.sentences_of, [0..2, 2..3]);
        assert_eq!(design.neighbours(0).collect::<Vec<_>>(), [1]);
        assert_eq!(design.neighbours(1).collect::<Vec<_>>(), [0]);
        assert_eq!(design.neighbours(2).count(), 0);
        assert_eq!(design.own(0).len(), 2, "un and chat; chien stands once");
        assert_eq!(design.around(1).len(), 0, "a question asked once teaches nothing");
    }
}
