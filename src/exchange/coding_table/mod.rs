//! Coding tables: rows of `coder, code, exact, …` with quotes, and JSON Lines with positions.
//!
//! A row that cannot be read costs itself and a located diagnostic, never the rest of its file.

mod delimited;
mod faults;
mod header;
mod json_lines;
mod write;

pub use delimited::read_delimited;
pub use json_lines::JsonLines;
pub use write::write;

use crate::domain::coding::CodingRow;
use crate::domain::diagnostic::Diagnostic;

/// The rows of a coding table, not yet anchored, with what was doubtful.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CodingTable {
    /// In the order of the file.
    pub rows: Vec<CodingRow>,
    /// In the order of their places.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads a decoded coding table.
///
/// It is JSON Lines when `path` ends in `.jsonl` or `.ndjson`, else a table whose delimiter the
/// header tells. `path` is relative to the study folder; its stem names the transcript where no
/// column does.
pub fn read(path: &str, text: &str) -> CodingTable {
    let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
    if extension.eq_ignore_ascii_case("jsonl") || extension.eq_ignore_ascii_case("ndjson") {
        json_lines::read(path, text)
    } else {
        read_delimited(path, text)
    }
}

/// Returns a file's name without folders and extension.
fn stem(path: &str) -> &str {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| if stem.is_empty() { name } else { stem })
}

#[cfg(test)]
mod tests;
