//! Two nominal variables crossed: chi-square, residuals, Cramér's V.
//!
//! Empty rows and columns are left out before anything is computed, and counted. Exact and simulated
//! p are in [`super::exact_table`], the interval of V in [`super::association`].

use super::distribution::chi_square_upper;
use super::undefined::{self, Defined, Undefined};
use serde::Serialize;

/// A table of counts with at least two rows and two columns, none of them empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Table {
    cells: Vec<Vec<u64>>,
    rows: Vec<u64>,
    columns: Vec<u64>,
    n: u64,
    removed_rows: Vec<usize>,
    removed_columns: Vec<usize>,
}

impl Table {
    /// Keeps the rows and columns whose total is not 0.
    ///
    /// # Errors
    /// [`Undefined::LengthMismatch`] when rows differ in length, [`Undefined::NoObservations`] when every
    /// count is 0, [`Undefined::EmptyTable`] when one row or one column is left.
    pub fn new(counts: &[Vec<u64>]) -> Defined<Self> {
        let width = counts.first().map_or(0, Vec::len);
        if counts.iter().any(|row| row.len() != width) {
            return Err(Undefined::LengthMismatch);
        }
        let total = |values: &[u64]| values.iter().try_fold(0_u64, |sum, x| sum.checked_add(*x));
        let mut row_totals = Vec::with_capacity(counts.len());
        for row in counts {
            row_totals.push(total(row).ok_or(Undefined::InvalidValue)?);
        }
        let n = total(&row_totals).ok_or(Undefined::InvalidValue)?;
        if n == 0 {
            return Err(Undefined::NoObservations);
        }
        // No overflow: each column total is at most n.
        let column_totals: Vec<u64> = (0..width).map(|j| counts.iter().map(|row| row[j]).sum()).collect();
        let empty =
            |totals: &[u64]| -> Vec<usize> { (0..totals.len()).filter(|&i| totals[i] == 0).collect() };
        let (removed_rows, removed_columns) = (empty(&row_totals), empty(&column_totals));
        let keep = |totals: Vec<u64>| -> Vec<u64> { totals.into_iter().filter(|&t| t > 0).collect() };
        let cells: Vec<Vec<u64>> = counts
            .iter()
            .zip(&row_totals)
            .filter(|(_, total)| **total > 0)
            .map(|(row, _)| (0..width).filter(|&j| column_totals[j] > 0).map(|j| row[j]).collect())
            .collect();
        let (rows, columns) = (keep(row_totals), keep(column_totals));
        if rows.len() < 2 || columns.len() < 2 {
            return Err(Undefined::EmptyTable);
        }
        Ok(Self { cells, rows, columns, n, removed_rows, removed_columns })
    }

    /// Crosses two lists of category numbers.
    ///
    /// # Errors
    /// Those of [`Table::new`].
    pub fn cross(a: &[usize], b: &[usize]) -> Defined<Self> {
        if a.len() != b.len() {
            return Err(Undefined::LengthMismatch);
        }
        let size = |x: &[usize]| x.iter().max().map_or(0, |m| m + 1);
        let mut counts = vec![vec![0; size(b)]; size(a)];
        for (&i, &j) in a.iter().zip(b) {
            counts[i][j] += 1;
        }
        Self::new(&counts)
    }

    /// The counts, without the empty rows and columns.
    #[must_use]
    pub fn cells(&self) -> &[Vec<u64>] {
        &self.cells
    }

    /// The totals of the rows kept.
    #[must_use]
    pub fn rows(&self) -> &[u64] {
        &self.rows
    }

    /// The totals of the columns kept.
    #[must_use]
    pub fn columns(&self) -> &[u64] {
        &self.columns
    }

    /// The grand total.
    #[must_use]
    pub fn n(&self) -> u64 {
        self.n
    }

    /// The positions, in the counts given, of the rows left out because empty.
    #[must_use]
    pub fn removed_rows(&self) -> &[usize] {
        &self.removed_rows
    }

    /// The positions, in the counts given, of the columns left out because empty.
    #[must_use]
    pub fn removed_columns(&self) -> &[usize] {
        &self.removed_columns
    }

    /// The count expected in a cell under independence.
    #[must_use]
    pub fn expected(&self, row: usize, column: usize) -> f64 {
        self.rows[row] as f64 * self.columns[column] as f64 / self.n as f64
    }

