//! Writing the study as a folder of plain files that imports to the same study.
//!
//! `write` writes the files of people (settings, interviews, codebook, codings), `tables` those of
//! numbers (questionnaire, casework).

mod tables;
mod write;

pub use write::{ExportOutcome, export};
