//! Several interventions of one family: intervals that draw families, not interventions.

use serde::Serialize;

use crate::analysis::statistics::bca::{Bca, bca};
use crate::analysis::statistics::bootstrap::{Interval, Plan, by_cluster};
use crate::analysis::statistics::survival::{Duration, kaplan_meier};
use crate::analysis::statistics::undefined::{self, Defined, Undefined};

/// Families beyond which no interval is drawn: each draw goes through all of them.
pub const MOST_FAMILIES: usize = 20_000;

/// The interventions of one family.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Family {
    /// Interventions proposed.
    pub proposed: u64,
    /// Of them, those taken.
    pub taken: u64,
    /// Durations of those taken.
    pub durations: Vec<Duration>,
}

/// Figures of interventions with intervals that know who they belong to.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Clustered {
    /// Families.
    pub families: usize,
    /// Interventions proposed.
    pub interventions: u64,
    /// Of them, those taken.
    pub taken: u64,
    /// Families with more than one intervention.
    pub with_several: usize,
    /// Share of the interventions taken, with its `BCa` interval.
    #[serde(serialize_with = "undefined::serialize")]
    pub rate: Defined<Bca>,
    /// Percentile interval of the median duration (Kaplan–Meier); a draw that does not reach it is dropped.
    #[serde(serialize_with = "undefined::serialize")]
    pub median: Defined<Interval>,
}

/// Draws families with return and computes rate and median duration of their interventions.
///
/// The indicators count a family once, so that their intervals are those of independent families; this is for
/// interventions counted one by one, several of which may be one family's.
///
/// # Errors
/// In both figures, [`Undefined::TooLarge`] beyond [`MOST_FAMILIES`].
///
/// Source: Field and Welsh (2007) on the bootstrap of clusters.
pub fn by_family(families: &[Family], plan: Plan) -> Clustered {
    let ratio = |taken: u64, proposed: u64| {
        if proposed == 0 { Err(Undefined::NoObservations) } else { Ok(taken as f64 / proposed as f64) }
    };
    let rate = |drawn: &[usize]| {
        let sum = |of: fn(&Family) -> u64| drawn.iter().map(|&i| of(&families[i])).sum::<u64>();
        ratio(sum(|family| family.taken), sum(|family| family.proposed))
    };
    let interventions: u64 = families.iter().map(|family| family.proposed).sum();
    let taken: u64 = families.iter().map(|family| family.taken).sum();
    let without = |out: usize| ratio(taken - families[out].taken, interventions - families[out].proposed);
    let median = |drawn: &[usize]| {
        let durations: Vec<Duration> =
            drawn.iter().flat_map(|&i| families[i].durations.iter().copied()).collect();
        kaplan_meier(&durations, plan.level)?.quantile(0.5)
    };
    let all: Vec<usize> = (0..families.len()).collect();
    let with_several = families.iter().filter(|family| family.proposed > 1).count();
    if families.len() > MOST_FAMILIES {
        let (rate, median) = (Err(Undefined::TooLarge), Err(Undefined::TooLarge));
        return Clustered { families: families.len(), interventions, taken, with_several, rate, median };
    }
    Clustered {
        families: families.len(),
        interventions,
        taken,
        with_several,
        rate: bca(families.len(), plan, without, rate),
        // An interval around a median that is not reached would tell of other data.
        median: median(&all).and_then(|_| by_cluster(families.len(), plan, median)),
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    const PLAN: Plan = Plan { draws: 600, level: 0.95, seed: 9 };

    fn family(taken: u64, proposed: u64) -> Family {
        let durations = (0..taken).map(|i| Duration { time: 10.0 + 3.0 * i as f64, ended: true }).collect();
        Family { proposed, taken, durations }
    }

    #[test]
    fn interventions_of_one_family_tell_less_than_as_many_families() {
        let alone: Vec<Family> = (0..60).map(|i| family(u64::from(i % 3 == 0), 1)).collect();
        let together: Vec<Family> = (0..15).map(|i| family(if i % 3 == 0 { 4 } else { 0 }, 4)).collect();
        let (alone, together) = (by_family(&alone, PLAN), by_family(&together, PLAN));
        assert_eq!((alone.with_several, together.with_several), (0, 15));
        let (alone, together) = (alone.rate.unwrap(), together.rate.unwrap());
        assert!((alone.estimate - together.estimate).abs() < 1e-12);
        assert!(together.upper - together.lower > 1.5 * (alone.upper - alone.lower));
    }

    #[test]
    fn too_many_families_are_not_drawn() {
        let many = vec![family(1, 1); MOST_FAMILIES + 1];
        let found = by_family(&many, PLAN);
        assert_eq!((found.rate, found.taken), (Err(Undefined::TooLarge), 20_001));
        assert_eq!(found.median, Err(Undefined::TooLarge));
    }

    #[test]
    fn what_cannot_be_told_is_undefined() {
        assert!(by_family(&[], PLAN).rate.is_err());
        let none: Vec<Family> = (0..5).map(|_| family(0, 1)).collect();
        let found = by_family(&none, PLAN);
        assert_eq!(found.rate, Err(Undefined::ConstantValues));
        assert_eq!(found.median, Err(Undefined::NoObservations));
        let open = Duration { time: 5.0, ended: false };
        let open = vec![Family { proposed: 1, taken: 1, durations: vec![open] }; 4];
        assert_eq!(by_family(&open, PLAN).median, Err(Undefined::NotReached));
    }
}
