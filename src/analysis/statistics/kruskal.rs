//! Scores between several groups by ranks: Kruskal–Wallis, Dunn, Conover–Iman.

use super::distribution::{chi_square_upper, normal_two_sided, student_two_sided};
use super::rank::midranks;
use super::undefined::{self, Defined, Undefined};
use serde::Serialize;

/// The test of Kruskal and Wallis, corrected for ties.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct KruskalWallis {
    /// Values.
    pub n: usize,
    /// Values a group, in the order given.
    pub sizes: Vec<usize>,
    /// Statistic, corrected for ties.
    pub h: f64,
    /// Groups that have a value, less one.
    pub df: usize,
    /// Asymptotic p; below some thirty values use [`super::permutation`].
    pub p: f64,
    /// Rank ε² = H / (n − 1) (Tomczak and Tomczak 2014).
    pub epsilon2: f64,
    /// `η²_H` = (H − k + 1) / (n − k); can be negative.
    #[serde(serialize_with = "undefined::serialize")]
    pub eta2_h: Defined,
    /// Mean rank of each group.
    #[serde(serialize_with = "undefined::serialize_list")]
    pub mean_ranks: Vec<Defined>,
    #[serde(skip)]
    tie_sum: f64,
    #[serde(skip)]
    rank_square_sum: f64,
}

/// Computes Kruskal–Wallis over groups of values without missing ones; empty groups are left out.
///
/// # Errors
/// [`Undefined::SingleGroup`] below two groups with a value; [`Undefined::ConstantValues`] when all are equal.
///
/// Source: Kruskal and Wallis (1952); same value as R's `kruskal.test`.
pub fn kruskal_wallis(groups: &[Vec<f64>]) -> Defined<KruskalWallis> {
    let all: Vec<f64> = groups.iter().flatten().copied().collect();
    let k = groups.iter().filter(|g| !g.is_empty()).count();
    if k < 2 {
        return Err(Undefined::SingleGroup);
    }
    if all.iter().any(|x| !x.is_finite()) {
        return Err(Undefined::InvalidValue);
    }
    let ranks = midranks(&all);
    let n = all.len() as f64;
    let correction = 1.0 - ranks.tie_sum / (n * n * n - n);
    if correction <= 0.0 {
        return Err(Undefined::ConstantValues);
    }
    let mut start = 0;
    let mut weighted = 0.0;
    let mut mean_ranks = Vec::with_capacity(groups.len());
    for group in groups {
        let sum: f64 = ranks.ranks[start..start + group.len()].iter().sum();
        start += group.len();
        if group.is_empty() {
            mean_ranks.push(Err(Undefined::NoObservations));
        } else {
            weighted += sum * sum / group.len() as f64;
            mean_ranks.push(Ok(sum / group.len() as f64));
        }
    }
    let h = ((12.0 / (n * (n + 1.0)) * weighted - 3.0 * (n + 1.0)) / correction).max(0.0);
    let df = k - 1;
    Ok(KruskalWallis {
        n: all.len(),
        sizes: groups.iter().map(Vec::len).collect(),
        h,
        df,
        p: chi_square_upper(h, df as f64),
        epsilon2: h / (n - 1.0),
        eta2_h: if all.len() > k {
            Ok((h - df as f64) / (n - k as f64))
        } else {
            Err(Undefined::TooFew { needed: k + 1, present: all.len() })
        },
        mean_ranks,
        tie_sum: ranks.tie_sum,
        rank_square_sum: ranks.ranks.iter().map(|r| r * r).sum(),
    })
}

/// Two groups compared by their mean ranks.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct RankComparison {
    /// Position of the first group.
    pub a: usize,
    /// Position of the second.
    pub b: usize,
    /// z of Dunn, t of Conover–Iman; positive when the first group ranks higher.
    pub statistic: f64,
    /// Two-sided p, not adjusted: see [`super::multiplicity`].
    pub p: f64,
}

/// Compares every pair of groups by Dunn's z, corrected for ties, two-sided.
///
/// R's `dunn.test` prints one-sided p: half of these.
///
/// Source: Dunn (1964).
#[must_use]
pub fn dunn(test: &KruskalWallis) -> Vec<RankComparison> {
    let n = test.n as f64;
    let variance = n * (n + 1.0) / 12.0 - test.tie_sum / (12.0 * (n - 1.0));
    compare_pairs(test, variance, normal_two_sided)
}

/// Compares every pair of groups by the t of Conover and Iman; only after a significant H.
///
/// # Errors
/// [`Undefined::TooFew`] when no degree of freedom is left, [`Undefined::CompleteSeparation`] when the
/// groups explain all the ranks.
///
/// Source: Conover and Iman (1979).
pub fn conover_iman(test: &KruskalWallis) -> Defined<Vec<RankComparison>> {
    let (n, k) = (test.n as f64, test.df as f64 + 1.0);
    if test.n <= test.df + 1 {
        return Err(Undefined::TooFew { needed: test.df + 2, present: test.n });
    }
    let spread = (test.rank_square_sum - n * (n + 1.0) * (n + 1.0) / 4.0) / (n - 1.0);
    let variance = spread * (n - 1.0 - test.h) / (n - k);
    if n - 1.0 - test.h <= 1e-9 * n {
        return Err(Undefined::CompleteSeparation);
    }
    Ok(compare_pairs(test, variance, |t| student_two_sided(t, n - k)))
}

fn compare_pairs(test: &KruskalWallis, variance: f64, p: impl Fn(f64) -> f64) -> Vec<RankComparison> {
    let mut pairs = Vec::new();
    for a in 0..test.sizes.len() {
        for b in a + 1..test.sizes.len() {
            if let (Ok(mean_a), Ok(mean_b)) = (test.mean_ranks[a], test.mean_ranks[b]) {
                let sizes = 1.0 / test.sizes[a] as f64 + 1.0 / test.sizes[b] as f64;
                let statistic = (mean_a - mean_b) / (variance * sizes).sqrt();
                pairs.push(RankComparison { a, b, statistic, p: p(statistic) });
            }
        }
    }
    pairs
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn undefined_is_said() {
        assert_eq!(kruskal_wallis(&[vec![2.0; 3], vec![2.0; 3]]), Err(Undefined::ConstantValues));
        assert_eq!(kruskal_wallis(&[vec![2.0, 1.0], vec![]]), Err(Undefined::SingleGroup));
        assert_eq!(kruskal_wallis(&[vec![f64::NAN], vec![1.0]]), Err(Undefined::InvalidValue));
    }

    #[test]
    fn an_empty_group_changes_nothing() {
        let full = kruskal_wallis(&[vec![1.0, 2.0, 2.0], vec![3.0, 4.0]]).unwrap();
        let with = kruskal_wallis(&[vec![1.0, 2.0, 2.0], vec![], vec![3.0, 4.0]]).unwrap();
        assert!((full.h - with.h).abs() < 1e-12);
        assert_eq!(full.df, with.df);
        assert_eq!(with.mean_ranks[1], Err(Undefined::NoObservations));
        assert_eq!(dunn(&with).len(), 1);
    }

    #[test]
    fn groups_that_explain_all_have_no_conover_error() {
        let test = kruskal_wallis(&[vec![1.0, 1.0], vec![2.0, 2.0]]).unwrap();
        assert_eq!(conover_iman(&test), Err(Undefined::CompleteSeparation));
    }
}
