//! The counts of both materials, noted in one ledger and read back when it is closed.
//!
//! The same walk over the tables is made twice: the first time it notes each count with what its own
//! table decided, and the sums between them; the second time each count is told what may be published.

use crate::analysis::disclosure::{Figure, Ledger, Protected, ProtectedList, Published, Rank};

/// A ledger under way.
pub(super) struct Book {
    ledger: Ledger,
    noted: Vec<Figure>,
    /// Counts told so far; none while they are noted.
    told: Option<usize>,
    rounding: u64,
}

/// The figures of a table.
pub(super) struct TableFigures {
    pub(super) cells: Vec<Vec<Figure>>,
    pub(super) rows: Vec<Figure>,
    pub(super) columns: Vec<Figure>,
    pub(super) total: Figure,
}

impl Book {
    pub(super) fn new(rounding: u64) -> Self {
        Self { ledger: Ledger::default(), noted: Vec::new(), told: None, rounding }
    }

    /// Hides what must be hidden; from then on counts are told.
    pub(super) fn close(&mut self, threshold: u64) {
        self.ledger.close(threshold);
        self.told = Some(0);
    }

    /// Notes a count, or tells it what may be published.
    pub(super) fn count(&mut self, cell: &mut Published, count: u64, rank: Rank) -> Figure {
        let Some(told) = &mut self.told else {
            let figure = self.ledger.note(count, *cell, rank);
            self.noted.push(figure);
            return figure;
        };
        let figure = self.noted.get(*told).copied();
        *told += 1;
        let Some(figure) = figure else { return self.ledger.latent(0) };
        *cell = self.ledger.state(figure).rounded(self.rounding);
        figure
    }

    /// A number that everybody knows.
    pub(super) fn known(&mut self, count: u64) -> Figure {
        self.ledger.note(count, Published::Count(count), Rank::Known)
    }

    /// A count that is never printed: of persons, or of the file only.
    pub(super) fn latent(&mut self, count: u64, is_of_persons: bool) -> Figure {
        if is_of_persons { self.ledger.latent(count) } else { self.ledger.slack(count) }
    }

    /// Notes that parts make a whole, where they do.
    pub(super) fn sum(&mut self, parts: &[Figure], whole: Figure) {
        if self.told.is_none() {
            self.ledger.sum(parts, whole);
        }
    }

    /// Notes that a figure is another, or lies within it.
    pub(super) fn within(&mut self, part: Figure, whole: Figure) {
        if self.told.is_none() {
            self.ledger.within(part, whole);
        }
    }

    /// Walks over a list and its total.
    pub(super) fn list(&mut self, list: &mut ProtectedList, counts: &[u64]) -> (Vec<Figure>, Figure) {
        let cells: Vec<Figure> = list
            .cells
            .iter_mut()
            .zip(counts)
            .map(|(cell, count)| self.count(cell, *count, Rank::Cell))
            .collect();
        let total = self.count(&mut list.total, counts.iter().sum(), Rank::Whole);
        self.sum(&cells, total);
        if self.told.is_some() {
            *list = ProtectedList::of(std::mem::take(&mut list.cells), list.total);
        }
        (cells, total)
    }

    /// Walks over a table and its margins.
    pub(super) fn table(&mut self, table: &mut Protected, counts: &[Vec<u64>]) -> TableFigures {
        let count =
            |row: usize, column: usize| counts.get(row).and_then(|row| row.get(column)).copied().unwrap_or(0);
        let mut cells = Vec::new();
        for (row, line) in table.cells.iter_mut().enumerate() {
            let line = line.iter_mut().enumerate();
            cells.push(
                line.map(|(column, cell)| self.count(cell, count(row, column), Rank::Cell))
                    .collect::<Vec<_>>(),
            );
        }
        let mut rows = Vec::new();
        for (row, total) in table.row_totals.iter_mut().enumerate() {
            let sum = counts.get(row).map_or(0, |row| row.iter().sum());
            rows.push(self.count(total, sum, Rank::Margin));
        }
        let mut columns = Vec::new();
        for (column, total) in table.column_totals.iter_mut().enumerate() {
            let sum = (0..counts.len()).map(|row| count(row, column)).sum();
            columns.push(self.count(total, sum, Rank::Margin));
        }
        let total = self.count(&mut table.total, counts.iter().flatten().sum(), Rank::Whole);
        for (line, row) in cells.iter().zip(&rows) {
            self.sum(line, *row);
        }
        for (at, column) in columns.iter().enumerate() {
            let line: Vec<Figure> = cells.iter().filter_map(|line| line.get(at)).copied().collect();
            self.sum(&line, *column);
        }
        self.sum(&rows, total);
        self.sum(&columns, total);
        TableFigures { cells, rows, columns, total }
    }
}
