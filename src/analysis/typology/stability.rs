//! How a partition survives losing a case, resampling, another coder or other weights.

use rand::Rng;
use serde::Serialize;

use super::hierarchical;
use super::kmeans;
use super::lloyd;
use super::point::{Point, count_groups};
use super::validity::likeness;
use crate::analysis::statistics::undefined::{self, Defined, Undefined};

/// The partition of the others when one case is left out.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LeaveOneOut {
    /// The case left out.
    pub left_out: usize,
    /// Groups of the others in their order, by first appearance.
    pub labels: Vec<usize>,
    /// Their within-group squares.
    pub within: f64,
    /// Agreement with the full partition on the others.
    #[serde(serialize_with = "undefined::serialize")]
    pub ari: Defined,
}

/// Groups the cases again without each in turn, in the space of the full set (not standardised
/// again). A case whose removal leaves too few cases is passed over.
pub fn leave_one_out(
    points: &[Point],
    labels: &[usize],
    groups: usize,
    starts: usize,
    seed: u64,
) -> Vec<LeaveOneOut> {
    (0..points.len())
        .filter_map(|left_out| {
            let others = without(points, left_out);
            let (found, _) = kmeans::best(&others, groups, starts, seed)?;
            let ari = likeness(&without(labels, left_out), &found).ari;
            let within = super::point::within_squares(&others, &found);
            Some(LeaveOneOut { left_out, labels: found, within, ari })
        })
        .collect()
}

fn without<T: Clone>(values: &[T], index: usize) -> Vec<T> {
    values.iter().enumerate().filter(|(place, _)| *place != index).map(|(_, value)| value.clone()).collect()
}

/// Bootstrap stability of groups.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Bootstrap {
    /// By group, then draw: best Jaccard likeness; 0 when the draw holds no case of the group.
    pub jaccard: Vec<Vec<f64>>,
    /// By group: mean over the draws used.
    pub jaccard_mean: Vec<Option<f64>>,
    /// Whether each draw had enough distinct cases to be grouped.
    pub used: Vec<bool>,
    /// Pairs of cases: share of draws holding both in which they stand together.
    pub consensus: Vec<Vec<Option<f64>>>,
    /// Pairs of cases: draws holding both.
    pub seen: Vec<Vec<usize>>,
}

/// Groups resampled cases by Ward and looks for the reference groups (Hennig 2007; duplicates
/// kept). With twelve cases a draw has fewer than eight distinct ones: low values are expected.
pub fn bootstrap(points: &[Point], labels: &[usize], groups: usize, draws: &[Vec<usize>]) -> Bootstrap {
    let n = points.len();
    count_draws(n, labels, groups, draws, |draw| {
        let sample: Vec<Point> = draw.iter().map(|&case| points[case].clone()).collect();
        let found = hierarchical::ward(&sample)?.cut(groups);
        let mut group_of = vec![None; n];
        for (case, group) in draw.iter().zip(found) {
            group_of[*case].get_or_insert(group);
        }
        Some(group_of)
    })
}

/// Groups resampled cases by k-means, a case drawn twice counting twice, and looks for the reference
/// groups as [`bootstrap`] does.
pub fn bootstrap_kmeans(
    points: &[Point],
    labels: &[usize],
    groups: usize,
    draws: &[Vec<usize>],
    starts: usize,
    random: &mut impl Rng,
) -> Bootstrap {
    let n = points.len();
    count_draws(n, labels, groups, draws, |draw| {
        let mut weights = vec![0.0; n];
        for &case in draw {
            weights[case] += 1.0;
        }
        let cases: Vec<usize> = (0..n).filter(|case| weights[*case] > 0.0).collect();
        let sample: Vec<Point> = cases.iter().map(|&case| points[case].clone()).collect();
        let counts: Vec<f64> = cases.iter().map(|&case| weights[case]).collect();
        let found = lloyd::run(&sample, &counts, groups, starts, random)?;
        let mut group_of = vec![None; n];
        for (case, group) in cases.into_iter().zip(found.labels) {
            group_of[case] = Some(group);
        }
        Some(group_of)
    })
}

/// Draws cases with replacement, as many as there are, `count` times.
pub fn draw_cases(cases: usize, count: usize, random: &mut impl Rng) -> Vec<Vec<usize>> {
    (0..count).map(|_| (0..cases).map(|_| random.gen_range(0..cases)).collect()).collect()
}

