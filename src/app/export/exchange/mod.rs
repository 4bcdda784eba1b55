//! The study as a project, or its codebook, for other programs of the field.
//!
//! `write` gathers the study and writes the archive, `codes` its codebook, `texts` each interview with its
//! passages, `notes` its memos, `kept` what came from other programs and goes back as it was. Whatever
//! the format cannot hold is listed.

mod codes;
mod kept;
mod notes;
mod texts;
mod write;

pub use write::{ExchangeOutcome, export_codebook, export_project};
