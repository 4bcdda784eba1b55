//! Writing the study as a folder of plain files that imports to the same study.
//!
//! `write` writes the files of people (settings, interviews, codebook, codings, notebook), with quotes
//! that `certain` makes lead back to their place; `tables` those of numbers (questionnaire, casework); `exchange`
//! writes it for other programs of the field.

mod certain;
mod exchange;
mod tables;
mod write;

pub use crate::exchange::qdpx::Target;
pub use exchange::{ExchangeOutcome, export_codebook, export_project};
pub use write::{ExportOutcome, export};
