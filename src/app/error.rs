//! Why a use case could not be carried out.

use std::path::PathBuf;

use thiserror::Error;

use super::coding::CodingError;
use super::memo::MemoError;
use crate::domain::codebook::CodebookError;
use crate::domain::transcript::correct::CorrectionError;
use crate::domain::{Diagnostic, TranscriptId};
pub use crate::exchange::folder::FileError;
pub use crate::exchange::print::PrintError;
use crate::store::{Operation, StoreError};

/// A failure of a use case; delivery turns it into a translated message with a hint.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum AppError {
    /// The folder holds no `study.toml`.
    #[error("find a study in {}", folder.display())]
    NoStudy {
        /// Where it was looked for.
        folder: PathBuf,
    },
    /// The folder holds one already.
    #[error("make a study in {}, which holds one", folder.display())]
    StudyExists {
        /// Where it was to be made.
        folder: PathBuf,
    },
    /// A folder to be written holds something.
    #[error("write into {}, which is not empty", folder.display())]
    FolderNotEmpty {
        /// The folder.
        folder: PathBuf,
    },
    /// Files have errors; nothing was changed.
    #[error("read the study's files: {} findings", .0.len())]
    Refused(Vec<Diagnostic>),
    /// What was asked for is not in the study.
    #[error("find {kind} {name:?}")]
    Unknown {
        /// `code`, `transcript`, `coder`, `attribute`, …: a key of the catalogues.
        kind: &'static str,
        /// As asked.
        name: String,
        /// The nearest that exists.
        nearest: Option<String>,
    },
    /// Another server holds the study.
    #[error("hold the study, which is open at {address}")]
    InUse {
        /// Where it answers.
        address: String,
    },
    /// The port cannot be listened on.
    #[error("listen on port {port}: {reason}")]
    Port {
        /// The port.
        port: u16,
        /// What the system says.
        reason: String,
    },
    /// A page was made from a text that has been corrected since.
    #[error("find version {given} of {transcript} in its place: the present one is {present}")]
    StaleVersion {
        /// The transcript.
        transcript: TranscriptId,
        /// The version that was read.
        given: u32,
        /// The present one.
        present: u32,
    },
    /// A correction of a transcript cannot be made.
    #[error("correct a transcript")]
    Correction(#[from] CorrectionError),
    /// A decision lacks what it owes its reader, or holds what cannot be kept.
    #[error("read the {what} of a decision")]
    Unwritten {
        /// `reason`, `name`, `portrait`, `reading`, `weight`, `axis`: a key of the catalogues.
        what: &'static str,
    },
    /// The codebook cannot be changed as asked.
    #[error("change the codebook")]
    Codebook(#[from] CodebookError),
    /// Nothing to undo.
    #[error("find an operation to undo")]
    NothingToUndo,
    /// Nothing to redo.
    #[error("find an undo to take back")]
    NothingToRedo,
    /// What an undo or a redo would touch was changed since.
    #[error("take back what operation {} changed since", .0.number)]
    UndoConflict(Box<Operation>),
    /// A coding could not be made or changed as asked.
    #[error("code as asked")]
    Coding(#[from] CodingError),
    /// A memo could not be written as asked.
    #[error("write a memo as asked")]
    Memo(#[from] MemoError),
    /// Nothing has been imported yet.
    #[error("find {missing} in the study")]
    Empty {
        /// What is missing: a key of the catalogues (`transcripts`, `codings`, `questionnaire`, …).
        missing: &'static str,
    },
    /// A query cannot be named so.
    #[error("name a query in 1 to {most} characters")]
    QueryName {
        /// Characters of a name, at most.
        most: usize,
    },
    /// A query does not read.
    #[error("read the query")]
    Query(#[from] crate::search::QueryError),
    /// The index failed.
    #[error("search the index")]
    Search(#[from] crate::search::SearchError),
    /// A file could not be read or written.
    #[error("reach a file")]
    File(#[from] FileError),
    /// The database failed.
    #[error("reach the study's database")]
    Store(#[from] StoreError),
    /// A typology could not be computed.
    #[error("build the typology")]
    Typology(#[from] crate::analysis::typology::TypologyError),
    /// The questionnaire cannot be brought to the margins.
    #[error("weigh the questionnaire")]
    Weights(#[from] crate::analysis::weighting::Refused),
    /// A part of the program stopped before its end.
    #[error("read {what} to its end")]
    Stopped {
        /// What it was reading.
        what: &'static str,
    },
    /// No program printed a document.
    #[error("print a document")]
    Print(#[from] PrintError),
    /// A document could not be typeset.
    #[cfg(feature = "pdf")]
    #[error("typeset a document")]
    Typeset(#[from] crate::report::render::TypesetError),
    /// The report's tables do not fit a workbook.
    #[error("write the tables of the report")]
    Workbook(#[from] crate::report::render::WorkbookError),
    /// A figure of the report could not be drawn.
    #[error("draw a figure of the report")]
    Draw(#[from] crate::report::render::DrawError),
    /// The parts of a file could not be packed.
    #[error("pack {file}")]
    Pack {
        /// The file, or its kind.
        file: String,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// A stored or computed value could not be written as JSON.
    #[error("write a result")]
    Json(#[from] serde_json::Error),
}
