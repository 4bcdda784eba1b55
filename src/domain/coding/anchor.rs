//! Finding the place that a row of a coding table means, in a transcript's plain text.

use std::cell::{Cell, OnceCell};

use crate::domain::coding::model::{Anchor, Passage};
use crate::domain::transcript::{SourceMap, TranscriptVersion, Turn};
use crate::text::boundary::{head, is_grapheme_boundary, tail};
use crate::text::quote::{Quotable, Surroundings};
use crate::text::{ByteOffset, CharOffset, OffsetMap, Span, TextIndex};

/// Scalar values kept before and after a quote.
const CONTEXT: usize = 32;

/// What approximate searches may cost for one transcript, in steps of some nanoseconds.
///
/// About eighty unresolved rows of usual length on an hour's interview, a tenth of a second: a
/// table of another study must not hold an import up. Rows beyond it get no nearest place.
const WORK: usize = 20_000_000;

/// Share of a context that must stand beside a place for it to choose that place: a letter or two
/// in common is chance.
const SURE: f64 = 0.25;

/// A passage that found its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// The place.
    pub anchor: Anchor,
    /// First and last turn touched, by number.
    pub turns: (u32, u32),
}

/// Why a passage found no place of its own.
#[derive(Clone, Debug, PartialEq)]
pub enum Unplaced {
    /// Its words stand in several places, and its context chooses none of them.
    Ambiguous {
        /// The places, in the order of the text.
        candidates: Vec<Anchor>,
    },
    /// Its words stand nowhere.
    NotFound {
        /// The most similar place, with the likeness of its words (0 to 1), if any is near.
        nearest: Option<(Anchor, f64)>,
    },
    /// It stands in a heading, a speaker's label or the front matter, not in speech.
    OutsideText,
    /// It has no words.
    Empty,
    /// Its positions count in a file that is no longer this interview's.
    OtherFile,
}

/// Finds the places of passages in one version; made once for many of them.
#[derive(Debug)]
pub struct Anchorer<'version> {
    version: &'version TranscriptVersion,
    index: TextIndex<'version>,
    /// The whole plain text.
    whole: OnceCell<Quotable>,
    /// Speech alone, without labels and headings.
    speech: OnceCell<Speech>,
    work: Cell<usize>,
}

/// Speech alone, with the way back to the plain text.
#[derive(Debug)]
struct Speech {
    quotable: Quotable,
    map: OffsetMap,
}

/// What a search for exact words found.
enum Found {
    Nothing,
    One(Span),
    Several(Vec<Span>),
}

impl<'version> Anchorer<'version> {
    /// Prepares a version; each view of its text is made when first needed.
    pub fn new(version: &'version TranscriptVersion) -> Self {
        Self {
            version,
            index: TextIndex::new(&version.text),
            whole: OnceCell::new(),
            speech: OnceCell::new(),
            work: Cell::new(WORK),
        }
    }

    /// Finds the place of a passage: its words in the whole text first, then in speech alone (a
    /// quote across turns may leave the labels out); context chooses among several places.
    ///
    /// Errors: why there is none, with the candidates that a person may choose from.
    pub fn place(&self, passage: &Passage, source_map: &SourceMap) -> Result<Placed, Unplaced> {
        match passage {
            Passage::Source(span) if span.is_empty() => Err(Unplaced::Empty),
            Passage::OfFile { span, file } if *file == self.version.fingerprint => {
                self.place(&Passage::Source(*span), source_map)
            }
            Passage::OfFile { .. } => Err(Unplaced::OtherFile),
            Passage::Source(span) => {
                let plain = source_map.plain_span(*span).ok_or(Unplaced::OutsideText)?;
                self.settle(self.trim(plain))
            }
            Passage::Quote { exact, prefix, suffix } => {
                if exact.trim().is_empty() {
                    return Err(Unplaced::Empty);
                }
                self.place_quote(exact, prefix, suffix)
            }
        }
    }

    fn place_quote(&self, exact: &str, prefix: &str, suffix: &str) -> Result<Placed, Unplaced> {
        let whole = self.choose(self.whole(), self.whole().find_all(exact), |span| span, prefix, suffix);
        let speech = match whole {
            Found::One(span) => return self.settle(span),
            _ => self.find_in_speech(exact, prefix, suffix),
        };
        match (speech, whole) {
            (Found::One(span), _) => self.settle(span),
            (_, Found::Several(places)) | (Found::Several(places), _) => {
                if places.iter().all(|place| self.turns(*place).is_none()) {
                    return Err(Unplaced::OutsideText);
                }
                Err(Unplaced::Ambiguous {
                    candidates: places.into_iter().map(|at| self.anchor(at)).collect(),
                })
            }
            _ => Err(Unplaced::NotFound { nearest: self.nearest(exact) }),
        }
    }

