//! What an import did.

use serde::Serialize;

use crate::app::correction::follow::{Reanchored, Verdicts};
use crate::domain::Diagnostic;

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
    /// `settings`, `transcript`, `codebook`, `codings`, `questionnaire`, `administrative`, `notebook`, `exchange`.
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
    /// Direct identifiers of persons imported because the user insisted.
    pub identifiers: usize,
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
