//! Bias-corrected and accelerated bootstrap, by whole clusters.

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use serde::Serialize;

use super::bootstrap::Plan;
use super::distribution::{normal_quantile, normal_upper};
use super::quantile::{Rule, quantile};
use super::undefined::{Defined, Undefined};

/// A `BCa` interval with all that reproduces it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Bca {
    /// The statistic on the clusters as they are.
    pub estimate: f64,
    /// Lower bound.
    pub lower: f64,
    /// Upper bound.
    pub upper: f64,
    /// Level, 0.95 as a rule.
    pub level: f64,
    /// Bias correction z₀: the normal quantile of the share of replicates below the estimate.
    pub bias: f64,
    /// Acceleration a, from leaving out each cluster in turn.
    pub acceleration: f64,
    /// Replicates drawn.
    pub draws: u32,
    /// Replicates in which the statistic was undefined: they were dropped.
    pub undefined: u32,
    /// Clusters drawn from.
    pub clusters: usize,
    /// Seed of the random stream.
    pub seed: u64,
}

/// Draws `clusters` cluster positions with return, and corrects the percentiles for bias and skewness.
///
/// A cluster is the unit that is independent of the others: an interview, a family, a person. `statistic`
/// receives the positions drawn, in rising order for the estimate; `without` gives its value when one cluster
/// is left out, which most statistics know from their sums at once. Percentiles are of type 7, where R's `boot.ci` interpolates on the normal scale: with 1,000 draws or more they
/// hardly differ.
///
/// # Errors
/// That of the statistic on all clusters; [`Undefined::TooFew`] below two clusters;
/// [`Undefined::UndefinedReplicates`] when no replicate, or not every leave-one-out value, is defined;
/// [`Undefined::ConstantValues`] when leaving a cluster out never changes the statistic, or all replicates are
/// equal; [`Undefined::NotSettled`] when all replicates lie on one side of the estimate;
/// [`Undefined::InvalidValue`] on a level outside 0..1.
///
/// Source: Efron (1987), "Better bootstrap confidence intervals"; Efron and Tibshirani (1993), chapter 14.
pub fn bca(
    clusters: usize,
    plan: Plan,
    without: impl Fn(usize) -> Defined,
    mut statistic: impl FnMut(&[usize]) -> Defined,
) -> Defined<Bca> {
    if clusters < 2 {
        return Err(Undefined::TooFew { needed: 2, present: clusters });
    }
    if !(plan.level > 0.0 && plan.level < 1.0) {
        return Err(Undefined::InvalidValue);
    }
    let all: Vec<usize> = (0..clusters).collect();
    let estimate = statistic(&all)?;
    let acceleration = acceleration(clusters, without)?;
    let mut rng = ChaCha8Rng::seed_from_u64(plan.seed);
    let mut drawn = vec![0; clusters];
    let mut replicates = Vec::with_capacity(plan.draws as usize);
    for _ in 0..plan.draws {
        for position in &mut drawn {
            *position = rng.gen_range(0..clusters);
        }
        replicates.extend(statistic(&drawn).ok().filter(|value| value.is_finite()));
    }
    if replicates.is_empty() {
        return Err(Undefined::UndefinedReplicates);
    }
    let below = replicates.iter().filter(|value| **value < estimate).count();
    let above = replicates.iter().filter(|value| **value > estimate).count();
    if below == 0 && above == 0 {
        return Err(Undefined::ConstantValues);
    }
    if below == 0 || below == replicates.len() {
        return Err(Undefined::NotSettled);
    }
    let bias = normal_quantile(below as f64 / replicates.len() as f64);
    let bound = |tail: f64| {
        let z = bias + normal_quantile(tail);
        let slowed = 1.0 - acceleration * z;
        // Beyond this the correction turns round on itself, and the last replicate is all there is.
        let share = if slowed <= 0.0 { tail.round() } else { 1.0 - normal_upper(bias + z / slowed) };
        quantile(&replicates, share.clamp(0.0, 1.0), Rule::Type7)
    };
    let tail = (1.0 - plan.level) / 2.0;
    Ok(Bca {
        estimate,
        lower: bound(tail)?,
        upper: bound(1.0 - tail)?,
        level: plan.level,
        bias,
        acceleration,
        draws: plan.draws,
        undefined: plan.draws - u32::try_from(replicates.len()).unwrap_or(plan.draws),
        clusters,
        seed: plan.seed,
    })
}

/// The mean of some values with its `BCa` interval; the order of the values does not count.
///
/// # Errors
/// Those of [`bca`]; [`Undefined::NoObservations`] on an empty list.
pub fn mean_interval(values: &[f64], plan: Plan) -> Defined<Bca> {
    let mut rising = values.to_vec();
    rising.sort_by(f64::total_cmp);
    if rising.is_empty() {
        return Err(Undefined::NoObservations);
    }
    let (n, sum) = (rising.len() as f64, rising.iter().sum::<f64>());
    let without = |out: usize| {
        if n < 2.0 { Err(Undefined::NoObservations) } else { Ok((sum - rising[out]) / (n - 1.0)) }
    };
    bca(rising.len(), plan, without, |drawn| Ok(drawn.iter().map(|at| rising[*at]).sum::<f64>() / n))
}

