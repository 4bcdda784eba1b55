//! Everything a report says, as plain values that other layers computed.
//!
//! A report computes no statistic: it orders, rounds, hides small numbers and writes. Each part that
//! may be missing is an `Option` or an empty list, and its section then says less, never an empty cell.
//!
//! - [`study`] is the head: titles, counts of material, dates, edition;
//! - [`people`] are the persons interviewed, in the order of every figure;
//! - [`codes`] are the codes with their cells, extracts and agreement;
//! - [`typology`] is the grouping, its doubts, and the profiles with their quotes;
//! - [`checklist`] is what checklists ask of the study's making;
//! - [`questionnaire`] links scores to profiles; [`casework`] describes the activity.

pub mod casework;
pub mod checklist;
pub mod codes;
pub mod people;
pub mod questionnaire;
pub mod study;
pub mod typology;

use serde::{Deserialize, Serialize};

pub use casework::{
    Casework, Durations, EventRates, Objective, Proportion, SampleVariable, Survival, SurvivalStep,
};
pub use checklist::{ChecklistFacts, CoderWork};
pub use codes::{
    AccumulationStep, Agreement, CodeCell, CodeFacts, CodePair, Cooccurrence, ExtractFacts, Polarity,
    ThemeFacts,
};
pub use people::{Person, TurnFacts};
pub use questionnaire::{
    Assignment, BothMeans, DrawnInterval, ItemFacts, Practice, QuartileFacts, Questionnaire, RatingFacts,
    ScaleFacts, ScaleItems, WeightedFacts, WeightedScaleFacts,
};
pub use study::{Colophon, Edition, Setting, StudyFacts};
pub use typology::{
    AxisFacts, Doubt, MergeFacts, MethodRow, NoiseFacts, Placement, ProfileFacts, ProfileWords, QuoteFacts,
    RecoveryFacts, ResamplingFacts, TrialFacts, TypicalCode, Typology, WordFacts,
};

/// All that a report says.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Findings {
    /// Titles, counts, dates.
    pub study: StudyFacts,
    /// The persons interviewed, by profile then rising complexity.
    pub people: Vec<Person>,
    /// Themes in the order of the codebook.
    pub themes: Vec<ThemeFacts>,
    /// Codes by theme, then interviews, then extracts.
    pub codes: Vec<CodeFacts>,
    /// Codes that share a turn.
    pub cooccurrence: Option<Cooccurrence>,
    /// Codes met as interviews are added, in the order of their dates.
    pub accumulation: Vec<AccumulationStep>,
    /// The grouping of the persons.
    pub typology: Option<Typology>,
    /// Why nobody is grouped, in the language of the report.
    pub no_profiles: Option<String>,
    /// The questionnaire.
    pub questionnaire: Option<Questionnaire>,
    /// The administrative records.
    pub casework: Option<Casework>,
    /// Turns quoted in the report, in the order of their quotes.
    pub turns: Vec<TurnFacts>,
    /// Version, settings, fingerprints.
    pub colophon: Colophon,
}
