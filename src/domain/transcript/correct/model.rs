//! What is to be corrected, what comes of it, and why it may be refused.

use thiserror::Error;

use crate::domain::transcript::model::Transcript;
use crate::text::CharOffset;

/// What is to be corrected in one turn. Its words change first, then it is cut, then joined: cut and
/// joined at once, its first words go to the turn before.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Correction {
    /// The turn, by number.
    pub turn: u32,
    /// What was said, in place of what is written.
    pub text: Option<String>,
    /// Who speaks, in place of who is written.
    pub speaker: Option<String>,
    /// Whether the turn goes on with the one before.
    pub merge: bool,
    /// Where a new turn begins: in the words as given, else as they stand.
    pub split_at: Option<CharOffset>,
    /// Who speaks in the turn cut off; none: the same.
    pub split_speaker: Option<String>,
}

/// Why a correction cannot be made.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CorrectionError {
    /// No turn has that number.
    #[error("find turn {turn} among {turns}")]
    UnknownTurn {
        /// As asked.
        turn: u32,
        /// How many there are.
        turns: usize,
    },
    /// There is no turn before the first.
    #[error("join the first turn to one before")]
    NothingBefore,
    /// A heading of the guide stands between the two turns.
    #[error("join two turns over a heading")]
    HeadingBetween,
    /// A side of the cut would hold no word.
    #[error("cut a turn of {len} characters at {at}")]
    SplitOutside {
        /// Where, in scalar values of the turn's words.
        at: usize,
        /// How many there are.
        len: usize,
    },
    /// Nobody was named where somebody has to be.
    #[error("name who speaks")]
    NoLabel,
    /// Nobody bears that label.
    #[error("find {label:?} among the speakers")]
    UnknownSpeaker {
        /// As asked.
        label: String,
        /// Those there are.
        labels: Vec<String>,
    },
    /// Words under a heading, without a label, were all taken out.
    #[error("take out all the words of a turn without a label")]
    NoWords,
    /// Written down, the words or the label would read otherwise than they are meant.
    #[error("write the corrected turn so that it reads back")]
    Unreadable,
}

impl CorrectionError {
    /// Lists what its message names.
    pub fn details(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::UnknownTurn { turn, turns } => {
                vec![("turn", turn.to_string()), ("turns", turns.to_string())]
            }
            Self::SplitOutside { at, len } => vec![("at", at.to_string()), ("len", len.to_string())],
            Self::UnknownSpeaker { label, labels } => {
                vec![("label", label.clone()), ("labels", labels.join(", "))]
            }
            _ => Vec::new(),
        }
    }

    /// Returns the key of its message.
    pub fn key(&self) -> &'static str {
        match self {
            Self::UnknownTurn { .. } => "correction-unknown-turn",
            Self::NothingBefore => "correction-nothing-before",
            Self::HeadingBetween => "correction-heading-between",
            Self::SplitOutside { .. } => "correction-split-outside",
            Self::NoLabel => "correction-no-label",
            Self::UnknownSpeaker { .. } => "correction-unknown-speaker",
            Self::NoWords => "correction-no-words",
            Self::Unreadable => "correction-unreadable",
        }
    }
}

/// A transcript with its next version.
#[derive(Clone, Debug, PartialEq)]
pub struct Corrected {
    /// Numbered after the present version.
    pub transcript: Transcript,
    /// Whether anything differs from the present version.
    pub is_changed: bool,
    /// The first turn whose number changed, and what is added to it and those after.
    pub(super) shift: Option<(u32, i64)>,
}

impl Corrected {
    /// Returns the number that a turn of the present version bears in the next.
    pub fn renumbered(&self, turn: u32) -> u32 {
        match self.shift {
            Some((from, by)) if turn >= from => u32::try_from(i64::from(turn) + by).unwrap_or(turn).max(1),
            _ => turn,
        }
    }
}
