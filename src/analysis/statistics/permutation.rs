//! Exact permutation tests for a dozen cases: every way to deal the values to the groups.

use super::rank::midranks;
use super::undefined::{self, Defined, Undefined};
use serde::Serialize;

/// Assignments listed at most.
pub const MAX_ASSIGNMENTS: u64 = 20_000_000;

/// Statistics that differ by less are equal.
const TIE: f64 = 1e-9;

/// Kruskal–Wallis with its exact p.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ExactKruskal {
    /// Statistic, corrected for ties.
    pub h: f64,
    /// Share of assignments with an H at least as large.
    pub p: f64,
    /// Number of assignments of the values to groups of these sizes.
    pub assignments: u64,
    /// The smallest p that these values could have given.
    pub smallest_p: f64,
    /// The smallest p that groups of these sizes could give to values without ties.
    #[serde(serialize_with = "undefined::serialize")]
    pub smallest_p_without_ties: Defined,
}

/// Computes the exact permutation p of Kruskal–Wallis.
///
/// # Errors
/// Those of [`super::kruskal::kruskal_wallis`]; [`Undefined::TooLarge`] beyond [`MAX_ASSIGNMENTS`].
pub fn exact_kruskal(groups: &[Vec<f64>]) -> Defined<ExactKruskal> {
    let test = super::kruskal::kruskal_wallis(groups)?;
    let sizes: Vec<usize> = groups.iter().map(Vec::len).filter(|&s| s > 0).collect();
    let assignments = count_assignments(&sizes).ok_or(Undefined::TooLarge)?;
    let all: Vec<f64> = groups.iter().flatten().copied().collect();
    let ranks = midranks(&all).ranks;
    let mut start = 0;
    let mut observed = 0.0;
    for &size in &sizes {
        let sum: f64 = ranks[start..start + size].iter().sum();
        observed += sum * sum / size as f64;
        start += size;
    }
    // H is an increasing line of Σ R²/n: the factor turns a difference of the one into one of the other.
    let n = all.len() as f64;
    let tie_sum = midranks(&all).tie_sum;
    let factor = 12.0 / (n * (n + 1.0)) / (1.0 - tie_sum / (n * n * n - n));
    let seen = deal_all(&ranks, &sizes, observed - TIE / factor);
    let untied: Vec<f64> = (1..=all.len()).map(|i| i as f64).collect();
    let best = deal_all(&untied, &sizes, f64::INFINITY).most_extreme;
    let total = assignments as f64;
    Ok(ExactKruskal {
        h: test.h,
        p: seen.reached as f64 / total,
        assignments,
        smallest_p: seen.most_extreme as f64 / total,
        smallest_p_without_ties: Ok(best as f64 / total),
    })
}

/// The multinomial coefficient, or nothing beyond the limit.
fn count_assignments(sizes: &[usize]) -> Option<u64> {
    let mut total = 1_u64;
    let mut placed = 0_u64;
    for &size in sizes {
        for i in 1..=size as u64 {
            placed += 1;
            // Exact at each step: a product of binomials built up one factor at a time.
            total = total.checked_mul(placed)? / i;
            if total > MAX_ASSIGNMENTS {
                return None;
            }
        }
    }
    Some(total)
}

/// In how many ways groups of equal size exchange their names.
fn symmetries(sizes: &[usize]) -> u64 {
    let earlier = |at: usize| sizes[..at].iter().filter(|size| **size == sizes[at]).count() as u64;
    (0..sizes.len()).map(|at| earlier(at) + 1).product()
}

struct Dealt {
    reached: u64,
    most_extreme: u64,
    largest: f64,
}

