//! The row of names of a sheet: what stands above it is a title, what is merged over it a heading.

use std::collections::BTreeMap;

use super::cell::Cell;

/// Rows in which the header is looked for.
pub(super) const LOOKED_AT: usize = 60;

/// A row of a sheet: its place from 0, and its cells from the first column on.
pub(super) type SheetRow = (usize, Vec<Cell>);

/// Where a sheet's names are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Header {
    /// Row of the names, from 0.
    pub(super) row: usize,
    /// One a column.
    pub(super) names: Vec<String>,
    /// Row of the first values, from 0.
    pub(super) first: usize,
}

/// Cells merged into one: first and last row and column, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Merge {
    pub(super) rows: (usize, usize),
    pub(super) columns: (usize, usize),
}

/// Finds the header among the first rows of a sheet: the first row with two cells, or, in a sheet of one
/// column, the first row with one.
pub(super) fn row_of(rows: &[SheetRow]) -> Option<usize> {
    let filled = |row: &SheetRow| row.1.iter().filter(|cell| !cell.is_empty()).count();
    rows.iter().position(|row| filled(row) >= 2).or_else(|| rows.iter().position(|row| filled(row) == 1))
}

/// Tells whether a header has holes where the row below has cells, as merged cells leave them.
pub(super) fn has_holes(rows: &[SheetRow], at: usize) -> bool {
    let header = &rows[at].1;
    let is_hole = |column: usize| header.get(column).is_none_or(Cell::is_empty);
    let below = rows.get(at + 1).map_or(&[][..], |(_, cells)| cells);
    below.iter().enumerate().any(|(column, cell)| !cell.is_empty() && is_hole(column))
}

/// Reads the header at a place of the rows; a heading merged over several columns joins the names below.
pub(super) fn read(rows: &[SheetRow], at: usize, merges: &[Merge]) -> Header {
    let (row, cells) = &rows[at];
    let mut over: Vec<&Merge> =
        merges.iter().filter(|one| one.rows == (*row, *row) && one.columns.1 > one.columns.0).collect();
    // No cell is merged twice; a file that says so says it without end.
    over.sort_by_key(|one| one.columns);
    let mut next = 0;
    over.retain(|one| {
        let is_free = one.columns.0 >= next;
        next = if is_free { one.columns.1 + 1 } else { next };
        is_free
    });
    let below = rows.get(at + 1).filter(|(next, _)| next - row == 1);
    let is_named = |cells: &[Cell]| {
        let covered = over.iter().flat_map(|one| one.columns.0..=one.columns.1);
        let named: Vec<usize> =
            covered.filter(|column| cells.get(*column).is_some_and(|cell| !cell.is_empty())).collect();
        !named.is_empty() && named.iter().all(|column| matches!(cells.get(*column), Some(Cell::Text(_))))
    };
    let names_below = below.filter(|(_, cells)| !over.is_empty() && is_named(cells)).map(|(_, cells)| cells);
    let width = cells.len().max(names_below.map_or(0, Vec::len));
    let text = |cells: &[Cell], column: usize| {
        let text = cells.get(column).map_or("", Cell::text);
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let mut names = Vec::with_capacity(width);
    for column in 0..width {
        let heading = over.iter().find(|one| (one.columns.0..=one.columns.1).contains(&column));
        let own = text(cells, heading.map_or(column, |one| one.columns.0));
        let name = match (names_below.map(|cells| text(cells, column)), heading) {
            (Some(below), Some(_)) if !below.is_empty() => format!("{own} – {below}"),
            (Some(below), None) if own.is_empty() => below,
            _ => own,
        };
        names.push(name);
    }
    // One merged cell over columns of values gives them its name, numbered.
    let mut times: BTreeMap<String, usize> = BTreeMap::new();
    for (column, name) in names.iter_mut().enumerate() {
        let is_merged = over.iter().any(|one| (one.columns.0..=one.columns.1).contains(&column));
        if name.is_empty() || !is_merged {
            continue;
        }
        let count = times.entry(name.clone()).or_default();
        *count += 1;
        if *count > 1 {
            *name = format!("{name} ({count})");
        }
    }
    let first = if names_below.is_some() { row + 2 } else { row + 1 };
    Header { row: *row, names, first }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(at: usize, cells: &[&str]) -> SheetRow {
        let cell = |text: &&str| match text.parse::<f64>() {
            Ok(_) => Cell::Value((*text).to_owned()),
            Err(_) => Cell::Text((*text).to_owned()),
        };
        (at, cells.iter().map(cell).collect())
    }

    fn merge(row: usize, columns: (usize, usize)) -> Merge {
        Merge { rows: (row, row), columns }
    }

    #[test]
    fn titles_stand_above_the_header() {
        let rows = [row(0, &["Tableau 1"]), row(2, &["id", "âge"]), row(3, &["R1", "34"])];
        assert_eq!(row_of(&rows), Some(1));
        let header = read(&rows, 1, &[]);
        assert_eq!((header.row, header.first, header.names), (2, 3, vec!["id".to_owned(), "âge".to_owned()]));
        assert_eq!(row_of(&[row(4, &["", "seul"])]), Some(0));
        assert_eq!(row_of(&[]), None);
    }

    #[test]
    fn a_merged_heading_joins_the_names_below_or_is_numbered() {
        let above = row(0, &["id", "Bien-être", ""]);
        let merges = [merge(0, (1, 2))];
        let named = [above.clone(), row(1, &["", "be1", "be2"]), row(2, &["R1", "3", "4"])];
        let header = read(&named, 0, &merges);
        assert_eq!(header.names, ["id", "Bien-être – be1", "Bien-être – be2"]);
        assert_eq!(header.first, 2);
        let valued = [above, row(1, &["R1", "3", "4"])];
        let header = read(&valued, 0, &merges);
        assert_eq!(header.names, ["id", "Bien-être", "Bien-être (2)"]);
        assert_eq!(header.first, 1);
    }
}