    fn map_cells(&self, cell: impl Fn(f64, f64, usize, usize) -> f64) -> Vec<Vec<f64>> {
        (0..self.rows.len())
            .map(|i| {
                (0..self.columns.len())
                    .map(|j| cell(self.cells[i][j] as f64, self.expected(i, j), i, j))
                    .collect()
            })
            .collect()
    }
}

/// What a crosstab says.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Crosstab {
    /// Grand total.
    pub n: u64,
    /// Pearson's chi-square, without correction.
    pub chi2: f64,
    /// Degrees of freedom.
    pub df: usize,
    /// Asymptotic p of `chi2`.
    pub p: f64,
    /// Chi-square with Yates' correction, for 2 × 2 only; R applies it by default.
    #[serde(serialize_with = "undefined::serialize")]
    pub chi2_yates: Defined,
    /// Asymptotic p of `chi2_yates`.
    #[serde(serialize_with = "undefined::serialize")]
    pub p_yates: Defined,
    /// Expected counts.
    pub expected: Vec<Vec<f64>>,
    /// The smallest of them.
    pub min_expected: f64,
    /// Share of cells whose expected count is below 5.
    pub share_expected_below_5: f64,
    /// (O − E) / √E.
    pub pearson_residuals: Vec<Vec<f64>>,
    /// Adjusted residuals: (O − E) / √(E (1 − row share) (1 − column share)), near N(0, 1) under independence.
    pub adjusted_residuals: Vec<Vec<f64>>,
    /// Cramér's V.
    pub cramer_v: f64,
    /// Cramér's V corrected for bias.
    #[serde(serialize_with = "undefined::serialize")]
    pub cramer_v_bias_corrected: Defined,
    /// Positions of the empty rows left out.
    pub removed_rows: Vec<usize>,
    /// Positions of the empty columns left out.
    pub removed_columns: Vec<usize>,
}

/// Computes the chi-square of independence and what goes with it.
///
/// Source: Pearson (1900); Haberman (1973) for the adjusted residuals; Bergsma (2013) for the corrected V.
#[must_use]
pub fn crosstab(table: &Table) -> Crosstab {
    let n = table.n as f64;
    let expected = table.map_cells(|_, e, _, _| e);
    let chi2 = pearson_chi2(table);
    let df = (table.rows.len() - 1) * (table.columns.len() - 1);
    let yates = yates_chi2(table);
    let all = || expected.iter().flatten().copied();
    let cells = (table.rows.len() * table.columns.len()) as f64;
    Crosstab {
        n: table.n,
        chi2,
        df,
        p: chi_square_upper(chi2, df as f64),
        chi2_yates: yates,
        p_yates: yates.map(|x| chi_square_upper(x, 1.0)),
        min_expected: all().fold(f64::INFINITY, f64::min),
        share_expected_below_5: all().filter(|e| *e < 5.0).count() as f64 / cells,
        pearson_residuals: table.map_cells(|o, e, _, _| (o - e) / e.sqrt()),
        adjusted_residuals: table.map_cells(|o, e, i, j| {
            let (row, column) = (table.rows[i] as f64 / n, table.columns[j] as f64 / n);
            (o - e) / (e * (1.0 - row) * (1.0 - column)).sqrt()
        }),
        expected,
        cramer_v: plain_v(table, chi2),
        cramer_v_bias_corrected: corrected_v(table, chi2),
        removed_rows: table.removed_rows.clone(),
        removed_columns: table.removed_columns.clone(),
    }
}

/// Computes Pearson's chi-square.
#[must_use]
pub fn pearson_chi2(table: &Table) -> f64 {
    let terms = table.map_cells(|o, e, _, _| (o - e) * (o - e) / e);
    terms.iter().flatten().sum()
}

/// The share of the first column in each row of a 2 × 2 table, as an odds ratio ad / bc.
///
/// # Errors
/// [`Undefined::EmptyTable`] when the table is not 2 × 2, [`Undefined::ZeroDenominator`] when b or c is 0.
pub fn sample_odds_ratio(table: &Table) -> Defined {
    let [a, b, c, d] = two_by_two(table)?;
    if b == 0 || c == 0 {
        return Err(Undefined::ZeroDenominator);
    }
    Ok(a as f64 * d as f64 / (b as f64 * c as f64))
}

/// Phi of a 2 × 2 table, signed: positive when the diagonal is heavier than expected.
///
/// # Errors
/// [`Undefined::EmptyTable`] when the table is not 2 × 2.
pub fn phi(table: &Table) -> Defined {
    let [a, b, c, d] = two_by_two(table)?.map(|x| x as f64);
    Ok((a * d - b * c) / ((a + b) * (c + d) * (a + c) * (b + d)).sqrt())
}