/// Deals `ranks` to groups of `sizes` in every way and counts Σ R²/n ≥ `threshold`.
fn deal_all(ranks: &[f64], sizes: &[usize], threshold: f64) -> Dealt {
    struct Deal<'a> {
        ranks: &'a [f64],
        sizes: &'a [usize],
        left: Vec<usize>,
        sums: Vec<f64>,
        inverse: Vec<f64>,
        threshold: f64,
        dealt: Dealt,
    }
    impl Deal<'_> {
        /// Whether an earlier group of the same size is as empty: dealing to it has been counted for both.
        fn repeats(&self, group: usize) -> bool {
            let size = self.sizes[group];
            self.left[group] == size && (0..group).any(|g| self.sizes[g] == size && self.left[g] == size)
        }

        fn place(&mut self, i: usize) {
            if i == self.ranks.len() {
                let value: f64 = self.sums.iter().zip(&self.inverse).map(|(s, w)| s * s * w).sum();
                if value >= self.threshold {
                    self.dealt.reached += 1;
                }
                if value > self.dealt.largest + TIE {
                    self.dealt.largest = value;
                    self.dealt.most_extreme = 0;
                }
                if value >= self.dealt.largest - TIE {
                    self.dealt.most_extreme += 1;
                }
                return;
            }
            for group in 0..self.left.len() {
                if self.left[group] > 0 && !self.repeats(group) {
                    let before = self.sums[group];
                    self.left[group] -= 1;
                    self.sums[group] = before + self.ranks[i];
                    self.place(i + 1);
                    self.sums[group] = before;
                    self.left[group] += 1;
                }
            }
        }
    }
    let mut deal = Deal {
        ranks,
        sizes,
        left: sizes.to_vec(),
        sums: vec![0.0; sizes.len()],
        inverse: sizes.iter().map(|&s| 1.0 / s as f64).collect(),
        threshold,
        dealt: Dealt { reached: 0, most_extreme: 0, largest: f64::NEG_INFINITY },
    };
    deal.place(0);
    // Groups of one size can exchange their names without changing H: each way dealt stands for all.
    let alike = symmetries(sizes);
    deal.dealt.reached *= alike;
    deal.dealt.most_extreme *= alike;
    deal.dealt
}

/// Computes the exact two-sided permutation p of a difference of means.
///
/// It is the share of the ways to part the values in which |difference| is at least as large.
///
/// # Errors
/// [`Undefined::SingleGroup`] when a group is empty; [`Undefined::TooLarge`] beyond [`MAX_ASSIGNMENTS`].
pub fn exact_mean_difference(a: &[f64], b: &[f64]) -> Defined {
    fn part(values: &[f64], left: usize, sum: f64, visit: &mut impl FnMut(f64)) {
        if left == 0 {
            visit(sum);
        } else if let Some((first, rest)) = values.split_first() {
            if rest.len() >= left {
                part(rest, left, sum, visit);
            }
            part(rest, left - 1, sum + first, visit);
        }
    }
    if a.is_empty() || b.is_empty() {
        return Err(Undefined::SingleGroup);
    }
    let total = count_assignments(&[a.len(), b.len()]).ok_or(Undefined::TooLarge)?;
    let all: Vec<f64> = a.iter().chain(b).copied().collect();
    let centre = all.iter().sum::<f64>() * a.len() as f64 / all.len() as f64;
    let scale: f64 = all.iter().map(|x| x.abs()).sum::<f64>().max(1.0);
    let observed = (a.iter().sum::<f64>() - centre).abs() - 1e-12 * scale;
    let mut reached = 0_u64;
    part(&all, a.len(), 0.0, &mut |sum| {
        if (sum - centre).abs() >= observed {
            reached += 1;
        }
    });
    Ok(reached as f64 / total as f64)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn the_smallest_p_of_three_by_four() {
        let groups: Vec<Vec<f64>> = (0..4).map(|g| (1..=3).map(|i| f64::from(3 * g + i)).collect()).collect();
        let exact = exact_kruskal(&groups).unwrap();
        assert_eq!(exact.assignments, 369_600);
        assert!((exact.p - 24.0 / 369_600.0).abs() < 1e-15);
        assert!((exact.smallest_p_without_ties.unwrap() - exact.p).abs() < 1e-15);
        assert!((exact.smallest_p - exact.p).abs() < 1e-15);
    }

    #[test]
    fn too_many_ways_are_refused() {
        let groups = vec![(0..20).map(f64::from).collect::<Vec<_>>(); 4];
        assert_eq!(exact_kruskal(&groups), Err(Undefined::TooLarge));
    }

    #[test]
    fn two_groups_apart() {
        let p = exact_mean_difference(&[1.0, 2.0, 3.0], &[4.0, 5.0, 6.0]).unwrap();
        assert!((p - 0.1).abs() < 1e-12);
    }
}
