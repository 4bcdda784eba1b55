//! Words that hold a sentence together and say nothing of a subject.
//!
//! The lists are data beside this file, with their provenance.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::text::Language;
use crate::text::fold::fold;

static FRENCH: LazyLock<BTreeSet<String>> = LazyLock::new(|| read(include_str!("tool_words/fr.txt")));
static ENGLISH: LazyLock<BTreeSet<String>> = LazyLock::new(|| read(include_str!("tool_words/en.txt")));

fn read(list: &str) -> BTreeSet<String> {
    let words = list.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace);
    words.map(fold).collect()
}

/// Tells whether a folded word is a tool word.
pub fn is_tool(folded: &str, language: Language) -> bool {
    match language {
        Language::Fr => FRENCH.contains(folded),
        Language::En => ENGLISH.contains(folded),
    }
}

/// Tells whether a folded word says something: no tool word, no number, more than one letter.
pub fn is_full(folded: &str, language: Language) -> bool {
    folded.chars().nth(1).is_some()
        && !folded.chars().any(|c| c.is_ascii_digit())
        && !is_tool(folded, language)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tool_words_are_known_whatever_their_accents() {
        for word in ["étaient", "même", "ça", "aujourd’hui"] {
            assert_eq!(is_tool(&fold(word), Language::Fr), word != "aujourd’hui", "{word}");
        }
        assert!(is_tool("don't", Language::En) && !is_tool("house", Language::En));
        assert!(
            !is_full("3", Language::Fr) && !is_full("x", Language::Fr) && is_full("dossier", Language::Fr)
        );
    }
}
