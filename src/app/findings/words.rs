//! What each profile says more than the others, word by word.

use crate::analysis::lexical::VocabularyRule;
use crate::app::lexical;
use crate::app::material::Material;
use crate::app::typology::TypologyOutcome;
use crate::report::findings::{ProfileWords, Typology, WordFacts};

/// Words listed in a profile's card.
const LISTED: usize = 8;

/// Fills the vocabulary of the profiles; none where fewer than two of them have words.
pub(super) fn fill(typology: &mut Typology, material: &Material, outcome: &TypologyOutcome) {
    let rule = VocabularyRule::default();
    let Ok(parts) = lexical::distinctive(material, &outcome.profiles) else {
        return;
    };
    for (profile, part) in typology.profiles.iter_mut().zip(parts) {
        let part = part.vocabulary;
        profile.words = Some(ProfileWords {
            interviews: part.interviews,
            distinctive: part.more.len(),
            of_one_interview: part.of_one_interview,
            listed: part
                .more
                .into_iter()
                .take(LISTED)
                .map(|word| WordFacts {
                    word: word.word,
                    count: word.in_part,
                    interviews: word.interviews,
                    specificity: word.specificity,
                })
                .collect(),
        });
    }
    typology.word_rule = Some((rule.least_score, rule.least_occurrences, rule.least_interviews));
}
