//! Stems: one form for the inflections of a word, whatever its accents.
//!
//! The Snowball stemmers read accents (`activité` gives `activ`, `activite` gives `activit`), yet a
//! search must not depend on them. So a stem is a function of the folded word: before the French
//! stemmer runs, the endings that it knows only with their accent get it back, and its result is
//! folded again. English needs no such care.
//!
//! Source: Porter, Snowball, French and English stemmers, as in the package `rust-stemmers`.

use std::collections::HashMap;

use rust_stemmers::Algorithm;

use super::fold::fold_into;
use super::language::Language;

/// Words kept in the cache: more than any interviewee's vocabulary, some 8 MB at most.
const CACHED_WORDS: usize = 60_000;
/// Longer words have no inflection worth a rule.
const LONGEST_WORD_BYTES: usize = 48;
/// Folded endings, what they were, and the fewest letters that must stand before them: `aidée`,
/// `activité` (but `petite`, `limite`), `première`.
const ENDINGS: [(&str, &str, usize); 6] = [
    ("ee", "ée", 2),
    ("ees", "ées", 2),
    ("ite", "ité", 4),
    ("ites", "ités", 4),
    ("iere", "ière", 2),
    ("ieres", "ières", 2),
];

/// Finds stems in one language, and remembers them.
pub struct Stemmer {
    language: Language,
    rules: rust_stemmers::Stemmer,
    known: HashMap<Box<str>, u32>,
    stems: Vec<Box<str>>,
}

impl Stemmer {
    /// Makes a stemmer with an empty memory.
    pub fn new(language: Language) -> Self {
        let algorithm = match language {
            Language::Fr => Algorithm::French,
            Language::En => Algorithm::English,
        };
        let rules = rust_stemmers::Stemmer::create(algorithm);
        Self { language, rules, known: HashMap::new(), stems: Vec::new() }
    }

    /// Returns its language.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Returns the stem of a word folded by [`fold`](super::fold::fold).
    pub fn stem<'a>(&'a mut self, folded: &'a str) -> &'a str {
        if folded.len() > LONGEST_WORD_BYTES {
            return folded;
        }
        let place = match self.known.get(folded) {
            Some(place) => *place as usize,
            None => self.learn(folded),
        };
        self.stems.get(place).map_or(folded, |stem| stem)
    }

    /// Computes a stem and remembers it; a full memory is emptied, since vocabularies drift.
    fn learn(&mut self, folded: &str) -> usize {
        if self.stems.len() >= CACHED_WORDS {
            self.known.clear();
            self.stems.clear();
        }
        let stem = self.compute(folded);
        let place = self.stems.len();
        // `CACHED_WORDS` bounds the place, so it fits; were it not, the word would not be cached.
        if let Ok(short) = u32::try_from(place) {
            self.known.insert(folded.into(), short);
        }
        self.stems.push(stem.into());
        place
    }

    fn compute(&self, folded: &str) -> String {
        if !folded.chars().all(|c| c.is_alphabetic() || c == '\'') {
            return folded.to_owned();
        }
        let accented = match self.language {
            Language::Fr => give_accent_back(folded),
            Language::En => None,
        };
        let stem = self.rules.stem(accented.as_deref().unwrap_or(folded));
        let mut result = String::with_capacity(stem.len());
        fold_into(&stem, &mut result);
        if result.is_empty() { folded.to_owned() } else { result }
    }
}

impl Clone for Stemmer {
    /// Makes another of the same language; the memory is not shared.
    fn clone(&self) -> Self {
        Self::new(self.language)
    }
}

fn give_accent_back(folded: &str) -> Option<String> {
    ENDINGS.iter().find_map(|(plain, accented, least)| {
        folded.strip_suffix(plain).filter(|root| root.len() >= *least).map(|root| format!("{root}{accented}"))
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::text::fold::fold;

    fn stem(language: Language, word: &str) -> String {
        Stemmer::new(language).stem(&fold(word)).to_owned()
    }

    #[test]
    fn french_inflections_share_a_stem_with_or_without_accents() {
        for family in [
            &["aide", "aider", "aidé", "aidée", "aidées", "aidait", "AIDEE"][..],
            &["séparation", "séparations", "separation"],
            &["activité", "activités", "activite"],
            &["difficulté", "difficultés", "difficultes"],
            &["premier", "première", "premieres"],
            &["petite", "petites"],
            &["heureux", "heureuse"],
            &["démarche", "demarches"],
        ] {
            let stems: Vec<String> = family.iter().map(|word| stem(Language::Fr, word)).collect();
            assert!(stems.windows(2).all(|pair| pair[0] == pair[1]), "{family:?}: {stems:?}");
        }
    }

    #[test]
    fn english_inflections_share_a_stem() {
        assert_eq!(stem(Language::En, "interviews"), stem(Language::En, "Interviewing"));
    }

    #[test]
    fn numbers_and_very_long_words_stay() {
        assert_eq!(stem(Language::Fr, "35es"), "35es");
        let long = "a".repeat(100);
        assert_eq!(stem(Language::Fr, &long), long);
    }

    #[test]
    fn a_full_memory_is_emptied_and_still_right() {
        let mut stemmer = Stemmer::new(Language::Fr);
        for number in 0..CACHED_WORDS + 10 {
            stemmer.stem(&format!("mot{number}"));
        }
        assert!(stemmer.stems.len() <= CACHED_WORDS);
        let mut fresh = stemmer.clone();
        assert_eq!(stemmer.stem("demarches"), fresh.stem("demarche"));
    }

    proptest! {
        #[test]
        fn no_word_breaks_the_stemmers(word in "\\PC{0,24}") {
            let folded = fold(&word);
            for language in [Language::Fr, Language::En] {
                let mut stemmer = Stemmer::new(language);
                let first = stemmer.stem(&folded).to_owned();
                prop_assert_eq!(stemmer.stem(&folded), first);
            }
        }

        #[test]
        fn no_latin_word_breaks_the_stemmers(word in "[a-zœéèç']{1,16}") {
            let folded = fold(&word);
            for language in [Language::Fr, Language::En] {
                prop_assert!(!Stemmer::new(language).stem(&folded).is_empty());
            }
        }
    }
}
