//! The same people before and after: the test of `McNemar`.

use super::distribution::{chi_square_upper, ln_choose};
use super::undefined::{self, Defined, Undefined};
use serde::Serialize;

/// A yes/no answer before and after.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct McNemar {
    /// Pairs.
    pub n: u64,
    /// Pairs that went from no to yes.
    pub gained: u64,
    /// Pairs that went from yes to no.
    pub lost: u64,
    /// (gained − lost) / n: the change of the share.
    #[serde(serialize_with = "undefined::serialize")]
    pub difference: Defined,
    /// Exact two-sided binomial p.
    #[serde(serialize_with = "undefined::serialize")]
    pub p_exact: Defined,
    /// The same with half of the observed outcome's probability: less conservative.
    #[serde(serialize_with = "undefined::serialize")]
    pub p_mid: Defined,
    /// (gained − lost)² / (gained + lost), without correction.
    #[serde(serialize_with = "undefined::serialize")]
    pub chi2: Defined,
    /// Asymptotic p of `chi2`.
    #[serde(serialize_with = "undefined::serialize")]
    pub p_chi2: Defined,
}

/// Compares two answers of the same people, counted as `[[no no, no yes], [yes no, yes yes]]` (before, after).
///
/// When nobody changed, the tests are undefined.
///
/// Source: `McNemar` (1947); Fagerland, Lydersen and Laake (2013) for the mid-p.
#[must_use]
pub fn mcnemar(counts: [[u64; 2]; 2]) -> McNemar {
    let [[neither, gained], [lost, both]] = counts;
    let (n, changed) = (neither + gained + lost + both, gained + lost);
    let probability = |k: u64| (ln_choose(changed, k) - changed as f64 * std::f64::consts::LN_2).exp();
    let fewer = gained.min(lost);
    let tail: f64 = (0..=fewer).map(probability).sum();
    let guard = |value: f64| if changed == 0 { Err(Undefined::ConstantValues) } else { Ok(value) };
    let distance = gained.abs_diff(lost) as f64;
    let chi2 = guard(distance * distance / changed as f64);
    McNemar {
        n,
        gained,
        lost,
        difference: if n == 0 {
            Err(Undefined::NoObservations)
        } else {
            Ok((gained as f64 - lost as f64) / n as f64)
        },
        p_exact: guard((2.0 * tail).min(1.0)),
        p_mid: guard((2.0 * tail - probability(fewer)).min(1.0)),
        chi2,
        p_chi2: chi2.map(|x| chi_square_upper(x, 1.0)),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn the_exact_test_is_the_binomial_one() {
        // binom.test(1, 7): 0.125; mid-p: 0.125 - 7/128.
        let result = mcnemar([[10, 6], [1, 20]]);
        assert!((result.p_exact.unwrap() - 0.125).abs() < 1e-12);
        assert!((result.p_mid.unwrap() - (0.125 - 7.0 / 128.0)).abs() < 1e-12);
        assert!((result.chi2.unwrap() - 25.0 / 7.0).abs() < 1e-12);
        assert!((result.difference.unwrap() - 5.0 / 37.0).abs() < 1e-12);
    }

    #[test]
    fn nobody_changed() {
        assert_eq!(mcnemar([[4, 0], [0, 3]]).p_exact, Err(Undefined::ConstantValues));
        assert_eq!(mcnemar([[0, 0], [0, 0]]).difference, Err(Undefined::NoObservations));
        assert!((mcnemar([[0, 2], [2, 0]]).p_exact.unwrap() - 1.0).abs() < 1e-12);
    }
}
