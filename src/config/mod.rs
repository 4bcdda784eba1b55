//! Settings files to values, one file a concern.
//!
//! Every parser takes the file's path (for places) and text, and returns the value with located
//! diagnostics: an unknown key is an error that names the nearest known one. The value is `None`
//! exactly when a diagnostic is an error.

pub mod administrative;
mod checklists;
mod document;
pub mod plain_tables;
pub mod questionnaire;
mod scale;
pub mod settled;
pub mod study;
