//! Coding tables separated by tabs, semicolons or commas.

use csv::{ReaderBuilder, StringRecord};

use super::CodingTable;
use super::faults::Faults;
use super::header::{Column, Header, REQUIRED, column_named};
use super::read::stem;
use crate::domain::coding::{CodingRow, Passage};
use crate::domain::diagnostic::{Diagnostic, Place};
use crate::domain::id::{CoderId, TranscriptId};

const DELIMITERS: [u8; 4] = [b'\t', b';', b',', b'|'];

/// Reads a table; diagnostics give the row (a record, the header being row 1) and the column's
/// number.
pub fn read_delimited(path: &str, text: &str) -> CodingTable {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let delimiter = delimiter(text);
    let mut reader = ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .quoting(is_quoted(text, delimiter))
        .from_reader(text.as_bytes());
    let (mut record, mut faults, mut rows) = (StringRecord::new(), Faults::default(), Vec::new());
    let mut header = None;
    // Whether all rows so far are as long as the header; which the last one is.
    let (mut are_whole, mut last) = (true, None);
    let mut rows_seen = RowCounter::new(text);
    loop {
        match reader.read_record(&mut record) {
            Ok(true) => {}
            Ok(false) => break,
            Err(error) => {
                faults.add(
                    Diagnostic::error(Place::file(path), "coding-table-unreadable").with("detail", error),
                );
                break;
            }
        }
        let row = rows_seen.row(&record);
        match &header {
            None => match Header::read(path, row, &record, &mut faults) {
                Some(read) => header = Some(read),
                None => break,
            },
            // Rows of delimiters only are what a spreadsheet leaves of emptied ones.
            Some(_) if record.iter().all(|field| field.trim().is_empty()) => {}
            Some(header) => {
                rows.extend(read_row(path, row, header, &record, &mut faults));
                are_whole &= last.is_none_or(|(_, length)| length == header.len);
                last = Some((row, record.len()));
            }
        }
    }
    // A copy that was cut off ends inside a row. To take it as it is would remove the codings that
    // stood after it.
    if let Some(header) = &header
        && let Some((row, length)) = last
        && are_whole
        && length < header.len
        && rows.len() > 1
        && rows.last().is_some_and(|read| read.place.line == Some(row))
        && !text.ends_with(['\n', '\r'])
    {
        let fault = Diagnostic::error(Place::at(path, row, length), "coding-cut");
        faults.add(fault.with("found", length).with("expected", header.len));
    }
    if header.is_some() && rows.is_empty() {
        faults.add(Diagnostic::warning(Place::file(path), "coding-no-row"));
    }
    CodingTable { rows, diagnostics: faults.into_list(path) }
}

fn read_row(
    path: &str,
    row: usize,
    header: &Header,
    record: &StringRecord,
    faults: &mut Faults,
) -> Option<CodingRow> {
    let place = |column: Column| Place::at(path, row, header.position(column).map_or(1, |index| index + 1));
    let lengths = |fault: Diagnostic| fault.with("found", record.len()).with("expected", header.len);
    let last_required = REQUIRED.iter().filter_map(|(column, _)| header.position(*column)).max();
    if last_required.is_some_and(|index| record.len() <= index) {
        faults.add(lengths(Diagnostic::error(Place::at(path, row, record.len()), "coding-short-row")));
        return None;
    }
    if record.len() > header.len && record.iter().skip(header.len).any(|field| !field.trim().is_empty()) {
        faults.add(lengths(Diagnostic::warning(Place::at(path, row, header.len + 1), "coding-long-row")));
    }
    let mut is_complete = true;
    for (column, name) in REQUIRED {
        if header.field(record, column).trim().is_empty() {
            let key = if column == Column::Exact { "coding-empty-quote" } else { "coding-empty-cell" };
            faults.add(Diagnostic::error(place(column), key).with("column", name));
            is_complete = false;
        }
    }
    let intensity = header.field(record, Column::Intensity).trim();
    let read = read_intensity(intensity);
    if read.is_none() {
        let fault = Diagnostic::error(place(Column::Intensity), "coding-intensity");
        faults.add(fault.with("value", shorten(intensity)));
    }
    let text = |column| header.field(record, column).to_owned();
    let transcript = header.field(record, Column::Transcript).trim();
    is_complete.then(|| CodingRow {
        transcript: TranscriptId::from(if transcript.is_empty() { stem(path) } else { transcript }),
        coder: CoderId::from(header.field(record, Column::Coder).trim()),
        code: header.field(record, Column::Code).trim().to_owned(),
        passage: Passage::Quote {
            exact: text(Column::Exact),
            prefix: text(Column::Prefix),
            suffix: text(Column::Suffix),
        },
        intensity: read.flatten(),
        memo: text(Column::Memo),
        place: place(Column::Exact),
    })
}

