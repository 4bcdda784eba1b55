//! Multiple correspondence analysis of which codes are present: the check that fits yes-or-no data.

use std::collections::BTreeMap;

use serde::Serialize;

use super::point::Point;
use crate::analysis::statistics::eigen;
use crate::analysis::statistics::undefined::{Defined, Undefined};

/// Inertias below it are rounding.
const NOTHING: f64 = 1e-10;

/// Cases on the axes of a table of categories.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Correspondence {
    /// Each case on every axis kept, principal coordinates.
    pub points: Vec<Point>,
    /// Inertia of each axis, falling: all that are not 0.
    pub inertias: Vec<f64>,
    /// Benzécri's rates, 0 to 1, of the axes whose inertia is over 1 ÷ Q; none when no axis is.
    pub rates: Vec<f64>,
    /// Variables that vary, Q.
    pub variables: usize,
    /// Their categories.
    pub categories: usize,
    /// Variables left out because they have a single category.
    pub constant: Vec<usize>,
}

/// Analyses a table of cases by variables, whose values number categories, and keeps `keep` axes.
///
/// The rates are those of Benzécri (1979): the inertias λ over 1 ÷ Q become
/// ((Q ÷ (Q − 1)) · (λ − 1 ÷ Q))², and are set against their own sum. Missing values: give them a
/// category of their own, as `FactoMineR` does. The sign of an axis is set so that its largest
/// coordinate is positive; axes of equal inertia are not determined one by one.
///
/// # Errors
/// [`Undefined::NoObservations`] without a case, [`Undefined::LengthMismatch`] when rows differ in
/// length, [`Undefined::ConstantValues`] when no variable varies; those of [`eigen::symmetric`].
///
/// Source: Lebart, Morineau and Piron (1995); same values as `FactoMineR`'s `MCA`.
pub fn correspond(table: &[Vec<usize>], keep: usize) -> Defined<Correspondence> {
    let cases = table.len();
    let columns = table.first().ok_or(Undefined::NoObservations)?.len();
    if table.iter().any(|row| row.len() != columns) {
        return Err(Undefined::LengthMismatch);
    }
    let mut constant = Vec::new();
    // One row a category: which cases are in it.
    let mut members: Vec<Vec<usize>> = Vec::new();
    for column in 0..columns {
        let mut own: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (case, row) in table.iter().enumerate() {
            own.entry(row[column]).or_default().push(case);
        }
        if own.len() < 2 {
            constant.push(column);
        } else {
            members.extend(own.into_values());
        }
    }
    let variables = columns - constant.len();
    if variables == 0 {
        return Err(Undefined::ConstantValues);
    }
    let (n, q) = (cases as f64, variables as f64);
    let mut residual = vec![vec![0.0; members.len()]; cases];
    for (category, own) in members.iter().enumerate() {
        let mass = own.len() as f64 / (n * q);
        // (p − r·c) ÷ √(r·c), with r = 1 ÷ n.
        let expected = mass / n;
        for row in &mut residual {
            row[category] = -expected.sqrt();
        }
        for &case in own {
            residual[case][category] = (1.0 / (n * q) - expected) / expected.sqrt();
        }
    }
    let (inertias, points) = if cases <= members.len() {
        by_cases(&residual, keep)?
    } else {
        by_categories(&residual, members.len(), keep)?
    };
    let rates = benzecri(&inertias, q);
    Ok(Correspondence { points, inertias, rates, variables, categories: members.len(), constant })
}

/// Decomposes the smaller product, of cases: coordinates are vectors times √(λ·n).
fn by_cases(residual: &[Vec<f64>], keep: usize) -> Defined<(Vec<f64>, Vec<Point>)> {
    let product: Vec<Vec<f64>> =
        residual.iter().map(|one| residual.iter().map(|other| dot(one, other)).collect()).collect();
    let found = eigen::symmetric(&product)?;
    let n = residual.len() as f64;
    let inertias: Vec<f64> = found.values.iter().copied().filter(|value| *value > NOTHING).collect();
    let axes = keep.min(inertias.len());
    let points = (0..residual.len())
        .map(|case| (0..axes).map(|axis| (inertias[axis] * n).sqrt() * found.vectors[axis][case]).collect())
        .collect();
    Ok((inertias, points))
}

