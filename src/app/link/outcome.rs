//! What a link tells, as the JSON of docs/API.md.

use serde::Serialize;

use crate::analysis::linkage::{LeaveOneOut, Linkage, OverDraws};
use crate::analysis::scale::{CategoryChange, ItemDistribution, Reliability, Transition};
use crate::analysis::statistics::bca::Bca;
use crate::analysis::statistics::bootstrap::Interval;
use crate::analysis::statistics::contingency::Crosstab;
use crate::analysis::statistics::descriptive::Summary;
use crate::analysis::statistics::kruskal::KruskalWallis;
use crate::analysis::statistics::permutation::ExactKruskal;
use crate::analysis::statistics::undefined::{self, Defined, Undefined};
use crate::domain::settings::LinkKind;

/// A scale's scores of the interviewees, by profile.
#[derive(Clone, Debug, Serialize)]
pub struct OwnScores {
    /// The scale.
    pub scale: String,
    /// As people read it.
    pub title: String,
    /// Each interviewee with the score, 0 to 100, by profile then rising first axis; undefined where too few
    /// items were answered.
    #[serde(serialize_with = "undefined::serialize_pairs")]
    pub scores: Vec<(String, Defined)>,
    /// Exact permutation test of Kruskal and Wallis.
    #[serde(serialize_with = "undefined::serialize")]
    pub test: Defined<ExactKruskal>,
    /// Its p, Holm over the scales.
    #[serde(serialize_with = "undefined::serialize")]
    pub p_holm: Defined,
}

/// A scale's scores of the respondents near each profile.
#[derive(Clone, Debug, Serialize)]
pub struct NearScores {
    /// The scale.
    pub scale: String,
    /// As people read it.
    pub title: String,
    /// Scores near each profile, 0 to 100, in the order of the respondents.
    #[serde(skip)]
    pub by_profile: Vec<Vec<f64>>,
    /// Respondents with a score, near each profile.
    pub sizes: Vec<usize>,
    /// It served the assignment: comparing it would be circular, so it is not tested.
    pub active: bool,
    /// Test of Kruskal and Wallis.
    #[serde(serialize_with = "undefined::serialize")]
    pub test: Defined<KruskalWallis>,
    /// Its p, Holm over the scales tested.
    #[serde(serialize_with = "undefined::serialize")]
    pub p_holm: Defined,
    /// Its p, not adjusted, over profiles drawn from the posteriors.
    #[serde(serialize_with = "undefined::serialize")]
    pub draws: Defined<OverDraws>,
    /// Mean near each profile with its `BCa` interval; circular, as the test, for a scale that served.
    #[serde(serialize_with = "undefined::serialize_list")]
    pub means: Vec<Defined<Bca>>,
}

/// A characteristic of the respondents crossed with their profile.
#[derive(Clone, Debug, Serialize)]
pub struct ProfileCrosstab {
    /// Id of the characteristic.
    pub variable: String,
    /// As people read it.
    pub title: String,
    /// Groups, by size.
    pub rows: Vec<String>,
    /// Respondents near each profile, then the indeterminate and outside together.
    pub counts: Vec<Vec<u64>>,
    /// χ² and V on the respondents near a profile.
    #[serde(serialize_with = "undefined::serialize")]
    pub test: Defined<Crosstab>,
    /// Percentile interval of the corrected V, from persons drawn of a population of that V.
    #[serde(serialize_with = "undefined::serialize")]
    pub v_interval: Defined<Interval>,
    /// Its p, Benjamini–Hochberg over the characteristics: they are explored.
    #[serde(serialize_with = "undefined::serialize")]
    pub p_bh: Defined,
    /// Its p, not adjusted, over profiles drawn from the posteriors.
    #[serde(serialize_with = "undefined::serialize")]
    pub draws: Defined<OverDraws>,
}

/// One group of respondents, beside the interviewees of the same group.
#[derive(Clone, Debug, Serialize)]
pub struct ComparedGroup {
    /// As people read it.
    pub title: String,
    /// Respondents in it.
    pub respondents: usize,
    /// Interviewees of each profile in it.
    pub interviewees: Vec<usize>,
}

