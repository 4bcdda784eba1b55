//! The study as a project, or its codebook, for other programs of the field.
//!
//! `write` gathers the study and writes the archive, `codes` its codebook, `texts` each interview with its
//! passages, `cases` its cases and characteristics, `notes` its memos, `kept` and `entries` what came from
//! other programs and goes back as it was. Whatever the format cannot hold is listed in `losses`.

mod cases;
mod codes;
mod entries;
mod kept;
mod losses;
mod notes;
mod texts;
mod write;

pub use write::{ExchangeOutcome, export_codebook, export_project};