/// Decomposes the product of categories, when they are fewer than cases.
fn by_categories(residual: &[Vec<f64>], categories: usize, keep: usize) -> Defined<(Vec<f64>, Vec<Point>)> {
    let product: Vec<Vec<f64>> = (0..categories)
        .map(|one| {
            (0..categories).map(|other| residual.iter().map(|row| row[one] * row[other]).sum()).collect()
        })
        .collect();
    let found = eigen::symmetric(&product)?;
    let n = residual.len() as f64;
    let inertias: Vec<f64> = found.values.iter().copied().filter(|value| *value > NOTHING).collect();
    let axes = keep.min(inertias.len());
    let mut points: Vec<Point> = residual
        .iter()
        .map(|row| (0..axes).map(|axis| dot(row, &found.vectors[axis]) * n.sqrt()).collect())
        .collect();
    for axis in 0..axes {
        let largest = points.iter().fold(0.0_f64, |most, point| most.max(point[axis].abs()));
        let lead = points.iter().map(|point| point[axis]).find(|value| value.abs() >= largest * (1.0 - 1e-9));
        if lead.is_some_and(|value| value < 0.0) {
            points.iter_mut().for_each(|point| point[axis] = -point[axis]);
        }
    }
    Ok((inertias, points))
}

fn benzecri(inertias: &[f64], q: f64) -> Vec<f64> {
    if q <= 1.0 {
        // With one variable every inertia is 1 and nothing is left to correct.
        return Vec::new();
    }
    let adjusted: Vec<f64> = inertias
        .iter()
        .filter(|value| **value > 1.0 / q + NOTHING)
        .map(|value| (q / (q - 1.0) * (value - 1.0 / q)).powi(2))
        .collect();
    let sum: f64 = adjusted.iter().sum();
    adjusted.into_iter().map(|value| value / sum).collect()
}

fn dot(one: &[f64], other: &[f64]) -> f64 {
    one.iter().zip(other).map(|(left, right)| left * right).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_opposite_codes_make_one_axis() {
        // Both variables say the same: one axis holds all, inertia (J − Q) ÷ Q = 1.
        let table = vec![vec![0, 1], vec![0, 1], vec![1, 0], vec![1, 0]];
        let found = correspond(&table, 2).unwrap();
        assert_eq!((found.variables, found.categories, found.inertias.len()), (2, 4, 1));
        assert!((found.inertias[0] - 1.0).abs() < 1e-12);
        assert_eq!(found.rates, vec![1.0]);
        let line: Vec<f64> = found.points.iter().map(|point| point[0]).collect();
        for (computed, expected) in line.iter().zip([1.0, 1.0, -1.0, -1.0]) {
            assert!((computed - expected).abs() < 1e-12, "{line:?}");
        }
    }

    #[test]
    fn both_ways_to_decompose_agree() {
        let rows = [[0, 0, 1], [0, 1, 1], [1, 0, 0], [1, 1, 2], [0, 1, 2]];
        let few: Vec<Vec<usize>> = rows.iter().map(|row| row.to_vec()).collect();
        // Each row three times: the same axes, by categories instead of by cases.
        let many: Vec<Vec<usize>> = few.iter().cloned().cycle().take(15).collect();
        let (one, other) = (correspond(&few, 2).unwrap(), correspond(&many, 2).unwrap());
        for (left, right) in one.inertias.iter().zip(&other.inertias) {
            assert!((left - right).abs() < 1e-10);
        }
        for (left, right) in one.points.iter().zip(&other.points) {
            assert!(left.iter().zip(right).all(|(a, b)| (a - b).abs() < 1e-9), "{left:?} {right:?}");
        }
    }

    #[test]
    fn constant_variables_are_left_out_and_said() {
        let table = vec![vec![0, 5], vec![1, 5]];
        assert_eq!(correspond(&table, 1).unwrap().constant, vec![1]);
        assert_eq!(correspond(&[vec![5], vec![5]], 1), Err(Undefined::ConstantValues));
        assert_eq!(correspond(&[], 1), Err(Undefined::NoObservations));
        assert_eq!(correspond(&[vec![], vec![0]], 1), Err(Undefined::LengthMismatch));
    }
}
