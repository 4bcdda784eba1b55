//! Coding tables: rows of `coder, code, exact, …` with quotes, and JSON Lines with positions.
//!
//! A row that cannot be read costs itself and a located diagnostic, never the rest of its file.

mod delimited;
mod faults;
mod header;
mod json_lines;
mod read;
mod write;

pub use delimited::read_delimited;
pub use json_lines::JsonLines;
pub use read::{CodingTable, read};
pub use write::write;

#[cfg(test)]
mod tests;
