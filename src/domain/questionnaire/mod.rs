//! The questionnaire: what `questionnaire.toml` declares, and what respondents answered.
//!
//! `definition` holds the declaration, `answer` reads one respondent's raw answers by it,
//! `respondent` is what is kept, `key` holds how published scales are scored.

pub mod answer;
pub mod definition;
pub mod key;
pub mod respondent;

pub use answer::{Answers, Fault, FaultKind};
pub use definition::{
    Band, CategoryPair, Characteristic, Checklist, Combination, Definition, Difficulty, Filter, Item, Pair,
    Scale, TextMap, band, band_names,
};
pub use key::{KEYS, ScaleKey, scale_key};
pub use respondent::{Questionnaire, Respondent};
