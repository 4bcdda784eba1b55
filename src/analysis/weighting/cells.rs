//! Iterative proportional fitting of a table of counts to two margins.

use serde::Serialize;

use super::target::Refused;

/// A table brought to two margins.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FittedCells {
    /// The table fitted.
    pub fitted: Vec<Vec<f64>>,
    /// Fitted over observed, cell by cell; none where nobody was observed.
    pub weights: Vec<Vec<Option<f64>>>,
    /// Passes over both margins.
    pub passes: u32,
}

/// Passes after which the fitting is given up.
const PASSES: u32 = 10_000;

/// Fits a table of counts to the totals of its rows and columns; odds ratios stay those of the table.
///
/// # Errors
/// [`Refused::InconsistentTotals`], [`Refused::EmptyCategory`] for a row or column without anybody that the
/// margin asks for, [`Refused::LengthMismatch`], [`Refused::InvalidCount`] and [`Refused::NotSettled`].
/// Rows and columns are named by their number, from 1.
///
/// Source: Deming and Stephan (1940).
pub fn fit_cells(cells: &[Vec<f64>], rows: &[f64], columns: &[f64]) -> Result<FittedCells, Refused> {
    check(cells, rows, columns)?;
    let population: f64 = rows.iter().sum();
    let mut fitted = cells.to_vec();
    let ratio = |target: f64, sum: f64| if sum > 0.0 { target / sum } else { 0.0 };
    let column_sum = |table: &[Vec<f64>], j: usize| table.iter().map(|row| row[j]).sum::<f64>();
    let mut gap = f64::INFINITY;
    for pass in 1..=PASSES {
        for (row, target) in fitted.iter_mut().zip(rows) {
            let factor = ratio(*target, row.iter().sum());
            row.iter_mut().for_each(|cell| *cell *= factor);
        }
        for (j, target) in columns.iter().enumerate() {
            let factor = ratio(*target, column_sum(&fitted, j));
            fitted.iter_mut().for_each(|row| row[j] *= factor);
        }
        // Columns have just been met: only rows can differ.
        let gaps = fitted.iter().zip(rows).map(|(row, target)| (row.iter().sum::<f64>() - target).abs());
        gap = gaps.fold(0.0, f64::max) / population;
        if gap < 1e-12 {
            let share = |(fit, cell): (&f64, &f64)| (*cell > 0.0).then(|| fit / cell);
            let weights =
                fitted.iter().zip(cells).map(|(f, c)| f.iter().zip(c).map(share).collect()).collect();
            return Ok(FittedCells { fitted, weights, passes: pass });
        }
    }
    Err(Refused::NotSettled { passes: PASSES, gap })
}

fn check(cells: &[Vec<f64>], rows: &[f64], columns: &[f64]) -> Result<(), Refused> {
    const NAMES: [&str; 2] = ["row", "column"];
    if rows.is_empty() || columns.is_empty() {
        return Err(Refused::NoMargin);
    }
    if cells.len() != rows.len() || cells.iter().any(|row| row.len() != columns.len()) {
        return Err(Refused::LengthMismatch {
            variable: NAMES[usize::from(cells.len() == rows.len())].into(),
        });
    }
    let invalid = |name: &str, at: usize| Refused::InvalidCount {
        variable: name.to_owned(),
        category: (at + 1).to_string(),
    };
    let is_count = |x: &f64| x.is_finite() && *x >= 0.0;
    if let Some(at) = cells.iter().position(|row| !row.iter().all(is_count)) {
        return Err(invalid(NAMES[0], at));
    }
    let sums = [
        cells.iter().map(|row| row.iter().sum()).collect::<Vec<f64>>(),
        (0..columns.len()).map(|j| cells.iter().map(|row| row[j]).sum()).collect(),
    ];
    for ((name, margin), sums) in NAMES.iter().zip([rows, columns]).zip(&sums) {
        if let Some(at) = margin.iter().position(|x| !is_count(x)) {
            return Err(invalid(name, at));
        }
        if let Some(at) = margin.iter().zip(sums).position(|(target, sum)| *target > 0.0 && *sum <= 0.0) {
            return Err(Refused::EmptyCategory {
                variable: (*name).to_owned(),
                category: (at + 1).to_string(),
            });
        }
    }
    let (first_total, second_total) = (rows.iter().sum::<f64>(), columns.iter().sum::<f64>());
    if (first_total - second_total).abs() > 1e-9 * first_total.max(second_total) {
        let (first, second) = (NAMES[0].to_owned(), NAMES[1].to_owned());
        return Err(Refused::InconsistentTotals { first, first_total, second, second_total });
    }
    if first_total <= 0.0 { Err(Refused::NoRespondent) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_row_is_named_and_a_lone_diagonal_does_not_settle() {
        let table = [vec![0.0, 0.0], vec![3.0, 4.0]];
        assert_eq!(
            fit_cells(&table, &[5.0, 5.0], &[5.0, 5.0]),
            Err(Refused::EmptyCategory { variable: "row".into(), category: "1".into() })
        );
        let diagonal = [vec![2.0, 0.0], vec![0.0, 3.0]];
        assert!(matches!(fit_cells(&diagonal, &[5.0, 5.0], &[4.0, 6.0]), Err(Refused::NotSettled { .. })));
        let nan = [vec![2.0, f64::NAN], vec![1.0, 3.0]];
        assert!(matches!(fit_cells(&nan, &[5.0, 5.0], &[4.0, 6.0]), Err(Refused::InvalidCount { .. })));
    }
}