/// Counts, over all draws, how well each reference group is found again and which cases stay together.
/// `group` gives the group of every case drawn, none for a draw that cannot be grouped.
fn count_draws(
    n: usize,
    labels: &[usize],
    groups: usize,
    draws: &[Vec<usize>],
    mut group: impl FnMut(&[usize]) -> Option<Vec<Option<usize>>>,
) -> Bootstrap {
    let count = labels.iter().max().map_or(0, |last| last + 1);
    let mut jaccard = vec![Vec::with_capacity(draws.len()); count];
    let mut together = vec![vec![0_usize; n]; n];
    let mut seen = vec![vec![0_usize; n]; n];
    let mut used = Vec::with_capacity(draws.len());
    for draw in draws {
        let mut distinct: Vec<usize> = draw.iter().copied().filter(|case| *case < n).collect();
        let found = group(&distinct);
        distinct.sort_unstable();
        distinct.dedup();
        let found = found.filter(|found| {
            let of_drawn: Vec<usize> = found.iter().flatten().copied().collect();
            distinct.len() >= groups && count_groups(&of_drawn) == groups
        });
        used.push(found.is_some());
        let Some(group_of) = found else { continue };
        for (row, own) in jaccard.iter_mut().enumerate() {
            row_likeness(row, own, labels, &distinct, &group_of, groups);
        }
        for &one in &distinct {
            for &other in &distinct {
                seen[one][other] += 1;
                together[one][other] += usize::from(group_of[one] == group_of[other]);
            }
        }
    }
    let consensus = (0..n)
        .map(|one| {
            (0..n)
                .map(|other| {
                    let draws = seen[one][other];
                    (draws > 0).then(|| together[one][other] as f64 / draws as f64)
                })
                .collect()
        })
        .collect();
    let jaccard_mean = jaccard
        .iter()
        .map(|row| (!row.is_empty()).then(|| row.iter().sum::<f64>() / row.len() as f64))
        .collect();
    Bootstrap { jaccard, jaccard_mean, used, consensus, seen }
}

fn row_likeness(
    group: usize,
    row: &mut Vec<f64>,
    labels: &[usize],
    distinct: &[usize],
    group_of: &[Option<usize>],
    groups: usize,
) {
    let best = (0..groups)
        .map(|found| {
            let mut both = 0_usize;
            let mut either = 0_usize;
            for &case in distinct {
                let (own, theirs) = (labels[case] == group, group_of[case] == Some(found));
                both += usize::from(own && theirs);
                either += usize::from(own || theirs);
            }
            if either > 0 { both as f64 / either as f64 } else { 0.0 }
        })
        .fold(0.0, f64::max);
    row.push(best);
}

/// How a profile fares when cases are resampled.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Recovery {
    /// Its number, from 1.
    pub profile: usize,
    /// Mean of the best Jaccard likenesses.
    pub jaccard: f64,
    /// Share of the draws where it is over 0.75: found again.
    pub found: f64,
    /// Share of the draws where it is at most 0.5: dissolved.
    pub dissolved: f64,
    /// What the mean says.
    pub reading: Reading,
}

/// How Hennig (2007) and the help of R's `clusterboot` read a mean likeness; customary, not natural law.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Reading {
    /// Over 0.75.
    Stable,
    /// From 0.6: the cases hang together, who exactly belongs is doubtful.
    Pattern,
    /// From 0.5: not to be trusted.
    Doubtful,
    /// Under 0.5.
    Dissolved,
}

impl Reading {
    /// Reads a mean likeness.
    pub fn of(jaccard: f64) -> Self {
        if jaccard > 0.75 {
            Self::Stable
        } else if jaccard >= 0.6 {
            Self::Pattern
        } else if jaccard >= 0.5 {
            Self::Doubtful
        } else {
            Self::Dissolved
        }
    }

    /// Names the reading for the catalogue.
    pub fn key(self) -> &'static str {
        match self {
            Self::Stable => "stable",
            Self::Pattern => "pattern",
            Self::Doubtful => "doubtful",
            Self::Dissolved => "dissolved",
        }
    }
}

/// What resampling the cases says.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Resampling {
    /// Draws made, B.
    pub draws: usize,
    /// Draws that could be grouped.
    pub used: usize,
    /// Distinct cases a draw holds on average: n · (1 − (1 − 1 ÷ n)ⁿ).
    pub distinct: f64,
    /// Profile by profile.
    pub profiles: Vec<Recovery>,
    /// Pairs of cases: share of the draws holding both in which they stand together.
    pub consensus: Vec<Vec<Option<f64>>>,
    /// Pairs of cases: draws holding both.
    pub seen: Vec<Vec<usize>>,
}

