//! K-means from many k-means++ starts: the headline above fifteen cases, a check below.

use linfa::DatasetBase;
use linfa::traits::{Fit, Predict};
use linfa_clustering::{KMeans, KMeansInit};
use ndarray::Array2;

use super::draw::{Step, stream};
use super::exact::{self, MOST_CASES};
use super::hierarchical;
use super::point::{Point, by_first_appearance, centres, count_groups, squared_distance, within_squares};

/// Runs linfa's k-means from `starts` k-means++ starts and returns canonical labels.
///
/// Undefined with fewer cases than groups, or when points coincide so that fewer groups than asked
/// have a case (linfa returns such results without a word).
pub fn run(points: &[Point], groups: usize, starts: usize, seed: u64) -> Option<Vec<usize>> {
    let axes = points.first()?.len();
    if groups == 0 || points.len() < groups || axes == 0 || starts == 0 {
        return None;
    }
    let values: Vec<f64> = points.iter().flatten().copied().collect();
    let records = Array2::from_shape_vec((points.len(), axes), values).ok()?;
    let dataset = DatasetBase::from(records.clone());
    let model = KMeans::params_with_rng(groups, stream(seed, Step::Starts))
        .n_runs(starts)
        .tolerance(1e-9)
        .init_method(KMeansInit::KMeansPlusPlus)
        .fit(&dataset)
        .ok()?;
    let labels: Vec<usize> = model.predict(&records).to_vec();
    let labels = consolidate(points, by_first_appearance(&labels));
    (count_groups(&labels) == groups).then(|| by_first_appearance(&labels))
}

/// Finds the best partition that can be found: exact up to fifteen cases, else the better of
/// k-means and a Ward start. Returns labels by first appearance and whether they are exact.
pub fn best(points: &[Point], groups: usize, starts: usize, seed: u64) -> Option<(Vec<usize>, bool)> {
    if points.len() <= MOST_CASES {
        return exact::find(points, groups).ok().map(|(labels, _)| (labels, true));
    }
    let ward = hierarchical::ward(points).map(|tree| consolidate(points, tree.cut(groups)));
    [run(points, groups, starts, seed), ward]
        .into_iter()
        .flatten()
        .filter(|labels| count_groups(labels) == groups)
        .map(|labels| (within_squares(points, &labels), by_first_appearance(&labels)))
        .min_by(|one, other| one.0.total_cmp(&other.0).then_with(|| one.1.cmp(&other.1)))
        .map(|(_, labels)| (labels, false))
}

/// Moves cases to their nearest centre until none moves; a group is never emptied by it.
pub fn consolidate(points: &[Point], mut labels: Vec<usize>) -> Vec<usize> {
    for _ in 0..300 {
        let centres = centres(points, &labels);
        let moved: Vec<usize> = points
            .iter()
            .zip(&labels)
            .map(|(point, &own)| {
                let reach = |group: usize| {
                    centres[group].as_ref().map_or(f64::INFINITY, |c| squared_distance(point, c))
                };
                (0..centres.len())
                    .fold(own, |best, group| if reach(group) < reach(best) { group } else { best })
            })
            .collect();
        if moved == labels || count_groups(&moved) < count_groups(&labels) {
            break;
        }
        labels = moved;
    }
    labels
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_groups() {
        let points: Vec<Point> =
            (0..20).map(|index| vec![f64::from(index % 4) * 5.0 + f64::from(index) * 0.01]).collect();
        let labels = run(&points, 4, 50, 7).unwrap();
        assert_eq!(labels, run(&points, 4, 50, 7).unwrap());
        assert_eq!(labels[..4], [0, 1, 2, 3]);
        assert_eq!(best(&points, 4, 50, 7), Some((labels, false)));
    }

    #[test]
    fn coinciding_points_do_not_make_groups() {
        assert_eq!(run(&vec![vec![0.0, 0.0]; 6], 3, 10, 1), None);
        assert_eq!(run(&[vec![0.0]], 2, 10, 1), None);
    }
}
