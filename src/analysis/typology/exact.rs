//! The exact optimum: every partition of the cases into k groups is looked at or ruled out.
//!
//! Partitions are walked as restricted growth strings (each once, whatever its labels). A branch is
//! cut when the within-group squares of the cases placed, plus the least that the cases left can
//! have on their own, exceed the worst value still wanted; both only grow (Koontz, Narendra and
//! Fukunaga 1975), so the optimum, the runners-up and the count of ties stay exact.

use serde::Serialize;

use super::point::{Point, by_first_appearance, squared_distance, total_squares, within_squares};

/// Up to how many cases all partitions are walked.
pub const MOST_CASES: usize = 15;

/// Partitions whose squares differ by less than this share of the optimum are equal.
const TIE: f64 = 1e-9;

/// Up to how many optimal partitions are counted: coinciding cases have millions, and no reader
/// needs to know how many.
pub const MOST_TIES: u64 = 100_000;

/// Why there is no optimum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ExactError {
    /// Fewer cases than groups.
    #[error("cannot make {groups} groups of {cases} cases")]
    TooFewCases {
        /// Cases given.
        cases: usize,
        /// Groups asked.
        groups: usize,
    },
    /// Too many to walk.
    #[error("too many cases to walk all partitions: {cases}, at most {MOST_CASES}")]
    TooManyCases {
        /// Cases given.
        cases: usize,
    },
    /// A coordinate is not a number, or points differ in length.
    #[error("points hold a value that is not finite or differ in length")]
    NotFinite,
}

/// The best partition, and those that come near.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Optimum {
    /// Group of each case, by first appearance.
    pub labels: Vec<usize>,
    /// Its within-group sum of squares.
    pub within: f64,
    /// The smallest within-group sums of squares, rising, the optimum first.
    pub smallest: Vec<f64>,
    /// Partitions that reach the optimum within 1e-9 of it: over 1, it is not unique. Counted
    /// up to [`MOST_TIES`].
    pub solutions: u64,
    /// Partitions there are.
    pub partitions: u64,
}

impl Optimum {
    /// Returns the runner-up's squares over the optimum's; none without a runner-up or when the
    /// optimum is 0.
    pub fn runner_up_ratio(&self) -> Option<f64> {
        let second = self.smallest.get(1)?;
        (self.within > 0.0).then(|| second / self.within)
    }
}

/// Finds the optimum, the `keep` smallest sums of squares and the number of optimal partitions.
/// Among ties the labels that come first in the order of the cases are returned.
///
/// # Errors
/// Fewer cases than groups (or no group), more than [`MOST_CASES`], values that are not finite.
pub fn solve(points: &[Point], groups: usize, keep: usize) -> Result<Optimum, ExactError> {
    let mut search = Search::prepare(points, groups)?;
    search.keep = keep.max(1);
    search.walk(0);
    let mut smallest: Vec<f64> =
        std::mem::take(&mut search.found).into_iter().map(|labels| within_squares(points, &labels)).collect();
    smallest.sort_by(f64::total_cmp);
    // The ties are walked again under the tightest bound there is: the optimum itself.
    let within = smallest[0];
    search.ceiling = within + TIE * within + 1e-12 * total_squares(points);
    search.count_ties = true;
    search.walk(0);
    let labels = search.first.unwrap_or_else(|| vec![0; points.len()]);
    let within = within_squares(points, &labels);
    Ok(Optimum {
        labels,
        within,
        smallest,
        solutions: search.ties,
        partitions: count_partitions(points.len(), groups),
    })
}

/// Finds one optimal partition and its sum of squares, without runners-up: for resampling.
///
/// # Errors
/// As [`solve`].
pub fn find(points: &[Point], groups: usize) -> Result<(Vec<usize>, f64), ExactError> {
    let mut search = Search::prepare(points, groups)?;
    search.walk(0);
    let labels = search.found.pop().unwrap_or_else(|| vec![0; points.len()]);
    let within = within_squares(points, &labels);
    Ok((labels, within))
}

/// Counts the partitions of `cases` into `groups` (Stirling numbers of the second kind).
pub fn count_partitions(cases: usize, groups: usize) -> u64 {
    let mut row = vec![0_u64; groups + 1];
    row[0] = 1;
    for _ in 0..cases {
        for group in (1..=groups).rev() {
            row[group] = (group as u64).saturating_mul(row[group]).saturating_add(row[group - 1]);
        }
        row[0] = 0;
    }
    row[groups]
}

