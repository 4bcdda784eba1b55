//! How long interventions last, those still open counted.

use serde::Serialize;

use super::tally::Tally;
use crate::analysis::statistics::quantile::{Rule, quantile_sorted};
use crate::analysis::statistics::survival::{Duration, KaplanMeier, kaplan_meier};
use crate::analysis::statistics::undefined::{self, Defined};

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
