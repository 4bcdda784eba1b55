//! Gaussian mixtures of few parameters: exploratory, never the headline.
//!
//! With a dozen cases a mixture of free covariances has about as many parameters as numbers
//! (4 groups on 2 axes: 23 for 24), so only two shapes are offered, both held up by a floor under
//! the variances. BIC has no asymptotic ground at such sizes; it is given to show its weight.

use rand::Rng;
use serde::Serialize;

use super::draw::{Step, stream};
use super::hierarchical;
use super::kmeans;
use super::point::{Point, by_first_appearance, count_groups};
use crate::analysis::statistics::undefined::{Defined, Undefined};

/// Steps of one start at most.
const MOST_STEPS: usize = 1000;

/// The mean log-likelihood of a case rises by less: settled.
const SETTLED: f64 = 1e-9;

/// What the groups' spreads have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Shape {
    /// One variance a group.
    Spherical,
    /// One variance a group and an axis.
    Diagonal,
}

impl Shape {
    /// Counts the free numbers: centres, variances, weights less one.
    pub fn parameters(self, groups: usize, axes: usize) -> usize {
        let variances = match self {
            Self::Spherical => groups,
            Self::Diagonal => groups * axes,
        };
        groups * axes + variances + groups.saturating_sub(1)
    }
}

/// Counts the free numbers of a mixture of full covariances, which is not offered.
pub fn full_parameters(groups: usize, axes: usize) -> usize {
    groups * axes + groups * axes * (axes + 1) / 2 + groups.saturating_sub(1)
}

/// A mixture fitted.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Mixture {
    /// Its shape.
    pub shape: Shape,
    /// Natural logarithm of the likelihood of all cases.
    pub log_likelihood: f64,
    /// −2 · log-likelihood + parameters · ln n.
    pub bic: f64,
    /// Free numbers.
    pub parameters: usize,
    /// Added to every variance.
    pub floor: f64,
    /// Most probable group of each case, by first appearance. A group may have no case.
    pub labels: Vec<usize>,
    /// Probability of that group, case by case.
    pub probabilities: Vec<f64>,
}

/// Fits a mixture by expectation–maximisation (Dempster, Laird and Rubin 1977) from the k-means and
/// Ward partitions and from `starts` random ones; the most likely fit is kept.
///
/// `floor` is added to every variance at each step, as scikit-learn's `reg_covar`.
///
/// # Errors
/// [`Undefined::TooFew`] below as many cases as groups, [`Undefined::InvalidValue`] for values that are
/// not finite or a floor that is not positive.
pub fn fit(
    points: &[Point],
    groups: usize,
    shape: Shape,
    floor: f64,
    starts: usize,
    seed: u64,
) -> Defined<Mixture> {
    let n = points.len();
    if groups == 0 || n < groups.max(1) {
        return Err(Undefined::TooFew { needed: groups.max(1), present: n });
    }
    let axes = points[0].len();
    let finite = |point: &Point| point.len() == axes && point.iter().all(|value| value.is_finite());
    if axes == 0 || !points.iter().all(finite) || floor.is_nan() || floor <= 0.0 {
        return Err(Undefined::InvalidValue);
    }
    let mut random = stream(seed, Step::Mixture);
    let mut first: Vec<Vec<usize>> = Vec::new();
    first.extend(kmeans::best(points, groups, starts.max(10), seed).map(|(labels, _)| labels));
    first.extend(hierarchical::ward(points).map(|tree| tree.cut(groups)));
    for _ in 0..starts {
        first.push((0..n).map(|_| random.gen_range(0..groups)).collect());
    }
    let mut best: Option<Fit> = None;
    for labels in first.into_iter().filter(|labels| count_groups(labels) == groups) {
        let fit = Fit::climb(points, &by_first_appearance(&labels), groups, shape, floor);
        if best.as_ref().is_none_or(|known| fit.log_likelihood > known.log_likelihood + 1e-9) {
            best = Some(fit);
        }
    }
    let best = best.ok_or(Undefined::TooFew { needed: groups, present: n })?;
    let parameters = shape.parameters(groups, axes);
    let chosen: Vec<(usize, f64)> = best
        .shares
        .iter()
        .map(|row| {
            row.iter()
                .copied()
                .enumerate()
                .fold((0, 0.0), |most, one| if one.1 > most.1 { one } else { most })
        })
        .collect();
    let labels: Vec<usize> = chosen.iter().map(|(group, _)| *group).collect();
    Ok(Mixture {
        shape,
        log_likelihood: best.log_likelihood,
        bic: parameters as f64 * (n as f64).ln() - 2.0 * best.log_likelihood,
        parameters,
        floor,
        labels: by_first_appearance(&labels),
        probabilities: chosen.into_iter().map(|(_, share)| share).collect(),
    })
}

