//! Coding tables in JSON Lines: `{"document", "start", "end", "code", "coder"}`, one a line.
//!
//! Positions are scalar values of the whole source file, front matter included, `end` exclusive. A
//! line may give a quote (`exact`, `prefix`, `suffix`) instead, and `intensity` and `memo`. With `file`, the
//! fingerprint of the file that positions count in, they are looked for in no other.

use std::iter::Enumerate;
use std::str::Lines;

use serde::Deserialize;

use super::CodingTable;
use super::delimited::shorten;
use super::faults::Faults;
use super::read::stem;
use crate::domain::coding::{CodingRow, Passage};
use crate::domain::diagnostic::{Diagnostic, Place};
use crate::domain::id::{CoderId, TranscriptId};
use crate::text::{Fingerprint, Span};

#[derive(Deserialize)]
struct Line {
    #[serde(alias = "transcript", default)]
    document: String,
    start: Option<usize>,
    end: Option<usize>,
    file: Option<Fingerprint>,
    code: String,
    coder: String,
    #[serde(default)]
    exact: String,
    #[serde(default)]
    prefix: String,
    #[serde(default)]
    suffix: String,
    intensity: Option<i64>,
    #[serde(default)]
    memo: String,
}

/// Reads the lines one after the other, for files too large to hold as rows.
#[derive(Clone, Debug)]
pub struct JsonLines<'text> {
    path: &'text str,
    lines: Enumerate<Lines<'text>>,
}

impl<'text> JsonLines<'text> {
    /// Starts at the first line; `path` is relative to the study folder.
    pub fn new(path: &'text str, text: &'text str) -> Self {
        Self { path, lines: text.strip_prefix('\u{feff}').unwrap_or(text).lines().enumerate() }
    }

    fn read(&self, line: usize, text: &str) -> Result<CodingRow, Diagnostic> {
        let fault = |key| Diagnostic::error(Place::at(self.path, line, 1), key);
        let read: Line = serde_json::from_str(text).map_err(|error| {
            let place = Place::at(self.path, line, error.column().max(1));
            Diagnostic::error(place, "coding-bad-json").with("detail", reason(&error))
        })?;
        let passage = match (read.start, read.end) {
            (Some(start), Some(end)) if start < end => match read.file {
                None => Passage::Source(Span::new(start, end)),
                Some(file) => Passage::OfFile { span: Span::new(start, end), file },
            },
            (Some(start), Some(end)) => {
                return Err(fault("coding-bad-span").with("start", start).with("end", end));
            }
            _ if read.exact.trim().is_empty() => return Err(fault("coding-empty-quote")),
            _ => Passage::Quote { exact: read.exact, prefix: read.prefix, suffix: read.suffix },
        };
        for (name, value) in [("coder", &read.coder), ("code", &read.code)] {
            if value.trim().is_empty() {
                return Err(fault("coding-empty-cell").with("column", name));
            }
        }
        let intensity = match read.intensity {
            None => None,
            Some(given) => match u8::try_from(given) {
                Ok(intensity @ 1..=3) => Some(intensity),
                _ => return Err(fault("coding-intensity").with("value", given)),
            },
        };
        let document = if read.document.is_empty() { stem(self.path).to_owned() } else { read.document };
        Ok(CodingRow {
            transcript: TranscriptId(document),
            coder: CoderId(read.coder),
            code: read.code,
            passage,
            intensity,
            memo: read.memo,
            place: Place { line: Some(line), ..Place::file(self.path) },
        })
    }
}

impl Iterator for JsonLines<'_> {
    type Item = Result<CodingRow, Diagnostic>;

    fn next(&mut self) -> Option<Self::Item> {
        let (index, text) = self.lines.find(|(_, text)| !text.trim().is_empty())?;
        Some(self.read(index + 1, text))
    }
}

pub(super) fn read(path: &str, text: &str) -> CodingTable {
    let (mut rows, mut faults) = (Vec::new(), Faults::default());
    for row in JsonLines::new(path, text) {
        match row {
            Ok(row) => rows.push(row),
            Err(fault) => faults.add(fault),
        }
    }
    if rows.is_empty() {
        faults.add(Diagnostic::warning(Place::file(path), "coding-no-row"));
    }
    CodingTable { rows, diagnostics: faults.into_list(path) }
}

/// What the parser says, without its own line and column, which count within the line.
fn reason(error: &serde_json::Error) -> String {
    let text = error.to_string();
    shorten(text.rfind(" at line ").map_or(text.as_str(), |at| &text[..at]))
}
