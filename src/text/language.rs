//! The two languages that texts and messages are in.

use serde::{Deserialize, Serialize};

/// A language of texts, messages and reports.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// French.
    #[default]
    Fr,
    /// English.
    En,
}

impl Language {
    /// Reads `fr`, `fr-FR`, `fr_FR.UTF-8`, `en_GB` and the like.
    pub fn parse(text: &str) -> Option<Self> {
        let primary = text.split(['-', '_', '.']).next()?.to_ascii_lowercase();
        match primary.as_str() {
            "fr" => Some(Self::Fr),
            "en" | "c" | "posix" => Some(Self::En),
            _ => None,
        }
    }

    /// Returns its two-letter code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::En => "en",
        }
    }
}
