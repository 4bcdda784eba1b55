//! Quadrants: the property space cut on each axis, the grouping that needs no algorithm.

use super::point::Point;

/// A case that is over the cut by less stands on it.
const SAME: f64 = 1e-9;

/// Where axes are cut.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Cut {
    /// At the mean of the cases.
    #[default]
    Mean,
    /// At zero: a theoretical middle.
    Zero,
    /// At the median, which forces halves.
    Median,
}

/// Numbers the cells of the cut space, the last axis changing fastest: on two axes 0 is low/low, 1
/// low/high, 2 high/low, 3 high/high. A case on the cut counts as low.
pub fn cut(points: &[Point], cut: Cut) -> Vec<usize> {
    let axes = points.first().map_or(0, Vec::len);
    let cuts: Vec<f64> = (0..axes)
        .map(|axis| {
            let mut values: Vec<f64> = points.iter().map(|point| point[axis]).collect();
            match cut {
                Cut::Mean => values.iter().sum::<f64>() / values.len() as f64,
                Cut::Zero => 0.0,
                Cut::Median => {
                    values.sort_by(f64::total_cmp);
                    let upper = values.len() / 2;
                    if values.len() % 2 == 1 {
                        values[upper]
                    } else {
                        f64::midpoint(values[upper - 1], values[upper])
                    }
                }
            }
        })
        .collect();
    cut_at(points, &cuts)
}

/// Numbers the cells as [`cut`] does, each axis cut at the value given.
pub fn cut_at(points: &[Point], cuts: &[f64]) -> Vec<usize> {
    points
        .iter()
        .map(|point| {
            point
                .iter()
                .zip(cuts)
                .fold(0, |cell, (value, cut)| cell * 2 + usize::from(value - cut > SAME * (1.0 + cut.abs())))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quadrants_are_numbered_by_axis() {
        let points = vec![vec![-1.0, -1.0], vec![-1.0, 2.0], vec![1.0, -1.0], vec![1.0, 2.0]];
        assert_eq!(cut(&points, Cut::Mean), vec![0, 1, 2, 3]);
        assert_eq!(cut(&[vec![0.0, 0.0]], Cut::Zero), vec![0]);
    }
}