/// Reads 1, 2 or 3 (spreadsheets may write `2.0`), or nothing; none when it is anything else.
fn read_intensity(text: &str) -> Option<Option<u8>> {
    let whole = text.strip_suffix(".0").or_else(|| text.strip_suffix(",0")).unwrap_or(text);
    match whole {
        "" => Some(None),
        "1" => Some(Some(1)),
        "2" => Some(Some(2)),
        "3" => Some(Some(3)),
        _ => None,
    }
}

/// Cuts a value that a message shows.
pub(super) fn shorten(value: &str) -> String {
    const SHOWN: usize = 40;
    let mut short: String = value.chars().take(SHOWN).collect();
    if short.len() < value.len() {
        short.push('…');
    }
    short
}

/// Counts rows as a spreadsheet does: blank lines count, lines within a field do not. The reader's
/// own positions stand before the blank lines that it skips.
struct RowCounter<'text> {
    bytes: &'text [u8],
    /// Where the last record begins, and its line.
    at: usize,
    line: usize,
    /// Lines within fields so far.
    inner: usize,
}

impl<'text> RowCounter<'text> {
    fn new(text: &'text str) -> Self {
        Self { bytes: text.as_bytes(), at: 0, line: 1, inner: 0 }
    }

    fn row(&mut self, record: &StringRecord) -> usize {
        let from = record.position().and_then(|position| usize::try_from(position.byte()).ok());
        let from = from.unwrap_or(self.at).clamp(self.at, self.bytes.len());
        let blank = self.bytes[from..].iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let start = from + blank;
        self.line += memchr::memchr_iter(b'\n', &self.bytes[self.at..start]).count();
        self.at = start;
        let row = self.line - self.inner;
        self.inner += record.iter().map(|field| field.matches('\n').count()).sum::<usize>();
        row
    }
}

/// Tells the delimiter: the one that cuts the header into most known names.
fn delimiter(text: &str) -> u8 {
    let header = text.lines().find(|line| !line.is_empty()).unwrap_or_default();
    let known = |delimiter: &u8| {
        let names = header.split(char::from(*delimiter));
        names.filter(|name| column_named(name.trim().trim_matches('"')).is_some()).count()
    };
    // The first wins among equals: `max_by_key` keeps the last.
    DELIMITERS.into_iter().rev().max_by_key(known).unwrap_or(b'\t')
}

/// Tells whether quotation marks at the start of fields enclose them. Where one does not close
/// right before a delimiter, they belong to the speech, as in tables written without quoting; to
/// take them for quoting would swallow the rows that follow.
fn is_quoted(text: &str, delimiter: u8) -> bool {
    let bytes = text.as_bytes();
    let ends_field = |at: usize| bytes.get(at).is_none_or(|b| *b == delimiter || matches!(b, b'\n' | b'\r'));
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] == b'"' {
            at += 1;
            loop {
                match memchr::memchr(b'"', &bytes[at..]) {
                    None => return false,
                    Some(offset) if bytes.get(at + offset + 1) == Some(&b'"') => at += offset + 2,
                    Some(offset) => {
                        at += offset + 1;
                        break;
                    }
                }
            }
            if !ends_field(at) {
                return false;
            }
        } else {
            at += memchr::memchr3(delimiter, b'\n', b'\r', &bytes[at..]).unwrap_or(bytes.len() - at);
        }
        at += 1;
    }
    true
}