    fn find_in_speech(&self, exact: &str, prefix: &str, suffix: &str) -> Found {
        let speech = self.speech();
        let to_text = |span| speech.map.source_span(span).unwrap_or_default();
        self.choose(&speech.quotable, speech.quotable.find_all(exact), to_text, prefix, suffix)
    }

    /// Chooses among places of a view: those in speech before those in headings and labels, whole
    /// words before parts of words, then the one whose surroundings are most like the context.
    fn choose(
        &self,
        view: &Quotable,
        mut places: Vec<Span>,
        to_text: impl Fn(Span) -> Span,
        prefix: &str,
        suffix: &str,
    ) -> Found {
        if places.len() > 1 {
            prefer(&mut places, |place| self.turns(to_text(place)).is_some());
            prefer(&mut places, |place| view.is_whole_words(place));
        }
        if places.len() > 1 && !(prefix.trim().is_empty() && suffix.trim().is_empty()) {
            let scores: Vec<f64> =
                places.iter().map(|place| score(view.surroundings(*place, prefix, suffix))).collect();
            let best = scores.iter().copied().fold(0.0, f64::max);
            if best >= SURE {
                let mut scores = scores.into_iter();
                places.retain(|_| scores.next().is_some_and(|score| score >= best));
            }
        }
        let mut places: Vec<Span> = places.into_iter().map(to_text).collect();
        match places.pop() {
            None => Found::Nothing,
            Some(last) if places.is_empty() => Found::One(last),
            Some(last) => {
                places.push(last);
                Found::Several(places)
            }
        }
    }

    /// Returns the place most like words that stand nowhere.
    fn nearest(&self, exact: &str) -> Option<(Anchor, f64)> {
        let like = self.find_like(exact, None, CharOffset(0))?;
        Some((self.anchor(like.0), like.1))
    }

    /// Finds the place most like a quote, in a part of the text or all of it, widened to words.
    pub(super) fn find_like(
        &self,
        exact: &str,
        within: Option<Span>,
        expected: CharOffset,
    ) -> Option<(Span, f64)> {
        let mut work = self.work.get();
        let like = self.whole().find_like(exact, within, expected, &mut work);
        self.work.set(work);
        like.map(|like| (self.whole_words(self.trim(like.span)), like.score))
    }

    /// Widens a span to the ends of the words that it cuts.
    pub(super) fn whole_words(&self, span: Span) -> Span {
        let (before, after) = self.index.text().split_at(self.index.byte_of(span.start).0);
        let within = self.index.slice(span);
        let inside = |c: &char| c.is_alphanumeric();
        let cuts = |before: &str, after: &str| {
            before.ends_with(char::is_alphanumeric) && after.starts_with(char::is_alphanumeric)
        };
        let rest = &after[within.len()..];
        let more_before =
            if cuts(before, within) { before.chars().rev().take_while(inside).count() } else { 0 };
        let more_after = if cuts(within, rest) { rest.chars().take_while(inside).count() } else { 0 };
        Span::new(span.start.0 - more_before, span.end.0 + more_after)
    }

    /// Finds every place of exact words in speech, in the whole text or, failing that, in speech
    /// alone.
    pub(super) fn find_exact(&self, exact: &str) -> Vec<Span> {
        let mut places = self.whole().find_all(exact);
        places.retain(|place| self.turns(*place).is_some());
        if places.is_empty() {
            let speech = self.speech();
            let found = speech.quotable.find_all(exact).into_iter();
            places = found.filter_map(|span| speech.map.source_span(span)).collect();
        }
        places
    }

    /// Compares a place's surroundings with a context.
    pub(super) fn surroundings(&self, place: Span, prefix: &str, suffix: &str) -> Surroundings {
        self.whole().surroundings(place, prefix, suffix)
    }

    /// Tells whether a place begins and ends between words.
    pub(super) fn is_whole_words(&self, place: Span) -> bool {
        self.whole().is_whole_words(place)
    }

    /// Makes what a placed passage is, if it touches speech.
    ///
    /// # Errors
    /// It is empty, or touches no speech.
    pub fn settle(&self, span: Span) -> Result<Placed, Unplaced> {
        if span.is_empty() {
            return Err(Unplaced::Empty);
        }
        let turns = self.turns(span).ok_or(Unplaced::OutsideText)?;
        Ok(Placed { anchor: self.anchor(span), turns })
    }

