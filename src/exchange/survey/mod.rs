//! Exports of survey programs, recognised and laid out as a questionnaire's answers.
//!
//! `grid` holds a table as it is written, `recognise` tells whose export it is, `limesurvey`,
//! `surveymonkey` and `plain` each make questions of its columns, `spss` of a file that says itself what they
//! are, `export` is what all give, `scale` knows ordered answers, `column`
//! what each question is, and `propose` writes the answers with one header row and a `questionnaire.toml` to
//! be read and corrected by a person: nothing of it is decided silently.

mod column;
mod export;
mod grid;
mod limesurvey;
mod plain;
mod propose;
mod recognise;
mod scale;
#[cfg(feature = "sav")]
mod spss;
mod surveymonkey;

pub use export::Export;
pub use grid::Grid;
pub use propose::{Proposal, propose};
pub use recognise::{SurveyKind, is_spss, recognise};
#[cfg(feature = "sav")]
pub use spss::read as read_spss;
