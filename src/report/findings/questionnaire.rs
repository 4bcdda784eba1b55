//! The questionnaire: scores, their link to the profiles, items, practices.

use serde::{Deserialize, Serialize};

/// An interval found by draws.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DrawnInterval {
    /// Lower bound.
    pub low: f64,
    /// Upper bound.
    pub high: f64,
    /// Its level.
    pub level: f64,
    /// Draws.
    pub draws: u32,
    /// Their seed.
    pub seed: u64,
}

/// Quartiles of the respondents near a profile.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct QuartileFacts {
    /// Respondents.
    pub n: usize,
    /// First quartile.
    pub low: f64,
    /// Median.
    pub median: f64,
    /// Third quartile.
    pub high: f64,
}

/// A scale, from 0 to 100.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ScaleFacts {
    /// « Bien-être ».
    pub title: String,
    /// Respondents with a score.
    pub n: usize,
    /// Counts of scores in equal bins from 0 to 100.
    pub bins: Vec<usize>,
    /// Median of all respondents.
    pub median: Option<f64>,
    /// Score of each person interviewed.
    pub own: Vec<Option<f64>>,
    /// Quartiles of the respondents near each profile.
    pub near: Vec<Option<QuartileFacts>>,
    /// Exact p of Kruskal and Wallis over the persons interviewed, Holm over the scales.
    pub p: Option<f64>,
    /// It went into the assignment: no p is ever printed.
    pub served_assignment: bool,
}

/// An item, turned when it is reversed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ItemFacts {
    /// « re2 ».
    pub id: String,
    /// Its wording, when known.
    pub label: String,
    /// It was turned.
    pub is_reversed: bool,
    /// Answers from 1 to 5.
    pub counts: Vec<u64>,
    /// Missing and « ne se prononce pas ».
    pub missing: u64,
    /// Respondents who were not asked.
    pub not_asked: u64,
}

/// The items of a scale.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ScaleItems {
    /// « Projet – degré d’accord ».
    pub title: String,
    /// Short name, in notes.
    pub short_title: String,
    /// Cronbach's α.
    pub alpha: Option<f64>,
    /// Items by falling share of 4 and 5.
    pub items: Vec<ItemFacts>,
}

/// Respondents near each profile, by event. Rows may have been merged before.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Assignment {
    /// Row names, by size.
    pub rows: Vec<String>,
    /// Counts: one column a profile, then the undetermined.
    pub counts: Vec<Vec<u64>>,
    /// Rows that were merged so that less has to be hidden.
    pub merged: Vec<String>,
    /// Least margin of an assignment.
    pub margin: f64,
    /// Bias-corrected V of Cramér.
    pub cramers_v: Option<f64>,
    /// Its interval.
    pub cramers_interval: Option<DrawnInterval>,
    /// Respondents of the V.
    pub cramers_n: usize,
    /// Persons interviewed whose own profile the rule finds when they are left out, and how many were tried.
    pub recovered: Option<(usize, usize)>,
    /// Interval of that share.
    pub recovered_interval: Option<(f64, f64)>,
    /// Least and greatest share of respondents kept when cases are left out or repeated.
    pub kept: Option<(f64, f64)>,
    /// Names of what served the assignment.
    pub served: Vec<String>,
}

/// A practice before and after.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Practice {
    /// « Vacances ».
    pub title: String,
    /// Both before and after.
    pub both: u64,
    /// Before and not after.
    pub stopped: u64,
    /// After and not before.
    pub started: u64,
    /// Neither.
    pub neither: u64,
    /// Respondents who were not asked for one of the moments.
    pub not_asked: u64,
    /// Exact p of `McNemar`, Holm over all practices.
    pub p: Option<f64>,
    /// The same, not adjusted.
    pub p_alone: Option<f64>,
}

/// An item that stands alone: satisfaction, perceived effect.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct RatingFacts {
    /// « Satisfaction (0 à 10) ».
    pub title: String,
    /// Answers.
    pub n: u64,
    /// Respondents without an answer who were asked.
    pub missing: u64,
    /// Respondents who were not asked.
    pub not_asked: u64,
    /// Least and greatest value that can be answered.
    pub range: (f64, f64),
    /// First quartile, median, third quartile.
    pub quartiles: Option<(f64, f64, f64)>,
    /// Mean.
    pub mean: Option<f64>,
    /// Answers at the two greatest values.
    pub favourable: u64,
}

/// A mean as it is and weighted, each with its standard error.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct BothMeans {
    /// Respondents with a score and a weight.
    pub n: usize,
    /// Every respondent counts for one.
    pub unweighted: (f64, f64),
    /// Weighted; the error knows of the margins.
    pub weighted: (f64, f64),
}

/// A scale as it is and weighted.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct WeightedScaleFacts {
    /// « Bien-être ».
    pub title: String,
    /// It went into the assignment: its means by profile are not shown.
    pub served_assignment: bool,
    /// All respondents.
    pub all: Option<BothMeans>,
    /// Respondents near each profile.
    pub near: Vec<Option<BothMeans>>,
}

/// The scores brought to known margins.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct WeightedFacts {
    /// Whose margins: « des familles qui ont pris une offre ».
    pub base: String,
    /// Names of the margins.
    pub margins: Vec<String>,
    /// Respondents with a weight.
    pub weighted: usize,
    /// Respondents without one.
    pub left_out: usize,
    /// Kish's design effect.
    pub deff: f64,
    /// Kish's effective size.
    pub effective: f64,
    /// Weights trimmed.
    pub trimmed: usize,
    /// Bounds of the weights, as multiples of their mean.
    pub bounds: (f64, f64),
    /// Why there are no weights, if so.
    pub refused: Option<String>,
    /// Scale by scale.
    pub scales: Vec<WeightedScaleFacts>,
}

/// The questionnaire.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Questionnaire {
    /// Respondents.
    pub respondents: usize,
    /// Respondents that are persons interviewed.
    pub interviewed: usize,
    /// Scales, in the order of the questionnaire.
    pub scales: Vec<ScaleFacts>,
    /// Ways to share the persons out, all counted by the exact test.
    pub arrangements: Option<u64>,
    /// Respondents near each profile.
    pub assignment: Option<Assignment>,
    /// Scores brought to known margins, when the study asks for it.
    pub weighted: Option<WeightedFacts>,
    /// Items by scale.
    pub items: Vec<ScaleItems>,
    /// Items that belong to no scale.
    pub ratings: Vec<RatingFacts>,
    /// Practices before and after.
    pub practices: Vec<Practice>,
}
