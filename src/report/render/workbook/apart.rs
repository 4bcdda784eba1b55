//! Gives a standard error a column of its own: « 59,8 ± 1,2 » is two numbers, and a sheet holds one a
//! cell.

use std::borrow::Cow;

use crate::i18n::Catalog;
use crate::report::document::{Cell, Column, Row, Table};

/// Returns a table with the standard errors of its estimates beside them.
pub(super) fn apart<'a>(table: &'a Table, words: &Catalog) -> Cow<'a, Table> {
    let has_errors = |place: usize| {
        table.rows.iter().any(|row| matches!(row.cells.get(place), Some(Cell::Estimate { .. })))
    };
    let split: Vec<bool> = (0..table.columns.len()).map(has_errors).collect();
    if !split.contains(&true) {
        return Cow::Borrowed(table);
    }
    let mut columns = Vec::new();
    for (column, is_split) in table.columns.iter().zip(&split) {
        columns.push(column.clone());
        if *is_split {
            let head = words.text("workbook-standard-error", &[("column", column.title.as_str().into())]);
            columns.push(Column { share: column.share, ..Column::number(head) });
        }
    }
    let rows = table.rows.iter().map(|row| {
        let cells = row.cells.iter().enumerate().flat_map(|(place, cell)| {
            let is_split = split.get(place).copied().unwrap_or(false);
            let (estimate, error) = pair(cell);
            [Some(estimate), is_split.then_some(error)].into_iter().flatten()
        });
        Row { cells: cells.collect(), ..row.clone() }
    });
    Cow::Owned(Table { columns, rows: rows.collect(), ..table.clone() })
}

/// Returns an estimate and its error; what is no number is so of both.
fn pair(cell: &Cell) -> (Cell, Cell) {
    let Cell::Estimate { text, value, error } = cell else { return (cell.clone(), cell.clone()) };
    let (before, after) = text.split_once('±').unwrap_or((text, text));
    let number = |text: &str, value: f64| Cell::Number { text: text.trim().to_owned(), value, anchor: None };
    (number(before, *value), number(after, *error))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    #[test]
    fn an_error_has_its_column_and_what_is_hidden_is_hidden_twice() {
        let number = |text: &str, value: f64| Cell::Number { text: text.to_owned(), value, anchor: None };
        let estimate = Cell::Estimate { text: "59,8 ± 1,2".to_owned(), value: 59.78, error: 1.23 };
        let table = Table {
            columns: vec![Column::text("Échelle"), Column::number("Redressé"), Column::number("Écart")],
            rows: vec![
                Row::plain(vec![Cell::text("a"), estimate, number("0,2", 0.2)]),
                Row::total(vec![Cell::text("b"), Cell::Suppressed, Cell::Zero]),
            ],
            ..Table::default()
        };
        let words = Catalog::new(Language::Fr);
        let set = apart(&table, &words);
        let heads: Vec<&str> = set.columns.iter().map(|column| column.title.as_str()).collect();
        assert_eq!(heads, ["Échelle", "Redressé", "Redressé, erreur type", "Écart"]);
        assert_eq!(set.rows[0].cells[1..], [number("59,8", 59.78), number("1,2", 1.23), number("0,2", 0.2)]);
        assert_eq!(set.rows[1].cells[1..], [Cell::Suppressed, Cell::Suppressed, Cell::Zero]);
        assert!(matches!(apart(&set, &words), Cow::Borrowed(_)));
    }
}
