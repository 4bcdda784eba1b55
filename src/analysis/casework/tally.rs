//! Counts of interventions as they pass.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::casework::{Intervention, Outcome, Spell, Verdict};

/// The families of one event.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventCount {
    /// Families contacted.
    pub families: u64,
    /// Of them, those who took each offer, by the definition's order.
    pub offers: Vec<u64>,
}

/// What is kept of a million interventions: counts, and durations with how often each occurs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// By event.
    pub events: BTreeMap<String, EventCount>,
    /// By outcome of the contact; none: not told.
    pub outcomes: BTreeMap<Option<Outcome>, u64>,
    /// By offer: each duration with its number of interventions.
    pub spells: Vec<BTreeMap<Spell, u64>>,
    /// By offer: interventions without a duration.
    pub set_aside: Vec<u64>,
}

impl Tally {
    /// Begins with nothing counted, for a number of offers.
    pub fn new(offers: usize) -> Self {
        Self { spells: vec![BTreeMap::new(); offers], set_aside: vec![0; offers], ..Self::default() }
    }

    /// Counts a row, as the screening decided; rows left out count nowhere.
    pub fn add(&mut self, row: &Intervention, verdict: Verdict) {
        let Verdict::Counted(spell) = verdict else { return };
        if !self.events.contains_key(&row.event) {
            let count = EventCount { families: 0, offers: vec![0; self.spells.len()] };
            self.events.insert(row.event.clone(), count);
        }
        if let Some(count) = self.events.get_mut(&row.event) {
            count.families += 1;
            if let Some(taken) = row.offer.and_then(|offer| count.offers.get_mut(offer)) {
                *taken += 1;
            }
        }
        *self.outcomes.entry(row.outcome).or_default() += 1;
        let Some(offer) = row.offer else { return };
        match spell {
            Some(Ok(spell)) => self.add_spells(offer, spell, 1),
            Some(Err(_)) => {
                if let Some(aside) = self.set_aside.get_mut(offer) {
                    *aside += 1;
                }
            }
            None => {}
        }
    }

    /// Adds interventions of one offer that lasted as long.
    pub fn add_spells(&mut self, offer: usize, spell: Spell, count: u64) {
        if let Some(spells) = self.spells.get_mut(offer) {
            *spells.entry(spell).or_default() += count;
        }
    }

    /// Counts the families.
    pub fn families(&self) -> u64 {
        self.events.values().map(|count| count.families).sum()
    }
}
