//! The one list of message catalogues, one file a room of the house, embedded in the program.

use crate::text::Language;

/// One room's messages in both languages.
#[derive(Clone, Copy, Debug)]
pub struct Room {
    /// Name of the file, without `.ftl`.
    pub name: &'static str,
    french: &'static str,
    english: &'static str,
}

impl Room {
    /// Returns the Fluent source in a language.
    pub fn source(&self, language: Language) -> &'static str {
        match language {
            Language::Fr => self.french,
            Language::En => self.english,
        }
    }
}

macro_rules! rooms {
    ($($name:literal),* $(,)?) => {
        &[$(Room {
            name: $name,
            french: include_str!(concat!("../../i18n/fr/", $name, ".ftl")),
            english: include_str!(concat!("../../i18n/en/", $name, ".ftl")),
        }),*]
    };
}

/// Every room, in alphabetical order. A test fails when a file of `i18n/` is not in this list.
pub const ROOMS: &[Room] = rooms![
    "agreement",
    "annotator",
    "checklist",
    "cli",
    "codebook-page",
    "coders-page",
    "coding",
    "common",
    "deposit",
    "documents",
    "exchange",
    "home",
    "import-page",
    "intake",
    "lexical",
    "methods-page",
    "notation",
    "passages-page",
    "questionnaire-page",
    "report",
    "search",
    "search-page",
    "study",
    "suggestions-page",
    "survey",
    "tables",
    "typology",
    "typology-page",
    "web-error",
    "words-page",
    "workbench",
];
