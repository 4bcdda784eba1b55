//! Writing the study as a folder of plain files that imports to the same study.
//!
//! `export` writes the files of people (settings, interviews, codebook, codings), `tables` those of
//! numbers (questionnaire, casework).

mod export;
mod tables;

pub use export::{ExportOutcome, export};
