//! What a project of another program holds that a study does not model: kept, and written back.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::model::{Kept, SourceKind, Variable};

/// What is kept of every project that was imported, by the path of its file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Remainders {
    /// In the order of their paths.
    pub packages: BTreeMap<String, Remainder>,
}

/// What is kept of one project. Identifiers keep the spelling they came in.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Remainder {
    /// The program that wrote it.
    pub origin: String,
    /// Identifiers of codes, by the study's own.
    pub codes: BTreeMap<String, Origin>,
    /// Identifiers of themes, by the study's own.
    pub themes: BTreeMap<String, Origin>,
    /// Identifiers of persons, by the study's own.
    pub users: BTreeMap<String, String>,
    /// Texts, by interview.
    pub sources: BTreeMap<String, KeptSource>,
    /// Identifiers of notes as they were spelled, by memo.
    pub notes: BTreeMap<String, String>,
    /// Declared variables.
    pub variables: Vec<Variable>,
    /// Cases, by name.
    pub cases: BTreeMap<String, KeptCase>,
    /// Elements as written.
    pub kept: Vec<Kept>,
    /// Names of the entries that are kept beside.
    pub entries: Vec<String>,
}

/// Where a code came from.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Origin {
    /// Its identifier.
    pub guid: String,
    /// Its colour, which codes of a study do not have.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub colour: Option<String>,
    /// Whether it was a folder.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub is_folder: bool,
}

/// A text as it was.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct KeptSource {
    /// Its identifier.
    pub guid: String,
    /// Its name.
    pub name: String,
    /// What it was.
    pub kind: SourceKind,
    /// The entry of its formatted form.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rich_entry: Option<String>,
    /// Who brought it in, by identifier.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user: Option<String>,
    /// When, as written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
}

/// What of a case a study does not model.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct KeptCase {
    /// Its identifier.
    pub guid: String,
    /// Codes that stand for it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub codes: Vec<String>,
    /// Passages that belong to it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub selections: Vec<String>,
}

impl Remainders {
    /// The setting under which the store keeps it.
    pub const SETTING: &str = "exchange";

    /// Names the setting of an entry's bytes.
    pub fn entry(path: &str, name: &str) -> String {
        format!("exchange-entry {path} {name}")
    }

    /// Names the setting of an interview's text as it came.
    pub fn text(transcript: &str) -> String {
        format!("exchange-text {transcript}")
    }
}
