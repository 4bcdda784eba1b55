//! Scores between two groups by ranks: Mann–Whitney and the Hodges–Lehmann shift.

use super::distribution::{normal_critical, normal_two_sided};
use super::interval::Estimate;
use super::quantile::sorted;
use super::rank::midranks;
use super::undefined::{self, Defined, Undefined};
use serde::Serialize;

/// Pairs of values beyond which the exact distribution is not listed.
pub const MAX_EXACT_PAIRS: usize = 2_500;

/// Pairs of values beyond which their differences are not held in memory.
const MAX_DIFFERENCES: usize = 50_000_000;

/// The test of Mann and Whitney (Wilcoxon's rank sum).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MannWhitney {
    /// Sizes of the groups.
    pub sizes: [usize; 2],
    /// Pairs in which the first group's value is the greater, ties for a half.
    pub u: f64,
    /// U / (n₁ n₂): the chance that a value of the first group exceeds one of the second (Vargha–Delaney A).
    pub superiority: f64,
    /// Exact two-sided p given the ties: sums of ranks at least as far from their mean.
    #[serde(serialize_with = "undefined::serialize")]
    pub p_exact: Defined,
    /// Normal p, corrected for ties.
    #[serde(serialize_with = "undefined::serialize")]
    pub p_normal: Defined,
    /// Normal p, corrected for ties and continuity: what R prints when there are ties.
    #[serde(serialize_with = "undefined::serialize")]
    pub p_normal_continuity: Defined,
}

/// Computes Mann–Whitney between two groups without missing values; p are undefined when all values are equal.
///
/// # Errors
/// [`Undefined::SingleGroup`] when a group is empty, [`Undefined::InvalidValue`] when a value is not finite.
pub fn mann_whitney(a: &[f64], b: &[f64]) -> Defined<MannWhitney> {
    if a.is_empty() || b.is_empty() {
        return Err(Undefined::SingleGroup);
    }
    let all: Vec<f64> = a.iter().chain(b).copied().collect();
    if all.iter().any(|x| !x.is_finite()) {
        return Err(Undefined::InvalidValue);
    }
    let ranks = midranks(&all);
    let (na, nb, n) = (a.len() as f64, b.len() as f64, all.len() as f64);
    let u = ranks.ranks[..a.len()].iter().sum::<f64>() - na * (na + 1.0) / 2.0;
    let variance = na * nb / 12.0 * (n + 1.0 - ranks.tie_sum / (n * (n - 1.0)));
    let varies = if variance > 0.0 { Ok(()) } else { Err(Undefined::ConstantValues) };
    let distance = (u - na * nb / 2.0).abs();
    let normal = |distance: f64| varies.map(|()| normal_two_sided(distance / variance.sqrt()));
    Ok(MannWhitney {
        sizes: [a.len(), b.len()],
        u,
        superiority: u / (na * nb),
        p_exact: varies.and_then(|()| exact_p(&ranks.ranks, a.len())),
        p_normal: normal(distance),
        p_normal_continuity: normal((distance - 0.5).max(0.0)),
    })
}

/// How many subsets of `size` ranks have each sum; ranks are doubled, so that midranks are integers.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "doubled ranks are positive and at most twice the size"
)]
fn sum_counts(ranks: &[f64], size: usize) -> Vec<f64> {
    let doubled: Vec<usize> = ranks.iter().map(|r| (2.0 * r).round() as usize).collect();
    let largest: usize = {
        let mut copy = doubled.clone();
        copy.sort_unstable();
        copy.iter().rev().take(size).sum()
    };
    let mut counts = vec![vec![0.0_f64; largest + 1]; size + 1];
    counts[0][0] = 1.0;
    for (done, &rank) in doubled.iter().enumerate() {
        for k in (1..=size.min(done + 1)).rev() {
            let (smaller, larger) = counts.split_at_mut(k);
            for s in rank..=largest {
                larger[0][s] += smaller[k - 1][s - rank];
            }
        }
    }
    counts.swap_remove(size)
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "doubled ranks are positive and at most twice the size"
)]
fn exact_p(ranks: &[f64], size: usize) -> Defined {
    if size * (ranks.len() - size) > MAX_EXACT_PAIRS {
        return Err(Undefined::TooLarge);
    }
    // The smaller group keeps the table of sums small; p is the same.
    let own = if 2 * size <= ranks.len() { &ranks[..size] } else { &ranks[size..] };
    let counts = sum_counts(ranks, own.len());
    let observed = own.iter().map(|r| (2.0 * r).round() as usize).sum::<usize>();
    let total: f64 = counts.iter().sum();
    // The mean of the sum, doubled; all terms are whole, so that equal distances compare equal.
    let centre = own.len() * (ranks.len() + 1);
    let distance = observed.abs_diff(centre);
    let reached: f64 =
        counts.iter().enumerate().filter(|(s, _)| s.abs_diff(centre) >= distance).map(|(_, c)| c).sum();
    Ok((reached / total).min(1.0))
}

