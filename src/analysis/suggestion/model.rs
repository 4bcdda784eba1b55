//! What suggestions are made with, and what comes out.

use serde::Serialize;

use crate::analysis::statistics::interval::Proportion;
use crate::analysis::statistics::undefined::{self, Defined};
use crate::domain::id::{CodeId, TranscriptId};
use crate::domain::transcript::TranscriptVersion;
use crate::text::{Language, Span};

/// What the user decides.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Settings {
    /// Least precision on held-out interviews of a code that speaks, above 0 and at most 1.
    pub precision: f64,
    /// Of transcripts that say nothing else.
    pub language: Language,
}

impl Default for Settings {
    fn default() -> Self {
        Self { precision: 0.7, language: Language::Fr }
    }
}

/// Why a code proposes nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "reason")]
pub enum Silence {
    /// The team no longer gives the code.
    Retired,
    /// Fewer than [`propose::INTERVIEWS`](super::propose::INTERVIEWS) interviews were coded at all.
    FewRead {
        /// Interviews coded.
        present: usize,
        /// The least number.
        needed: usize,
    },
    /// No sentence carries it.
    NoExample,
    /// Too few sentences carry it.
    FewSentences {
        /// Sentences that carry it.
        present: usize,
        /// The least number.
        needed: usize,
    },
    /// It stands in too few interviews for one of them to be held out twice.
    FewInterviews {
        /// Interviews where a sentence carries it.
        present: usize,
        /// The least number.
        needed: usize,
    },
    /// No threshold would have reached the precision, even one chosen in hindsight.
    OutOfReach,
    /// No threshold chosen on the other interviews let a sentence of a held-out one through, or too few
    /// to measure a precision.
    FewProposals {
        /// Sentences of held-out interviews that would have been proposed.
        present: usize,
        /// The least number.
        needed: usize,
    },
    /// Measured, and below what the user asks.
    LowPrecision,
}

/// How well one code is found again on interviews that were held out.
///
/// Units: sentences of the interviews coded by hand. Missing values: a share of nothing is undefined.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CodeMeasure {
    /// The code.
    pub code: CodeId,
    /// As people read it.
    pub title: String,
    /// Sentences that carry it.
    pub sentences: usize,
    /// Interviews where one does.
    pub interviews: usize,
    /// Of the held-out sentences that would have been proposed, those that carry it (95 % Wilson).
    #[serde(serialize_with = "undefined::serialize")]
    pub precision: Defined<Proportion>,
    /// Of the sentences that carry it, those that would have been proposed (95 % Wilson).
    #[serde(serialize_with = "undefined::serialize")]
    pub recall: Defined<Proportion>,
    /// Least score of a sentence of an interview that nobody coded, in log-odds; none: it is never
    /// proposed there.
    pub threshold: Option<f64>,
    /// Why it proposes nothing; none: it speaks.
    pub silence: Option<Silence>,
    /// Suggestions standing.
    pub proposed: usize,
}

/// Where a piece of evidence was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Source {
    /// In the sentence.
    Sentence,
    /// In the sentence before or after, in the same turn.
    Neighbour,
    /// In the question before.
    Question,
    /// In the title of the guide's part.
    Part,
}

/// A word that speaks for the code.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Evidence {
    /// As written there, the first time.
    pub word: String,
    /// Where.
    pub source: Source,
    /// Its places there, in scalar values of the present version; none of the title of a part.
    pub spans: Vec<Span>,
    /// What it adds to the score, in log-odds; above 0.
    pub weight: f64,
}

/// A code proposed for a sentence.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Suggestion {
    /// Names it by its interview, its words and its code: the same as long as they are.
    pub id: String,
    /// The interview.
    pub transcript: TranscriptId,
    /// Number of the turn.
    pub turn: u32,
    /// Number of the sentence in its turn, from 1.
    pub sentence: usize,
    /// Where, in scalar values of the present version.
    pub span: Span,
    /// The words.
    pub text: String,
    /// The code.
    pub code: CodeId,
    /// As people read it.
    pub title: String,
    /// How far it stands above the threshold, in log-odds, at least 0.
    pub margin: f64,
    /// What weighs most: words of the sentence first, then what stands round it.
    pub evidence: Vec<Evidence>,
    /// Whether a person coded the interview and left this sentence without any code: the measured
    /// precision does not hold there, since the person read it and saw nothing.
    pub read: bool,
}

impl Suggestion {
    /// Tells whether a version still has the words in their place.
    pub fn stands_in(&self, version: &TranscriptVersion) -> bool {
        let Span { start, end } = self.span;
        version.text.chars().skip(start.0).take(end.0 - start.0).eq(self.text.chars())
    }
}

/// Everything that the codings of a study suggest.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Suggestions {
    /// As decided.
    pub settings: Settings,
    /// Interviews that a person coded: learned from, and held out one by one.
    pub read: Vec<TranscriptId>,
    /// Interviews that nobody coded by hand.
    pub unread: Vec<TranscriptId>,
    /// Sentences of respondents in the interviews read.
    pub sentences: usize,
    /// Groups of interviews held out in turn: one each, up to [`measure::FOLDS`](super::measure::FOLDS).
    pub folds: usize,
    /// In the order of the codebook.
    pub codes: Vec<CodeMeasure>,
    /// Precision over the codes that speak, which were chosen for theirs: a little flattering.
    #[serde(serialize_with = "undefined::serialize")]
    pub precision: Defined<Proportion>,
    /// Precision over every code within reach, those too that are silent for theirs.
    #[serde(serialize_with = "undefined::serialize")]
    pub precision_of_all: Defined<Proportion>,
    /// Recall over the codes that speak.
    #[serde(serialize_with = "undefined::serialize")]
    pub recall: Defined<Proportion>,
    /// In the order of the texts, then by code.
    pub suggestions: Vec<Suggestion>,
}
