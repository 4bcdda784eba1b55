//! What unequal weights cost.

use serde::Serialize;

use crate::analysis::statistics::undefined::{Defined, Undefined};

/// Kish's design effect of weights.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct DesignEffect {
    /// Persons.
    pub n: usize,
    /// n Σw² / (Σw)², 1 when all weights are equal.
    pub deff: f64,
    /// n / deff: as many persons of equal weight would tell as much of a mean.
    pub effective_n: f64,
    /// Smallest weight over the mean.
    pub least: f64,
    /// Largest weight over the mean.
    pub most: f64,
}

/// Computes Kish's design effect, which is 1 + the squared coefficient of variation of the weights.
///
/// # Errors
/// [`Undefined::NoObservations`] on an empty list; [`Undefined::InvalidValue`] when a weight is negative or
/// not finite; [`Undefined::ZeroDenominator`] when all are 0.
///
/// Source: Kish (1965, 1992).
pub fn design_effect(weights: &[f64]) -> Defined<DesignEffect> {
    if weights.is_empty() {
        return Err(Undefined::NoObservations);
    }
    if weights.iter().any(|w| !w.is_finite() || *w < 0.0) {
        return Err(Undefined::InvalidValue);
    }
    // In rising order, so that the order of the persons does not change the last digit.
    let mut rising = weights.to_vec();
    rising.sort_by(f64::total_cmp);
    let sum: f64 = rising.iter().sum();
    if sum <= 0.0 {
        return Err(Undefined::ZeroDenominator);
    }
    let n = rising.len() as f64;
    let deff = n * rising.iter().map(|w| w * w).sum::<f64>() / (sum * sum);
    let mean = sum / n;
    Ok(DesignEffect {
        n: rising.len(),
        deff,
        effective_n: n / deff,
        least: rising[0] / mean,
        most: rising[rising.len() - 1] / mean,
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn equal_weights_cost_nothing_and_none_are_undefined() {
        let equal = design_effect(&[2.0; 7]).unwrap();
        assert!((equal.deff - 1.0).abs() < 1e-12 && (equal.effective_n - 7.0).abs() < 1e-12);
        assert_eq!(design_effect(&[]), Err(Undefined::NoObservations));
        assert_eq!(design_effect(&[0.0, 0.0]), Err(Undefined::ZeroDenominator));
        assert_eq!(design_effect(&[1.0, f64::NAN]), Err(Undefined::InvalidValue));
    }

    proptest! {
        #[test]
        fn the_scale_of_weights_does_not_count(
            w in prop::collection::vec(0.1_f64..10.0, 1..30), by in 0.01_f64..100.0,
        ) {
            let one = design_effect(&w).unwrap();
            let other = design_effect(&w.iter().map(|x| x * by).collect::<Vec<_>>()).unwrap();
            prop_assert!((one.deff - other.deff).abs() < 1e-9 && one.deff >= 1.0 - 1e-12);
        }
    }
}
