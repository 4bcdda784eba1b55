//! What weights tell, as the JSON of docs/API.md.

use serde::Serialize;

use crate::analysis::statistics::contingency::Crosstab;
use crate::analysis::statistics::undefined::{self, Defined};
use crate::analysis::weighting::{Bounds, DesignEffect, RaoScott, WeightedMean};
use crate::domain::settings::WeightBase;

/// One category of a margin.
#[derive(Clone, Debug, Serialize)]
pub struct MarginCategory {
    /// As people read it.
    pub title: String,
    /// Count in the population.
    pub population: f64,
    /// Share of the population whose category is known.
    pub population_share: f64,
    /// Respondents in it.
    pub respondents: u64,
    /// Their share before weighting.
    pub before: f64,
    /// Their share after.
    pub after: f64,
}

/// One margin that the weights meet.
#[derive(Clone, Debug, Serialize)]
pub struct WeightedMargin {
    /// Its role.
    pub variable: String,
    /// As people read it.
    pub title: String,
    /// Members of the population whose category is known; where fewer than all, shares are met.
    pub known: f64,
    /// Its categories.
    pub categories: Vec<MarginCategory>,
}

/// A mean or share as it is, and weighted.
#[derive(Clone, Debug, Serialize)]
pub struct SideBySide {
    /// Every respondent counts for one.
    #[serde(serialize_with = "undefined::serialize")]
    pub unweighted: Defined<WeightedMean>,
    /// Weighted, with the error that knows of the calibration.
    #[serde(serialize_with = "undefined::serialize")]
    pub weighted: Defined<WeightedMean>,
}

/// A scale as it is, and weighted.
#[derive(Clone, Debug, Serialize)]
pub struct WeightedScale {
    /// The scale.
    pub scale: String,
    /// As people read it.
    pub title: String,
    /// It served to bring respondents near to profiles: its differences between profiles say nothing.
    pub active: bool,
    /// Mean score of all respondents, 0 to 100.
    pub all: SideBySide,
    /// Mean score near each profile.
    pub by_profile: Vec<SideBySide>,
}

/// A characteristic crossed with the profiles, as it is and weighted.
#[derive(Clone, Debug, Serialize)]
pub struct WeightedCrosstab {
    /// Id of the characteristic.
    pub variable: String,
    /// As people read it.
    pub title: String,
    /// χ² of the respondents as they are.
    #[serde(serialize_with = "undefined::serialize")]
    pub unweighted: Defined<Crosstab>,
    /// Test of Rao and Scott.
    #[serde(serialize_with = "undefined::serialize")]
    pub weighted: Defined<RaoScott>,
}

/// The weight of one respondent.
#[derive(Clone, Debug, Serialize)]
pub struct RespondentWeight {
    /// The respondent.
    pub respondent: String,
    /// How many of the population it stands for; none when a margin is not told of it.
    pub weight: Option<f64>,
}

/// The questionnaire weighted.
#[derive(Clone, Debug, Serialize)]
pub struct WeightsOutcome {
    /// Whose margins are met.
    pub base: WeightBase,
    /// Size of that population.
    pub population: f64,
    /// Respondents.
    pub respondents: usize,
    /// Of them, those who have a weight.
    pub weighted: usize,
    /// Those of whom a margin is not told: they have no weight.
    pub left_out: usize,
    /// Bounds of the weights, as multiples of their mean.
    pub bounds: Bounds,
    /// Passes over the margins.
    pub passes: u32,
    /// Largest gap left, as a share of the population.
    pub gap: f64,
    /// Respondents whose weight was trimmed.
    pub trimmed: usize,
    /// Respondents whose weight lies beyond the bounds all the same.
    pub beyond: usize,
    /// Kish's design effect and effective size.
    pub effect: DesignEffect,
    /// The margins, before and after.
    pub margins: Vec<WeightedMargin>,
    /// Share of the respondents near each profile, then indeterminate, then outside the typology.
    pub near: Vec<SideBySide>,
    /// Scales.
    pub scores: Vec<WeightedScale>,
    /// Characteristics by profile.
    pub crosstabs: Vec<WeightedCrosstab>,
    /// What weights do not do.
    pub caution: String,
    /// Respondent by respondent, by identifier.
    pub weights: Vec<RespondentWeight>,
}