    /// Makes the anchor of a span: widened to whole graphemes, with its words and their context.
    pub(super) fn anchor(&self, span: Span) -> Anchor {
        let text = self.index.text();
        let (mut start, mut end) = (self.index.byte_of(span.start).0, self.index.byte_of(span.end).0);
        while !is_grapheme_boundary(text, start) {
            start = text[..start].char_indices().next_back().map_or(0, |(byte, _)| byte);
        }
        while !is_grapheme_boundary(text, end) {
            end += text[end..].chars().next().map_or(1, char::len_utf8);
        }
        Anchor {
            span: Span {
                start: self.index.char_of(ByteOffset(start)),
                end: self.index.char_of(ByteOffset(end)),
            },
            exact: text[start..end].to_owned(),
            prefix: tail(&text[..start], CONTEXT).to_owned(),
            suffix: head(&text[end..], CONTEXT).to_owned(),
        }
    }

    /// Returns the first and last turn whose speech a span touches.
    pub(super) fn turns(&self, span: Span) -> Option<(u32, u32)> {
        let turns = &self.version.turns;
        let first = turns.partition_point(|turn| turn.speech.end <= span.start);
        let after = turns.partition_point(|turn| turn.speech.start < span.end);
        let touched = |turn: &&Turn| turn.speech.overlaps(span);
        let within = turns.get(first..after)?;
        Some((within.iter().find(touched)?.number, within.iter().rfind(touched)?.number))
    }

    /// Leaves out the blanks at both ends of a span.
    pub(in crate::domain) fn trim(&self, span: Span) -> Span {
        let words = self.index.slice(span);
        let before = words.chars().take_while(|c| c.is_whitespace()).count();
        let len = words.trim().chars().count();
        Span::new(span.start.0 + before, span.start.0 + before + len)
    }

    /// Returns the positions of the text.
    pub(super) fn index(&self) -> &TextIndex<'version> {
        &self.index
    }

    pub(super) fn slice(&self, span: Span) -> &'version str {
        self.index.slice(span)
    }

    fn whole(&self) -> &Quotable {
        self.whole.get_or_init(|| Quotable::new(self.index.text()))
    }

    fn speech(&self) -> &Speech {
        self.speech.get_or_init(|| {
            let (mut text, mut map, mut len) = (String::new(), OffsetMap::default(), 0);
            for turn in &self.version.turns {
                text.push_str(self.index.slice(turn.speech));
                text.push('\n');
                map.push(len, turn.speech.start.0, turn.speech.len());
                len += turn.speech.len() + 1;
            }
            Speech { quotable: Quotable::new(&text), map }
        })
    }
}

/// Keeps the places that pass, unless none does.
fn prefer(places: &mut Vec<Span>, passes: impl Fn(Span) -> bool) {
    if places.iter().any(|place| passes(*place)) {
        places.retain(|place| passes(*place));
    }
}

