//! Separated groups or a continuum: the one sentence that every way in says, from the figures in it.

use crate::analysis::typology::verdict::Evidence;
use crate::i18n::format::{interval, number};
use crate::i18n::{Catalog, Value};
use crate::report::findings::Typology;

/// Gathers the figures that the verdict follows from.
pub(super) fn evidence(typology: &Typology) -> Evidence {
    Evidence { null_p: typology.null_p, null_draws: typology.null_draws, solutions: typology.solutions }
}

/// Says what may be said of `groups` groups of `people` cases, in the language of the catalogue.
pub fn verdict(words: &Catalog, evidence: Evidence, groups: usize, people: usize) -> String {
    let (key, arguments) = message(words, evidence, groups, people);
    words.text(&key, &arguments)
}

/// Returns the message of the verdict with its arguments.
pub(super) fn message(
    words: &Catalog,
    evidence: Evidence,
    groups: usize,
    people: usize,
) -> (String, Vec<(&'static str, Value<'static>)>) {
    let language = words.language();
    let p = evidence.null_p.unwrap_or(f64::NAN);
    let draws = evidence.null_draws as f64;
    // p counts the cases themselves among the draws; the share in the sentence does not.
    let share = ((p * (draws + 1.0) - 1.0) / draws).clamp(0.0, 1.0);
    let decimals = if (share - 0.01).abs() < 0.01 { 1 } else { 0 };
    let key = format!("typology-verdict-{}", evidence.verdict().key());
    let arguments = vec![
        ("groups", groups.into()),
        ("people", people.into()),
        ("draws", evidence.null_draws.into()),
        ("share", number::percent(share * 100.0, decimals, language).into()),
        ("p", interval::p_equals("p", p, language).into()),
        ("known", evidence.solutions.map_or("no", |_| "yes").into()),
        ("solutions", i64::try_from(evidence.solutions.unwrap_or(0)).unwrap_or(i64::MAX).into()),
    ];
    (key, arguments)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    fn said(null_p: Option<f64>, solutions: Option<u64>, language: Language) -> String {
        let null_draws = if null_p.is_some() { 999 } else { 0 };
        verdict(&Catalog::new(language), Evidence { null_p, null_draws, solutions }, 4, 12)
    }

    #[test]
    fn both_sides_are_said_in_both_languages() {
        let english = said(Some(0.21), Some(1), Language::En);
        assert!(english.contains("a useful partition of a continuum, not separated groups"), "{english}");
        assert!(english.contains("0.21") && english.contains("999") && english.contains("21"), "{english}");
        let french = said(Some(0.21), Some(1), Language::Fr);
        assert!(french.contains("découpage utile d’un continuum, pas des groupes séparés"), "{french}");
        let english = said(Some(0.003), Some(1), Language::En);
        assert!(english.contains("separated groups") && !english.contains("continuum"), "{english}");
        let french = said(Some(0.003), Some(1), Language::Fr);
        assert!(french.contains("groupes séparés") && !french.contains("continuum"), "{french}");
    }

    #[test]
    fn ties_and_missing_draws_are_said() {
        let tied = said(Some(0.003), Some(4), Language::En);
        assert!(tied.contains("not unique") && tied.contains('4') && tied.contains("continuum"), "{tied}");
        for language in [Language::Fr, Language::En] {
            let nothing = said(None, Some(1), language);
            assert!(!nothing.contains("continuum") && !nothing.contains("NaN"), "{nothing}");
        }
    }
}
