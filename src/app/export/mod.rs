//! Writing the study as a folder of plain files that imports to the same study.
//!
//! `write` writes the files of people (settings, interviews, codebook, codings, notebook), with quotes
//! that `certain` makes lead back to their place; `tables` those of numbers (questionnaire, casework).

mod certain;
mod tables;
mod write;

pub use write::{ExportOutcome, export};
