//! Numbers for profiles that depend on the cases alone, not on seeds, rows or methods.

use super::point::{Point, centres};
use crate::domain::id::TranscriptId;
use crate::domain::settings::Level;

/// Renumbers groups in profile order and returns the new label of each case.
///
/// With four groups on two axes, each in its own quadrant relative to `means`: low/high, low/low,
/// high/high, high/low (complexity/effect): P1 to P4. Otherwise by rising centre on the first axis,
/// then falling on the second, ties by the smallest case. `points` are places on the axes kept.
pub fn canonical(points: &[Point], means: &[f64], labels: &[usize], cases: &[TranscriptId]) -> Vec<usize> {
    let centres = centres(points, labels);
    let mut groups: Vec<usize> = (0..centres.len()).filter(|&group| centres[group].is_some()).collect();
    let smallest = |group: usize| {
        cases.iter().zip(labels).filter(|(_, label)| **label == group).map(|(case, _)| case).min()
    };
    let middle = |group: usize| centres[group].as_deref().unwrap_or(&[]);
    let by_quadrant = groups.len() == 4 && means.len() == 2 && {
        let mut cells: Vec<Vec<Level>> = groups.iter().map(|&group| levels(middle(group), means)).collect();
        cells.sort_unstable();
        cells.dedup();
        cells.len() == 4
    };
    groups.sort_by(|&one, &other| {
        let (left, right) = (middle(one), middle(other));
        let order = if by_quadrant {
            let key = |levels: Vec<Level>| (levels[0], std::cmp::Reverse(levels[1]));
            key(levels(left, means)).cmp(&key(levels(right, means)))
        } else {
            left.iter().zip(right).enumerate().fold(std::cmp::Ordering::Equal, |order, (axis, (l, r))| {
                order.then_with(|| if axis == 0 { apart(*l, *r) } else { apart(*r, *l) })
            })
        };
        order.then_with(|| smallest(one).cmp(&smallest(other)))
    });
    labels.iter().map(|label| groups.iter().position(|group| group == label).unwrap_or(0)).collect()
}

/// Compares two places on an axis: those that differ by rounding only are equal, else the last digit of a
/// weight would number the profiles.
fn apart(one: f64, other: f64) -> std::cmp::Ordering {
    if (one - other).abs() <= SAME * (1.0 + one.abs().max(other.abs())) {
        std::cmp::Ordering::Equal
    } else {
        one.total_cmp(&other)
    }
}

/// Places a centre relative to the means: high when above, by more than rounding.
pub fn levels(centre: &[f64], means: &[f64]) -> Vec<Level> {
    centre
        .iter()
        .zip(means)
        .map(|(value, mean)| if apart(*value, *mean).is_gt() { Level::High } else { Level::Low })
        .collect()
}

/// Places that differ by less, in standard deviations, are the same.
const SAME: f64 = 1e-9;

/// Most groups that are matched exactly; above, the largest overlaps are taken first.
const MOST_MATCHED: usize = 12;

/// Renumbers another partition so that it shares as many cases as it can with the retained one.
///
/// Groups without a partner take the numbers left over, in their order of first appearance. Cases
/// without a group in the other partition stay without.
pub fn matched(retained: &[usize], other: &[Option<usize>]) -> Vec<Option<usize>> {
    let rows = other.iter().flatten().max().map_or(0, |last| last + 1);
    let columns = retained.iter().max().map_or(0, |last| last + 1);
    let mut common = vec![vec![0_usize; columns]; rows];
    for (own, theirs) in retained.iter().zip(other) {
        if let Some(theirs) = theirs {
            common[*theirs][*own] += 1;
        }
    }
    // Among assignments that share as many cases, the one with the larger overlaps: a group goes with
    // the profile it mostly holds.
    let weigh = |count: usize| count * (other.len() * other.len() + 1) + count * count;
    let common: Vec<Vec<usize>> =
        common.into_iter().map(|row| row.into_iter().map(weigh).collect()).collect();
    let mut partner = if rows <= MOST_MATCHED && columns <= MOST_MATCHED {
        assign(&common, columns)
    } else {
        assign_greedily(&common, columns)
    };
    let mut free: Vec<usize> =
        (0..columns.max(rows) + rows).filter(|number| !partner.contains(&Some(*number))).rev().collect();
    for row in &mut partner {
        if row.is_none() {
            *row = free.pop();
        }
    }
    other.iter().map(|label| label.and_then(|label| partner[label])).collect()
}

