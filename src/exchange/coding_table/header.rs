//! The header of a coding table: which column holds what, under its English or French name.

use csv::StringRecord;

use super::faults::Faults;
use crate::domain::diagnostic::{Diagnostic, Place};
use crate::domain::nearest::nearest;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Transcript,
    Coder,
    Code,
    Exact,
    Prefix,
    Suffix,
    Intensity,
    Memo,
}

const NAMES: [(&str, Column); 28] = [
    ("transcript", Column::Transcript),
    ("document", Column::Transcript),
    ("interview", Column::Transcript),
    ("entretien", Column::Transcript),
    ("retranscription", Column::Transcript),
    ("coder", Column::Coder),
    ("codeur", Column::Coder),
    ("codeuse", Column::Coder),
    ("codeur·se", Column::Coder),
    ("code", Column::Code),
    ("exact", Column::Exact),
    ("quote", Column::Exact),
    ("passage", Column::Exact),
    ("extrait", Column::Exact),
    ("verbatim", Column::Exact),
    ("citation", Column::Exact),
    ("prefix", Column::Prefix),
    ("before", Column::Prefix),
    ("avant", Column::Prefix),
    ("suffix", Column::Suffix),
    ("after", Column::Suffix),
    ("après", Column::Suffix),
    ("apres", Column::Suffix),
    ("intensity", Column::Intensity),
    ("intensité", Column::Intensity),
    ("intensite", Column::Intensity),
    ("memo", Column::Memo),
    ("mémo", Column::Memo),
];

/// Columns that every table must have, under the name that a message gives them.
pub(super) const REQUIRED: [(Column, &str); 3] =
    [(Column::Coder, "coder"), (Column::Code, "code"), (Column::Exact, "exact")];

/// Returns what a column of this name holds.
pub(super) fn column_named(name: &str) -> Option<Column> {
    let name = name.trim().to_lowercase();
    NAMES.iter().find(|(known, _)| *known == name).map(|(_, column)| *column)
}

/// The columns of a table.
#[derive(Clone, Debug, Default)]
pub(super) struct Header {
    columns: Vec<(Column, usize)>,
    /// Number of columns, unknown ones included.
    pub(super) len: usize,
}

impl Header {
    /// Reads a header that stands on `line`; unknown and repeated columns are noted, missing ones are errors and give
    /// none.
    pub(super) fn read(path: &str, line: usize, record: &StringRecord, faults: &mut Faults) -> Option<Self> {
        let mut header = Self { columns: Vec::new(), len: record.len() };
        for (index, name) in record.iter().enumerate() {
            let place = Place::at(path, line, index + 1);
            match column_named(name) {
                Some(column) if header.position(column).is_some() => {
                    faults.add(Diagnostic::warning(place, "coding-column-twice").with("column", name.trim()));
                }
                Some(column) => header.columns.push((column, index)),
                // Spreadsheets write empty columns at the end.
                None if name.trim().is_empty() => {}
                None => {
                    let known = NAMES.iter().map(|(known, _)| *known);
                    let nearest = nearest(name.trim(), known).unwrap_or("empty");
                    let note = Diagnostic::note(place, "coding-unknown-column");
                    faults.add(note.with("column", name.trim()).with("nearest", nearest));
                }
            }
        }
        let missing: Vec<&str> = REQUIRED
            .iter()
            .filter(|(column, _)| header.position(*column).is_none())
            .map(|(_, name)| *name)
            .collect();
        for name in &missing {
            faults.add(
                Diagnostic::error(Place::at(path, line, 1), "coding-missing-column").with("column", name),
            );
        }
        missing.is_empty().then_some(header)
    }

    /// Returns the index of a column.
    pub(super) fn position(&self, column: Column) -> Option<usize> {
        self.columns.iter().find(|(known, _)| *known == column).map(|(_, index)| *index)
    }

    /// Returns a row's field, empty when the row or the table has none.
    pub(super) fn field<'row>(&self, row: &'row StringRecord, column: Column) -> &'row str {
        self.position(column).and_then(|index| row.get(index)).unwrap_or_default()
    }
}
