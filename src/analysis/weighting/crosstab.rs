//! Two nominal variables of a weighted sample: the test of Rao and Scott.

use serde::Serialize;

use super::error::{Design, covariance, ordered_sum};
use crate::analysis::statistics::distribution::fisher_upper;
use crate::analysis::statistics::linear::solve;
use crate::analysis::statistics::undefined::{Defined, Undefined};

/// Independence of two variables in a weighted sample.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RaoScott {
    /// Persons with both values.
    pub n: usize,
    /// Weighted share of each cell; empty rows and columns are left out.
    pub shares: Vec<Vec<f64>>,
    /// Pearson's chi-square of the weighted shares, brought to n persons: not to be read by itself.
    pub chi2: f64,
    /// Corrected statistic, on Fisher's scale.
    pub f: f64,
    /// Its degrees of freedom.
    pub df: [f64; 2],
    /// p.
    pub p: f64,
}

/// Tests independence with the second-order correction of Rao and Scott, as R's
/// `svychisq(statistic = "F")`.
///
/// `rows` and `columns` give each person's category; a missing one leaves the person out of the table.
///
/// # Errors
/// [`Undefined::LengthMismatch`]; [`Undefined::NoObservations`]; [`Undefined::EmptyTable`] below two rows or
/// columns with somebody; [`Undefined::ConstantValues`] when the shares have no error to compare with.
///
/// Source: Rao and Scott (1984); Thomas and Rao (1987) for the F.
pub fn rao_scott(design: &Design, rows: &[Option<usize>], columns: &[Option<usize>]) -> Defined<RaoScott> {
    let persons = design.weights().len();
    if rows.len() != persons || columns.len() != persons {
        return Err(Undefined::LengthMismatch);
    }
    let weights = design.weights();
    let cell = |person: usize| Some((rows[person]?, columns[person]?));
    let mut row_names: Vec<usize> = (0..persons).filter_map(cell).map(|(row, _)| row).collect();
    let mut column_names: Vec<usize> = (0..persons).filter_map(cell).map(|(_, column)| column).collect();
    let n = row_names.len();
    if n == 0 {
        return Err(Undefined::NoObservations);
    }
    for names in [&mut row_names, &mut column_names] {
        names.sort_unstable();
        names.dedup();
    }
    let (height, width) = (row_names.len(), column_names.len());
    if height < 2 || width < 2 {
        return Err(Undefined::EmptyTable);
    }
    let place = |names: &[usize], wanted: usize| names.partition_point(|known| *known < wanted);
    let cells: Vec<Option<usize>> = (0..persons)
        .map(|person| {
            cell(person).map(|(row, column)| place(&row_names, row) * width + place(&column_names, column))
        })
        .collect();
    let total = ordered_sum((0..persons).filter(|&i| cells[i].is_some()).map(|i| weights[i]));
    if total <= 0.0 {
        return Err(Undefined::ZeroDenominator);
    }
    let shares: Vec<f64> = (0..height * width)
        .map(|c| ordered_sum((0..persons).filter(|&i| cells[i] == Some(c)).map(|i| weights[i])) / total)
        .collect();
    let influences: Vec<Vec<f64>> = shares
        .iter()
        .enumerate()
        .map(|(c, share)| {
            let of = |i: usize| match cells[i] {
                Some(own) => weights[i] * (f64::from(u8::from(own == c)) - share) / total,
                None => 0.0,
            };
            design.residuals(&(0..persons).map(of).collect::<Vec<_>>())
        })
        .collect();
    let row_share: Vec<f64> = shares.chunks(width).map(|row| row.iter().sum()).collect();
    let column_share: Vec<f64> =
        (0..width).map(|j| (0..height).map(|i| shares[i * width + j]).sum()).collect();
    let chi2 = n as f64
        * (0..height * width)
            .map(|c| {
                let expected = row_share[c / width] * column_share[c % width];
                (shares[c] - expected).powi(2) / expected
            })
            .sum::<f64>();
    let trace = trace_of_effects(&shares, &influences, height, width, n)?;
    let f = chi2 / trace.sum;
    let first = trace.sum * trace.sum / trace.sum_of_squares;
    let df = [first, first * (persons as f64 - 1.0)];
    Ok(RaoScott {
        n,
        shares: shares.chunks(width).map(<[f64]>::to_vec).collect(),
        chi2,
        f,
        df,
        p: fisher_upper(f, df[0], df[1]),
    })
}

