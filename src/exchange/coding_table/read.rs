//! A coding table read by the form that its name tells.

use super::delimited::read_delimited;
use super::json_lines;
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
pub(super) fn stem(path: &str) -> &str {
    let name = path.rsplit(['/', '\\']).next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| if stem.is_empty() { name } else { stem })
}
