//! The database: the truth of a study. One file an aggregate, every change an operation.
//!
//! Rows are never overwritten. A change ends the present row (`died`) and bears the next (`born`),
//! both naming the operation, so that the audit trail, undo and past states need no second
//! mechanism. `change` opens an operation, `journal` lists them, `undo` takes them back, `rows` writes many rows
//! in few statements; the other files each know one aggregate.

mod carry;
mod casework;
mod change;
mod codebook;
mod coding;
mod connect;
mod decision;
mod error;
mod foreign;
mod head;
mod journal;
mod memo;
mod notebook;
mod passage;
mod place;
mod preference;
mod questionnaire;
mod retrieval;
mod round;
mod rows;
mod run;
mod saved_query;
mod setting;
mod source;
mod theme_history;
mod transcript;
mod undo;
mod unplaced;
mod veil;

pub use casework::{
    ConcernedRecipient, DurationCount, FamilyCount, FamilyRow, GroupCount, InterventionCount, RowCounts,
    StoredIntervention,
};
pub use change::Change;
pub use codebook::{CheckedDefinition, PastTheme};
pub use coding::{CodingFilter, Position, StoredCoding};
pub use connect::Store;
pub use decision::Decision;
pub use error::StoreError;
pub use foreign::{ForeignError, ForeignRow, ForeignTables, read_foreign};
pub use head::TranscriptHead;
pub use journal::Operation;
pub use notebook::{NOTEBOOK, Record, RecordState};
pub use passage::Since;
pub use place::CodedTurns;
pub use retrieval::{CountedBy, Crossed, Retrieval, Term};
pub use run::{Run, RunFacts};
pub use saved_query::SavedQuery;
pub use source::{Source, SourceKind};
pub use unplaced::UnplacedRow;
pub use veil::Veil;
