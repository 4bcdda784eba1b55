//! Rows of a database, every value as text.

use std::collections::BTreeMap;

/// A row, by the names of its columns; what is missing is left out.
pub type Row = BTreeMap<String, String>;

/// Tables by name.
pub type Tables = BTreeMap<String, Vec<Row>>;

/// Returns the rows of a table, none when there is no such table.
pub(super) fn rows<'t>(tables: &'t Tables, name: &str) -> &'t [Row] {
    tables.get(name).map_or(&[], Vec::as_slice)
}

/// Returns a value, empty when it is missing.
pub(super) fn text<'r>(row: &'r Row, name: &str) -> &'r str {
    row.get(name).map_or("", String::as_str)
}

/// Returns a whole number.
pub(super) fn number(row: &Row, name: &str) -> Option<i64> {
    row.get(name)?.trim().parse().ok()
}

/// Returns a value that is not empty.
pub(super) fn some(row: &Row, name: &str) -> Option<String> {
    row.get(name).filter(|value| !value.trim().is_empty()).cloned()
}
