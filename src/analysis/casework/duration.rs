//! How long interventions last, those still open counted.

use std::collections::BTreeMap;

use serde::Serialize;

use super::tally::Tally;
use crate::analysis::statistics::log_rank::{LogRank, log_rank};
use crate::analysis::statistics::quantile::{Rule, quantile_sorted};
use crate::analysis::statistics::survival::{
    Duration, KaplanMeier, MeanDifference, RestrictedMean, kaplan_meier, restricted_mean_difference,
};
use crate::analysis::statistics::undefined::{self, Defined, Undefined};
use crate::domain::casework::Spell;

/// The durations of one offer, in days.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OfferDuration {
    /// The offer: an index into the definition's offers.
    pub offer: usize,
    /// Interventions with a duration.
    pub n: u64,
    /// Of them, those closed.
    pub closed: u64,
    /// Interventions without a duration: opened after the extraction, closed before they opened,
    /// or without an opening day.
    pub set_aside: u64,
    /// Median, open ones censored at the extraction (Kaplan–Meier).
    #[serde(serialize_with = "undefined::serialize")]
    pub median: Defined,
    /// Its interval at 95 % (log-log).
    #[serde(serialize_with = "undefined::serialize_list")]
    pub interval: Vec<Defined>,
    /// Median of the closed ones alone, which is too short while some are open.
    #[serde(serialize_with = "undefined::serialize")]
    pub closed_median: Defined,
    /// The whole curve.
    #[serde(serialize_with = "undefined::serialize")]
    pub curve: Defined<KaplanMeier>,
}

/// Computes the durations of every offer.
pub fn durations(tally: &Tally) -> Vec<OfferDuration> {
    (0..tally.spells.len()).map(|offer| of_offer(tally, offer)).collect()
}

fn of_offer(tally: &Tally, offer: usize) -> OfferDuration {
    let mut all = Vec::new();
    let mut closed = Vec::new();
    for (spell, count) in tally.spells.get(offer).into_iter().flatten() {
        let duration = Duration { time: f64::from(spell.days), ended: spell.closed };
        let count = usize::try_from(*count).unwrap_or(usize::MAX);
        all.extend(std::iter::repeat_n(duration, count));
        if spell.closed {
            closed.extend(std::iter::repeat_n(duration.time, count));
        }
    }
    let curve = kaplan_meier(&all, 0.95);
    let median = curve.as_ref().map_err(|why| *why).and_then(|curve| curve.quantile(0.5));
    let interval = match &curve {
        Ok(curve) => curve.quantile_interval(0.5).to_vec(),
        Err(why) => vec![Err(*why), Err(*why)],
    };
    OfferDuration {
        offer,
        n: all.len() as u64,
        closed: closed.len() as u64,
        set_aside: tally.set_aside.get(offer).copied().unwrap_or_default(),
        median,
        interval,
        closed_median: quantile_sorted(&closed, 0.5, Rule::Type7),
        curve,
    }
}

/// The durations of one group, beside all others of the same offer.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct GroupDuration {
    /// The group: an event.
    pub group: String,
    /// Interventions with a duration.
    pub n: u64,
    /// Of them, those closed.
    pub closed: u64,
    /// Median, open ones censored at the extraction.
    #[serde(serialize_with = "undefined::serialize")]
    pub median: Defined,
    /// Mean up to the common horizon: defined also where the median is not reached.
    #[serde(serialize_with = "undefined::serialize")]
    pub restricted_mean: Defined<RestrictedMean>,
    /// This group's restricted mean less that of the others.
    #[serde(serialize_with = "undefined::serialize")]
    pub difference: Defined<MeanDifference>,
}

/// The durations of one offer, group beside group.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DurationComparison {
    /// Horizon of the restricted means, in days: the shortest of the groups' longest durations.
    #[serde(serialize_with = "undefined::serialize")]
    pub horizon: Defined,
    /// Group by group, in the order given.
    pub groups: Vec<GroupDuration>,
    /// Whether all groups share one curve.
    #[serde(serialize_with = "undefined::serialize")]
    pub log_rank: Defined<LogRank>,
}

