//! Reading files into the study: one operation, all of it or nothing.
//!
//! An unchanged file is not read again; a changed one makes a new version, and every coding of it is
//! re-anchored with a verdict. A file with an error stops the whole import before anything is
//! written. `files` says which files there are, then one file a material.

mod bring;
mod casework;
mod codebook;
mod codings;
mod exchange;
mod files;
mod identifiers;
mod notebook;
mod outcome;
mod preview;
mod questionnaire;
mod read;
mod settings;
mod survey;
mod transcripts;

pub(in crate::app) use exchange::{CASE, LOOSE, UNKNOWN, WHOLE};

pub use crate::app::correction::{Reanchored, Verdicts};
pub use crate::exchange::identifiers::is_one as is_identifier;
pub use crate::exchange::transcript::EXTENSIONS;
pub use bring::{Arrived, Brought, Waiting, bring, look_at, waiting};
pub use outcome::{FileStatus, ImportOutcome, ImportedFile};
pub use preview::{Preview, Understood, Voice, preview};
pub use read::{ImportOptions, check, import, import_with};
pub use survey::{Proposed, propose};