/// One scale between groups of respondents.
#[derive(Clone, Debug, Serialize)]
pub struct GroupScores {
    /// As people read it.
    pub title: String,
    /// Respondents with a score, in each group.
    pub sizes: Vec<usize>,
    /// Median score of each group, 0 to 100.
    #[serde(serialize_with = "undefined::serialize_list")]
    pub medians: Vec<Defined>,
    /// Mean of each group with its `BCa` interval.
    #[serde(serialize_with = "undefined::serialize_list")]
    pub means: Vec<Defined<Bca>>,
    /// Test of Kruskal and Wallis.
    #[serde(serialize_with = "undefined::serialize")]
    pub test: Defined<KruskalWallis>,
    /// Its p, Holm over the scales of this characteristic.
    #[serde(serialize_with = "undefined::serialize")]
    pub p_holm: Defined,
}

/// Groups of respondents compared, nobody being linked.
#[derive(Clone, Debug, Serialize)]
pub struct GroupComparison {
    /// Id of the characteristic that makes the groups.
    pub variable: String,
    /// As people read it.
    pub title: String,
    /// Its groups.
    pub groups: Vec<ComparedGroup>,
    /// Scale by scale.
    pub scores: Vec<GroupScores>,
}

/// A change of category between two moments.
#[derive(Clone, Debug, Serialize)]
pub struct ChangeOutcome {
    /// Its id.
    pub id: String,
    /// As people read it.
    pub title: String,
    /// Titles of the categories.
    pub categories: Vec<String>,
    /// Counts and test.
    pub change: CategoryChange,
}

/// Respondents brought near to profiles.
#[derive(Clone, Debug, Serialize)]
pub struct NearProfiles {
    /// Names of the indicators that served.
    pub indicators: Vec<String>,
    /// The rule and its outcome, respondent by respondent.
    pub linkage: Linkage,
    /// Interviewees whose own profile the rule finds when they are left out.
    #[serde(serialize_with = "undefined::serialize")]
    pub leave_one_out: Defined<LeaveOneOut>,
    /// Share of respondents that keep their nearest profile without each interviewee.
    #[serde(skip)]
    pub kept: Vec<f64>,
    /// Characteristics by profile.
    pub crosstabs: Vec<ProfileCrosstab>,
    /// Scales by profile.
    pub scores: Vec<NearScores>,
}

/// The items of a scale, and how far they hold together.
#[derive(Clone, Debug, Serialize)]
pub struct ScaleOutcome {
    /// The scale.
    pub scale: String,
    /// As people read it.
    pub title: String,
    /// Scores of all respondents, 0 to 100; none where too few items were answered.
    #[serde(skip)]
    pub scores: Vec<Option<f64>>,
    /// Respondents with a score.
    pub n: usize,
    /// Answers item by item.
    pub items: Vec<ItemDistribution>,
    /// Cronbach's α and its kin.
    pub reliability: Reliability,
}

/// An item that stands alone: satisfaction, perceived effect.
#[derive(Clone, Debug, Serialize)]
pub struct RatingOutcome {
    /// Its column.
    pub item: String,
    /// As people read it.
    pub title: String,
    /// Answers value by value.
    pub distribution: ItemDistribution,
    /// Median, quartiles, mean.
    pub summary: Summary,
    /// It served the assignment: it is never compared between profiles.
    pub active: bool,
}

/// A practice before and after.
#[derive(Clone, Debug, Serialize)]
pub struct PracticeOutcome {
    /// Its id.
    pub id: String,
    /// As people read it.
    pub title: String,
    /// Counts and test.
    pub transition: Transition,
    /// Exact p of `McNemar`, Holm over the practices.
    #[serde(serialize_with = "undefined::serialize")]
    pub p_holm: Defined,
}

/// The link.
#[derive(Clone, Debug, Serialize)]
pub struct LinkOutcome {
    /// What it may claim, as the study declares.
    pub kind: Option<LinkKind>,
    /// Respondents.
    pub respondents: usize,
    /// Of them, interviewees.
    pub linked: usize,
    /// The interviewees' own scores, scale by scale; empty without profiles.
    pub own: Vec<OwnScores>,
    /// Respondents brought near to profiles, when the study asks for it.
    pub near: Option<NearProfiles>,
    /// Why there are none, if so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub near_undefined: Option<Undefined>,
    /// Scales.
    pub scales: Vec<ScaleOutcome>,
    /// Items that belong to no scale.
    pub ratings: Vec<RatingOutcome>,
    /// Practices before and after.
    pub practices: Vec<PracticeOutcome>,
    /// What has several answers, before and after.
    pub changes: Vec<ChangeOutcome>,
    /// Groups compared, when nobody is linked.
    pub groups: Vec<GroupComparison>,
}
