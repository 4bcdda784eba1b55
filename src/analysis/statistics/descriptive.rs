//! One variable in a few numbers.

use super::quantile::{Rule, quantile_sorted, sorted};
use super::undefined::{self, Defined, Undefined};
use serde::Serialize;

/// The summary of one numeric variable.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Summary {
    /// Values present.
    pub n: usize,
    /// Values missing.
    pub missing: usize,
    /// Mean.
    #[serde(serialize_with = "undefined::serialize")]
    pub mean: Defined,
    /// Standard deviation, divided by n − 1.
    #[serde(serialize_with = "undefined::serialize")]
    pub sd: Defined,
    /// Median.
    #[serde(serialize_with = "undefined::serialize")]
    pub median: Defined,
    /// First quartile, type 7.
    #[serde(serialize_with = "undefined::serialize")]
    pub q1: Defined,
    /// Third quartile, type 7.
    #[serde(serialize_with = "undefined::serialize")]
    pub q3: Defined,
    /// Smallest value.
    #[serde(serialize_with = "undefined::serialize")]
    pub min: Defined,
    /// Largest value.
    #[serde(serialize_with = "undefined::serialize")]
    pub max: Defined,
}

/// Summarises values; missing ones are counted apart, and values that are not finite count as missing.
#[must_use]
pub fn summarise(values: &[Option<f64>]) -> Summary {
    let present = sorted(&present(values));
    let at = |p| quantile_sorted(&present, p, Rule::Type7);
    Summary {
        n: present.len(),
        missing: values.len() - present.len(),
        mean: mean(&present),
        sd: standard_deviation(&present),
        median: at(0.5),
        q1: at(0.25),
        q3: at(0.75),
        min: at(0.0),
        max: at(1.0),
    }
}

/// Keeps the values that are present and finite.
#[must_use]
pub fn present(values: &[Option<f64>]) -> Vec<f64> {
    values.iter().flatten().copied().filter(|x| x.is_finite()).collect()
}

/// Computes the mean.
///
/// # Errors
/// [`Undefined::NoObservations`] on an empty list.
pub fn mean(values: &[f64]) -> Defined {
    if values.is_empty() {
        return Err(Undefined::NoObservations);
    }
    Ok(values.iter().sum::<f64>() / values.len() as f64)
}

/// Computes the variance, divided by n − 1.
///
/// # Errors
/// [`Undefined::TooFew`] below two values.
pub fn variance(values: &[f64]) -> Defined {
    if values.len() < 2 {
        return Err(Undefined::TooFew { needed: 2, present: values.len() });
    }
    let mean = mean(values)?;
    Ok(values.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / (values.len() as f64 - 1.0))
}

/// Computes the standard deviation, divided by n − 1.
///
/// # Errors
/// [`Undefined::TooFew`] below two values.
pub fn standard_deviation(values: &[f64]) -> Defined {
    variance(values).map(f64::sqrt)
}

/// Tells whether all values are equal: their computed variance may be a rounding away from 0.
#[must_use]
pub fn is_constant(values: &[f64]) -> bool {
    values.windows(2).all(|w| w[0].total_cmp(&w[1]).is_eq() || (w[0] - w[1]).abs() < f64::MIN_POSITIVE)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn missing_values_are_counted_apart() {
        let summary = summarise(&[Some(2.0), None, Some(4.0), Some(f64::NAN), Some(9.0)]);
        assert_eq!((summary.n, summary.missing), (3, 2));
        assert!((summary.mean.unwrap() - 5.0).abs() < 1e-12);
        assert!((summary.sd.unwrap() - 13.0_f64.sqrt()).abs() < 1e-12);
    }

    #[test]
    fn one_value_has_no_spread() {
        let summary = summarise(&[Some(2.0)]);
        assert_eq!(summary.sd, Err(Undefined::TooFew { needed: 2, present: 1 }));
        assert_eq!(summarise(&[None]).median, Err(Undefined::NoObservations));
    }
}