/// Σ d³ / (6 (Σ d²)^1.5), d the mean of the leave-one-out values less each of them.
fn acceleration(clusters: usize, without: impl Fn(usize) -> Defined) -> Defined {
    let mut values = Vec::with_capacity(clusters);
    for out in 0..clusters {
        values.push(without(out).map_err(|_| Undefined::UndefinedReplicates)?);
    }
    let mean = values.iter().sum::<f64>() / clusters as f64;
    let (mut squares, mut cubes) = (0.0, 0.0);
    for value in values {
        let distance = mean - value;
        squares += distance * distance;
        cubes += distance * distance * distance;
    }
    if squares <= mean * mean * 1e-24 * clusters as f64 {
        return Err(Undefined::ConstantValues);
    }
    Ok(cubes / (6.0 * squares.powf(1.5)))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use crate::analysis::statistics::bootstrap::by_cluster;
    use crate::analysis::statistics::descriptive::mean;

    /// Test A of spatial perception, 26 children (Efron and Tibshirani 1993, table 14.1).
    const SPATIAL: [f64; 26] = [
        48.0, 36.0, 20.0, 29.0, 42.0, 42.0, 20.0, 42.0, 22.0, 41.0, 45.0, 14.0, 6.0, 0.0, 33.0, 28.0, 34.0,
        4.0, 32.0, 24.0, 47.0, 41.0, 24.0, 26.0, 30.0, 41.0,
    ];

    fn spread(drawn: &[usize]) -> Defined {
        let x: Vec<f64> = drawn.iter().map(|&i| SPATIAL[i]).collect();
        let centre = mean(&x)?;
        Ok(x.iter().map(|x| (x - centre) * (x - centre)).sum::<f64>() / x.len() as f64)
    }

    fn without(out: usize) -> Defined {
        spread(&(0..26).filter(|one| *one != out).collect::<Vec<_>>())
    }

    #[test]
    fn a_mean_leans_as_its_values_do_and_their_order_does_not_count() {
        let skewed = [1.0, 1.0, 2.0, 2.0, 3.0, 3.0, 4.0, 5.0, 9.0, 30.0];
        let plan = Plan { draws: 2_000, level: 0.95, seed: 5 };
        let found = mean_interval(&skewed, plan).unwrap();
        assert!((found.estimate - 6.0).abs() < 1e-12);
        // A long tail above: the interval reaches farther up than down.
        assert!(found.upper - 6.0 > 6.0 - found.lower, "{found:?}");
        let mut turned = skewed;
        turned.reverse();
        assert_eq!(mean_interval(&turned, plan), Ok(found));
        assert_eq!(mean_interval(&[], plan), Err(Undefined::NoObservations));
        assert_eq!(mean_interval(&[3.0], plan), Err(Undefined::TooFew { needed: 2, present: 1 }));
        assert_eq!(mean_interval(&[3.0; 6], plan), Err(Undefined::ConstantValues));
    }

    /// Their example: variance 171.5, a = 0.061, z₀ = 0.146 (of 2,000 draws), interval at 90 %
    /// [115.8; 259.6], where the percentiles alone give [100.8; 233.9].
    #[test]
    fn the_children_of_efron_and_tibshirani() {
        let plan = Plan { draws: 8_000, level: 0.9, seed: 7 };
        let found = bca(26, plan, without, spread).unwrap();
        assert!((found.estimate - 171.5).abs() < 0.05);
        assert!((found.acceleration - 0.061).abs() < 5e-4);
        assert!((found.bias - 0.146).abs() < 0.05);
        assert!((found.lower - 115.8).abs() < 4.0 && (found.upper - 259.6).abs() < 6.0, "{found:?}");
        let plain = by_cluster(26, plan, spread).unwrap();
        assert!((plain.lower - 100.8).abs() < 4.0 && (plain.upper - 233.9).abs() < 4.0, "{plain:?}");
        assert_eq!(bca(26, plan, without, spread), Ok(found));
    }

    #[test]
    fn what_cannot_be_told_is_undefined() {
        let plan = Plan { draws: 200, level: 0.95, seed: 1 };
        assert_eq!(bca(1, plan, |_| Ok(1.0), |_| Ok(1.0)), Err(Undefined::TooFew { needed: 2, present: 1 }));
        assert_eq!(bca(4, plan, |_| Ok(1.0), |_| Ok(1.0)), Err(Undefined::ConstantValues));
        let nothing = |_: &[usize]| Err(Undefined::NoObservations);
        assert_eq!(bca(4, plan, |_| Ok(1.0), nothing), Err(Undefined::NoObservations));
        // The greatest value is never exceeded by a replicate; the smallest never undercut.
        let x = [1.0, 2.0, 3.0, 9.0];
        let least = |drawn: &[usize]| Ok(drawn.iter().map(|&i| x[i]).fold(f64::INFINITY, f64::min));
        let others = |out: usize| least(&(0..4).filter(|one| *one != out).collect::<Vec<_>>());
        assert_eq!(bca(4, plan, others, least), Err(Undefined::NotSettled));
        let level = Plan { level: 1.0, ..plan };
        assert_eq!(bca(4, level, others, least), Err(Undefined::InvalidValue));
    }
}
