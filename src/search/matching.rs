//! Finds a query's words again in a text, for exact marks: the index says which turn, not where.

use std::ops::Range;

use strsim::osa_distance;

use super::ordered::in_order;
use super::query::expression::{Expression, Form, Leaf};
use crate::text::fold::fold;
use crate::text::span::unite;
use crate::text::stem::Stemmer;
use crate::text::token::tokens;
use crate::text::{Language, Span};

/// One word of a text, folded and stemmed.
struct Word {
    exact: String,
    stem: String,
    span: Span,
}

/// Finds what an expression matches in texts of one language.
pub struct Marker<'e> {
    expression: &'e Expression,
    stemmer: Stemmer,
}

impl<'e> Marker<'e> {
    /// Prepares to look for `expression`.
    pub fn new(expression: &'e Expression, language: Language) -> Self {
        Self { expression, stemmer: Stemmer::new(language) }
    }

    /// Returns the places in `text` that match, sorted and disjoint, a phrase being one place;
    /// none when the text does not match. Of `a OR b`, only what holds is marked.
    pub fn marks(&mut self, text: &str) -> Option<Vec<Span>> {
        let mut words = Vec::new();
        let mut chars = 0;
        let mut bytes = 0;
        let mut advance = |range: Range<usize>| {
            chars += text.get(range).map_or(0, |part| part.chars().count());
            chars
        };
        for token in tokens(text) {
            let start = advance(bytes..token.start.0);
            let end = advance(token.start.0..token.end.0);
            bytes = token.end.0;
            let exact = fold(token.text);
            let stem = self.stemmer.stem(&exact).to_owned();
            words.push(Word { exact, stem, span: Span::new(start, end) });
        }
        let mut spans = Vec::new();
        let expression = self.expression;
        self.find(expression, &words, &mut spans).then(|| unite_overlapping(spans))
    }

    fn find(&mut self, expression: &Expression, words: &[Word], spans: &mut Vec<Span>) -> bool {
        let before = spans.len();
        let found = match expression {
            Expression::All(parts) => parts.iter().all(|part| self.find(part, words, spans)),
            Expression::Any(parts) => {
                // Every side is looked at, for its marks.
                parts.iter().filter(|part| self.find(part, words, spans)).count() > 0
            }
            Expression::Not(inner) => !self.find(inner, words, &mut Vec::new()),
            Expression::Leaf(leaf) => self.find_leaf(leaf, words, spans),
        };
        if !found {
            spans.truncate(before);
        }
        found
    }

    fn find_leaf(&mut self, leaf: &Leaf, words: &[Word], spans: &mut Vec<Span>) -> bool {
        let last = leaf.words.len().saturating_sub(1);
        let mut lists: Vec<Vec<u32>> = Vec::with_capacity(leaf.words.len());
        for (place, sought) in leaf.words.iter().enumerate() {
            let stem = (leaf.form == Form::Stem).then(|| self.stemmer.stem(sought).to_owned());
            let matches = |word: &Word| match leaf.form {
                Form::Stem => stem.as_deref() == Some(word.stem.as_str()),
                Form::Prefix if place == last => word.exact.starts_with(sought.as_str()),
                Form::Exact | Form::Prefix => word.exact == *sought,
                // A swap of neighbours is one edit, as in the index.
                Form::Edits(most) => osa_distance(sought, &word.exact) <= usize::from(most),
            };
            let at = words.iter().enumerate().filter(|(_, word)| matches(word));
            lists.push(at.filter_map(|(position, _)| u32::try_from(position).ok()).collect());
        }
        let lists: Vec<&[u32]> = lists.iter().map(Vec::as_slice).collect();
        let places: Vec<(u32, u32)> = in_order(&lists, leaf.gap).collect();
        for (index, (first, end)) in places.iter().enumerate() {
            // Of two matches that end together, the shorter is marked.
            if places.get(index + 1).is_some_and(|(_, next)| next == end) {
                continue;
            }
            if let (Some(from), Some(to)) = (words.get(*first as usize), words.get(*end as usize)) {
                spans.push(Span { start: from.span.start, end: to.span.end });
            }
        }
        !places.is_empty()
    }
}

/// Joins spans that overlap; neighbours that only touch stay two marks.
fn unite_overlapping(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_unstable();
    let mut marks: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match marks.last_mut() {
            Some(last) if last.overlaps(span) => {
                if let Some(joined) = unite(vec![*last, span]).pop() {
                    *last = joined;
                }
            }
            _ => marks.push(span),
        }
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::parse;

    fn marked(query: &str, text: &str) -> Option<Vec<String>> {
        let expression = parse(query).unwrap().expression.unwrap();
        let marks = Marker::new(&expression, Language::Fr).marks(text)?;
        let chars: Vec<char> = text.chars().collect();
        Some(marks.iter().map(|mark| chars[mark.start.0..mark.end.0].iter().collect()).collect())
    }

    fn some(marks: &[&str]) -> Option<Vec<String>> {
        Some(marks.iter().map(|mark| (*mark).to_owned()).collect())
    }

    #[test]
    fn elisions_accents_case_and_apostrophes_do_not_matter() {
        for query in ["l’aide", "d'aide", "AIDE", "aidé", "l'Aidée"] {
            assert_eq!(
                marked(query, "Besoin d'aide, l’aide 😅 aider"),
                some(&["aide", "aide", "aider"]),
                "{query}"
            );
        }
        assert_eq!(marked("activite", "👩‍👧 mes activités"), some(&["activités"]));
        assert_eq!(marked("sœur", "ma SOEUR"), some(&["SOEUR"]));
    }

    #[test]
    fn a_phrase_is_one_mark() {
        assert_eq!(marked("\"besoin d'aide\"", "un besoin d’aide."), some(&["besoin d’aide"]));
        assert_eq!(marked("peut-être", "peut être, peut-être, être peut"), some(&["peut être", "peut-être"]));
        assert_eq!(marked("\"dossier caisse\"~2", "le dossier à la caisse"), some(&["dossier à la caisse"]));
        assert_eq!(marked("\"caisse dossier\"~2", "le dossier à la caisse"), None);
        assert_eq!(marked("\"dossier caisse\"~3", "dossier dossier caisse"), some(&["dossier caisse"]));
    }

    #[test]
    fn forms_are_told_apart() {
        assert_eq!(marked("=aider", "aide aider aidé"), some(&["aider"]));
        assert_eq!(marked("dém*", "démarche demain dormir"), some(&["démarche", "demain"]));
        assert_eq!(marked("peut-ê*", "peut-être"), some(&["peut-être"]));
        assert_eq!(marked("alocation~1", "allocation location"), some(&["allocation", "location"]));
        assert_eq!(marked("caiss~2", "la caisse, le cas"), some(&["caisse", "cas"]));
    }

    #[test]
    fn only_what_holds_is_marked() {
        assert_eq!(marked("(aide honte) OR fierté", "aide et fierté"), some(&["fierté"]));
        assert_eq!(marked("aide -honte", "aide et honte"), None);
        assert_eq!(marked("aide -honte", "aide"), some(&["aide"]));
    }
}
