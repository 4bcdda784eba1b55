//! What an import did.

use serde::Serialize;

use crate::domain::coding::Anchoring;
use crate::domain::{CodeId, CoderId, Diagnostic, RecordId, TranscriptId};

/// What became of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum FileStatus {
    /// Not seen before.
    New,
    /// Seen before with other bytes, or read by other settings.
    Changed,
    /// As it was.
    Unchanged,
}

/// A file and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ImportedFile {
    /// Path relative to the study folder.
    pub path: String,
    /// `settings`, `transcript`, `codebook`, `codings`, `questionnaire`, `administrative`.
    pub kind: &'static str,
    /// What became of it.
    pub status: FileStatus,
    /// Labels of the speakers found, of an interview that was read.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub speakers: Vec<String>,
    /// Turns found, of an interview that was read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub turns: Option<usize>,
}

/// How many anchors got each verdict.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Verdicts {
    /// Same words, same place.
    pub exact: usize,
    /// Same words, other place.
    pub moved: usize,
    /// Words changed a little.
    pub approximate: usize,
    /// Not found.
    pub lost: usize,
}

impl Verdicts {
    /// Counts one more.
    pub(super) fn count(&mut self, anchoring: Anchoring) {
        match anchoring {
            Anchoring::Exact => self.exact += 1,
            Anchoring::Moved => self.moved += 1,
            Anchoring::Approximate { .. } => self.approximate += 1,
            Anchoring::Lost => self.lost += 1,
        }
    }

    /// Counts them all.
    pub fn total(&self) -> usize {
        self.exact + self.moved + self.approximate + self.lost
    }
}

/// A coding whose words did not stay as they were: to be looked at.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Reanchored {
    /// The coding.
    pub id: RecordId,
    /// In which transcript.
    pub transcript: TranscriptId,
    /// Which code.
    pub code: CodeId,
    /// Whose.
    pub coder: CoderId,
    /// The verdict.
    #[serde(flatten)]
    pub anchoring: Anchoring,
    /// The words before.
    pub before: String,
    /// The words now; empty when lost.
    pub after: String,
}

/// What an import did.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct ImportOutcome {
    /// Its operation; none when nothing had changed.
    pub operation: Option<i64>,
    /// Every file looked at, in the order read.
    pub files: Vec<ImportedFile>,
    /// Codings added by this import.
    pub codings_added: usize,
    /// Codings whose row is no longer in its table.
    pub codings_removed: usize,
    /// Rows that found no place by this import; they are kept.
    pub unplaced: usize,
    /// Verdicts of the codings of changed transcripts.
    pub verdicts: Verdicts,
    /// Those whose words changed or were lost.
    pub reanchored: Vec<Reanchored>,
    /// Everything found, by place.
    pub diagnostics: Vec<Diagnostic>,
}

impl ImportOutcome {
    /// Counts the files with a status.
    pub fn count(&self, status: FileStatus) -> usize {
        self.files.iter().filter(|file| file.status == status).count()
    }
}
