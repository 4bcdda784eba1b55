//! Tests of several rooms together, by theme.

mod anchoring;
mod casework;
mod questionnaire;
mod tables;
