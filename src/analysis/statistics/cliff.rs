//! Cliff's delta: how much two groups of ordinal scores overlap.

use super::distribution::normal_critical;
use super::quantile::sorted;
use super::undefined::{self, Defined, Undefined};
use serde::Serialize;

/// Cliff's delta with its interval.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CliffDelta {
    /// P(a > b) − P(a < b): 1 when every value of the first group is the greater.
    pub delta: f64,
    /// Standard error.
    #[serde(serialize_with = "undefined::serialize")]
    pub standard_error: Defined,
    /// Asymmetric interval, inside −1..1.
    #[serde(serialize_with = "undefined::serialize")]
    pub interval: Defined<[f64; 2]>,
    /// Level of the interval.
    pub level: f64,
}

/// Computes Cliff's delta between two groups without missing values.
///
/// The interval is undefined with a group of one and when the groups do not overlap at all.
///
/// # Errors
/// [`Undefined::SingleGroup`] when a group is empty.
///
/// Source: Cliff (1996); Feng and Cliff (2004), asymmetric interval; same error as R's `effsize`.
pub fn cliff_delta(a: &[f64], b: &[f64], level: f64) -> Defined<CliffDelta> {
    if a.is_empty() || b.is_empty() {
        return Err(Undefined::SingleGroup);
    }
    if a.iter().chain(b).any(|x| !x.is_finite()) {
        return Err(Undefined::InvalidValue);
    }
    let (m, n) = (a.len() as f64, b.len() as f64);
    let (of_a, of_b) = (dominances(a, b), dominances(b, a));
    let delta = of_a.iter().map(|d| d.sum).sum::<f64>() / (m * n);
    let standard_error = standard_error(&of_a, &of_b, delta);
    let interval = standard_error.map(|s| {
        let z = normal_critical(level);
        let spread = z * z * s * s;
        let square = 1.0 - delta * delta;
        let centre = delta - delta * delta * delta;
        let reach = z * s * (square * square + spread).sqrt();
        [(centre - reach) / (square + spread), (centre + reach) / (square + spread)]
    });
    Ok(CliffDelta { delta, standard_error, interval, level })
}

/// How one value stands against the other group.
struct Dominance {
    /// Values below it less values above it.
    sum: f64,
    /// Values that differ from it.
    different: f64,
}

fn dominances(values: &[f64], others: &[f64]) -> Vec<Dominance> {
    let others = sorted(others);
    let of = |x: &f64| {
        let below = others.partition_point(|o| o < x) as f64;
        let above = (others.len() - others.partition_point(|o| o <= x)) as f64;
        Dominance { sum: below - above, different: below + above }
    };
    values.iter().map(of).collect()
}

fn standard_error(of_a: &[Dominance], of_b: &[Dominance], delta: f64) -> Defined {
    let smallest = of_a.len().min(of_b.len());
    if smallest < 2 {
        return Err(Undefined::TooFew { needed: 2, present: smallest });
    }
    let (m, n) = (of_a.len() as f64, of_b.len() as f64);
    let around = |d: &[Dominance], size: f64, delta: f64| -> f64 {
        d.iter().map(|d| (d.sum / size - delta) * (d.sum / size - delta)).sum()
    };
    // Σ (d − δ)² over the pairs, with d in −1, 0, 1: those that differ have d² = 1.
    let pairs: f64 = of_a.iter().map(|d| d.different).sum::<f64>() - m * n * delta * delta;
    let rows = (n - 1.0) / (m - 1.0) * around(of_a, n, delta);
    let columns = (m - 1.0) / (n - 1.0) * around(of_b, m, -delta);
    let variance = (rows + columns + pairs / ((m - 1.0) * (n - 1.0))) / (m * n);
    if variance > 1e-15 { Ok(variance.sqrt()) } else { Err(Undefined::CompleteSeparation) }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn groups_apart_have_no_interval() {
        let delta = cliff_delta(&[5.0, 6.0, 7.0], &[1.0, 2.0, 3.0], 0.95).unwrap();
        assert!((delta.delta - 1.0).abs() < 1e-12);
        assert_eq!(delta.interval, Err(Undefined::CompleteSeparation));
        let one = cliff_delta(&[5.0], &[1.0, 7.0], 0.95).unwrap();
        assert_eq!(one.standard_error, Err(Undefined::TooFew { needed: 2, present: 1 }));
    }

    proptest! {
        #[test]
        fn the_interval_stays_inside(
            a in prop::collection::vec(-4_i32..4, 2..9),
            b in prop::collection::vec(-4_i32..4, 2..9),
        ) {
            let a: Vec<f64> = a.into_iter().map(f64::from).collect();
            let b: Vec<f64> = b.into_iter().map(f64::from).collect();
            let delta = cliff_delta(&a, &b, 0.95).unwrap();
            prop_assert!(delta.delta.abs() <= 1.0);
            if let Ok([low, high]) = delta.interval {
                prop_assert!(-1.0 - 1e-9 <= low && low <= delta.delta + 1e-9);
                prop_assert!(delta.delta <= high + 1e-9 && high <= 1.0 + 1e-9);
            }
        }
    }
}
