//! Direct identifiers of persons in what is read: located, and never shown whole.

use crate::domain::diagnostic::{Diagnostic, Place};
use crate::domain::identifier::{ColumnWatch, Identifier, find, hidden};

/// Beginning of the keys of what is found here.
pub const KEY: &str = "identifier-";

/// Finds of one text listed one by one; the rest are counted.
const TOLD: usize = 100;

/// Finds the identifiers of a file's text; each is told at its line and column. `first` is the line on
/// which the text begins.
pub fn in_text(path: &str, text: &str, first: usize) -> Vec<Diagnostic> {
    let found = find(text);
    let mut told = Vec::new();
    let mut signs = text.chars();
    let (mut at, mut line, mut column) = (0, first, 1);
    for one in found.iter().take(TOLD) {
        for sign in signs.by_ref().take(one.start - at) {
            (line, column) = if sign == '\n' { (line + 1, 1) } else { (line, column + 1) };
        }
        at = one.start;
        told.push(tell(Place::at(path, line, column), "identifier-text", one));
    }
    told.extend(more(path, found.len().saturating_sub(TOLD)));
    told
}

/// Finds the identifiers of a short text that belongs to something named: a memo, a characteristic.
pub fn in_field(place: &Place, key: &'static str, name: &str, text: &str) -> Vec<Diagnostic> {
    find(text).iter().map(|one| tell(place.clone(), key, one).with("name", name)).collect()
}

/// Tells what was seen in the columns of a table.
pub fn in_table(path: &str, header: &[String], watch: ColumnWatch) -> Vec<Diagnostic> {
    let (found, left) = watch.finish();
    let tell = |one: &crate::domain::identifier::ColumnFind| {
        let key = if one.count.is_some() { "identifier-column" } else { "identifier-cell" };
        let mut told = Diagnostic::error(Place::at(path, one.line, one.column + 1), key)
            .with("kind", one.kind.name())
            .with("masked", &one.masked)
            .with("row", one.row)
            .with("column", header.get(one.column).map_or("", String::as_str));
        if let Some(count) = one.count {
            told = told.with("count", count);
        }
        told
    };
    found.iter().map(tell).chain(more(path, left)).collect()
}

fn tell(place: Place, key: &'static str, one: &Identifier) -> Diagnostic {
    Diagnostic::error(place, key).with("kind", one.kind.name()).with("masked", &one.masked)
}

fn more(path: &str, count: usize) -> Option<Diagnostic> {
    (count > 0).then(|| Diagnostic::error(Place::file(path), "identifier-more").with("count", count))
}

/// Hides identifiers in what findings repeat of a file: a value that is not declared may be one.
pub fn hide(found: &mut [Diagnostic]) {
    for (_, value) in found.iter_mut().flat_map(|one| &mut one.arguments) {
        if let Some(hidden) = hidden(value) {
            *value = hidden;
        }
    }
}

/// Tells whether a finding is an identifier of a person.
pub fn is_one(found: &Diagnostic) -> bool {
    found.key.starts_with(KEY)
}
