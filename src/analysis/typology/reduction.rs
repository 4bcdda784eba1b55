//! Principal components of the standardised code table: a check that does not choose codes by axis.

use linfa::DatasetBase;
use linfa::traits::{Fit, Predict};
use linfa_reduction::Pca;
use ndarray::Array2;
use serde::Serialize;

use super::axis::{Scaling, standardise};
use super::point::Point;

/// Components kept, and how much of the whole they hold.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Components {
    /// Each case on the components kept.
    pub points: Vec<Point>,
    /// Variance of each component (n − 1), falling.
    pub variances: Vec<f64>,
    /// Its share of the variance of all columns.
    pub shares: Vec<f64>,
    /// Columns left out because they are constant.
    pub constant: Vec<usize>,
}

/// Reduces a table of cases by columns to `keep` components; columns are standardised (n − 1),
/// constant ones left out. Undefined with fewer than two cases or no column that varies.
///
/// Variances are computed from the scores and shares over all columns: linfa's own ratios are over
/// the components kept only. The sign of a component is set so that its largest score is positive.
pub fn reduce(table: &[Point], keep: usize) -> Option<Components> {
    let cases = table.len();
    let columns = table.first()?.len();
    let mut constant = Vec::new();
    let mut scaled: Vec<Vec<f64>> = Vec::new();
    for column in 0..columns {
        let values: Vec<f64> = table.iter().map(|row| row[column]).collect();
        match standardise(&values, Scaling::Z) {
            Some(values) => scaled.push(values),
            None => constant.push(column),
        }
    }
    let keep = keep.min(scaled.len()).min(cases.saturating_sub(1));
    if keep == 0 {
        return None;
    }
    let values: Vec<f64> =
        (0..cases).flat_map(|row| scaled.iter().map(move |column| column[row]).collect::<Vec<_>>()).collect();
    let records = Array2::from_shape_vec((cases, scaled.len()), values).ok()?;
    let dataset = DatasetBase::from(records.clone());
    let model = Pca::params(keep).fit(&dataset).ok()?;
    let projected: Array2<f64> = model.predict(&records);
    let mut components: Vec<Vec<f64>> =
        (0..projected.ncols()).map(|axis| projected.column(axis).to_vec()).collect();
    for component in &mut components {
        let largest = component
            .iter()
            .copied()
            .fold(0.0_f64, |most, value| if value.abs() > most.abs() { value } else { most });
        if largest < 0.0 {
            component.iter_mut().for_each(|value| *value = -*value);
        }
    }
    let variances: Vec<f64> = components
        .iter()
        .map(|component| component.iter().map(|value| value * value).sum::<f64>() / (cases as f64 - 1.0))
        .collect();
    // Each standardised column has variance 1.
    let shares = variances.iter().map(|variance| variance / scaled.len() as f64).collect();
    let points = (0..cases).map(|row| components.iter().map(|component| component[row]).collect()).collect();
    Some(Components { points, variances, shares, constant })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_of_all_columns() {
        let table = vec![vec![1.0, 2.0, 5.0], vec![2.0, 4.0, 5.0], vec![3.0, 6.0, 5.0], vec![4.0, 8.0, 5.0]];
        let reduced = reduce(&table, 1).unwrap();
        assert_eq!(reduced.constant, vec![2]);
        assert!((reduced.variances[0] - 2.0).abs() < 1e-9);
        assert!((reduced.shares[0] - 1.0).abs() < 1e-9);
        assert_eq!(reduce(&[vec![1.0], vec![1.0]], 1), None);
    }
}