/// Finds the assignment of rows to columns with the largest sum, by dynamic programming over sets of
/// columns; among equals the one whose first rows take the first columns.
fn assign(common: &[Vec<usize>], columns: usize) -> Vec<Option<usize>> {
    let sets = 1_usize << columns;
    // best[row][set]: the most that rows from `row` on can share when `set` is taken.
    let mut best = vec![vec![0_usize; sets]; common.len() + 1];
    for row in (0..common.len()).rev() {
        for set in 0..sets {
            best[row][set] = (0..columns)
                .filter(|column| set & (1 << column) == 0)
                .map(|column| common[row][column] + best[row + 1][set | (1 << column)])
                .max()
                .unwrap_or(0)
                .max(best[row + 1][set]);
        }
    }
    let mut set = 0;
    (0..common.len())
        .map(|row| {
            let column = (0..columns).filter(|column| set & (1 << column) == 0).find(|column| {
                common[row][*column] > 0
                    && common[row][*column] + best[row + 1][set | (1 << column)] == best[row][set]
            })?;
            set |= 1 << column;
            Some(column)
        })
        .collect()
}

fn assign_greedily(common: &[Vec<usize>], columns: usize) -> Vec<Option<usize>> {
    let mut partner = vec![None; common.len()];
    let mut pairs: Vec<(usize, usize, usize)> = Vec::new();
    for (row, counts) in common.iter().enumerate() {
        pairs.extend(
            counts
                .iter()
                .enumerate()
                .filter(|(_, count)| **count > 0)
                .map(|(column, count)| (*count, row, column)),
        );
    }
    pairs.sort_by(|one, other| other.0.cmp(&one.0).then_with(|| (one.1, one.2).cmp(&(other.1, other.2))));
    let mut taken = vec![false; columns];
    for (_, row, column) in pairs {
        if partner[row].is_none() && !taken[column] {
            partner[row] = Some(column);
            taken[column] = true;
        }
    }
    partner
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cases(count: usize) -> Vec<TranscriptId> {
        (1..=count).map(|number| format!("E{number:02}").into()).collect()
    }

    #[test]
    fn profiles_follow_the_quadrants() {
        let points = vec![vec![2.0, -1.0], vec![2.0, 1.0], vec![-2.0, -1.0], vec![-2.0, 1.0]];
        assert_eq!(canonical(&points, &[0.0, 0.0], &[0, 1, 2, 3], &cases(4)), vec![3, 2, 1, 0]);
        assert_eq!(canonical(&points, &[0.0, 0.0], &[3, 0, 1, 2], &cases(4)), vec![3, 2, 1, 0]);
    }

    #[test]
    fn rounding_numbers_no_profile() {
        // Both stand at 0.3 on the first axis, one of them written by another sum.
        let points = vec![vec![0.1 + 0.2, -1.0], vec![0.3, 1.0]];
        assert_eq!(canonical(&points, &[0.0, 0.0], &[0, 1], &cases(2)), vec![1, 0]);
        assert_eq!(levels(&[0.1 + 0.2], &[0.3]), [Level::Low]);
    }

    #[test]
    fn two_groups_in_one_quadrant_fall_back_to_complexity() {
        let points = vec![vec![3.0, 1.0], vec![2.0, 1.0], vec![-2.0, -1.0], vec![-2.0, 1.0]];
        assert_eq!(canonical(&points, &[0.0, 0.0], &[0, 1, 2, 3], &cases(4)), vec![3, 2, 1, 0]);
    }

    #[test]
    fn another_partition_is_matched_by_common_cases() {
        let retained = [0, 0, 0, 1, 1, 2];
        let other = [2, 2, 0, 0, 0, 1].map(Some);
        assert_eq!(matched(&retained, &other), [0, 0, 1, 1, 1, 2].map(Some).to_vec());
        let finer = [0, 1, 2, 3, 3, 4].map(Some);
        let numbers = matched(&retained, &finer);
        assert_eq!(numbers[0], Some(0));
        assert_eq!((numbers[3], numbers[5]), (Some(1), Some(2)));
        assert!(numbers[1] > Some(2) && numbers[2] > Some(2));
        let tie = [0, 0, 0, 1, 1, 1, 2].map(Some);
        assert_eq!(
            matched(&[0, 1, 1, 2, 2, 2, 1], &tie),
            [1, 1, 1, 2, 2, 2, 0].map(Some).to_vec(),
            "the larger overlap decides between equal sums"
        );
        assert_eq!(matched(&retained, &[None; 6]), vec![None; 6]);
    }

    #[test]
    fn many_groups_are_matched_too() {
        let retained: Vec<usize> = (0..20).collect();
        let other: Vec<Option<usize>> = (0..20).rev().map(Some).collect();
        assert_eq!(matched(&retained, &other), (0..20).map(Some).collect::<Vec<_>>());
    }
}
