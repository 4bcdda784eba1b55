//! Quantiles of a sample, with the rule named: programs differ.

use super::undefined::{Defined, Undefined};
use serde::Serialize;

/// The rule, by its number in Hyndman and Fan (1996).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// Type 7: R and numpy.
    #[default]
    Type7,
    /// Type 6: SPSS.
    Type6,
    /// Type 2: SAS and Stata.
    Type2,
}

/// Computes the quantile of order `p` of values in increasing order.
///
/// # Errors
/// [`Undefined::NoObservations`] on an empty list, [`Undefined::InvalidValue`] when `p` is not in 0..=1.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "positions are between 0 and the length"
)]
pub fn quantile_sorted(sorted: &[f64], p: f64, rule: Rule) -> Defined {
    if sorted.is_empty() {
        return Err(Undefined::NoObservations);
    }
    if !(0.0..=1.0).contains(&p) {
        return Err(Undefined::InvalidValue);
    }
    let n = sorted.len();
    let at = |i: f64| sorted[(i.max(1.0) as usize).min(n) - 1];
    let between = |h: f64| {
        let below = h.floor();
        at(below) + (h - below) * (at(below + 1.0) - at(below))
    };
    // R's guard against np that is an integer but for rounding.
    let fuzz = 4.0 * f64::EPSILON;
    Ok(match rule {
        Rule::Type7 => between(1.0 + (n as f64 - 1.0) * p),
        Rule::Type6 => between(((n as f64 + 1.0) * p).clamp(1.0, n as f64)),
        Rule::Type2 => {
            let position = n as f64 * p;
            let below = (position + fuzz).floor();
            if (position - below).abs() < fuzz * n as f64 {
                f64::midpoint(at(below), at(below + 1.0))
            } else {
                at(below + 1.0)
            }
        }
    })
}

/// Computes the quantile of order `p` of values in any order.
///
/// # Errors
/// Those of [`quantile_sorted`].
pub fn quantile(values: &[f64], p: f64, rule: Rule) -> Defined {
    quantile_sorted(&sorted(values), p, rule)
}

/// Copies values in increasing order.
#[must_use]
pub fn sorted(values: &[f64]) -> Vec<f64> {
    let mut copy = values.to_vec();
    copy.sort_by(f64::total_cmp);
    copy
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_three_rules_differ() {
        let x = [1.0, 2.0, 3.0, 4.0, 10.0, 12.0];
        let q1 = |rule| quantile(&x, 0.25, rule).unwrap();
        assert!((q1(Rule::Type7) - 2.25).abs() < 1e-12);
        assert!((q1(Rule::Type6) - 1.75).abs() < 1e-12);
        assert!((q1(Rule::Type2) - 2.0).abs() < 1e-12);
        assert!((quantile(&x, 0.5, Rule::Type2).unwrap() - 3.5).abs() < 1e-12);
    }

    #[test]
    fn nothing_has_no_median() {
        assert_eq!(quantile(&[], 0.5, Rule::Type7), Err(Undefined::NoObservations));
        assert_eq!(quantile(&[1.0], f64::NAN, Rule::Type7), Err(Undefined::InvalidValue));
    }

    proptest! {
        #[test]
        fn a_quantile_lies_within_the_values(x in prop::collection::vec(-100.0_f64..100.0, 1..30), p in 0.0_f64..=1.0) {
            for rule in [Rule::Type7, Rule::Type6, Rule::Type2] {
                let q = quantile(&x, p, rule).unwrap();
                let s = sorted(&x);
                prop_assert!(s[0] <= q && q <= s[s.len() - 1]);
            }
        }
    }
}
