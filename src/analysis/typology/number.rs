//! How many groups? A look at each number of them; the number kept stays the researcher's choice.

use rand::Rng;
use serde::Serialize;

use super::draw::{Step, stream};
use super::exact::{self, MOST_CASES};
use super::lloyd;
use super::point::{Point, squared_distance, within_squares};
use super::validity::{Gap, gap, silhouettes};
use crate::analysis::statistics::undefined::{self, Defined, Undefined};

/// The best partition of one number of groups.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ByNumber {
    /// Number of groups.
    pub groups: usize,
    /// Its within-group squares; undefined when no partition was found.
    #[serde(serialize_with = "undefined::serialize")]
    pub within: Defined,
    /// Mean silhouette; undefined with one group.
    #[serde(serialize_with = "undefined::serialize")]
    pub silhouette: Defined,
}

/// Every number of groups looked at.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Numbers {
    /// From one group.
    pub each: Vec<ByNumber>,
    /// The gap statistic, from one group, on Ward's partitions.
    #[serde(serialize_with = "undefined::serialize")]
    pub gap: Defined<Gap>,
    /// Reference sets, B.
    pub draws: usize,
}

/// Looks at one group up to `most`, fewer where cases coincide.
///
/// Reference sets of the gap are uniform in the box around the cases (Tibshirani, Walther and Hastie
/// 2001, choice a).
pub fn numbers(points: &[Point], most: usize, draws: usize, starts: usize, seed: u64) -> Numbers {
    let most = most.min(distinct(points).saturating_sub(1)).max(1);
    let each = (1..=most)
        .map(|groups| {
            let found = best(points, groups, starts, seed);
            ByNumber {
                groups,
                within: found
                    .as_ref()
                    .map(|labels| within_squares(points, labels))
                    .ok_or(Undefined::ConstantValues),
                silhouette: found
                    .and_then(|labels| silhouettes(points, &labels))
                    .map(|all| all.iter().map(|one| one.value).sum::<f64>() / all.len() as f64)
                    .ok_or(Undefined::SingleGroup),
            }
        })
        .collect();
    let mut random = stream(seed, Step::Gap);
    let references: Vec<Vec<Point>> = uniform_samples(points, draws, &mut random).collect();
    let groups: Vec<usize> = (1..=most).collect();
    let gap = if draws == 0 {
        Err(Undefined::UndefinedReplicates)
    } else if distinct(points) < 3 {
        Err(Undefined::TooFew { needed: 3, present: distinct(points) })
    } else {
        gap(points, &groups, &references).ok_or(Undefined::ConstantValues)
    };
    Numbers { each, gap, draws }
}

fn best(points: &[Point], groups: usize, starts: usize, seed: u64) -> Option<Vec<usize>> {
    if points.len() <= MOST_CASES {
        return exact::find(points, groups).ok().map(|(labels, _)| labels);
    }
    let mut random = stream(seed, Step::Starts);
    lloyd::run(points, &vec![1.0; points.len()], groups, starts, &mut random).map(|found| found.labels)
}

/// Counts the places that hold a case.
pub fn distinct(points: &[Point]) -> usize {
    (0..points.len())
        .filter(|&index| points[..index].iter().all(|other| squared_distance(other, &points[index]) > 0.0))
        .count()
}

/// Draws samples of as many cases, uniform in the box around the points: no groups, and no centre.
pub fn uniform_samples<'a, R: Rng>(
    points: &'a [Point],
    count: usize,
    random: &'a mut R,
) -> impl Iterator<Item = Vec<Point>> + use<'a, R> {
    let axes = points.first().map_or(0, Vec::len);
    let bounds: Vec<(f64, f64)> = (0..axes)
        .map(|axis| {
            points.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), point| {
                (low.min(point[axis]), high.max(point[axis]))
            })
        })
        .collect();
    (0..count).map(move |_| {
        (0..points.len())
            .map(|_| bounds.iter().map(|(low, high)| low + (high - low) * random.r#gen::<f64>()).collect())
            .collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_place_allows_one_group_and_no_gap() {
        let found = numbers(&vec![vec![1.0, 2.0]; 5], 6, 9, 5, 1);
        assert_eq!(found.each.len(), 1);
        assert_eq!(found.each[0].silhouette, Err(Undefined::SingleGroup));
        assert_eq!(found.gap, Err(Undefined::TooFew { needed: 3, present: 1 }));
    }

    #[test]
    fn two_far_groups_are_seen() {
        let points: Vec<Point> =
            (0..12).map(|index| vec![f64::from(index / 6) * 50.0 + f64::from(index % 6), 0.1]).collect();
        let found = numbers(&points, 4, 99, 20, 1);
        let gap = found.gap.unwrap();
        assert_eq!((gap.groups[0], gap.chosen), (1, Some(2)));
        assert!(found.each[1].silhouette.unwrap() > found.each[2].silhouette.unwrap());
    }

    #[test]
    fn samples_stay_in_the_box() {
        let points = vec![vec![0.0, 5.0], vec![2.0, 5.0]];
        let mut random = stream(1, Step::Uniform);
        for sample in uniform_samples(&points, 20, &mut random) {
            assert_eq!(sample.len(), 2);
            assert!(
                sample.iter().all(|point| (0.0..=2.0).contains(&point[0]) && (point[1] - 5.0).abs() < 1e-12)
            );
        }
    }
}
