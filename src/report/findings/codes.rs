//! The codes: where they are, with which others, how firmly.

use serde::{Deserialize, Serialize};

/// A theme of the codebook.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ThemeFacts {
    /// As people read it.
    pub title: String,
}

/// How a code weighs on an axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Polarity {
    /// Rank of the axis: 0 across, 1 upwards.
    pub axis: usize,
    /// The code adds to the axis; otherwise it takes away.
    pub is_positive: bool,
}

/// A code in one interview.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CodeCell {
    /// Extracts.
    pub extracts: usize,
    /// Highest intensity given by any coder, 0 when absent.
    pub intensity: u8,
}

/// Agreement of the coders on a code.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Agreement {
    /// Krippendorff's α, when defined.
    pub alpha: Option<f64>,
    /// Its interval.
    pub interval: Option<(f64, f64)>,
    /// Turns coded by both.
    pub both: usize,
    /// Turns coded by one alone, one number a coder.
    pub alone: Vec<usize>,
}

/// An extract of the register of a code.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExtractFacts {
    /// The interview.
    pub case: String,
    /// The turn.
    pub turn: usize,
    /// What was said.
    pub text: String,
    /// Numbers of the coders, from 1.
    pub coders: Vec<usize>,
    /// Highest intensity.
    pub intensity: u8,
}

/// A code with all that is known of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct CodeFacts {
    /// Its id, in anchors: `reg-<id>`.
    pub id: String,
    /// As people read it.
    pub title: String,
    /// Rank of its theme.
    pub theme: usize,
    /// What it is.
    pub definition: String,
    /// What also counts.
    pub include: String,
    /// What does not count.
    pub exclude: String,
    /// Its axis, if it has one.
    pub polarity: Option<Polarity>,
    /// Interviews that hold it.
    pub interviews: usize,
    /// Extracts.
    pub extracts: usize,
    /// Turns of the interviewees that hold it.
    pub turns: usize,
    /// One cell a person, in the order of the persons.
    pub cells: Vec<CodeCell>,
    /// Agreement of the coders.
    pub agreement: Option<Agreement>,
    /// All its extracts.
    pub register: Vec<ExtractFacts>,
}

/// Two codes that share turns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CodePair {
    /// Ranks of both codes.
    pub codes: (usize, usize),
    /// Turns that hold both.
    pub turns: usize,
    /// Interviews of those turns.
    pub interviews: usize,
    /// Shared turns over turns of either.
    pub jaccard: f64,
    /// p against chance, corrected over all pairs.
    pub q: Option<f64>,
}

/// Codes that share a turn.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Cooccurrence {
    /// Every pair that shares a turn, q rising, then shared turns falling.
    pub pairs: Vec<CodePair>,
    /// Pairs tested together.
    pub tested: usize,
    /// Circular shifts drawn inside each interview.
    pub draws: usize,
    /// Smallest q that these draws can give, when it matters.
    pub smallest_q: Option<f64>,
}

/// Codes met after one more interview.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AccumulationStep {
    /// The interview, in the order of dates.
    pub case: String,
    /// Whether it has no date, and so comes after all others.
    #[serde(default)]
    pub undated: bool,
    /// Codes met for the first time.
    pub new: usize,
    /// Codes met so far.
    pub met: usize,
    /// Mean over all orders.
    pub mean: f64,
    /// Standard deviation over all orders.
    pub deviation: f64,
}
