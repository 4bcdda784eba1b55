//! What only this program reads of the archives it writes, so that nothing is lost on its own way back.
//!
//! Other programs drop these entries; the standard parts alone then say what they can.

use std::collections::BTreeMap;

use rayon::iter::{IntoParallelIterator, ParallelIterator};
use serde::{Deserialize, Serialize};

use super::package::OWN;
use crate::domain::codebook::Code;
use crate::domain::transcript::{Transcript, write};
use crate::text::Language;

/// The table of identifiers and of what the format has no place for.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Own {
    /// Codes of the study, by identifier.
    pub codes: BTreeMap<String, String>,
    /// Themes, by identifier.
    pub themes: BTreeMap<String, String>,
    /// Interviews, by identifier of their text.
    pub sources: BTreeMap<String, String>,
    /// Persons who code, by identifier.
    pub users: BTreeMap<String, String>,
    /// Intensities, by identifier of the coding.
    pub intensities: BTreeMap<String, u8>,
    /// What a memo is about where no reference can say it: kind and subject, by identifier of the note.
    pub memos: BTreeMap<String, (String, String)>,
}

impl Own {
    /// The entry of the table.
    pub const ENTRY: &str = "propos/study.json";

    /// Names the entry of a theme in its own notation.
    pub fn theme(position: usize) -> String {
        format!("{OWN}codebook/{position:04}.md")
    }

    /// Writes interviews, each with the identifier of its text, in their own notation: their entries.
    pub fn notation(transcripts: Vec<(String, Transcript)>) -> Vec<(String, Vec<u8>)> {
        // Each is read again to be sure of it, which takes as long as the rest of an export.
        let entry = |(guid, one): (String, Transcript)| (Self::transcript(&guid), write(&one).into_bytes());
        transcripts.into_par_iter().map(entry).collect()
    }

    /// Names the entry of an interview in its own notation.
    pub fn transcript(guid: &str) -> String {
        format!("{OWN}transcripts/{guid}.md")
    }
}

/// Writes what a code is in one text: definition, then what counts and what does not, and examples.
pub fn description(code: &Code, language: Language) -> String {
    let french = language == Language::Fr;
    let label = |fr: &str, en: &str| if french { format!("{fr} : ") } else { format!("{en}: ") };
    let mut parts = vec![code.definition.clone()];
    let mut add = |label: String, words: &str| {
        if !words.is_empty() {
            parts.push(format!("{label}{words}"));
        }
    };
    add(label("Inclure", "Include"), &code.include);
    add(label("Exclure", "Exclude"), &code.exclude);
    for example in &code.examples {
        add(label("Exemple", "Example"), example);
    }
    if let Some(retired) = &code.retired {
        add(label("Retiré", "Retired"), if retired.reason.is_empty() { "–" } else { &retired.reason });
    }
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n")
}
