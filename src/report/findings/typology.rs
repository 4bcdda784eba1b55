//! The grouping of the persons, and what makes it doubtful.

use serde::{Deserialize, Serialize};

use crate::domain::settings::Verdict;

/// An axis of the plane.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AxisFacts {
    /// « Complexité de la situation ».
    pub title: String,
    /// Least and greatest possible values, when there are any.
    pub range: Option<(f64, f64)>,
    /// Codes that weigh on it.
    pub codes: usize,
    /// Mean of the persons.
    pub mean: f64,
    /// Standard deviation of the persons, by which distances are divided.
    pub deviation: f64,
}

/// Why a place is not firm: what the draws between coders say.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Doubt {
    /// Rank of the profile the person moves to most often.
    pub to: usize,
    /// Share of draws that do so.
    pub share: f64,
}

/// Where a person is on the plane, and how firmly.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Placement {
    /// Retained place.
    pub at: (f64, f64),
    /// Place by each coder alone.
    pub coders: Vec<(f64, f64)>,
    /// Share of draws between coders that keep the profile, when there are draws.
    pub kept: Option<f64>,
    /// Set when the case is a boundary case.
    pub doubt: Option<Doubt>,
    /// Silhouette, when defined.
    pub silhouette: Option<f64>,
    /// Rank of the nearest other profile.
    pub neighbour: Option<usize>,
}

/// A merge of the dendrogram. Nodes below the number of persons are persons, the others earlier merges.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MergeFacts {
    /// First node.
    pub left: usize,
    /// Second node.
    pub right: usize,
    /// Height.
    pub height: f64,
}

/// Another way of grouping, and where it puts each person.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct MethodRow {
    /// Key of its name in the catalogue, after `report-method-`: `ward`, `quadrants`, `coder`, `presence`, `share`.
    pub key: String,
    /// Number in its name: which coder.
    pub number: Option<usize>,
    /// Rank of the profile of each person; none when the method leaves it out.
    pub profiles: Vec<Option<usize>>,
    /// Adjusted Rand index against the retained grouping.
    pub ari: Option<f64>,
    /// It reads the same grid and intensities: counted in « other readings » of the first section.
    pub is_reading: bool,
}

/// A code that marks a profile.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TypicalCode {
    /// Rank of the code.
    pub code: usize,
    /// Test value, signed.
    pub test_value: f64,
}

/// A word that a profile says more than the others.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct WordFacts {
    /// Its most frequent form.
    pub word: String,
    /// How often the profile says it.
    pub count: u64,
    /// Interviews of the profile that say it.
    pub interviews: usize,
    /// Lafon's specificity.
    pub specificity: f64,
}

/// The distinctive vocabulary of a profile.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ProfileWords {
    /// Interviews of the profile with words.
    pub interviews: usize,
    /// Words said more than elsewhere.
    pub distinctive: usize,
    /// The first of them.
    pub listed: Vec<WordFacts>,
    /// Words left out because one interview alone says them.
    pub of_one_interview: usize,
}

/// How often a profile is found again when cases are drawn again.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct RecoveryFacts {
    /// Mean Jaccard likeness.
    pub jaccard: f64,
    /// Share of the draws that find it again.
    pub found: f64,
    /// Share of the draws that dissolve it.
    pub dissolved: f64,
    /// Key of its reading in the catalogue, after `stability-reading-`.
    pub reading: String,
}

/// Cases drawn again.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ResamplingFacts {
    /// Draws made.
    pub draws: usize,
    /// Draws that could be grouped.
    pub used: usize,
    /// Different cases a draw holds on average.
    pub distinct: f64,
    /// Profile by profile.
    pub profiles: Vec<RecoveryFacts>,
}

/// Noise of the size of the coders' disagreement.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct NoiseFacts {
    /// Its deviation on each axis.
    pub sizes: Vec<(String, f64)>,
    /// Draws that could be grouped.
    pub draws: usize,
    /// Mean adjusted Rand index.
    pub ari: f64,
    /// Share of the draws that give the same partition.
    pub whole: f64,
}

