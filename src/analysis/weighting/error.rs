//! Weighted means and shares, with errors that know of the calibration.

use serde::Serialize;

use super::target::Variable;
use crate::analysis::statistics::distribution::normal_critical;
use crate::analysis::statistics::undefined::{Defined, Undefined};

/// A weighted mean or share with its errors.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct WeightedMean {
    /// Persons with a value.
    pub n: usize,
    /// Weighted mean; of zeros and ones, a share.
    pub mean: f64,
    /// Linearised standard error on the residuals of the calibration.
    pub standard_error: f64,
    /// The same without them: what a program prints that takes the weights as given.
    pub ignoring_calibration: f64,
    /// Lower bound of the normal interval at 95 %.
    pub lower: f64,
    /// Upper bound.
    pub upper: f64,
}

/// Weighted persons, and the margins that their weights were brought to.
#[derive(Debug, Clone)]
pub struct Design {
    weights: Vec<f64>,
    total: f64,
    margins: Vec<Margin>,
}

#[derive(Debug, Clone)]
struct Margin {
    category: Vec<usize>,
    /// Weighted persons of each category.
    persons: Vec<f64>,
}

/// Rounds after which the projections are taken as they are; two margins settle in some twenty.
const ROUNDS: usize = 2_000;

impl Design {
    /// Takes weights and the variables that they were raked to; none: weights given from elsewhere.
    ///
    /// # Errors
    /// [`Undefined::NoObservations`], [`Undefined::LengthMismatch`]; [`Undefined::InvalidValue`] when a weight
    /// is negative or not finite; [`Undefined::ZeroDenominator`] when all are 0.
    pub fn new(weights: &[f64], variables: &[Variable]) -> Defined<Self> {
        if weights.is_empty() {
            return Err(Undefined::NoObservations);
        }
        if variables.iter().any(|variable| variable.sample.len() != weights.len()) {
            return Err(Undefined::LengthMismatch);
        }
        if weights.iter().any(|w| !w.is_finite() || *w < 0.0) {
            return Err(Undefined::InvalidValue);
        }
        let total = ordered_sum(weights.iter().copied());
        if total <= 0.0 {
            return Err(Undefined::ZeroDenominator);
        }
        let margin = |variable: &Variable| {
            let mut persons = vec![0.0; variable.categories.len()];
            for (&category, weight) in variable.sample.iter().zip(weights) {
                persons[category] += f64::from(u8::from(*weight > 0.0));
            }
            Margin { category: variable.sample.clone(), persons }
        };
        Ok(Self { weights: weights.to_vec(), total, margins: variables.iter().map(margin).collect() })
    }

    /// The weights.
    pub fn weights(&self) -> &[f64] {
        &self.weights
    }

    /// Sum of the weights.
    pub fn total(&self) -> f64 {
        self.total
    }

    /// Estimates the mean of the persons with a value; the others are no part of the domain.
    ///
    /// # Missing values
    /// A missing value, or one that is not finite, leaves the person out of the domain, not out of the
    /// sample: the error counts it as `survey::svyby` does.
    ///
    /// # Errors
    /// [`Undefined::LengthMismatch`]; [`Undefined::NoObservations`] when no weighted person has a value;
    /// [`Undefined::TooFew`] below two of them.
    ///
    /// Source: Taylor linearisation of a ratio; Deville (1999) for the residuals of the calibration.
    pub fn mean(&self, values: &[Option<f64>]) -> Defined<WeightedMean> {
        if values.len() != self.weights.len() {
            return Err(Undefined::LengthMismatch);
        }
        let known: Vec<Option<f64>> = values.iter().map(|x| x.filter(|x| x.is_finite())).collect();
        let pairs = || known.iter().zip(&self.weights).filter_map(|(x, w)| x.map(|x| (x, *w)));
        let n = pairs().filter(|(_, w)| *w > 0.0).count();
        let weight = ordered_sum(pairs().map(|(_, w)| w));
        if n == 0 || weight <= 0.0 {
            return Err(Undefined::NoObservations);
        }
        if n < 2 {
            return Err(Undefined::TooFew { needed: 2, present: n });
        }
        let mean = ordered_sum(pairs().map(|(x, w)| x * w)) / weight;
        let influence: Vec<f64> = known
            .iter()
            .zip(&self.weights)
            .map(|(x, w)| x.map_or(0.0, |x| w * (x - mean) / weight))
            .collect();
        let standard_error =
            covariance(&self.residuals(&influence), &self.residuals(&influence)).max(0.0).sqrt();
        let reach = normal_critical(0.95) * standard_error;
        Ok(WeightedMean {
            n,
            mean,
            standard_error,
            ignoring_calibration: covariance(&influence, &influence).max(0.0).sqrt(),
            lower: mean - reach,
            upper: mean + reach,
        })
    }

