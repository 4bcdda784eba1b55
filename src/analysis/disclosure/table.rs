//! Hides small counts of a two-way table so that none comes back by difference.
//!
//! The cells, the margins and the total are the edges of a graph between rows and columns, one more
//! row and one more column standing for the margins. What is hidden is known by difference exactly
//! when its edge lies on no cycle of hidden edges; so each small cell is put on the cheapest cycle
//! there is, margins being dear. Most often that is a rectangle: three complements.
//!
//! Source: cell suppression as minimum-cost cycles, Cox (1980), JASA 75, 377-385; Gusfield (1988),
//! SIAM J. Comput. 17, 552-571. Zeros never serve as complements: they cannot go down.
//! This pass knows a single table. One that repeats counts of another goes after it, and is told what
//! is hidden there: [`protect_after`].

use serde::{Deserialize, Serialize};

use super::count::{Published, is_small};

/// A two-way table as it may be published, with its margins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Protected {
    /// The cells, as many in each row.
    pub cells: Vec<Vec<Published>>,
    /// Sums of the rows.
    pub row_totals: Vec<Published>,
    /// Sums of the columns.
    pub column_totals: Vec<Published>,
    /// The whole.
    pub total: Published,
}

impl Protected {
    /// Counts what is hidden because it is small, and what is hidden with it; margins included.
    pub fn hidden(&self) -> (usize, usize) {
        let all = || {
            self.cells
                .iter()
                .flatten()
                .chain(&self.row_totals)
                .chain(&self.column_totals)
                .chain(std::iter::once(&self.total))
        };
        let small = all().filter(|cell| **cell == Published::Small).count();
        (small, all().filter(|cell| **cell == Published::Complement).count())
    }
}

/// Hides every count from 1 to `threshold` − 1, and the cheapest complements.
///
/// A zero is shown: it is a fact about a category, not about a person; a study for which that is not
/// so merges the row first. Short rows are read as ending in zeros.
pub fn protect(counts: &[Vec<u64>], threshold: u64) -> Protected {
    protect_after(counts, threshold, &|_, _| false)
}

/// Hides as [`protect`] does a table that repeats counts of an earlier one.
///
/// A cell of which `is_hidden` holds, by row and column, was hidden there and stays hidden here.
pub fn protect_after(
    counts: &[Vec<u64>],
    threshold: u64,
    is_hidden: &dyn Fn(usize, usize) -> bool,
) -> Protected {
    let mut grid = Grid::new(counts);
    grid.hide_before(is_hidden);
    grid.hide_small(threshold);
    grid.add_complements();
    grid.widen(threshold);
    grid.into_protected()
}

/// A margin is hidden only when no cycle inside the table will do.
const MARGIN_COST: u64 = 1 << 40;

/// Cells and margins, row by row; the last row and the last column are the margins.
struct Grid {
    rows: usize,
    columns: usize,
    counts: Vec<u64>,
    hidden: Vec<Published>,
}

impl Grid {
    fn new(counts: &[Vec<u64>]) -> Self {
        let rows = counts.len() + 1;
        let columns = counts.iter().map(Vec::len).max().unwrap_or(0) + 1;
        let mut all = Vec::with_capacity(rows * columns);
        let mut sums = vec![0_u64; columns];
        for row in counts {
            let mut total = 0_u64;
            for (place, sum) in sums.iter_mut().take(columns - 1).enumerate() {
                let count = row.get(place).copied().unwrap_or(0);
                *sum = sum.saturating_add(count);
                total = total.saturating_add(count);
                all.push(count);
            }
            if let Some(sum) = sums.last_mut() {
                *sum = sum.saturating_add(total);
            }
            all.push(total);
        }
        all.extend(sums);
        let hidden = all.iter().map(|&count| Published::Count(count)).collect();
        Self { rows, columns, counts: all, hidden }
    }

    fn hide_before(&mut self, is_hidden: &dyn Fn(usize, usize) -> bool) {
        for (place, (cell, count)) in self.hidden.iter_mut().zip(&self.counts).enumerate() {
            let (row, column) = (place / self.columns, place % self.columns);
            let is_margin = row + 1 == self.rows || column + 1 == self.columns;
            if *count > 0 && !is_margin && is_hidden(row, column) {
                *cell = Published::Complement;
            }
        }
    }