struct Trace {
    sum: f64,
    sum_of_squares: f64,
}

/// The generalised design effects: their sum and the sum of their squares.
///
/// Contrasts are those of a cell with the first row and column, which span what independence denies.
fn trace_of_effects(
    shares: &[f64],
    influences: &[Vec<f64>],
    height: usize,
    width: usize,
    n: usize,
) -> Defined<Trace> {
    let inverse: Vec<f64> = shares.iter().map(|p| if *p > 0.0 { 1.0 / p } else { 0.0 }).collect();
    let contrasts: Vec<Vec<(usize, f64)>> = (1..height)
        .flat_map(|i| {
            (1..width).map(move |j| vec![(i * width + j, 1.0), (i * width, -1.0), (j, -1.0), (0, 1.0)])
        })
        .collect();
    // A contrast of the shares over their expected size, person by person.
    let persons = influences.first().map_or(0, Vec::len);
    let projected: Vec<Vec<f64>> = contrasts
        .iter()
        .map(|contrast| {
            (0..persons)
                .map(|i| contrast.iter().map(|(c, s)| s * inverse[*c] * influences[*c][i]).sum())
                .collect()
        })
        .collect();
    let k = contrasts.len();
    let dense: Vec<Vec<f64>> = contrasts
        .iter()
        .map(|contrast| {
            let mut line = vec![0.0; shares.len()];
            contrast.iter().for_each(|(c, s)| line[*c] += s);
            line
        })
        .collect();
    let simple = |a: usize, b: usize| -> f64 {
        (0..shares.len()).map(|c| dense[a][c] * inverse[c] * dense[b][c]).sum::<f64>() / n as f64
    };
    let denominator: Vec<Vec<f64>> = (0..k).map(|a| (0..k).map(|b| simple(a, b)).collect()).collect();
    let mut delta = vec![vec![0.0; k]; k];
    for b in 0..k {
        let right = (0..k).map(|a| covariance(&projected[a], &projected[b])).collect();
        let column = solve(denominator.clone(), right)?;
        for (row, value) in delta.iter_mut().zip(column) {
            row[b] = value;
        }
    }
    let sum: f64 = (0..k).map(|a| delta[a][a]).sum();
    let sum_of_squares: f64 = (0..k).map(|a| (0..k).map(|b| delta[a][b] * delta[b][a]).sum::<f64>()).sum();
    if !(sum.is_finite() && sum > 1e-12 && sum_of_squares > 0.0) {
        return Err(Undefined::ConstantValues);
    }
    Ok(Trace { sum, sum_of_squares })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn equal_weights_are_near_the_plain_test() {
        let rows: Vec<Option<usize>> = (0..200).map(|i| Some(usize::from(i % 2 == 0))).collect();
        let columns: Vec<Option<usize>> = (0..200).map(|i| Some(usize::from(i % 3 == 0))).collect();
        let design = Design::new(&[2.0; 200], &[]).unwrap();
        let found = rao_scott(&design, &rows, &columns).unwrap();
        // 34 and 33 of 100: chi-square 0.0225 on one degree of freedom.
        assert!((found.f - found.chi2).abs() < 0.01 * found.chi2 && (found.df[0] - 1.0).abs() < 1e-9);
        assert!(found.p > 0.85);
        let tripled = Design::new(&[6.0; 200], &[]).unwrap();
        assert!((rao_scott(&tripled, &rows, &columns).unwrap().f - found.f).abs() < 1e-12);
    }

    #[test]
    fn one_row_or_nobody_is_undefined() {
        let design = Design::new(&[1.0; 3], &[]).unwrap();
        let two = [Some(0), Some(1), None];
        assert_eq!(rao_scott(&design, &[Some(0); 3], &two), Err(Undefined::EmptyTable));
        assert_eq!(rao_scott(&design, &[None; 3], &two), Err(Undefined::NoObservations));
        assert_eq!(rao_scott(&design, &[None], &two), Err(Undefined::LengthMismatch));
    }
}
