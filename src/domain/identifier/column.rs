//! What a table shows: each cell by itself, and columns whose name or whose whole content says more.

use super::find::{Identifier, IdentifierKind, find};
use super::mask::mask;
use crate::text::fold::fold;

/// Values before a whole column of seven digits says something.
const ENOUGH: usize = 5;

/// Finds in cells told one by one; the rest are counted.
const TOLD: usize = 100;

/// A find in a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ColumnFind {
    /// What it is.
    pub kind: IdentifierKind,
    /// The column, from 0.
    pub column: usize,
    /// Line of the file where it first stands.
    pub line: usize,
    /// Row where it first stands, the header being row 1.
    pub row: usize,
    /// What may be shown of the first.
    pub masked: String,
    /// Cells of a column that holds nothing else; none for the find of one cell.
    pub count: Option<usize>,
}

/// Watches the rows of a table go by.
#[derive(Clone, Debug, Default)]
pub struct ColumnWatch {
    columns: Vec<Column>,
    found: Vec<ColumnFind>,
    more: usize,
}

#[derive(Clone, Debug, Default)]
struct Column {
    /// What its name says that it holds.
    named: Option<IdentifierKind>,
    /// Whether the study declares it as the key of its rows, which a study number is.
    is_key: bool,
    values: usize,
    numbers: usize,
    first: Option<(usize, usize, String)>,
}

impl ColumnWatch {
    /// Begins at the header; `keys` are the columns that name the rows.
    pub fn new(header: &[String], keys: &[usize]) -> Self {
        let column = |(at, name): (usize, &String)| Column {
            named: named(name),
            is_key: keys.contains(&at),
            ..Column::default()
        };
        Self { columns: header.iter().enumerate().map(column).collect(), ..Self::default() }
    }

    /// Looks at the cells of a row.
    pub fn row<'v>(&mut self, line: usize, row: usize, values: impl Iterator<Item = &'v str>) {
        for (at, value) in values.enumerate() {
            self.see(line, row, at, value);
        }
    }

    /// Looks at a cell.
    pub fn see(&mut self, line: usize, row: usize, at: usize, value: &str) {
        let value = value.trim();
        let Some(column) = self.columns.get_mut(at).filter(|_| !value.is_empty()) else { return };
        column.values += 1;
        let kind = column.named.unwrap_or(IdentifierKind::Recipient);
        if is_number_of(kind, value) {
            column.numbers += 1;
            column.first.get_or_insert_with(|| (line, row, mask(kind, value)));
            if column.named.is_some() {
                return;
            }
        }
        for Identifier { kind, masked, .. } in find(value) {
            if self.found.len() < TOLD {
                self.found.push(ColumnFind { kind, column: at, line, row, masked, count: None });
            } else {
                self.more += 1;
            }
        }
    }

    /// Ends: what was found, and how many finds are not listed.
    pub fn finish(mut self) -> (Vec<ColumnFind>, usize) {
        for (at, column) in self.columns.into_iter().enumerate() {
            let is_whole = column.numbers >= ENOUGH && column.numbers == column.values && !column.is_key;
            if !(is_whole || column.named.is_some()) {
                continue;
            }
            if let Some((line, row, masked)) = column.first {
                let kind = column.named.unwrap_or(IdentifierKind::Recipient);
                let count = Some(column.numbers);
                self.found.push(ColumnFind { kind, column: at, line, row, masked, count });
            }
        }
        self.found.sort_by_key(|one| (one.line, one.column));
        (self.found, self.more)
    }
}

/// Tells what a column is said to hold.
fn named(name: &str) -> Option<IdentifierKind> {
    let name = fold(name);
    let words: Vec<&str> = name.split(|sign: char| !sign.is_alphanumeric()).collect();
    let holds = |known: &[&str]| words.iter().any(|word| known.contains(word));
    if name.contains("allocataire")
        || name.contains("matricule")
        || holds(&["numcaf", "numalloc", "noalloc", "matr"])
    {
        return Some(IdentifierKind::Recipient);
    }
    if holds(&["nir", "nss", "nir13", "nir15", "secu"]) {
        return Some(IdentifierKind::Nir);
    }
    if name.contains("telephone") || holds(&["tel", "portable", "mobile", "gsm", "phone"]) {
        return Some(IdentifierKind::Phone);
    }
    None
}

/// Tells whether a value is what its column is said to hold, as spreadsheets spoil it: without leading
/// zero, with `.0`.
fn is_number_of(kind: IdentifierKind, value: &str) -> bool {
    let value = value.strip_suffix(".0").unwrap_or(value);
    let digits = value.bytes().filter(u8::is_ascii_digit).count();
    let alone = value.bytes().all(|byte| byte.is_ascii_digit() || byte == b' ');
    match kind {
        IdentifierKind::Recipient => {
            let body = value.trim_end_matches(|sign: char| sign.is_ascii_uppercase()).trim_end();
            body.len() == 7 && value.len() <= 9 && body.bytes().all(|byte| byte.is_ascii_digit())
        }
        IdentifierKind::Nir => alone && (digits == 13 || digits == 15),
        IdentifierKind::Phone => alone && digits == 9 && value.starts_with(|sign| matches!(sign, '1'..='9')),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn watch(name: &str, is_key: bool, values: &[&str]) -> Vec<(&'static str, usize, Option<usize>)> {
        let keys: &[usize] = if is_key { &[0] } else { &[] };
        let mut watch = ColumnWatch::new(&[name.to_owned()], keys);
        for (at, value) in values.iter().enumerate() {
            watch.see(at + 2, at + 2, 0, value);
        }
        let told = |one: ColumnFind| {
            assert!(one.masked.contains('•'), "{one:?}");
            (one.kind.name(), one.row, one.count)
        };
        watch.finish().0.into_iter().map(told).collect()
    }

    #[test]
    fn a_column_says_what_one_number_does_not() {
        let numbers = ["1234567", "2345678", "", "3456789", "4567890", "5678901"];
        assert_eq!(watch("x", false, &numbers), [("recipient", 2, Some(5))]);
        assert_eq!(watch("dossier", true, &numbers), []);
        assert_eq!(watch("x", false, &numbers[..4]), []);
        assert_eq!(watch("x", false, &[&numbers[..], &["12"]].concat()), []);
        assert_eq!(watch("N° allocataire", true, &["1234567"]), [("recipient", 2, Some(1))]);
        assert_eq!(watch("MATRICULE", false, &["12", "1234567 K"]), [("recipient", 3, Some(1))]);
        assert_eq!(watch("Téléphone", false, &["612345678"]), [("phone", 2, Some(1))]);
        assert_eq!(watch("NIR", false, &["2850578006084"]), [("nir", 2, Some(1))]);
        assert_eq!(watch("montant", false, &["1000000", "12", "3000000", "2500000", "1", "1"]), []);
        assert_eq!(watch("commentaire", false, &["au 06 12 34 56 78"]), [("phone", 2, None)]);
    }
}