impl Resampling {
    /// Sums up a bootstrap.
    ///
    /// # Errors
    /// [`Undefined::UndefinedReplicates`] when no draw could be grouped.
    pub fn read(found: Bootstrap) -> Defined<Self> {
        let used = found.used.iter().filter(|used| **used).count();
        let n = found.seen.len() as f64;
        let profiles = found
            .jaccard
            .iter()
            .zip(&found.jaccard_mean)
            .enumerate()
            .map(|(group, (row, mean))| {
                let jaccard = mean.ok_or(Undefined::UndefinedReplicates)?;
                let share = |kept: &dyn Fn(f64) -> bool| {
                    row.iter().filter(|value| kept(**value)).count() as f64 / row.len() as f64
                };
                Ok(Recovery {
                    profile: group + 1,
                    jaccard,
                    found: share(&|value| value > 0.75),
                    dissolved: share(&|value| value <= 0.5),
                    reading: Reading::of(jaccard),
                })
            })
            .collect::<Defined<Vec<Recovery>>>()?;
        Ok(Self {
            draws: found.used.len(),
            used,
            distinct: n * (1.0 - (1.0 - 1.0 / n).powf(n)),
            profiles,
            consensus: found.consensus,
            seen: found.seen,
        })
    }
}

/// Counts how often each case stands in each retained profile over many partitions, each already
/// matched to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    counts: Vec<Vec<usize>>,
    draws: usize,
}

impl Tally {
    /// Starts a count for some cases and profiles.
    pub fn new(cases: usize, profiles: usize) -> Self {
        Self { counts: vec![vec![0; profiles]; cases], draws: 0 }
    }

    /// Adds one partition.
    pub fn add(&mut self, labels: &[Option<usize>]) {
        self.draws += 1;
        for (row, label) in self.counts.iter_mut().zip(labels) {
            if let Some(count) = label.and_then(|label| row.get_mut(label)) {
                *count += 1;
            }
        }
    }

    /// Returns the share of partitions by case and profile; undefined without a partition.
    pub fn shares(&self) -> Option<Vec<Vec<f64>>> {
        (self.draws > 0).then(|| {
            self.counts
                .iter()
                .map(|row| row.iter().map(|count| *count as f64 / self.draws as f64).collect())
                .collect()
        })
    }

    /// Counts the partitions added.
    pub fn draws(&self) -> usize {
        self.draws
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::typology::draw::{Step, stream};

    #[test]
    fn clear_groups_survive_losing_a_case() {
        let points: Vec<Point> = [0.0, 0.1, 0.2, 9.0, 9.1, 9.2].iter().map(|value| vec![*value]).collect();
        let labels = [0, 0, 0, 1, 1, 1];
        let left = leave_one_out(&points, &labels, 2, 10, 1);
        assert_eq!(left.len(), 6);
        assert!(left.iter().all(|one| one.ari == Ok(1.0)));
    }

    #[test]
    fn a_draw_with_too_few_cases_is_not_used() {
        let points: Vec<Point> = (0..4).map(|value| vec![f64::from(value)]).collect();
        let result = bootstrap(&points, &[0, 0, 1, 1], 2, &[vec![0, 0, 0, 0], vec![0, 1, 2, 3]]);
        assert_eq!(result.used, vec![false, true]);
        assert_eq!(result.jaccard_mean, vec![Some(1.0), Some(1.0)]);
    }

    /// Hennig (2007), "Cluster-wise assessment of cluster stability", Computational Statistics and Data
    /// Analysis 52, 258–271: a group is compared, on the cases drawn, with the group of the draw that is
    /// most like it, by |A ∩ B| ÷ |A ∪ B|.
    #[test]
    fn hennigs_likeness_worked_by_hand() {
        let points: Vec<Point> = [0.0, 1.0, 6.0, 10.0, 11.0].iter().map(|value| vec![*value]).collect();
        let labels = [0, 0, 0, 1, 1];
        // Case 1 is not drawn, case 0 twice: 6 then goes with 10 and 11. Of {0, 6}, {0} keeps 1 of 2;
        // of {10, 11}, {6, 10, 11} is 2 of 3.
        let draws = [vec![0, 0, 2, 3, 4]];
        let mut random = stream(1, Step::Bootstrap);
        for found in [
            bootstrap(&points, &labels, 2, &draws),
            bootstrap_kmeans(&points, &labels, 2, &draws, 20, &mut random),
        ] {
            assert_eq!(found.jaccard, vec![vec![0.5], vec![2.0 / 3.0]]);
            assert_eq!((found.consensus[2][3], found.consensus[0][2]), (Some(1.0), Some(0.0)));
            assert_eq!((found.consensus[0][1], found.seen[0][1]), (None, 0));
            let read = Resampling::read(found).unwrap();
            let readings: Vec<Reading> = read.profiles.iter().map(|one| one.reading).collect();
            assert_eq!(readings, [Reading::Doubtful, Reading::Pattern]);
        }
    }

    #[test]
    fn shares_are_undefined_without_a_draw() {
        let mut tally = Tally::new(2, 2);
        assert_eq!(tally.shares(), None);
        tally.add(&[Some(0), None]);
        assert_eq!(tally.shares(), Some(vec![vec![1.0, 0.0], vec![0.0, 0.0]]));
    }
}
