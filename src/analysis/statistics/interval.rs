//! Intervals of a proportion, of the difference and of the ratio of two.
//!
//! Never Wald: with 0 of 12 it would give [0; 0].

use super::distribution::{beta_quantile, normal_critical};
use super::undefined::{Defined, Undefined};
use serde::Serialize;

/// A count out of a total, with its interval.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Proportion {
    /// Number of successes.
    pub count: u64,
    /// Denominator.
    pub n: u64,
    /// Share, between 0 and 1.
    pub share: f64,
    /// Lower bound.
    pub lower: f64,
    /// Upper bound.
    pub upper: f64,
    /// Level, 0.95 as a rule.
    pub level: f64,
}

fn share_of(count: u64, n: u64) -> Defined {
    if n == 0 {
        return Err(Undefined::NoObservations);
    }
    if count > n {
        return Err(Undefined::InvalidValue);
    }
    Ok(count as f64 / n as f64)
}

/// Computes Wilson's score interval, without continuity correction.
///
/// # Errors
/// [`Undefined::NoObservations`] when `n` is 0, [`Undefined::InvalidValue`] when `count` is greater.
pub fn wilson(count: u64, n: u64, level: f64) -> Defined<Proportion> {
    let share = share_of(count, n)?;
    let [lower, upper] = wilson_bounds(share, share, n as f64, level);
    // The bound is exact at the ends; the formula misses it by a rounding.
    let lower = if count == 0 { 0.0 } else { lower.max(0.0) };
    let upper = if count == n { 1.0 } else { upper.min(1.0) };
    Ok(Proportion { count, n, share, lower, upper, level })
}

/// Computes Wilson's score interval with continuity correction, as R's `prop.test` does by default.
///
/// # Errors
/// Those of [`wilson`].
pub fn wilson_continuity(count: u64, n: u64, level: f64) -> Defined<Proportion> {
    let share = share_of(count, n)?;
    let size = n as f64;
    let correction = (count as f64 - size / 2.0).abs().min(0.5) / size;
    let (low, high) = ((share - correction).max(0.0), (share + correction).min(1.0));
    let [lower, upper] = wilson_bounds(low, high, size, level);
    let lower = if share - correction <= 0.0 { 0.0 } else { lower };
    let upper = if share + correction >= 1.0 { 1.0 } else { upper };
    Ok(Proportion { count, n, share, lower, upper, level })
}

fn wilson_bounds(low: f64, high: f64, n: f64, level: f64) -> [f64; 2] {
    let z = normal_critical(level);
    let half = z * z / (2.0 * n);
    let reach = |p: f64| z * (p * (1.0 - p) / n + half / (2.0 * n)).sqrt();
    let scale = 1.0 + 2.0 * half;
    [(low + half - reach(low)) / scale, (high + half + reach(high)) / scale]
}

/// Computes the exact interval of Clopper and Pearson.
///
/// # Errors
/// Those of [`wilson`].
pub fn clopper_pearson(count: u64, n: u64, level: f64) -> Defined<Proportion> {
    let share = share_of(count, n)?;
    let (x, size, tail) = (count as f64, n as f64, (1.0 - level) / 2.0);
    let lower = if count == 0 { 0.0 } else { beta_quantile(tail, x, size - x + 1.0) };
    let upper = if count == n { 1.0 } else { beta_quantile(1.0 - tail, x + 1.0, size - x) };
    Ok(Proportion { count, n, share, lower, upper, level })
}

/// A number with its interval.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Estimate {
    /// Estimate.
    pub value: f64,
    /// Lower bound.
    pub lower: f64,
    /// Upper bound.
    pub upper: f64,
    /// Level, 0.95 as a rule.
    pub level: f64,
}

/// Computes the difference of two independent proportions with Newcombe's interval.
///
/// A group and its complement are independent; a group and the whole that contains it are not.
///
/// # Errors
/// Those of [`wilson`], for either group.
///
/// Source: Newcombe (1998), method 10.
pub fn newcombe_difference(first: (u64, u64), second: (u64, u64), level: f64) -> Defined<Estimate> {
    let a = wilson(first.0, first.1, level)?;
    let b = wilson(second.0, second.1, level)?;
    let value = a.share - b.share;
    Ok(Estimate {
        value,
        lower: value - (a.share - a.lower).hypot(b.upper - b.share),
        upper: value + (a.upper - a.share).hypot(b.share - b.lower),
        level,
    })
}

/// Computes the ratio of two independent proportions with Katz' log interval.
///
/// # Errors
/// Those of [`wilson`]; [`Undefined::ZeroDenominator`] when either count is 0.
pub fn katz_ratio(first: (u64, u64), second: (u64, u64), level: f64) -> Defined<Estimate> {
    let (a, b) = (share_of(first.0, first.1)?, share_of(second.0, second.1)?);
    if first.0 == 0 || second.0 == 0 {
        return Err(Undefined::ZeroDenominator);
    }
    let inverse = |x: u64| 1.0 / x as f64;
    let error = (inverse(first.0) - inverse(first.1) + inverse(second.0) - inverse(second.1)).sqrt();
    let value = a / b;
    let reach = (normal_critical(level) * error).exp();
    Ok(Estimate { value, lower: value / reach, upper: value * reach, level })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn none_of_twelve_is_not_a_certain_zero() {
        let p = wilson(0, 12, 0.95).unwrap();
        assert!(p.lower.abs() < 1e-15);
        assert!((p.upper - 0.242_494).abs() < 1e-6);
    }

    #[test]
    fn impossible_counts_are_refused() {
        assert_eq!(wilson(0, 0, 0.95), Err(Undefined::NoObservations));
        assert_eq!(wilson(3, 2, 0.95), Err(Undefined::InvalidValue));
        assert_eq!(katz_ratio((0, 3), (1, 3), 0.95), Err(Undefined::ZeroDenominator));
    }

    proptest! {
        #[test]
        fn intervals_hold_the_share(n in 1_u64..500, x in 0_u64..500) {
            let x = x.min(n);
            for p in [wilson(x, n, 0.95), wilson_continuity(x, n, 0.95), clopper_pearson(x, n, 0.95)] {
                let p = p.unwrap();
                prop_assert!(0.0 <= p.lower && p.lower <= p.share && p.share <= p.upper && p.upper <= 1.0);
            }
        }
    }
}
