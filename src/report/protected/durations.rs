//! Durations as they may be published.

use super::counts::DurationCounts;
use super::level::Level;
use crate::analysis::disclosure::Published;
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
    /// Steps, each of enough interventions, while enough are still followed.
    pub(in crate::report) steps: Vec<SurvivalStep>,
    /// Days by which enough open ones more were last seen; empty when their number is hidden.
    pub(in crate::report) censored: Vec<f64>,
    /// Those followed just before each quarter after the opening.
    followed: Vec<Published>,
}

impl Curve {
    /// Interventions still followed just before a quarter; all of them at the opening.
    pub(in crate::report) fn at_risk(&self, quarter: usize) -> Published {
        let Some(before) = quarter.checked_sub(1) else { return self.total };
        self.followed.get(before).copied().unwrap_or(Published::Count(0))
    }
}

impl Durations {
    /// Takes the counts as all tables together decided.
    pub(super) fn of(facts: &Facts, counts: &[DurationCounts], open: Published, threshold: u64) -> Self {
        let curves = facts.curves.iter().zip(counts);
        Self {
            open: open.count().filter(|_| counts.iter().all(|one| !one.open.is_hidden())),
            curves: curves.map(|(facts, counts)| curve(facts, counts, threshold)).collect(),
            set_aside: facts.set_aside,
        }
    }
}

fn curve(facts: &Survival, counts: &DurationCounts, threshold: u64) -> Curve {
    let few = |count: u64| Published::alone(count, threshold).is_hidden();
    // A day is told only if enough were still followed on it.
    let on = |day: Option<f64>| {
        let step = facts.steps.iter().find(|step| day.is_some_and(|day| step.day >= day));
        Level::of(day, step.is_some_and(|step| few(step.at_risk)))
    };
    Curve {
        offer: facts.offer.clone(),
        short: facts.short.clone(),
        total: counts.total,
        closed: counts.closed,
        median: on(facts.median),
        interval: (on(facts.interval.map(|(low, _)| low)), on(facts.interval.map(|(_, high)| high))),
        closed_median: Level::of(facts.closed_median, few(facts.closed)),
        censored: if counts.open.is_hidden() {
            Vec::new()
        } else {
            gathered(facts, threshold, |step| step.censored).iter().map(|step| step.day).collect()
        },
        steps: gathered(facts, threshold, |step| step.closed),
        followed: counts.followed.clone(),
    }
}

/// Steps of a curve, each of at least `threshold` interventions, while as many are followed: the height
/// of a step tells how many it is of, so that days are put together until they are enough.
fn gathered(facts: &Survival, threshold: u64, count: impl Fn(&SurvivalStep) -> u64) -> Vec<SurvivalStep> {
    let (mut steps, mut together) = (Vec::new(), 0);
    for step in facts.steps.iter().take_while(|step| step.at_risk >= threshold) {
        together += count(step);
        if together >= threshold.max(1) {
            steps.push(*step);
            together = 0;
        }
    }
    steps
}