struct Search {
    /// In walking order, coordinates one after the other.
    points: Vec<f64>,
    dimensions: usize,
    cases: usize,
    groups: usize,
    /// Where each walked case stood in the input.
    order: Vec<usize>,
    /// Least squares of the cases from a place on, alone, in at most as many groups.
    rest: Vec<f64>,
    /// Mean of each group, coordinates one after the other.
    means: Vec<f64>,
    sizes: Vec<usize>,
    labels: Vec<usize>,
    used: usize,
    squares: f64,
    /// How many smallest values are wanted.
    keep: usize,
    values: Vec<f64>,
    /// Labels of those values, in input order.
    found: Vec<Vec<usize>>,
    /// Branches above it are cut.
    ceiling: f64,
    slack: f64,
    count_ties: bool,
    ties: u64,
    first: Option<Vec<usize>>,
    /// Whether groups may stay empty, as when bounding the cases left.
    may_be_empty: bool,
    end: usize,
}

impl Search {
    fn prepare(points: &[Point], groups: usize) -> Result<Self, ExactError> {
        let cases = points.len();
        if cases < groups || groups == 0 {
            return Err(ExactError::TooFewCases { cases, groups });
        }
        if cases > MOST_CASES {
            return Err(ExactError::TooManyCases { cases });
        }
        let dimensions = points[0].len();
        if points
            .iter()
            .any(|point| point.len() != dimensions || point.iter().any(|value| !value.is_finite()))
        {
            return Err(ExactError::NotFinite);
        }
        let order = spread(points);
        let mut search = Self {
            points: order.iter().flat_map(|&index| points[index].iter().copied()).collect(),
            dimensions,
            cases,
            groups,
            order,
            rest: vec![0.0; cases + 1],
            means: vec![0.0; groups * dimensions],
            sizes: vec![0; groups],
            labels: vec![0; cases],
            used: 0,
            squares: 0.0,
            keep: 1,
            values: Vec::new(),
            found: Vec::new(),
            ceiling: f64::INFINITY,
            slack: 1e-12 * total_squares(points),
            count_ties: false,
            ties: 0,
            first: None,
            may_be_empty: true,
            end: cases,
        };
        search.bound_rest();
        Ok(search)
    }

    /// Solves the last cases alone, one more at a time, each with the help of those before.
    fn bound_rest(&mut self) {
        for from in (0..self.cases.saturating_sub(self.groups)).rev().filter(|from| *from > 0) {
            self.walk(from);
            self.rest[from] = self.values.first().copied().unwrap_or(0.0);
            self.values.clear();
            self.found.clear();
            self.ceiling = f64::INFINITY;
        }
        self.may_be_empty = false;
    }

    fn walk(&mut self, place: usize) {
        if place == self.end {
            self.reach();
            return;
        }
        // Nearest group first, so that good partitions come early and cut the rest.
        let mut choices = [(0.0, 0_usize); MOST_CASES];
        let point = place * self.dimensions;
        for (group, (choice, size)) in choices.iter_mut().zip(&self.sizes[..self.used]).enumerate() {
            let size = *size as f64;
            let gap: f64 = (0..self.dimensions)
                .map(|axis| {
                    let step = self.points[point + axis] - self.means[group * self.dimensions + axis];
                    step * step
                })
                .sum();
            *choice = (gap * size / (size + 1.0), group);
        }
        let mut count = self.used;
        let left = self.end - place;
        if !self.may_be_empty && self.groups - self.used >= left {
            count = 0;
        }
        if self.used < self.groups {
            choices[count] = (0.0, self.used);
            count += 1;
        }
        let choices = &mut choices[..count];
        choices.sort_by(|one, other| one.0.total_cmp(&other.0));
        for &(growth, group) in choices.iter() {
            if self.ties >= MOST_TIES {
                return;
            }
            let least = self.squares + growth + self.rest[place + 1];
            let cut = if self.count_ties { least > self.ceiling + self.slack } else { least >= self.ceiling };
            if cut {
                break;
            }
            self.enter(place, group, growth);
        }
    }

    fn enter(&mut self, place: usize, group: usize, growth: f64) {
        let squares = self.squares;
        let used = self.used;
        let start = group * self.dimensions;
        let mut saved = [0.0; 8];
        let in_place = self.dimensions <= saved.len();
        let heap: Vec<f64> =
            if in_place { Vec::new() } else { self.means[start..start + self.dimensions].to_vec() };
        if in_place {
            saved[..self.dimensions].copy_from_slice(&self.means[start..start + self.dimensions]);
        }
        self.sizes[group] += 1;
        let size = self.sizes[group] as f64;
        for axis in 0..self.dimensions {
            let mean = &mut self.means[start + axis];
            *mean += (self.points[place * self.dimensions + axis] - *mean) / size;
        }
        self.squares += growth;
        self.used = used.max(group + 1);
        self.labels[place] = group;
        self.walk(place + 1);
        self.sizes[group] -= 1;
        let before = if in_place { &saved[..self.dimensions] } else { &heap[..] };
        self.means[start..start + self.dimensions].copy_from_slice(before);
        self.used = used;
        self.squares = squares;
    }

