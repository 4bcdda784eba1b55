//! The head of the report and its end matter.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::text::Language;

/// Who may read the report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Edition {
    /// The team: scores of single persons are shown.
    Internal,
    /// Everyone: medians of profiles only, nothing for a profile of fewer persons than the threshold.
    #[default]
    Public,
}

/// Titles, counts and dates of the material.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct StudyFacts {
    /// Title of the study.
    pub title: String,
    /// Its question.
    pub subtitle: String,
    /// Set when persons and numbers are invented: said at the head, in source lines, on every page.
    pub invented: Option<String>,
    /// Language of the interviews, whatever that of the report.
    pub spoken: Language,
    /// Who may read it.
    pub edition: Edition,
    /// Finding titles written by the team, by name of figure or table.
    pub titles: BTreeMap<String, String>,
    /// Sentences of the first section written by the team, after the generated ones.
    pub essentials: Vec<String>,
    /// Smallest count that is published.
    pub threshold: u64,
    /// Counts of respondents and families are rounded to its nearest multiple; 1 rounds nothing.
    pub rounding: u64,
    /// Turns of the persons interviewed.
    pub turns: usize,
    /// Codings of each coder.
    pub codings: Vec<usize>,
    /// Unions of overlapping passages given the same code.
    pub extracts: usize,
    /// Those given the code by every coder.
    pub shared_extracts: usize,
    /// First and last interview, `2023-06-02`.
    pub interview_dates: Option<(String, String)>,
    /// First and last questionnaire.
    pub questionnaire_dates: Option<(String, String)>,
    /// Year of the interventions.
    pub intervention_year: Option<String>,
    /// Day the administrative records were extracted.
    pub extraction_date: Option<String>,
    /// Where each material comes from, by material (`interviews`, `questionnaire`,
    /// `administrative`), as the team writes it; else it is told from counts and dates.
    pub sources: BTreeMap<String, String>,
    /// Whom each material is about, likewise.
    pub populations: BTreeMap<String, String>,
}

impl Default for StudyFacts {
    /// An empty study; the threshold is the usual 5.
    fn default() -> Self {
        Self {
            title: String::new(),
            subtitle: String::new(),
            invented: None,
            spoken: Language::default(),
            edition: Edition::Public,
            titles: BTreeMap::new(),
            essentials: Vec::new(),
            threshold: 5,
            rounding: 1,
            turns: 0,
            codings: Vec::new(),
            extracts: 0,
            shared_extracts: 0,
            interview_dates: None,
            questionnaire_dates: None,
            intervention_year: None,
            extraction_date: None,
            sources: BTreeMap::new(),
            populations: BTreeMap::new(),
        }
    }
}

/// A parameter that is not at its default, or a fingerprint.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Setting {
    /// As `study.toml` or the folder names it.
    pub name: String,
    /// Its value.
    pub value: String,
}

/// What is needed to make the report again. No date: it would change the bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Colophon {
    /// Version of the program.
    pub version: String,
    /// Seed of every draw.
    pub seed: u64,
    /// Parameters that are not at their default, and numbers of draws.
    pub settings: Vec<Setting>,
    /// Fingerprints of the inputs, whole; twelve signs are printed.
    pub fingerprints: Vec<Setting>,
}