struct Fit {
    log_likelihood: f64,
    /// By case, then group.
    shares: Vec<Vec<f64>>,
}

impl Fit {
    fn climb(points: &[Point], labels: &[usize], groups: usize, shape: Shape, floor: f64) -> Self {
        let mut shares: Vec<Vec<f64>> = labels
            .iter()
            .map(|own| (0..groups).map(|group| if group == *own { 1.0 } else { 0.0 }).collect())
            .collect();
        let mut known = f64::NEG_INFINITY;
        for _ in 0..MOST_STEPS {
            let groups = maximise(points, &shares, shape, floor);
            let log_likelihood = expect(points, &groups, &mut shares);
            if (log_likelihood - known).abs() < SETTLED * points.len() as f64 {
                known = log_likelihood;
                break;
            }
            known = log_likelihood;
        }
        Self { log_likelihood: known, shares }
    }
}

/// Weight, centre and variances of a group.
type Component = (f64, Point, Vec<f64>);

fn maximise(points: &[Point], shares: &[Vec<f64>], shape: Shape, floor: f64) -> Vec<Component> {
    let axes = points[0].len();
    let n = points.len() as f64;
    (0..shares[0].len())
        .map(|group| {
            // A group that loses all its cases keeps a finite centre.
            let size: f64 = shares.iter().map(|row| row[group]).sum::<f64>() + 10.0 * f64::EPSILON;
            let weighted = |value: &dyn Fn(&Point) -> f64| {
                points.iter().zip(shares).map(|(point, row)| row[group] * value(point)).sum::<f64>() / size
            };
            let centre: Point = (0..axes).map(|axis| weighted(&|point| point[axis])).collect();
            let mut spread: Vec<f64> = (0..axes)
                .map(|axis| weighted(&|point| (point[axis] - centre[axis]).powi(2)) + floor)
                .collect();
            if shape == Shape::Spherical {
                let mean = spread.iter().sum::<f64>() / axes as f64;
                spread.fill(mean);
            }
            (size / n, centre, spread)
        })
        .collect()
}

/// Sets the shares of each case in each group, and returns the log-likelihood.
fn expect(points: &[Point], groups: &[Component], shares: &mut [Vec<f64>]) -> f64 {
    let mut sum = 0.0;
    for (point, row) in points.iter().zip(shares) {
        for (share, (weight, centre, spread)) in row.iter_mut().zip(groups) {
            let exponent: f64 = point
                .iter()
                .zip(centre)
                .zip(spread)
                .map(|((value, middle), spread)| {
                    (value - middle).powi(2) / spread + (std::f64::consts::TAU * spread).ln()
                })
                .sum();
            *share = weight.ln() - exponent / 2.0;
        }
        let most = row.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let total = most + row.iter().map(|value| (value - most).exp()).sum::<f64>().ln();
        row.iter_mut().for_each(|value| *value = (*value - total).exp());
        sum += total;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_are_counted_as_scikit_learn_does() {
        assert_eq!(Shape::Spherical.parameters(4, 2), 15);
        assert_eq!(Shape::Diagonal.parameters(4, 2), 19);
        assert_eq!(full_parameters(4, 2), 23);
    }

    #[test]
    fn one_group_is_the_normal_law() {
        // Variance 2 ÷ 3 (by n) plus the floor; likelihood of the three points by hand.
        let points = vec![vec![-1.0], vec![0.0], vec![1.0]];
        let found = fit(&points, 1, Shape::Diagonal, 1.0 / 3.0, 5, 1).unwrap();
        let by_hand = -1.5 * std::f64::consts::TAU.ln() - 1.0;
        assert!((found.log_likelihood - by_hand).abs() < 1e-12, "{}", found.log_likelihood);
        assert_eq!((found.labels, found.parameters), (vec![0, 0, 0], 2));
    }

    #[test]
    fn what_cannot_be_fitted_says_why() {
        let two = vec![vec![0.0], vec![1.0]];
        let few = Undefined::TooFew { needed: 3, present: 2 };
        assert_eq!(fit(&two, 3, Shape::Spherical, 0.01, 5, 1), Err(few));
        assert_eq!(fit(&two, 1, Shape::Spherical, 0.0, 5, 1), Err(Undefined::InvalidValue));
        assert_eq!(fit(&[vec![f64::NAN]], 1, Shape::Spherical, 0.1, 5, 1), Err(Undefined::InvalidValue));
        // All at one place: k-means has no partition, random starts still part them.
        let same = fit(&vec![vec![1.0, 1.0]; 4], 2, Shape::Diagonal, 0.01, 20, 1).unwrap();
        assert!(same.log_likelihood.is_finite());
    }
}