/// What the trials say, beyond the figures of the grouping.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TrialFacts {
    /// Cases grouped.
    pub cases: usize,
    /// Seed of the draws.
    pub seed: u64,
    /// Cases drawn again, when they could be grouped.
    pub resampling: Option<ResamplingFacts>,
    /// Noise, with two coders.
    pub noise: Option<NoiseFacts>,
    /// Codes that can be left out without moving a case, and codes tried.
    pub codes: Option<(usize, usize)>,
    /// Groups at which the gap statistic stops.
    pub gap: Option<usize>,
}

/// A quote.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct QuoteFacts {
    /// Rank of the person.
    pub person: usize,
    /// The turn.
    pub turn: usize,
    /// What was said, `[…]` where it is cut.
    pub text: String,
    /// Rank of the code it shows.
    pub code: usize,
    /// Its intensity.
    pub intensity: u8,
    /// It speaks against the profile.
    pub is_counterexample: bool,
}

/// A profile.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ProfileFacts {
    /// « P1 ».
    pub name: String,
    /// « Situation peu complexe, effet perçu fort ».
    pub title: String,
    /// « peu complexe, effet fort », inside a drawing.
    pub short: String,
    /// The profile is below, or above, the mean on each axis.
    pub is_high: (bool, bool),
    /// Why the team calls it so; empty for a name by place.
    pub name_reason: String,
    /// Persons of it that the team places: rank, profile they are put in, why.
    pub placed: Vec<(usize, String, String)>,
    /// What the team writes of it.
    pub portrait: Option<String>,
    /// Its centre.
    pub centre: (f64, f64),
    /// Codes more intense than elsewhere, strongest first.
    pub more: Vec<TypicalCode>,
    /// Codes less intense.
    pub less: Vec<TypicalCode>,
    /// Rank of its most central person.
    pub paragon: Option<usize>,
    /// What it says more than the others, when words were counted.
    pub words: Option<ProfileWords>,
    /// Quotes, counter-example last.
    pub quotes: Vec<QuoteFacts>,
    /// What the team concludes from words and scores together.
    pub reading: Option<(Verdict, String)>,
}

/// The grouping.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Typology {
    /// Across, then upwards.
    pub axes: Vec<AxisFacts>,
    /// The profiles, P1 first.
    pub profiles: Vec<ProfileFacts>,
    /// One place a person, in the order of the persons.
    pub places: Vec<Placement>,
    /// Partitions compared, when all were.
    pub partitions: Option<u64>,
    /// Partitions that reach the optimum, when all were compared.
    pub solutions: Option<u64>,
    /// How much worse the second best is, as a share of the best inertia.
    pub runner_up: Option<f64>,
    /// Share of draws without groups that divide at least as sharply.
    pub null_p: Option<f64>,
    /// Draws without groups.
    pub null_draws: usize,
    /// Draws between the coders.
    pub coder_draws: usize,
    /// Share of draws under which a case is a boundary case.
    pub firm_share: f64,
    /// Other ways of grouping.
    pub methods: Vec<MethodRow>,
    /// For each person, how many removals of another case leave its profile, and out of how many.
    pub left_out: Vec<(usize, usize)>,
    /// Merges of Ward's method, lowest first.
    pub merges: Vec<MergeFacts>,
    /// Ward's groups, matched with the profiles.
    pub ward: Vec<Option<usize>>,
    /// Cophenetic correlation.
    pub cophenetic: Option<f64>,
    /// Least test value of a code listed for a profile.
    pub notable: f64,
    /// Words a quote may have.
    pub quote_words: (usize, usize),
    /// Quotes an interview may give at most.
    pub quotes_per_interview: usize,
    /// Least specificity, occurrences and interviews of a distinctive word, when words were counted.
    pub word_rule: Option<(f64, u64, usize)>,
    /// The trials, when they were made.
    pub trials: Option<TrialFacts>,
}