/// Computes the Hodges–Lehmann shift: the median of all differences between the groups.
///
/// The interval inverts the exact Mann–Whitney test without ties (conservative with ties), the normal one
/// for large groups; a bound is missing when the groups are too small for the level.
///
/// # Errors
/// [`Undefined::SingleGroup`] when a group is empty; [`Undefined::TooLarge`] for more than 50 million pairs.
pub fn hodges_lehmann(a: &[f64], b: &[f64], level: f64) -> Defined<Estimate> {
    let pairs = a.len().saturating_mul(b.len());
    if pairs == 0 {
        return Err(Undefined::SingleGroup);
    }
    if pairs > MAX_DIFFERENCES {
        return Err(Undefined::TooLarge);
    }
    let differences = sorted(&a.iter().flat_map(|x| b.iter().map(move |y| x - y)).collect::<Vec<_>>());
    let low = critical_u(a.len(), b.len(), level).max(1);
    let value = super::quantile::quantile_sorted(&differences, 0.5, super::quantile::Rule::Type7)?;
    Ok(Estimate { value, lower: differences[low - 1], upper: differences[pairs - low], level })
}

/// The smallest u with P(U ≤ u) ≥ (1 − level) / 2, as R's `qwilcox`.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "U is between 0 and the number of pairs"
)]
fn critical_u(a: usize, b: usize, level: f64) -> usize {
    let (a, b) = (a.min(b), a.max(b));
    let pairs = a * b;
    if pairs > MAX_EXACT_PAIRS {
        let (pairs, n) = (pairs as f64, (a + b) as f64);
        let reach = normal_critical(level) * (pairs * (n + 1.0) / 12.0).sqrt();
        return (pairs / 2.0 - reach).round().max(0.0) as usize;
    }
    let ranks: Vec<f64> = (1..=a + b).map(|i| i as f64).collect();
    let counts = sum_counts(&ranks, a);
    let total: f64 = counts.iter().sum();
    let tail = (1.0 - level) / 2.0 * (1.0 - 1e-12);
    let mut sum = 0.0;
    for u in 0..=pairs / 2 {
        // The least sum of ranks is a(a + 1)/2, doubled.
        sum += counts[2 * u + a * (a + 1)];
        if sum / total >= tail {
            return u;
        }
    }
    pairs / 2
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn three_against_three_apart() {
        let test = mann_whitney(&[1.0, 2.0, 3.0], &[4.0, 5.0, 6.0]).unwrap();
        assert!(test.u.abs() < 1e-12);
        assert!((test.p_exact.unwrap() - 0.1).abs() < 1e-12);
    }

    #[test]
    fn undefined_is_said() {
        assert_eq!(mann_whitney(&[1.0], &[]), Err(Undefined::SingleGroup));
        assert_eq!(mann_whitney(&[1.0], &[1.0, 1.0]).unwrap().p_exact, Err(Undefined::ConstantValues));
        assert_eq!(hodges_lehmann(&[], &[1.0], 0.95), Err(Undefined::SingleGroup));
    }

    proptest! {
        #[test]
        fn exchanging_the_groups_mirrors_all(
            a in prop::collection::vec(-4_i32..4, 1..9),
            b in prop::collection::vec(-4_i32..4, 1..9),
        ) {
            let a: Vec<f64> = a.into_iter().map(f64::from).collect();
            let b: Vec<f64> = b.into_iter().map(f64::from).collect();
            let (x, y) = (mann_whitney(&a, &b).unwrap(), mann_whitney(&b, &a).unwrap());
            prop_assert!((x.u + y.u - (a.len() * b.len()) as f64).abs() < 1e-9);
            if let (Ok(p), Ok(q)) = (x.p_exact, y.p_exact) {
                prop_assert!((p - q).abs() < 1e-9);
            }
            let (s, t) = (hodges_lehmann(&a, &b, 0.95).unwrap(), hodges_lehmann(&b, &a, 0.95).unwrap());
            prop_assert!((s.value + t.value).abs() < 1e-9);
            prop_assert!((s.lower + t.upper).abs() < 1e-9);
        }
    }
}
