//! The questionnaire: what `questionnaire.toml` declares, and what respondents answered.
//!
//! `definition` holds the declaration, `answer` reads one respondent's raw answers by it,
//! `respondent` is what is kept.

pub mod answer;
pub mod definition;
pub mod respondent;

pub use answer::{Answers, Fault, FaultKind};
pub use definition::{
    Characteristic, Checklist, Combination, Definition, Difficulty, Item, Pair, Scale, TextMap, band,
    band_names,
};
pub use respondent::{Questionnaire, Respondent};
