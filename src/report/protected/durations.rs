//! Durations as they may be published.

use super::level::Level;
use crate::analysis::disclosure::{Published, protect_list};
use crate::report::findings::{Durations as Facts, Survival, SurvivalStep};

/// Durations of the offers.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::report) struct Durations {
    /// One curve an offer.
    pub(in crate::report) curves: Vec<Curve>,
    /// Interventions still open; none when that of one offer is hidden.
    pub(in crate::report) open: Option<u64>,
    /// Lines of the file that were set aside: about the file, not about a person.
    pub(in crate::report) set_aside: u64,
}

/// How long the interventions of one offer last.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::report) struct Curve {
    /// The offer.
    pub(in crate::report) offer: String,
    /// « IC ».
    pub(in crate::report) short: String,
    /// Interventions.
    pub(in crate::report) total: Published,
    /// Those that are closed.
    pub(in crate::report) closed: Published,
    /// Median with the open ones counted; hidden when few are still followed on that day.
    pub(in crate::report) median: Level,
    /// Bounds of the median, likewise.
    pub(in crate::report) interval: (Level, Level),
    /// Median of the closed ones alone.
    pub(in crate::report) closed_median: Level,
    /// Steps while enough are still followed.
    pub(in crate::report) steps: Vec<SurvivalStep>,
    /// Days on which an open one was last seen; empty when their number is hidden.
    pub(in crate::report) censored: Vec<f64>,
    /// Day of each step, and those followed just before.
    followed: Vec<(f64, Published)>,
}

impl Curve {
    /// Interventions still followed just before a day; all of them at the opening.
    pub(in crate::report) fn at_risk(&self, day: f64) -> Published {
        if day <= 0.0 {
            return self.total;
        }
        let step = self.followed.iter().find(|(step, _)| *step >= day);
        step.map_or(Published::Count(0), |(_, followed)| *followed)
    }
}

impl Durations {
    /// Protects the durations; `is_hidden` tells the offers whose number of families is hidden.
    pub(super) fn of(facts: &Facts, threshold: u64, is_hidden: &dyn Fn(&str) -> bool) -> Self {
        let curves: Vec<(Curve, Published)> =
            facts.curves.iter().map(|curve| protect(curve, threshold, is_hidden(&curve.offer))).collect();
        Self {
            open: curves.iter().map(|(_, open)| open.count()).sum(),
            curves: curves.into_iter().map(|(curve, _)| curve).collect(),
            set_aside: facts.set_aside,
        }
    }
}

/// Protects a curve; returns those still open beside it.
fn protect(facts: &Survival, threshold: u64, is_total_hidden: bool) -> (Curve, Published) {
    let parts = protect_list(&[facts.closed, facts.total.saturating_sub(facts.closed)], threshold);
    let total = if is_total_hidden && facts.total > 0 { Published::Complement } else { parts.total };
    let part = |place: usize| match parts.cells.get(place) {
        Some(cell) if !total.is_hidden() => *cell,
        _ => Published::Complement,
    };
    let (closed, open) = (part(0), part(1));
    let few = |count: u64| Published::alone(count, threshold).is_hidden();
    // A day is told only if enough were still followed on it.
    let on = |day: Option<f64>| {
        let step = facts.steps.iter().find(|step| day.is_some_and(|day| step.day >= day));
        Level::of(day, step.is_some_and(|step| few(step.at_risk)))
    };
    let steps: Vec<SurvivalStep> =
        facts.steps.iter().filter(|step| step.at_risk >= threshold).copied().collect();
    let censored = steps.iter().filter(|step| step.censored > 0).map(|step| step.day);
    let curve = Curve {
        offer: facts.offer.clone(),
        short: facts.short.clone(),
        total,
        closed,
        median: on(facts.median),
        interval: (on(facts.interval.map(|(low, _)| low)), on(facts.interval.map(|(_, high)| high))),
        closed_median: Level::of(facts.closed_median, few(facts.closed)),
        censored: if open.is_hidden() { Vec::new() } else { censored.collect() },
        steps,
        followed: facts
            .steps
            .iter()
            .map(|step| (step.day, Published::alone(step.at_risk, threshold)))
            .collect(),
    };
    (curve, open)
}