    fn hide_small(&mut self, threshold: u64) {
        for (cell, count) in self.hidden.iter_mut().zip(&self.counts) {
            if is_small(*count, threshold) {
                *cell = Published::Small;
            }
        }
    }

    fn add_complements(&mut self) {
        // Complements found on the way lie on a cycle already.
        let given: Vec<usize> = (0..self.hidden.len())
            .filter(|cell| self.hidden.get(*cell).copied().is_some_and(Published::is_hidden))
            .collect();
        for cell in given {
            self.hide_cycle(cell);
        }
    }

    fn hide_cycle(&mut self, cell: usize) {
        for other in self.cheapest_cycle(cell) {
            if let Some(shown) = self.hidden.get_mut(other).filter(|shown| !shown.is_hidden()) {
                *shown = Published::Complement;
            }
        }
    }

    /// Hides one more cell of each line of which the hidden ones make less than `threshold` together:
    /// two that make two beside a margin that is shown are one each.
    fn widen(&mut self, threshold: u64) {
        let row = |row: usize| (0..self.columns).map(|column| row * self.columns + column).collect();
        let column = |column: usize| (0..self.rows).map(|row| row * self.columns + column).collect();
        let lines: Vec<Vec<usize>> = (0..self.rows).map(row).chain((0..self.columns).map(column)).collect();
        while let Some(cell) = lines.iter().find_map(|line| self.wanting(line, threshold)) {
            if let Some(shown) = self.hidden.get_mut(cell) {
                *shown = Published::Complement;
            }
            self.hide_cycle(cell);
        }
    }

    /// Finds the smallest shown cell of a line that hides too little; its last cell is its margin.
    fn wanting(&self, line: &[usize], threshold: u64) -> Option<usize> {
        let is_hidden = |cell: usize| self.hidden.get(cell).copied().is_some_and(Published::is_hidden);
        let count = |cell: usize| self.counts.get(cell).copied().unwrap_or(0);
        let (margin, cells) = line.split_last()?;
        let together = cells
            .iter()
            .filter(|cell| is_hidden(**cell))
            .fold(0_u64, |sum, cell| sum.saturating_add(count(*cell)));
        let shown = cells.iter().copied().filter(|cell| !is_hidden(*cell) && count(*cell) > 0);
        shown
            .min_by_key(|cell| (count(*cell), *cell))
            .filter(|_| !is_hidden(*margin) && is_small(together, threshold))
    }

    /// Finds the cells of the cheapest way from the row of a cell to its column that avoids the cell.
    fn cheapest_cycle(&self, cell: usize) -> Vec<usize> {
        let (row, column) = (cell / self.columns, cell % self.columns);
        let nodes = self.rows + self.columns;
        let target = self.rows + column;
        // Cost, then number of cells, then the cell before: ties never depend on anything else.
        let mut best: Vec<Option<(u64, usize)>> = vec![None; nodes];
        let mut before: Vec<Option<(usize, usize)>> = vec![None; nodes];
        let mut done = vec![false; nodes];
        if let Some(start) = best.get_mut(row) {
            *start = Some((0, 0));
        }
        loop {
            let next = (0..nodes)
                .filter(|&node| !done.get(node).copied().unwrap_or(true))
                .filter_map(|node| best.get(node).copied().flatten().map(|cost| (cost, node)))
                .min();
            let Some(((cost, steps), node)) = next else { return Vec::new() };
            if node == target {
                break;
            }
            if let Some(flag) = done.get_mut(node) {
                *flag = true;
            }
            for (edge, neighbour) in self.edges(node) {
                let Some(added) = self.cost(edge).filter(|_| edge != cell) else { continue };
                let offer = (cost.saturating_add(added), steps + 1);
                if let (Some(known), Some(way)) = (best.get_mut(neighbour), before.get_mut(neighbour))
                    && known.is_none_or(|known| offer < known)
                {
                    *known = Some(offer);
                    *way = Some((node, edge));
                }
            }
        }
        let mut cells = Vec::new();
        let mut node = target;
        while let Some((previous, edge)) = before.get(node).copied().flatten() {
            cells.push(edge);
            node = previous;
        }
        cells
    }

