//! Finding quoted words in a text, exactly but for typography, or approximately.
//!
//! Blanks of every kind are equal and a run of them is one; straight and curly apostrophes are
//! equal; so are quotation marks, with or without blanks inside. Dashes and case are kept: they
//! are words of the speaker or choices of the transcriber.

use memchr::memmem;

use super::approximate;
use super::index::Milestones;
use super::normalize::normalize;
use super::offset::{ByteOffset, CharOffset};
use super::offset_map::OffsetMap;
use super::span::Span;

/// A text made ready for finding quotes, many times.
#[derive(Clone, Debug, Default)]
pub struct Quotable {
    text: String,
    milestones: Milestones,
    /// From the plain text, without typography, to the text.
    map: OffsetMap,
}

/// A place that resembles a quote.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Likeness {
    /// Where, in scalar values of the text.
    pub span: Span,
    /// Share of the quote's characters that need no change, 0 to 1.
    pub score: f64,
}

/// How much of what a quote's context says stands round a place, 0 to 1 each; none when the
/// context says nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Surroundings {
    /// Of the words before.
    pub prefix: Option<f64>,
    /// Of the words after.
    pub suffix: Option<f64>,
}

impl Quotable {
    /// Takes the typography from a text, which should be NFC as [`normalize()`] makes it.
    pub fn new(text: &str) -> Self {
        let (text, map) = without_typography(text);
        Self { milestones: Milestones::new(&text), text, map }
    }

    /// Finds every place of a quote, in order, without overlap; an empty quote has none.
    pub fn find_all(&self, quote: &str) -> Vec<Span> {
        let needle = plain_quote(quote);
        if needle.is_empty() {
            return Vec::new();
        }
        let finder = memmem::Finder::new(&needle);
        finder.find_iter(self.text.as_bytes()).filter_map(|at| self.span_of(at, at + needle.len())).collect()
    }

    /// Finds the place most like a quote, within an error budget of half its length, in a part of
    /// the text or all of it; among equals the one nearest to `expected`.
    ///
    /// `work` bounds the cost: it is what the search may still cost, in steps of some nanoseconds;
    /// a search that would cost more is not made, and gives none.
    pub fn find_like(
        &self,
        quote: &str,
        within: Option<Span>,
        expected: CharOffset,
        work: &mut usize,
    ) -> Option<Likeness> {
        let needle = plain_quote(quote);
        let len = needle.chars().count();
        let (start, end) = match within {
            Some(span) => (self.map.plain_of(span.start), self.map.plain_of(span.end)),
            None => (CharOffset(0), CharOffset(usize::MAX)),
        };
        let part = self.text.get(self.byte_of(start)..self.byte_of(end))?;
        *work = work.checked_sub(approximate::cost(&needle, part))?;
        let expected = self.map.plain_of(expected).0.saturating_sub(start.0);
        let near = approximate::nearest(&needle, part, len / 2, expected)?;
        let span = self.map.source_span(Span::new(start.0 + near.start, start.0 + near.end))?;
        Some(Likeness { span, score: share(len - near.errors, len) })
    }

    /// Compares what stands round a place with a context: the shares of `prefix` and `suffix`
    /// that stand right before and right after it.
    pub fn surroundings(&self, place: Span, prefix: &str, suffix: &str) -> Surroundings {
        let Some(plain) = self.map.plain_span(place) else { return Surroundings::default() };
        let before = self.text[..self.byte_of(plain.start)].trim_end().chars().rev();
        let after = self.text[self.byte_of(plain.end)..].trim_start().chars();
        let (prefix, suffix) = (plain_quote(prefix), plain_quote(suffix));
        Surroundings {
            prefix: (!prefix.is_empty()).then(|| common_share(prefix.chars().rev(), before)),
            suffix: (!suffix.is_empty()).then(|| common_share(suffix.chars(), after)),
        }
    }

    /// Tells whether a place begins and ends between words.
    pub fn is_whole_words(&self, place: Span) -> bool {
        let Some(plain) = self.map.plain_span(place) else { return false };
        let between = |at: CharOffset| {
            let (before, after) = self.text.split_at(self.byte_of(at));
            let inside = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            !(inside(before.chars().next_back()) && inside(after.chars().next()))
        };
        between(plain.start) && between(plain.end)
    }

    fn byte_of(&self, offset: CharOffset) -> usize {
        self.milestones.byte_of(&self.text, offset).0
    }

    fn span_of(&self, start: usize, end: usize) -> Option<Span> {
        let start = self.milestones.char_of(&self.text, ByteOffset(start));
        let end = self.milestones.char_of(&self.text, ByteOffset(end));
        self.map.source_span(Span { start, end })
    }
}

/// Tells how much two texts are alike but for typography: 1 when equal, 0 when nothing is shared.
pub fn likeness(one: &str, other: &str) -> f64 {
    let (one, other) = (plain_quote(one), plain_quote(other));
    let longest = one.chars().count().max(other.chars().count());
    if longest == 0 {
        return 1.0;
    }
    share(longest - approximate::distance(&one, &other), longest)
}

/// Takes the typography from a quote as from texts; blanks round it are dropped.
fn plain_quote(quote: &str) -> String {
    without_typography(&normalize(quote).text).0
}