    /// Takes out of weighted values what the margins determine: the calibration has fixed it.
    ///
    /// The residuals are those of a regression on the margins by the weights before raking, which were
    /// equal (Deville and Särndal 1992). Each margin is projected out in turn, as raking itself goes,
    /// until nothing moves, so that margins that repeat each other do no harm. `values` are already
    /// multiplied by the weights.
    pub fn residuals(&self, values: &[f64]) -> Vec<f64> {
        let mut left = values.to_vec();
        if self.margins.is_empty() {
            return left;
        }
        let scale = values.iter().fold(0.0_f64, |most, x| most.max(x.abs()));
        for _ in 0..ROUNDS {
            let mut moved = 0.0_f64;
            for margin in &self.margins {
                let mut sums = vec![0.0; margin.persons.len()];
                for ((&category, value), weight) in margin.category.iter().zip(&left).zip(&self.weights) {
                    if *weight > 0.0 {
                        sums[category] += value / weight;
                    }
                }
                for ((value, &category), weight) in left.iter_mut().zip(&margin.category).zip(&self.weights) {
                    if *weight > 0.0 {
                        let part = weight * sums[category] / margin.persons[category];
                        *value -= part;
                        moved = moved.max(part.abs());
                    }
                }
            }
            if moved <= scale * 1e-15 {
                break;
            }
        }
        left
    }
}

/// Variance of a total of independent persons, or covariance of two: n / (n − 1) Σ of centred products.
pub(super) fn covariance(a: &[f64], b: &[f64]) -> f64 {
    let n = a.len() as f64;
    if n < 2.0 {
        return f64::NAN;
    }
    let (mean_a, mean_b) = (ordered_sum(a.iter().copied()) / n, ordered_sum(b.iter().copied()) / n);
    n / (n - 1.0) * ordered_sum(a.iter().zip(b).map(|(x, y)| (x - mean_a) * (y - mean_b)))
}

/// Sums in rising order, so that the order of the persons does not change the last digit.
pub(super) fn ordered_sum(terms: impl Iterator<Item = f64>) -> f64 {
    let mut terms: Vec<f64> = terms.collect();
    terms.sort_by(f64::total_cmp);
    terms.iter().sum()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn equal_weights_give_the_plain_error() {
        let x: Vec<Option<f64>> = [1.0, 4.0, 5.0, 10.0].map(Some).to_vec();
        let found = Design::new(&[3.0; 4], &[]).unwrap().mean(&x).unwrap();
        // s / √n with s² = 42 / 3.
        assert!((found.mean - 5.0).abs() < 1e-12);
        assert!((found.standard_error - (14.0_f64 / 4.0).sqrt()).abs() < 1e-12);
        assert!((found.ignoring_calibration - found.standard_error).abs() < 1e-12);
    }

    #[test]
    fn a_margin_itself_has_no_error() {
        let variable = Variable {
            name: "sex".into(),
            categories: vec![("F".into(), 60.0), ("M".into(), 40.0)],
            sample: vec![0, 0, 1, 1, 1],
        };
        let weights = [30.0, 30.0, 40.0 / 3.0, 40.0 / 3.0, 40.0 / 3.0];
        let design = Design::new(&weights, &[variable]).unwrap();
        let share: Vec<Option<f64>> = [1.0, 1.0, 0.0, 0.0, 0.0].map(Some).to_vec();
        let found = design.mean(&share).unwrap();
        assert!((found.mean - 0.6).abs() < 1e-12 && found.standard_error < 1e-12);
        assert!(found.ignoring_calibration > 0.1);
    }

    #[test]
    fn what_cannot_be_told_is_undefined() {
        assert!(matches!(Design::new(&[], &[]), Err(Undefined::NoObservations)));
        assert!(matches!(Design::new(&[1.0, f64::NAN], &[]), Err(Undefined::InvalidValue)));
        assert!(matches!(Design::new(&[0.0, 0.0], &[]), Err(Undefined::ZeroDenominator)));
        let design = Design::new(&[1.0, 2.0, 3.0], &[]).unwrap();
        assert_eq!(design.mean(&[None, None, Some(f64::NAN)]), Err(Undefined::NoObservations));
        assert_eq!(design.mean(&[Some(1.0), None, None]), Err(Undefined::TooFew { needed: 2, present: 1 }));
        assert_eq!(design.mean(&[None]), Err(Undefined::LengthMismatch));
        let constant = design.mean(&[Some(2.0), Some(2.0), Some(2.0)]).unwrap();
        assert!(constant.standard_error.abs() < 1e-12);
    }
}