/// Adds up what the surroundings say.
fn score(surroundings: Surroundings) -> f64 {
    surroundings.prefix.unwrap_or(0.0) + surroundings.suffix.unwrap_or(0.0)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::domain::transcript::{Part, Role, Speaker};
    use crate::text::Fingerprint;

    /// Makes a version of headings (`# …`) and `label : speech` paragraphs.
    pub(in crate::domain::coding) fn version(paragraphs: &[&str]) -> TranscriptVersion {
        let (mut text, mut turns, mut parts, mut len) = (String::new(), Vec::new(), Vec::new(), 0);
        for paragraph in paragraphs {
            if let Some(title) = paragraph.strip_prefix("# ") {
                let span = Span::new(len, len + title.chars().count());
                parts.push(Part { level: 1, title: title.to_owned(), span });
                text.push_str(title);
                len = span.end.0;
            } else {
                let label = paragraph.find(" : ").map_or(0, |at| paragraph[..at + 3].chars().count());
                let all = paragraph.chars().count();
                turns.push(Turn {
                    number: u32::try_from(turns.len()).unwrap_or(0) + 1,
                    speaker: Some(0),
                    speech: Span::new(len + label, len + all),
                    part: None,
                    line: 1,
                });
                text.push_str(paragraph);
                len += all;
            }
            text.push_str("\n\n");
            len += 2;
        }
        TranscriptVersion {
            number: 1,
            fingerprint: Fingerprint::of(text.as_bytes()),
            text,
            speakers: vec![Speaker { label: "A".to_owned(), role: Role::Respondent }],
            turns,
            parts,
            marks: Vec::new(),
        }
    }

    fn interview() -> TranscriptVersion {
        version(&[
            "# La situation",
            "Enquêtrice : Et là ?",
            "Mme K. : J’ai rendu des trucs à la caisse, moi qui regardais les gens qui rendent des trucs à la caisse. 👩‍👧 L’été",
            "Enquêtrice : Mmh.",
            "Mme K. : La situation de l’été. Et lui, il m’a dit : « Tu pars ».",
        ])
    }

    fn quote(exact: &str, prefix: &str, suffix: &str) -> Passage {
        Passage::Quote { exact: exact.to_owned(), prefix: prefix.to_owned(), suffix: suffix.to_owned() }
    }

    fn place(passage: &Passage) -> Result<Placed, Unplaced> {
        Anchorer::new(&interview()).place(passage, &SourceMap::default())
    }

    #[test]
    fn a_quote_is_placed_in_its_turn_with_its_context() {
        let placed = place(&quote("il m'a dit : \"Tu pars\"", "", "")).unwrap();
        assert_eq!(placed.turns, (4, 4));
        assert_eq!(placed.anchor.exact, "il m’a dit : « Tu pars »");
        assert_eq!(placed.anchor.prefix, " La situation de l’été. Et lui, ");
        assert_eq!(placed.anchor.suffix, ".\n\n");
    }

    #[test]
    fn a_quote_across_turns_may_leave_the_labels_out() {
        let bare = place(&quote("L'été Mmh. La situation", "", "")).unwrap();
        let labelled = place(&quote("L’été Enquêtrice : Mmh. Mme K. : La situation", "", "")).unwrap();
        assert_eq!(bare, labelled);
        assert_eq!(bare.turns, (2, 4));
    }

    #[test]
    fn context_chooses_among_several_places() {
        let twice = "des trucs à la caisse";
        let Err(Unplaced::Ambiguous { candidates }) = place(&quote(twice, "", "")) else {
            panic!("two places and no context")
        };
        assert_eq!(candidates.len(), 2);
        assert_eq!(
            place(&quote(twice, "J’ai rendu", "")).map(|placed| placed.anchor),
            Ok(candidates[0].clone())
        );
        assert_eq!(place(&quote(twice, "", ". 👩‍👧")).map(|placed| placed.anchor), Ok(candidates[1].clone()));
        assert!(matches!(place(&quote(twice, "nulle part", "")), Err(Unplaced::Ambiguous { .. })));
    }

    #[test]
    fn speech_is_preferred_to_headings_and_whole_words_to_parts() {
        assert_eq!(place(&quote("La situation", "", "")).map(|placed| placed.turns), Ok((4, 4)));
        assert_eq!(place(&quote("Enquêtrice", "", "")), Err(Unplaced::OutsideText), "a label, twice");
        assert_eq!(place(&quote("lui", "", "")).map(|placed| placed.turns), Ok((4, 4)));
    }

    #[test]
    fn words_that_stand_nowhere_get_the_nearest_place() {
        let Err(Unplaced::NotFound { nearest: Some((anchor, score)) }) =
            place(&quote("moi qui regarde les gens", "", ""))
        else {
            panic!("near but not equal")
        };
        assert_eq!(anchor.exact, "moi qui regardais les gens");
        assert!(score > 0.8 && score < 1.0);
        assert_eq!(place(&quote("zzzzzzzzzzzz", "", "")), Err(Unplaced::NotFound { nearest: None }));
        assert_eq!(place(&quote(" \u{a0}", "x", "")), Err(Unplaced::Empty));
    }

    #[test]
    fn a_source_span_goes_through_the_map() {
        let version = interview();
        let anchorer = Anchorer::new(&version);
        let map = SourceMap::identity(version.text.chars().count());
        let at = |needle: &str| version.text[..version.text.find(needle).unwrap()].chars().count();
        let mut shifted = SourceMap::default();
        shifted.push(0, 100, version.text.chars().count());
        let start = at(" L’été");
        let placed = anchorer.place(&Passage::Source(Span::new(start + 100, start + 106)), &shifted).unwrap();
        assert_eq!((placed.anchor.exact.as_str(), placed.turns), ("L’été", (2, 2)));
        // Half an emoji is widened to the whole.
        let emoji = at("👩‍👧");
        let placed = anchorer.place(&Passage::Source(Span::new(emoji + 2, emoji + 3)), &map).unwrap();
        assert_eq!(placed.anchor.exact, "👩‍👧");
        let outside = |span| anchorer.place(&Passage::Source(span), &shifted);
        assert_eq!(outside(Span::new(0, 50)), Err(Unplaced::OutsideText));
        assert_eq!(outside(Span::new(102, 108)), Err(Unplaced::OutsideText), "a heading");
        assert_eq!(outside(Span::new(9_000, 9_999)), Err(Unplaced::OutsideText));
        assert_eq!(outside(Span::new(120, 120)), Err(Unplaced::Empty));
    }
}
