//! How often each offer is taken, by event.

use serde::Serialize;

use super::tally::Tally;
use crate::analysis::statistics::interval::{Proportion, wilson};
use crate::analysis::statistics::undefined::{self, Defined};

/// The rates of one event, or of all.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EventRates {
    /// The event; none: all together.
    pub event: Option<String>,
    /// Families contacted: the base of the rates.
    pub families: u64,
    /// Share of them who took each offer, with its Wilson interval at 95 %.
    #[serde(serialize_with = "undefined::serialize_list")]
    pub offers: Vec<Defined<Proportion>>,
}

/// Computes the rates: events from the largest, then all together.
pub fn rates(tally: &Tally) -> Vec<EventRates> {
    let mut events: Vec<_> = tally.events.iter().collect();
    events.sort_by(|a, b| b.1.families.cmp(&a.1.families).then(a.0.cmp(b.0)));
    let of = |event: Option<&String>, families: u64, taken: &[u64]| EventRates {
        event: event.cloned(),
        families,
        offers: taken.iter().map(|count| wilson(*count, families, 0.95)).collect(),
    };
    let mut rates: Vec<EventRates> =
        events.iter().map(|(event, count)| of(Some(event), count.families, &count.offers)).collect();
    let all: Vec<u64> = (0..tally.spells.len())
        .map(|offer| tally.events.values().filter_map(|count| count.offers.get(offer)).sum())
        .collect();
    rates.push(of(None, tally.families(), &all));
    rates
}