fn without_typography(text: &str) -> (String, OffsetMap) {
    let mut stripped = String::with_capacity(text.len());
    let mut map = OffsetMap::default();
    // The run being written: where it starts in both, and its length.
    let (mut plain, mut source, mut len) = (0, 0, 0);
    let mut write = |character: char, at: usize| {
        if source + len != at {
            map.push(plain, source, len);
            (plain, source, len) = (plain + len, at, 0);
        }
        stripped.push(character);
        len += 1;
    };
    let (mut blank, mut opened) = (None, true);
    for (at, character) in text.chars().enumerate() {
        let written = match character {
            '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' => continue,
            '’' | '‘' | 'ʼ' => '\'',
            '«' | '»' | '“' | '”' | '„' => '"',
            other if other.is_whitespace() => {
                blank = blank.or(Some(at));
                continue;
            }
            other => other,
        };
        // A blank at the start or inside quotation marks is typography.
        if let Some(blank) = blank.take()
            && !opened
            && character != '»'
        {
            write(' ', blank);
        }
        write(written, at);
        opened = character == '«';
    }
    map.push(plain, source, len);
    (stripped, map)
}

fn common_share(context: impl Iterator<Item = char> + Clone, text: impl Iterator<Item = char>) -> f64 {
    let common = context.clone().zip(text).take_while(|(one, other)| one == other).count();
    share(common, context.count())
}

fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::TextIndex;
    use proptest::prelude::*;

    fn found<'text>(text: &'text str, quote: &str) -> Vec<&'text str> {
        let index = TextIndex::new(text);
        Quotable::new(text).find_all(quote).into_iter().map(|span| index.slice(span)).collect()
    }

    #[test]
    fn typography_does_not_hide_a_quote() {
        let text = "Mme A.\u{a0}: J’ai dit\u{202f}: «\u{a0}c’est  l'\u{ad}hiver\u{a0}»,\net voilà.";
        assert_eq!(found(text, "j'ai"), [""; 0], "case is kept");
        assert_eq!(
            found(text, "J'ai dit : \"c'est l’hiver\", et"),
            ["J’ai dit\u{202f}: «\u{a0}c’est  l'\u{ad}hiver\u{a0}»,\net"]
        );
        assert_eq!(found(text, "  “c’est l'hiver”\t"), ["«\u{a0}c’est  l'\u{ad}hiver\u{a0}»"]);
        assert_eq!(found(text, " \u{a0}\n"), [""; 0]);
        assert_eq!(found("e\u{301}t".replace("e\u{301}", "é").as_str(), "e\u{301}t"), ["ét"]);
    }

    #[test]
    fn every_place_is_found_and_context_tells_them_apart() {
        let text = "rendu des trucs à la caisse, moi, des trucs à la caisse. Fin";
        let quotable = Quotable::new(text);
        let places = quotable.find_all("des trucs à la caisse");
        assert_eq!(places.len(), 2);
        let score = |place, prefix, suffix| quotable.surroundings(place, prefix, suffix);
        assert_eq!(score(places[0], "rendu ", ""), Surroundings { prefix: Some(1.0), suffix: None });
        assert!(score(places[1], "rendu ", "").prefix < Some(0.5));
        assert_eq!(score(places[1], "", ". Fin").suffix, Some(1.0));
        assert!(!quotable.is_whole_words(quotable.find_all("ruc")[0]));
        assert!(quotable.is_whole_words(places[0]));
    }

    #[test]
    fn a_worse_quote_scores_lower() {
        let text = "Alors. Sa boîte s’est fait racheter. Enfin, pas racheter, ils ont perdu le marché.";
        let quotable = Quotable::new(text);
        let mut work = usize::MAX;
        let mut score =
            |quote| quotable.find_like(quote, None, CharOffset(0), &mut work).map(|like| like.score);
        let (same, near, far) = (
            score("Sa boîte s'est fait racheter"),
            score("Sa boite s'est fait rachetée"),
            score("La boite elle s'est faite rachetée"),
        );
        assert_eq!(same, Some(1.0));
        assert!(same > near && near > far && far > Some(0.5), "{near:?} {far:?}");
        assert_eq!(score("un tout autre propos, que personne n’a tenu"), None);
        assert_eq!(quotable.find_like("Sa boîte", None, CharOffset(0), &mut 10), None, "too costly");
    }

    #[test]
    fn likeness_is_one_for_equal_words() {
        assert!(likeness("l’été", " l'été") >= 1.0);
        assert!(likeness("", "") >= 1.0);
        assert!(likeness("abc", "xyz") <= 0.0);
        assert!(likeness("ma fille", "ma grande") < likeness("ma fille", "ma file"));
    }

    proptest! {
        #[test]
        fn what_stands_in_a_text_is_found_there(
            text in "([a-zé’'«»“”]{1,5}|[ \u{a0}\u{202f}\u{2009}\t\n]{1,3}|\u{ad}|👩‍👧){1,60}",
            start in 0_usize..100,
            len in 1_usize..40,
        ) {
            let text = normalize(&text).text;
            let index = TextIndex::new(&text);
            let start = start % index.len();
            let quote = index.slice(Span::new(start, start + len));
            let quotable = Quotable::new(&text);
            if plain_quote(quote).is_empty() {
                return Ok(());
            }
            let places = quotable.find_all(quote);
            // A cut beside a guillemet may separate it from its blank, which then counts.
            let beside = |c: char| c == '«' || c == '»';
            if !quote.trim().contains(beside) {
                prop_assert!(!places.is_empty(), "{:?} in {:?}", quote, text);
            }
            for place in places {
                prop_assert_eq!(plain_quote(index.slice(place)), plain_quote(quote));
            }
        }
    }
}
