//! Memos: what a person writes beside the material.

use serde::{Deserialize, Serialize};

use crate::domain::id::{CoderId, RecordId};
use crate::text::Span;

/// What a memo is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SubjectKind {
    /// The whole study.
    Study,
    /// An interview.
    Transcript,
    /// The person interviewed.
    Case,
    /// A code.
    Code,
    /// A turn of an interview.
    Turn,
}

impl SubjectKind {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Study, Self::Transcript, Self::Case, Self::Code, Self::Turn];

    /// Returns its stored name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Study => "study",
            Self::Transcript => "transcript",
            Self::Case => "case",
            Self::Code => "code",
            Self::Turn => "turn",
        }
    }

    /// Reads its name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// Where the memo of a turn stands: on the first words of the turn, in one version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemoPlace {
    /// The version.
    pub version: u32,
    /// The words' place in scalar values.
    pub span: Span,
    /// The words; when their turn is gone, the last known.
    pub exact: String,
    /// The turn's number; none when it is gone.
    pub turn: Option<u32>,
}

/// What a person writes beside the material. The memo of a coding is the coding's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Memo {
    /// Its record.
    pub id: RecordId,
    /// What it is about.
    pub kind: SubjectKind,
    /// Which: an interview for a case or a turn, a code; empty for the study.
    pub subject: String,
    /// Of the memo of a turn.
    pub place: Option<MemoPlace>,
    /// The words written.
    pub body: String,
    /// Who wrote them.
    pub coder: CoderId,
    /// When last, RFC 3339 UTC.
    pub at: String,
}
