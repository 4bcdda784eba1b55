//! The administrative records: who was contacted, what was done, how long.

use serde::{Deserialize, Serialize};

/// A share with its interval.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Proportion {
    /// Families concerned.
    pub count: u64,
    /// From 0 to 1.
    pub share: f64,
    /// Wilson's interval.
    pub interval: (f64, f64),
}

/// Rates after an event; the last row is the whole.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct EventRates {
    /// The event, as the file writes it; empty for the whole.
    pub event: String,
    /// « Séparation »; empty for the whole.
    pub title: String,
    /// Families contacted.
    pub families: u64,
    /// One rate an offer.
    pub rates: Vec<Proportion>,
}

/// One step of a survival curve.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SurvivalStep {
    /// Days since opening.
    pub day: f64,
    /// Share still open.
    pub open: f64,
    /// Its interval; none where the curve is at 1 or has come to 0.
    pub interval: Option<(f64, f64)>,
    /// Interventions at risk just before.
    pub at_risk: u64,
    /// Closed on that day.
    pub closed: u64,
    /// Last seen open on that day.
    pub censored: u64,
}

/// How long the interventions of one offer last.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Survival {
    /// The offer.
    pub offer: String,
    /// « IC ».
    pub short: String,
    /// Interventions.
    pub total: u64,
    /// Those that are closed.
    pub closed: u64,
    /// Median with the open ones counted, and its interval.
    pub median: Option<f64>,
    /// Interval of the median.
    pub interval: Option<(f64, f64)>,
    /// Median of the closed ones alone.
    pub closed_median: Option<f64>,
    /// Steps of the curve.
    pub steps: Vec<SurvivalStep>,
}

/// Durations of the offers.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Durations {
    /// One curve an offer.
    pub curves: Vec<Survival>,
    /// Interventions opened after the extraction, set aside.
    pub set_aside: u64,
}

/// What the study set itself for an offer.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Objective {
    /// Rank of the offer.
    pub offer: usize,
    /// After which event, as written; none: all.
    pub event: Option<String>,
    /// Share of the families contacted, from 0 to 1.
    pub rate: Option<f64>,
    /// Greatest median duration, in days.
    pub days: Option<u32>,
    /// Where it comes from.
    pub source: String,
    /// Interventions with a duration, of that offer and after that event.
    pub interventions: u64,
    /// Their median duration in days, those still open counted.
    pub median: Option<f64>,
}

/// A modality of a characteristic: respondents against families.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SampleVariable {
    /// « Âge ».
    pub title: String,
    /// Modality, then respondents and families (or families concerned and others).
    pub modalities: Vec<(String, u64, u64)>,
}

/// The administrative records.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Casework {
    /// Lines of the file.
    pub lines: u64,
    /// Families contacted.
    pub families: u64,
    /// Families that stand there twice.
    pub duplicates: u64,
    /// Families that refused.
    pub refused: u64,
    /// Families that did not answer.
    pub silent: u64,
    /// Interventions.
    pub interventions: u64,
    /// Names of the offers, in the order of the rates.
    pub offers: Vec<String>,
    /// Rates by event, by size.
    pub rates: Vec<EventRates>,
    /// Rates of the whole.
    pub whole: Option<EventRates>,
    /// How long interventions last.
    pub durations: Option<Durations>,
    /// What the study set itself; empty when it set nothing.
    pub objectives: Vec<Objective>,
    /// Families that took an offer, then the other recipients, by characteristic.
    pub concerned: Vec<SampleVariable>,
    /// Respondents against the families followed.
    pub sample: Vec<SampleVariable>,
    /// Respondents of the sample.
    pub sample_respondents: u64,
    /// Families of the population.
    pub sample_families: u64,
}