    fn reach(&mut self) {
        if self.count_ties {
            if self.squares <= self.ceiling {
                self.ties += 1;
                let labels = self.in_input_order();
                if self.first.as_ref().is_none_or(|first| labels < *first) {
                    self.first = Some(labels);
                }
            }
            return;
        }
        let full = self.values.len() == self.keep;
        if full && self.squares >= self.values[self.keep - 1] {
            return;
        }
        let place = self.values.partition_point(|known| *known <= self.squares);
        self.values.insert(place, self.squares);
        self.found.insert(place, self.in_input_order());
        self.values.truncate(self.keep);
        self.found.truncate(self.keep);
        if self.values.len() == self.keep {
            self.ceiling = self.values[self.keep - 1];
        }
    }

    fn in_input_order(&self) -> Vec<usize> {
        let mut labels = vec![0; self.cases];
        for (place, &index) in self.order.iter().enumerate() {
            labels[index] = self.labels[place];
        }
        by_first_appearance(&labels)
    }
}

/// Orders cases so that each is far from those before: a branch grows early and is cut early.
fn spread(points: &[Point]) -> Vec<usize> {
    let mut order: Vec<usize> = Vec::with_capacity(points.len());
    let mut nearest = vec![f64::INFINITY; points.len()];
    let mut next = 0;
    while order.len() < points.len() {
        order.push(next);
        nearest[next] = -1.0;
        for (index, gap) in nearest.iter_mut().enumerate().filter(|(_, gap)| **gap >= 0.0) {
            *gap = gap.min(squared_distance(&points[index], &points[next]));
        }
        next =
            (0..points.len()).fold(0, |far, index| if nearest[index] > nearest[far] { index } else { far });
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Walks every partition without any cut.
    fn by_brute_force(points: &[Point], groups: usize) -> Vec<f64> {
        fn walk(points: &[Point], groups: usize, labels: &mut Vec<usize>, out: &mut Vec<f64>) {
            let used = labels.iter().max().map_or(0, |last| last + 1);
            if labels.len() == points.len() {
                if used == groups {
                    out.push(within_squares(points, labels));
                }
                return;
            }
            for label in 0..=used.min(groups - 1) {
                labels.push(label);
                walk(points, groups, labels, out);
                labels.pop();
            }
        }
        let mut out = Vec::new();
        walk(points, groups, &mut Vec::new(), &mut out);
        out.sort_by(f64::total_cmp);
        out
    }

    #[test]
    fn partitions_are_counted() {
        assert_eq!(count_partitions(12, 4), 611_501);
        assert_eq!(count_partitions(15, 4), 42_355_950);
        assert_eq!(count_partitions(3, 3), 1);
    }

    #[test]
    fn impossible_requests_are_errors() {
        let three = vec![vec![0.0], vec![1.0], vec![2.0]];
        assert_eq!(find(&three, 4), Err(ExactError::TooFewCases { cases: 3, groups: 4 }));
        assert_eq!(find(&three, 0), Err(ExactError::TooFewCases { cases: 3, groups: 0 }));
        assert_eq!(find(&vec![vec![0.0]; 16], 4), Err(ExactError::TooManyCases { cases: 16 }));
        assert_eq!(find(&[vec![f64::NAN], vec![0.0]], 1), Err(ExactError::NotFinite));
    }

    #[test]
    fn equal_points_tie_everywhere() {
        let optimum = solve(&vec![vec![1.0, 2.0]; 6], 3, 2).unwrap();
        assert_eq!(optimum.solutions, count_partitions(6, 3));
        assert_eq!(optimum.runner_up_ratio(), None);
        assert_eq!(optimum.labels, vec![0, 0, 0, 0, 1, 2]);
    }

    #[test]
    fn counting_ties_ends() {
        let optimum = solve(&vec![vec![1.0]; MOST_CASES], 5, 2).unwrap();
        assert_eq!((optimum.solutions, optimum.within), (MOST_TIES, 0.0));
    }

    proptest! {
        #[test]
        fn cutting_branches_changes_nothing(
            points in prop::collection::vec(prop::collection::vec(-3_i8..4, 2), 4..8),
            groups in 1_usize..5,
        ) {
            let points: Vec<Point> = points.iter().map(|point| point.iter().map(|value| f64::from(*value)).collect()).collect();
            prop_assume!(groups <= points.len());
            let all = by_brute_force(&points, groups);
            let optimum = solve(&points, groups, 3).unwrap();
            for (mine, theirs) in optimum.smallest.iter().zip(&all) {
                prop_assert!((mine - theirs).abs() < 1e-9);
            }
            let ties = all.iter().filter(|value| **value <= all[0] + 1e-9).count();
            prop_assert_eq!(optimum.solutions, ties as u64);
            let (_, within) = find(&points, groups).unwrap();
            prop_assert!((within - all[0]).abs() < 1e-9);
        }
    }
}