/// Compares the durations of groups; each is counted by spell.
pub fn compare_durations(groups: &[(String, BTreeMap<Spell, u64>)]) -> DurationComparison {
    let expanded: Vec<Vec<Duration>> = groups.iter().map(|(_, spells)| expand(spells)).collect();
    let longest = |durations: &Vec<Duration>| durations.iter().map(|one| one.time).fold(0.0, f64::max);
    let present = expanded.iter().filter(|durations| !durations.is_empty());
    let horizon = present.map(longest).reduce(f64::min).ok_or(Undefined::NoObservations);
    let of = |(at, (group, _)): (usize, &(String, BTreeMap<Spell, u64>))| {
        let own = &expanded[at];
        // Counted by spell and written out in rising order, so that a million needs no sorting.
        let mut others: BTreeMap<Spell, u64> = BTreeMap::new();
        for (_, (_, spells)) in groups.iter().enumerate().filter(|(other, _)| *other != at) {
            for (spell, count) in spells {
                *others.entry(*spell).or_default() += count;
            }
        }
        let others = expand(&others);
        let curve = kaplan_meier(own, 0.95);
        let read = |curve: &KaplanMeier| curve.restricted_mean(Some(horizon?));
        GroupDuration {
            group: group.clone(),
            n: own.len() as u64,
            closed: own.iter().filter(|one| one.ended).count() as u64,
            median: curve.as_ref().map_err(|why| *why).and_then(|curve| curve.quantile(0.5)),
            restricted_mean: curve.as_ref().map_err(|why| *why).and_then(read),
            difference: horizon
                .and_then(|horizon| restricted_mean_difference(own, &others, Some(horizon), 0.95)),
        }
    };
    DurationComparison {
        groups: groups.iter().enumerate().map(of).collect(),
        log_rank: log_rank(&expanded),
        horizon,
    }
}

fn expand(spells: &BTreeMap<Spell, u64>) -> Vec<Duration> {
    let mut durations = Vec::new();
    for (spell, count) in spells {
        let duration = Duration { time: f64::from(spell.days), ended: spell.closed };
        durations.extend(std::iter::repeat_n(duration, usize::try_from(*count).unwrap_or(usize::MAX)));
    }
    durations
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    fn spells(list: &[(u32, bool, u64)]) -> BTreeMap<Spell, u64> {
        list.iter().map(|(days, closed, count)| (Spell { days: *days, closed: *closed }, *count)).collect()
    }

    #[test]
    fn groups_are_set_beside_the_others_up_to_one_horizon() {
        let groups = [
            ("a".to_owned(), spells(&[(10, true, 4), (20, true, 4), (60, false, 2)])),
            ("b".to_owned(), spells(&[(30, true, 3), (50, true, 3), (80, false, 4)])),
        ];
        let found = compare_durations(&groups);
        assert_eq!(found.horizon, Ok(60.0));
        let difference = found.groups[0].difference.unwrap();
        assert!(difference.difference < 0.0 && difference.upper < 0.0);
        let back = found.groups[1].difference.unwrap();
        assert!((difference.difference + back.difference).abs() < 1e-12);
        assert!(found.log_rank.unwrap().p < 0.05);
    }

    #[test]
    fn an_event_without_durations_is_undefined_and_the_others_stay() {
        let groups = [
            ("a".to_owned(), spells(&[(10, true, 4), (20, false, 1)])),
            ("none".to_owned(), BTreeMap::new()),
        ];
        let found = compare_durations(&groups);
        assert_eq!(found.groups[1].median, Err(Undefined::NoObservations));
        assert_eq!(found.groups[0].difference, Err(Undefined::NoObservations));
        assert_eq!(found.log_rank, Err(Undefined::SingleGroup));
        assert!(found.groups[0].restricted_mean.is_ok());
        assert_eq!(compare_durations(&[]).horizon, Err(Undefined::NoObservations));
    }
}
