//! The study as tables for statistics: `gather` makes them, `write` puts them into a folder.

mod gather;
mod write;

pub(super) use gather::tables;
pub(super) use write::csv_files;
pub use write::{TidyOutcome, export_tidy};