pub(super) fn two_by_two(table: &Table) -> Defined<[u64; 4]> {
    match table.cells.as_slice() {
        [first, second] => match (first.as_slice(), second.as_slice()) {
            ([a, b], [c, d]) => Ok([*a, *b, *c, *d]),
            _ => Err(Undefined::EmptyTable),
        },
        _ => Err(Undefined::EmptyTable),
    }
}

fn smaller_side(table: &Table) -> usize {
    table.rows.len().min(table.columns.len()) - 1
}

fn yates_chi2(table: &Table) -> Defined {
    let [a, b, c, d] = two_by_two(table)?.map(|x| x as f64);
    // R's rule: the correction never exceeds the difference itself.
    let correction = (a - table.expected(0, 0)).abs().min(0.5);
    let difference = (a * d - b * c).abs() / table.n as f64 - correction;
    let spread: f64 =
        (0..2).flat_map(|i| (0..2).map(move |j| (i, j))).map(|(i, j)| 1.0 / table.expected(i, j)).sum();
    Ok(difference * difference * spread)
}

/// Cramér's V without correction.
pub(super) fn cramer_v(table: &Table) -> f64 {
    plain_v(table, pearson_chi2(table))
}

fn plain_v(table: &Table, chi2: f64) -> f64 {
    (chi2 / (table.n as f64 * smaller_side(table) as f64)).sqrt().min(1.0)
}

/// Cramér's V corrected for bias.
pub(super) fn corrected_of(table: &Table) -> Defined {
    corrected_v(table, pearson_chi2(table))
}

fn corrected_v(table: &Table, chi2: f64) -> Defined {
    let n = table.n as f64;
    if table.n < 2 {
        return Err(Undefined::TooFew { needed: 2, present: 1 });
    }
    let (r, c) = (table.rows.len() as f64, table.columns.len() as f64);
    let phi2 = (chi2 / n - (r - 1.0) * (c - 1.0) / (n - 1.0)).max(0.0);
    let shrink = |k: f64| k - (k - 1.0) * (k - 1.0) / (n - 1.0);
    let side = shrink(r).min(shrink(c)) - 1.0;
    if side <= 0.0 {
        return Err(Undefined::TooFew { needed: table.rows.len() * table.columns.len(), present: 2 });
    }
    Ok((phi2 / side).sqrt().min(1.0))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_table_of_one_column_has_no_test() {
        assert_eq!(Table::new(&[vec![3, 0], vec![6, 0]]), Err(Undefined::EmptyTable));
        assert_eq!(Table::new(&[vec![0, 0], vec![0, 0]]), Err(Undefined::NoObservations));
        assert_eq!(Table::new(&[]), Err(Undefined::NoObservations));
        assert_eq!(Table::new(&[vec![1], vec![1, 2]]), Err(Undefined::LengthMismatch));
        assert_eq!(Table::new(&[vec![u64::MAX, 1], vec![1, 1]]), Err(Undefined::InvalidValue));
    }

    #[test]
    fn the_empty_row_is_named() {
        let table = Table::new(&[vec![8, 4], vec![0, 0], vec![3, 7]]).unwrap();
        assert_eq!(crosstab(&table).removed_rows, [1]);
    }

    #[test]
    fn phi_keeps_its_sign() {
        let table = Table::new(&[vec![2, 8], vec![8, 2]]).unwrap();
        assert!((phi(&table).unwrap() + 0.6).abs() < 1e-12);
    }

    proptest! {
        #[test]
        fn transposing_changes_nothing(counts in prop::collection::vec(prop::collection::vec(0_u64..30, 3), 2..5)) {
            let turned: Vec<Vec<u64>> = (0..3).map(|j| counts.iter().map(|r| r[j]).collect()).collect();
            match (Table::new(&counts), Table::new(&turned)) {
                (Ok(a), Ok(b)) => {
                    let (a, b) = (crosstab(&a), crosstab(&b));
                    prop_assert!((a.chi2 - b.chi2).abs() < 1e-9);
                    prop_assert!((0.0..=1.0).contains(&a.cramer_v));
                    prop_assert!((0.0..=1.0).contains(&a.p));
                }
                (a, b) => prop_assert_eq!(a.is_err(), b.is_err()),
            }
        }
    }
}
