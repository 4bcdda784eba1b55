//! One common factor of a scale's items, and the share of their sum that it explains.

use serde::Serialize;

use crate::analysis::statistics::undefined::{Defined, Undefined};

/// Items needed: with three the model only just fits, whatever the data.
const NEEDED: usize = 4;
const ROUNDS: usize = 50_000;
/// `factanal` keeps uniquenesses above it; at it, the solution is improper.
const LEAST_UNIQUENESS: f64 = 0.005;

/// A solution with one common factor, on correlations.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OneFactor {
    /// Correlation of each item with the factor; their sum is positive.
    pub loadings: Vec<f64>,
    /// What of each item's variance the factor does not explain.
    pub uniquenesses: Vec<f64>,
    /// Omega total of the sum of standardised items.
    pub omega_standardised: f64,
    /// Omega total of the sum of the items as they are.
    pub omega: f64,
}

/// Fits one factor by maximum likelihood, by the EM steps of Rubin & Thayer (1982).
///
/// `deviations` are the items' standard deviations. Undefined with fewer than four items, and when
/// the solution is improper (a uniqueness at its bound) or not reached.
pub fn maximum_likelihood(correlations: &[Vec<f64>], deviations: &[f64]) -> Defined<OneFactor> {
    likely(correlations, deviations, ROUNDS)
}

fn likely(correlations: &[Vec<f64>], deviations: &[f64], rounds: usize) -> Defined<OneFactor> {
    let k = enough(correlations)?;
    let start =
        minimum_residual(correlations, deviations).map_or_else(|_| vec![0.7; k], |found| found.loadings);
    let mut loadings: Vec<f64> = start.iter().map(|value| value.clamp(-0.95, 0.95)).collect();
    let mut unique: Vec<f64> = loadings.iter().map(|value| 1.0 - value * value).collect();
    let mut settled = false;
    for _ in 0..rounds {
        // The factor's regression on the items, by Sherman and Morrison.
        let weighted: Vec<f64> = loadings.iter().zip(&unique).map(|(l, u)| l / u).collect();
        let information: f64 = loadings.iter().zip(&weighted).map(|(l, w)| l * w).sum();
        let slope: Vec<f64> = weighted.iter().map(|w| w / (1.0 + information)).collect();
        let shared: Vec<f64> = correlations.iter().map(|row| dot(row, &slope)).collect();
        let spread = 1.0 - dot(&slope, &loadings) + dot(&slope, &shared);
        let mut change = 0.0_f64;
        for i in 0..k {
            let loading = shared[i] / spread;
            change = change.max((loading - loadings[i]).abs());
            loadings[i] = loading;
            unique[i] = (1.0 - loading * shared[i]).max(LEAST_UNIQUENESS / 10.0);
        }
        if change < 1e-11 {
            settled = true;
            break;
        }
    }
    if unique.iter().any(|value| *value <= LEAST_UNIQUENESS) {
        return Err(Undefined::InvalidValue);
    }
    if !settled {
        return Err(Undefined::NotSettled);
    }
    Ok(solution(loadings, unique, deviations))
}

/// Fits one factor by the least squared residual correlations (minres, Harman & Jones 1966).
pub fn minimum_residual(correlations: &[Vec<f64>], deviations: &[f64]) -> Defined<OneFactor> {
    let k = enough(correlations)?;
    let mut loadings = vec![0.5; k];
    let mut settled = false;
    for _ in 0..ROUNDS {
        let mut change = 0.0_f64;
        for i in 0..k {
            let others = (0..k).filter(|j| *j != i);
            let (above, below) = others.fold((0.0, 0.0), |(above, below), j| {
                (above + correlations[i][j] * loadings[j], below + loadings[j] * loadings[j])
            });
            if below <= 0.0 {
                return Err(Undefined::ZeroDenominator);
            }
            let loading = above / below;
            change = change.max((loading - loadings[i]).abs());
            loadings[i] = loading;
        }
        if change < 1e-11 {
            settled = true;
            break;
        }
    }
    let unique: Vec<f64> = loadings.iter().map(|value| 1.0 - value * value).collect();
    if unique.iter().any(|value| !value.is_finite() || *value <= LEAST_UNIQUENESS) {
        return Err(Undefined::InvalidValue);
    }
    if !settled {
        return Err(Undefined::NotSettled);
    }
    Ok(solution(loadings, unique, deviations))
}

fn enough(correlations: &[Vec<f64>]) -> Defined<usize> {
    let k = correlations.len();
    if k < NEEDED { Err(Undefined::TooFew { needed: NEEDED, present: k }) } else { Ok(k) }
}

fn dot(left: &[f64], right: &[f64]) -> f64 {
    left.iter().zip(right).map(|(x, y)| x * y).sum()
}

fn solution(mut loadings: Vec<f64>, uniquenesses: Vec<f64>, deviations: &[f64]) -> OneFactor {
    if loadings.iter().sum::<f64>() < 0.0 {
        loadings.iter_mut().for_each(|value| *value = -*value);
    }
    let ones = vec![1.0; loadings.len()];
    let omega = |deviations: &[f64]| {
        let common = dot(&loadings, deviations).powi(2);
        let unique: f64 = uniquenesses.iter().zip(deviations).map(|(u, d)| u * d * d).sum();
        common / (common + unique)
    };
    OneFactor { omega_standardised: omega(&ones), omega: omega(deviations), uniquenesses, loadings }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_solution_that_is_not_reached_is_not_told() {
        let pair = |i: usize, j: usize| if i == j { 1.0 } else { 0.2 + 0.1 * (i + j) as f64 };
        let correlations: Vec<Vec<f64>> = (0..4).map(|i| (0..4).map(|j| pair(i, j)).collect()).collect();
        assert_eq!(likely(&correlations, &[1.0; 4], 3), Err(Undefined::NotSettled));
        assert!(likely(&correlations, &[1.0; 4], ROUNDS).is_ok());
    }
}
