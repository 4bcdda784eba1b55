//! A coding: one code on one anchor by one coder.

use serde::{Deserialize, Serialize};

use crate::domain::diagnostic::Place;
use crate::domain::id::{CodeId, CoderId, RecordId, TranscriptId};
use crate::text::{Fingerprint, Span};

/// A place in one version of a transcript, with its words (W3C text quote and text position
/// selectors in one).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Anchor {
    /// Where, in scalar values of the version's plain text.
    pub span: Span,
    /// The words there.
    pub exact: String,
    /// A few words before, cut on graphemes.
    pub prefix: String,
    /// A few words after, cut on graphemes.
    pub suffix: String,
}

/// What became of an anchor when its text changed.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase", tag = "verdict")]
pub enum Anchoring {
    /// Same words, same place.
    Exact,
    /// Same words, other place.
    Moved,
    /// Words changed a little.
    Approximate {
        /// Likeness of the words, 0 to 1.
        score: f64,
    },
    /// Not found: kept for repair, with its last known words.
    Lost,
}

/// How a coding came to be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Origin {
    /// A person selected the passage.
    Hand,
    /// A person accepted a suggestion.
    Suggestion,
    /// Read from a table or another program.
    #[default]
    Import,
}

/// One code on one anchor by one coder.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Coding {
    /// Its record in the store.
    pub id: RecordId,
    /// The transcript.
    pub transcript: TranscriptId,
    /// The version its anchor stands in.
    pub version: u32,
    /// The code.
    pub code: CodeId,
    /// Who coded.
    pub coder: CoderId,
    /// Where; a lost coding keeps its last known words.
    pub anchor: Anchor,
    /// First and last turn touched, by number; `(0, 0)` when lost.
    pub turns: (u32, u32),
    /// 1 to 3 when given.
    pub intensity: Option<u8>,
    /// The coder's note, possibly empty.
    pub memo: String,
    /// What became of the anchor when the text last changed.
    pub anchoring: Anchoring,
    /// How it came to be.
    pub origin: Origin,
}

/// Where a row of a coding table says its passage is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Passage {
    /// By its words, with what stands round them to choose between several places.
    Quote {
        /// The words.
        exact: String,
        /// Words before, possibly empty.
        prefix: String,
        /// Words after, possibly empty.
        suffix: String,
    },
    /// By scalar values of the whole source file, front matter included, end exclusive.
    Source(Span),
    /// By scalar values of one file and no other: that of an interview which has had another file since.
    OfFile {
        /// Its place there, as of [`Self::Source`].
        span: Span,
        /// The file.
        file: Fingerprint,
    },
}

/// One row of a coding table, read but not yet anchored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodingRow {
    /// The transcript it names, by its column or the table's file name.
    pub transcript: TranscriptId,
    /// Who coded.
    pub coder: CoderId,
    /// The code, by id or title.
    pub code: String,
    /// Where.
    pub passage: Passage,
    /// 1 to 3 when given.
    pub intensity: Option<u8>,
    /// The coder's note, possibly empty.
    pub memo: String,
    /// The row in its file.
    pub place: Place,
}