    /// Lists the cells of a row or column node, with the node at their other end.
    fn edges(&self, node: usize) -> Vec<(usize, usize)> {
        if node < self.rows {
            (0..self.columns).map(|column| (node * self.columns + column, self.rows + column)).collect()
        } else {
            let column = node - self.rows;
            (0..self.rows).map(|row| (row * self.columns + column, row)).collect()
        }
    }

    /// Price of hiding a cell: nothing when it is hidden already, none at all for a zero.
    fn cost(&self, cell: usize) -> Option<u64> {
        let count = self.counts.get(cell).copied().filter(|count| *count > 0)?;
        if self.hidden.get(cell).copied().is_some_and(Published::is_hidden) {
            return Some(0);
        }
        let is_margin = |place: usize, size: usize| u64::from(place + 1 == size);
        let margins =
            is_margin(cell / self.columns, self.rows) + is_margin(cell % self.columns, self.columns);
        Some(count.saturating_add(margins.saturating_mul(MARGIN_COST)))
    }

    fn into_protected(self) -> Protected {
        let mut rows: Vec<Vec<Published>> = self.hidden.chunks(self.columns).map(<[_]>::to_vec).collect();
        let mut column_totals = rows.pop().unwrap_or_default();
        let total = column_totals.pop().unwrap_or(Published::Count(0));
        let row_totals = rows.iter_mut().map(|row| row.pop().unwrap_or(Published::Count(0))).collect();
        Protected { cells: rows, row_totals, column_totals, total }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Everything hidden in a published table that a reader can work out by adding and taking away,
    /// found by elimination over a prime field: independent of how `protect` thinks.
    fn recovered(table: &Protected) -> Vec<usize> {
        const PRIME: i128 = 1_000_000_007;
        let mut grid: Vec<Vec<Published>> = table.cells.clone();
        for (row, total) in grid.iter_mut().zip(&table.row_totals) {
            row.push(*total);
        }
        let mut last = table.column_totals.clone();
        last.push(table.total);
        grid.push(last);
        let columns = grid.first().map_or(0, Vec::len);
        let unknown: Vec<(usize, usize)> = (0..grid.len())
            .flat_map(|r| (0..columns).map(move |c| (r, c)))
            .filter(|&(r, c)| grid[r][c].is_hidden())
            .collect();
        // One equation a row and a column: cells minus margin is nothing.
        let sign = |place: usize, size: usize| if place + 1 == size { PRIME - 1 } else { 1 };
        let mut equations: Vec<Vec<i128>> = Vec::new();
        for row in 0..grid.len() {
            equations
                .push(unknown.iter().map(|&(r, c)| if r == row { sign(c, columns) } else { 0 }).collect());
        }
        for column in 0..columns {
            equations.push(
                unknown.iter().map(|&(r, c)| if c == column { sign(r, grid.len()) } else { 0 }).collect(),
            );
        }
        let inverse = |value: i128| {
            let (mut base, mut power, mut result) = (value, PRIME - 2, 1);
            while power > 0 {
                if power & 1 == 1 {
                    result = result * base % PRIME;
                }
                base = base * base % PRIME;
                power >>= 1;
            }
            result
        };
        let mut pivot_row = 0;
        for place in 0..unknown.len() {
            let Some(found) = (pivot_row..equations.len()).find(|&row| equations[row][place] != 0) else {
                continue;
            };
            equations.swap(pivot_row, found);
            let scale = inverse(equations[pivot_row][place]);
            for value in &mut equations[pivot_row] {
                *value = *value * scale % PRIME;
            }
            let pivot = equations[pivot_row].clone();
            for (row, equation) in equations.iter_mut().enumerate() {
                let factor = equation[place];
                if row != pivot_row && factor != 0 {
                    for (value, by) in equation.iter_mut().zip(&pivot) {
                        *value = (*value - factor * by % PRIME + PRIME) % PRIME;
                    }
                }
            }
            pivot_row += 1;
        }
        // A row of the reduced system with a single unknown gives that unknown away.
        equations
            .iter()
            .filter_map(|equation| {
                let known: Vec<usize> = (0..unknown.len()).filter(|&place| equation[place] != 0).collect();
                match known.as_slice() {
                    [only] => Some(unknown[*only].0 * columns + unknown[*only].1),
                    _ => None,
                }
            })
            .collect()
    }

    fn small_recovered(table: &Protected) -> bool {
        let columns = table.column_totals.len() + 1;
        recovered(table).into_iter().any(|cell| {
            let (row, column) = (cell / columns, cell % columns);
            let value = match (table.cells.get(row), column + 1 == columns) {
                (Some(cells), false) => cells[column],
                (Some(_), true) => table.row_totals[row],
                (None, false) => table.column_totals[column],
                (None, true) => table.total,
            };
            value == Published::Small
        })
    }

    #[test]
    fn one_small_cell_takes_the_cheapest_rectangle_with_it() {
        let counts = vec![
            vec![65, 18, 19, 22, 12],
            vec![38, 8, 13, 15, 7],
            vec![34, 3, 13, 17, 12],
            vec![22, 9, 8, 9, 5],
        ];
        let table = protect(&counts, 5);
        assert_eq!(table.hidden(), (1, 3));
        assert_eq!(table.cells[2][1], Published::Small);
        // The cheapest rectangle: 3 with 12, and 9 with 5 or 8 with 7, the dearer by one.
        assert_eq!(table.cells[2][4], Published::Complement);
        assert_eq!((table.cells[3][1], table.cells[3][4]), (Published::Complement, Published::Complement));
        assert!(table.row_totals.iter().chain(&table.column_totals).all(|total| !total.is_hidden()));
        assert!(recovered(&table).is_empty());
    }

    #[test]
    fn hidden_cells_that_are_few_together_take_one_more_of_their_line() {
        // 1 and 1 beside 60 and their shown margin 62: the reader would know them.
        let table = protect(&[vec![1, 1, 60], vec![20, 30, 40], vec![25, 35, 45]], 5);
        assert!(table.cells[0].iter().all(|cell| cell.is_hidden()), "{table:?}");
        assert!(recovered(&table).is_empty());
        let turned = protect(&[vec![1, 20, 25], vec![1, 30, 35], vec![60, 40, 45]], 5);
        assert!(turned.cells.iter().all(|row| row[0].is_hidden()), "{turned:?}");
    }

    #[test]
    fn the_test_itself_finds_what_is_given_away() {
        let naive = Protected {
            cells: vec![
                vec![Published::Small, Published::Count(9)],
                vec![Published::Count(7), Published::Count(8)],
            ],
            row_totals: vec![Published::Count(12), Published::Count(15)],
            column_totals: vec![Published::Count(10), Published::Count(17)],
            total: Published::Count(27),
        };
        assert!(small_recovered(&naive));
    }

    #[test]
    fn nothing_small_hides_nothing() {
        let table = protect(&[vec![5, 0], vec![0, 9]], 5);
        assert_eq!(table.hidden(), (0, 0));
        assert_eq!(table.total, Published::Count(14));
    }

    #[test]
    fn odd_tables_do_not_fail() {
        assert_eq!(protect(&[], 5).total, Published::Count(0));
        assert_eq!(protect(&[vec![], vec![]], 5).row_totals.len(), 2);
        let alone = protect(&[vec![3]], 5);
        assert!(alone.cells[0][0].is_hidden() && alone.row_totals[0].is_hidden() && alone.total.is_hidden());
        assert!(protect(&[vec![u64::MAX, u64::MAX], vec![1]], 5).cells[1][0].is_hidden());
    }

    #[test]
    fn what_an_earlier_table_hid_stays_hidden_and_does_not_come_back() {
        let counts = vec![vec![20, 30], vec![40, 50], vec![60, 0]];
        let table = protect_after(&counts, 5, &|row, column| (row, column) == (1, 1));
        assert_eq!(table.cells[1][1], Published::Complement);
        assert_eq!(table.hidden(), (0, 4));
        assert!(recovered(&table).is_empty());
        // A zero is a fact about a category, wherever it stands.
        assert_eq!(protect_after(&counts, 5, &|row, column| (row, column) == (2, 1)).hidden(), (0, 0));
    }

    proptest! {
        #[test]
        fn no_small_cell_comes_back(
            counts in proptest::collection::vec(proptest::collection::vec(0_u64..14, 2..6), 2..6),
        ) {
            let table = protect(&counts, 5);
            prop_assert!(!small_recovered(&table), "{table:?}");
        }
    }
}
