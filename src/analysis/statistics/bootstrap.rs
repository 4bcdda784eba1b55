//! Percentile bootstrap, by whole clusters.

use super::descriptive::is_constant;
use super::quantile::{Rule, quantile};
use super::undefined::{Defined, Undefined};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use serde::Serialize;

/// A percentile interval with all that reproduces it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Interval {
    /// Lower bound.
    pub lower: f64,
    /// Upper bound.
    pub upper: f64,
    /// Level, 0.95 as a rule.
    pub level: f64,
    /// Replicates drawn.
    pub draws: u32,
    /// Replicates in which the statistic was undefined: they were dropped.
    pub undefined: u32,
    /// Clusters drawn from.
    pub clusters: usize,
    /// Seed of the random stream.
    pub seed: u64,
}

/// What to draw.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Plan {
    /// Replicates to draw.
    pub draws: u32,
    /// Level of the interval.
    pub level: f64,
    /// Seed of the random stream.
    pub seed: u64,
}

/// Draws `clusters` cluster positions with return, `draws` times, and takes the percentiles (type 7).
///
/// A cluster is the unit that is independent of the others: an interview, a person. `statistic`
/// receives the positions drawn.
///
/// # Errors
/// [`Undefined::TooFew`] below two clusters, [`Undefined::UndefinedReplicates`] when no replicate is defined,
/// [`Undefined::ConstantReplicates`] when all of them are equal: an interval of no width would say that the
/// statistic is known without error, where clusters that agree in everything say nothing of others.
pub fn by_cluster(
    clusters: usize,
    plan: Plan,
    mut statistic: impl FnMut(&[usize]) -> Defined,
) -> Defined<Interval> {
    if clusters < 2 {
        return Err(Undefined::TooFew { needed: 2, present: clusters });
    }
    let mut rng = ChaCha8Rng::seed_from_u64(plan.seed);
    let mut drawn = vec![0; clusters];
    let mut replicates = Vec::with_capacity(plan.draws as usize);
    for _ in 0..plan.draws {
        for position in &mut drawn {
            *position = rng.gen_range(0..clusters);
        }
        if let Ok(value) = statistic(&drawn) {
            replicates.push(value);
        }
    }
    if replicates.len() > 1 && is_constant(&replicates) {
        return Err(Undefined::ConstantReplicates);
    }
    let [lower, upper] = percentile_interval(&replicates, plan.level)?;
    Ok(Interval {
        lower,
        upper,
        level: plan.level,
        draws: plan.draws,
        undefined: plan.draws - u32::try_from(replicates.len()).unwrap_or(plan.draws),
        clusters,
        seed: plan.seed,
    })
}

/// Takes the two percentiles (type 7) that leave half of 1 − `level` on each side.
///
/// # Errors
/// [`Undefined::UndefinedReplicates`] on an empty list, [`Undefined::InvalidValue`] on a level outside 0..=1.
pub fn percentile_interval(replicates: &[f64], level: f64) -> Defined<[f64; 2]> {
    if replicates.is_empty() {
        return Err(Undefined::UndefinedReplicates);
    }
    let tail = (1.0 - level) / 2.0;
    Ok([quantile(replicates, tail, Rule::Type7)?, quantile(replicates, 1.0 - tail, Rule::Type7)?])
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use crate::analysis::statistics::descriptive::mean;

    const PLAN: Plan = Plan { draws: 1_000, level: 0.95, seed: 3 };

    #[test]
    fn the_interval_holds_the_mean_and_repeats() {
        let x = [1.0, 2.0, 4.0, 4.5, 7.0, 9.0];
        let draw = || by_cluster(6, PLAN, |d| mean(&d.iter().map(|&i| x[i]).collect::<Vec<_>>()));
        let interval = draw().unwrap();
        assert!(interval.lower < 4.58 && interval.upper > 4.58);
        assert_eq!(Ok(interval), draw());
    }

    #[test]
    fn undefined_replicates_are_dropped_and_counted() {
        let interval =
            by_cluster(
                2,
                PLAN,
                |d| if d[0] == d[1] { Err(Undefined::ConstantValues) } else { Ok(d[0] as f64) },
            )
            .unwrap();
        assert!(interval.undefined > 400 && interval.undefined < 600);
        assert_eq!(by_cluster(1, PLAN, |_| Ok(1.0)), Err(Undefined::TooFew { needed: 2, present: 1 }));
        assert_eq!(
            by_cluster(3, PLAN, |_| Err(Undefined::ConstantValues)),
            Err(Undefined::UndefinedReplicates)
        );
    }

    #[test]
    fn clusters_that_agree_in_everything_give_no_interval() {
        assert_eq!(by_cluster(12, PLAN, |_| Ok(1.0)), Err(Undefined::ConstantReplicates));
    }
}
