//! Following anchors from one version of a transcript to the next.
//!
//! What the two texts share says where a passage should be; if it is not there unchanged, its
//! exact words are looked for, then similar ones, and places are ranked by quote, prefix, suffix
//! and distance (as hypothesis does). Nothing beyond an error budget of half the quote is taken
//! for it, and nothing is dropped: a lost anchor keeps its last known words.

use crate::domain::coding::anchor::Anchorer;
use crate::domain::coding::model::{Anchor, Anchoring};
use crate::domain::transcript::TranscriptVersion;
use crate::text::alignment::{Alignment, Followed};
use crate::text::boundary::word_count;
use crate::text::quote::likeness;
use crate::text::{CharOffset, Span, TextIndex};

/// What a place's likeness to an anchor is made of; only the order of sums matters.
const QUOTE_WEIGHT: f64 = 50.0;
const CONTEXT_WEIGHT: f64 = 20.0;
const DISTANCE_WEIGHT: f64 = 10.0;

/// Least likeness of words: the error budget is half the quote.
const LEAST: f64 = 0.5;

/// Words from which exact words elsewhere are no chance, whatever stands round them.
const TELLING: usize = 5;

/// An anchor in the new version, with what became of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Reanchored {
    /// In the new version; when lost, as it was in the old one.
    pub anchor: Anchor,
    /// First and last turn touched, by number; `(0, 0)` when lost.
    pub turns: (u32, u32),
    /// What became of it.
    pub verdict: Anchoring,
}

/// Follows anchors from an old version to a new one; made once for all of them.
#[derive(Debug)]
pub struct Reanchorer<'version> {
    old: TextIndex<'version>,
    anchorer: Anchorer<'version>,
    alignment: Alignment,
    new_len: usize,
    /// Whether the new text is the old one with one stretch changed, so that words stand where the
    /// alignment puts them.
    in_place: bool,
}

/// A place that may be the anchor's.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    span: Span,
    likeness: f64,
    rank: f64,
}

/// Follows all anchors, in order: as many come out as go in.
pub fn reanchor(old: &TranscriptVersion, new: &TranscriptVersion, anchors: &[Anchor]) -> Vec<Reanchored> {
    let reanchorer = Reanchorer::new(old, new);
    anchors.iter().map(|anchor| reanchorer.follow(anchor)).collect()
}

/// Follows all anchors through a correction of one turn, in order: nothing was moved about, so what
/// stands in a passage's place is taken for it before the same words elsewhere.
pub fn follow_correction(
    old: &TranscriptVersion,
    new: &TranscriptVersion,
    anchors: &[Anchor],
) -> Vec<Reanchored> {
    let alignment = Alignment::of_edit(&old.text, &new.text);
    let reanchorer = Reanchorer { in_place: true, alignment, ..Reanchorer::unaligned(old, new) };
    anchors.iter().map(|anchor| reanchorer.follow(anchor)).collect()
}

impl<'version> Reanchorer<'version> {
    /// Aligns the two texts.
    pub fn new(old: &'version TranscriptVersion, new: &'version TranscriptVersion) -> Self {
        Self { alignment: Alignment::new(&old.text, &new.text), ..Self::unaligned(old, new) }
    }

    fn unaligned(old: &'version TranscriptVersion, new: &'version TranscriptVersion) -> Self {
        Self {
            old: TextIndex::new(&old.text),
            anchorer: Anchorer::new(new),
            alignment: Alignment::default(),
            new_len: new.text.chars().count(),
            in_place: false,
        }
    }

    /// Follows one anchor.
    pub fn follow(&self, anchor: &Anchor) -> Reanchored {
        if anchor.exact.trim().is_empty() {
            return lost(anchor);
        }
        // An anchor lost before has its last words and no place in the old version.
        let expected = (self.old.slice(anchor.span) == anchor.exact).then(|| self.expect(anchor.span));
        if let Some(expected) = expected.filter(|expected| expected.is_intact)
            && let Some(found) = self.settle(anchor, expected.span, None)
        {
            return found;
        }
        let keeps_ends = expected.is_some_and(|expected| expected.keeps_ends);
        let expected = expected.map(|expected| self.anchorer.trim(expected.span));
        let place = expected.unwrap_or(anchor.span);
        let in_place = expected.filter(|span| self.in_place && !span.is_empty());
        if let Some(span) = in_place
            && let Some(found) = self.take_place(anchor, span, keeps_ends)
        {
            return found;
        }
        self.find_exact(anchor, place)
            .and_then(|span| self.settle(anchor, span, None))
            .or_else(|| {
                let candidate = self.find_like(anchor, expected)?;
                self.settle(anchor, candidate.span, Some(candidate.likeness))
            })
            .unwrap_or_else(|| lost(anchor))
    }

    /// Says where a span of the old text should be. A correction may lengthen a word at its end: a
    /// span of whole words stays one.
    fn expect(&self, old: Span) -> Followed {
        let followed = self.alignment.follow(old);
        if !self.in_place || followed.span.is_empty() {
            return followed;
        }
        let whole = self.anchorer.whole_words(followed.span);
        let start = if self.cuts_word(old.start) { followed.span.start } else { whole.start };
        let end = if self.cuts_word(old.end) { followed.span.end } else { whole.end };
        let span = Span { start, end };
        Followed { span, is_intact: followed.is_intact && span == followed.span, ..followed }
    }

    /// Tells whether a place of the old text is inside a word.
    fn cuts_word(&self, at: CharOffset) -> bool {
        let letter =
            |from: usize| self.old.slice(Span::new(from, from + 1)).chars().all(char::is_alphanumeric);
        at.0 > 0 && at.0 < self.old.len() && letter(at.0 - 1) && letter(at.0)
    }

    /// Takes what stands in a passage's place, if it begins and ends as it did, is like it or can be a
    /// rewording of it.
    fn take_place(&self, anchor: &Anchor, span: Span, keeps_ends: bool) -> Option<Reanchored> {
        let likeness = likeness(&anchor.exact, self.anchorer.slice(span));
        let is_same = self.anchorer.slice(span) == anchor.exact;
        (keeps_ends || likeness >= LEAST || self.is_reworded(anchor, span))
            .then(|| self.settle(anchor, span, (!is_same).then_some(likeness)))
            .flatten()
    }

    /// Finds the anchor's exact words, nearest to where they should be and best surrounded. A few
    /// words that anyone says count only where their context stands too.
    fn find_exact(&self, anchor: &Anchor, expected: Span) -> Option<Span> {
        let places = self.anchorer.find_exact(&anchor.exact).into_iter();
        let sure = places.filter(|place| {
            *place == expected || (self.anchorer.is_whole_words(*place) && self.is_sure(anchor, *place))
        });
        best(sure.map(|place| self.candidate(anchor, place, 1.0, expected))).map(|candidate| candidate.span)
    }

    /// Finds similar words: those that the alignment puts in the passage's place, those most like
    /// it near there, or anywhere.
    fn find_like(&self, anchor: &Anchor, expected: Option<Span>) -> Option<Candidate> {
        let place = expected.unwrap_or(anchor.span);
        let slack = anchor.span.len() + 200;
        let window = Span::new(place.start.0.saturating_sub(slack), (place.end.0 + slack).min(self.new_len));
        let replaced = expected.filter(|span| !span.is_empty()).map(|span| {
            let likeness = likeness(&anchor.exact, self.anchorer.slice(span));
            self.candidate(anchor, span, likeness, place)
        });
        let near = self.search(anchor, Some(window), place).into_iter();
        let like = |candidate: &Candidate| candidate.likeness >= LEAST;
        best(near.chain(replaced.filter(like)))
            .or_else(|| replaced.filter(|candidate| self.is_reworded(anchor, candidate.span)))
            .or_else(|| self.search(anchor, None, place))
    }

    fn search(&self, anchor: &Anchor, within: Option<Span>, expected: Span) -> Option<Candidate> {
        let (span, likeness) = self.anchorer.find_like(&anchor.exact, within, expected.start)?;
        self.is_sure(anchor, span).then(|| self.candidate(anchor, span, likeness, expected))
    }

    /// Tells whether words found elsewhere are no chance: many, or with their context.
    fn is_sure(&self, anchor: &Anchor, place: Span) -> bool {
        word_count(&anchor.exact) >= TELLING || self.context(anchor, place) >= LEAST
    }

    /// Tells whether a few words were replaced by a few others while a side of them stayed: a
    /// short passage may lose more than half its letters by one changed word.
    fn is_reworded(&self, anchor: &Anchor, span: Span) -> bool {
        let (before, after) = (word_count(&anchor.exact), word_count(self.anchorer.slice(span)));
        let around = self.anchorer.surroundings(span, &anchor.prefix, &anchor.suffix);
        let stands = |share: Option<f64>| share.is_none_or(|share| share >= LEAST);
        before < TELLING
            && (1..=before + 2).contains(&after)
            && (stands(around.prefix) || stands(around.suffix))
    }

    fn candidate(&self, anchor: &Anchor, span: Span, likeness: f64, expected: Span) -> Candidate {
        let away = span.start.0.abs_diff(expected.start.0) as f64 / (self.new_len.max(1)) as f64;
        let rank = QUOTE_WEIGHT * likeness
            + CONTEXT_WEIGHT * self.context(anchor, span)
            + DISTANCE_WEIGHT * (1.0 - away.min(1.0));
        Candidate { span, likeness, rank }
    }

    /// Adds up what stands of the anchor's context round a place, 0 to 2.
    fn context(&self, anchor: &Anchor, span: Span) -> f64 {
        let around = self.anchorer.surroundings(span, &anchor.prefix, &anchor.suffix);
        around.prefix.unwrap_or(0.0) + around.suffix.unwrap_or(0.0)
    }

    /// Anchors at a place, if it touches speech; `likeness` when the words are not the same.
    fn settle(&self, anchor: &Anchor, span: Span, likeness: Option<f64>) -> Option<Reanchored> {
        let placed = self.anchorer.settle(span).ok()?;
        let verdict = match likeness {
            Some(score) => Anchoring::Approximate { score },
            None if placed.anchor.span == anchor.span => Anchoring::Exact,
            None => Anchoring::Moved,
        };
        Some(Reanchored { anchor: placed.anchor, turns: placed.turns, verdict })
    }
}

fn lost(anchor: &Anchor) -> Reanchored {
    Reanchored { anchor: anchor.clone(), turns: (0, 0), verdict: Anchoring::Lost }
}

/// Returns the candidate of highest rank, the first among equals.
fn best(candidates: impl Iterator<Item = Candidate>) -> Option<Candidate> {
    candidates.reduce(|best, candidate| if candidate.rank > best.rank { candidate } else { best })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::coding::anchor::tests::version;
    use crate::domain::coding::model::Passage;
    use crate::domain::transcript::SourceMap;
    use proptest::prelude::*;

    const BEFORE: [&str; 5] = [
        "# La situation",
        "Q : Et là ?",
        "R : Sa boîte s’est fait racheter. Enfin, pas racheter, ils ont perdu le marché. Oui, oui.",
        "Q : Mmh.",
        "R : Ma fille a dit oui. Le salaire de septembre il est arrivé le 24 octobre, oui.",
    ];

    fn anchor_of(version: &TranscriptVersion, exact: &str, prefix: &str) -> Anchor {
        let passage =
            Passage::Quote { exact: exact.to_owned(), prefix: prefix.to_owned(), suffix: String::new() };
        Anchorer::new(version).place(&passage, &SourceMap::default()).unwrap().anchor
    }

    /// Follows a passage of the interview to its text after `edit`.
    fn follow(exact: &str, prefix: &str, from: &str, to: &str) -> Reanchored {
        let old = version(&BEFORE);
        let after: Vec<String> = BEFORE.iter().map(|paragraph| paragraph.replace(from, to)).collect();
        let after: Vec<&str> = after.iter().map(String::as_str).filter(|text| !text.is_empty()).collect();
        let new = version(&after);
        let followed = Reanchorer::new(&old, &new).follow(&anchor_of(&old, exact, prefix));
        if followed.verdict != Anchoring::Lost {
            assert_eq!(TextIndex::new(&new.text).slice(followed.anchor.span), followed.anchor.exact);
        }
        followed
    }

    fn score(verdict: Anchoring) -> f64 {
        match verdict {
            Anchoring::Exact | Anchoring::Moved => 1.0,
            Anchoring::Approximate { score } => score,
            Anchoring::Lost => -1.0,
        }
    }

    #[test]
    fn an_edit_before_moves_and_an_edit_after_changes_nothing() {
        let moved = follow("Ma fille a dit oui", "", "Enfin, pas", "Pas");
        assert_eq!((moved.verdict, moved.turns), (Anchoring::Moved, (4, 4)));
        let same = follow("Sa boîte s’est fait racheter", "", "24 octobre", "2 décembre");
        assert_eq!(same.verdict, Anchoring::Exact);
    }

    #[test]
    fn an_edit_inside_is_approximate_and_a_larger_one_scores_lower() {
        let passage = "Sa boîte s’est fait racheter. Enfin, pas racheter";
        let small = follow(passage, "", "boîte", "boite");
        let large = follow(passage, "", "Sa boîte s’est", "Leur société s’était");
        assert_eq!(large.anchor.exact, "Leur société s’était fait racheter. Enfin, pas racheter");
        assert!(score(small.verdict) < 1.0 && score(small.verdict) > score(large.verdict));
        assert!(score(large.verdict) > 0.5);
    }

    #[test]
    fn a_short_passage_survives_a_changed_word() {
        let followed = follow("Ma fille", "", "Ma fille", "Ma grande sœur");
        assert_eq!(followed.anchor.exact, "Ma grande sœur");
        assert!(matches!(followed.verdict, Anchoring::Approximate { score } if score < 0.7));
        assert_eq!(follow("fille", "", "fille", "grande").anchor.exact, "grande");
    }

    #[test]
    fn a_common_word_is_not_taken_for_one_elsewhere() {
        let followed = follow("oui", "Ma fille a dit", "a dit oui", "a dit non");
        assert_eq!(followed.anchor.exact, "non");
        assert_eq!(follow("oui", "Ma fille a dit", "Ma fille a dit oui. ", "").verdict, Anchoring::Lost);
    }

    #[test]
    fn a_passage_moved_elsewhere_is_found_and_a_deleted_one_is_lost() {
        let old = version(&BEFORE);
        let anchor = anchor_of(&old, "Sa boîte s’est fait racheter. Enfin, pas racheter", "");
        let moved = version(&[BEFORE[0], BEFORE[1], BEFORE[4], BEFORE[3], BEFORE[2]]);
        let followed = Reanchorer::new(&old, &moved).follow(&anchor);
        assert_eq!((followed.verdict, followed.turns), (Anchoring::Moved, (4, 4)));
        let cut = version(&[BEFORE[0], BEFORE[1], BEFORE[3], BEFORE[4]]);
        let lost = Reanchorer::new(&old, &cut).follow(&anchor);
        assert_eq!((lost.verdict, &lost.anchor), (Anchoring::Lost, &anchor));
        // Its text comes back in the next version, and it with it.
        let back = Reanchorer::new(&cut, &old).follow(&lost.anchor);
        assert_eq!((back.verdict, back.turns), (Anchoring::Exact, (2, 2)));
    }

    #[test]
    fn typography_alone_loses_nothing() {
        let followed = follow("Sa boîte s’est fait racheter", "", "s’est fait", "s'est\u{a0}fait");
        assert_eq!(followed.anchor.exact, "Sa boîte s'est\u{a0}fait racheter");
        assert_eq!(followed.verdict, Anchoring::Exact);
    }

    proptest! {
        #[test]
        fn identity_keeps_every_anchor(start in 0_usize..230, len in 1_usize..90) {
            let version = version(&BEFORE);
            let anchorer = Anchorer::new(&version);
            let span = anchorer.trim(Span::new(start, start + len));
            if let Ok(placed) = anchorer.settle(span) {
                let same = Reanchorer::new(&version, &version).follow(&placed.anchor);
                let expected = Reanchored { anchor: placed.anchor, turns: placed.turns, verdict: Anchoring::Exact };
                prop_assert_eq!(same, expected);
            }
        }

        #[test]
        fn one_changed_word_never_loses_a_passage(
            start in 0_usize..230, len in 1_usize..90, word in 0_usize..40, by in "[a-zé]{1,9}( [a-z]{2})?",
        ) {
            let old = version(&BEFORE);
            let anchorer = Anchorer::new(&old);
            let Ok(placed) = anchorer.settle(anchorer.trim(Span::new(start, start + len))) else { return Ok(()) };
            let speech = BEFORE[2].split(' ').collect::<Vec<_>>();
            let word = 2 + word % (speech.len() - 2);
            let mut changed = speech.clone();
            changed[word] = &by;
            let changed = changed.join(" ");
            let new = version(&[BEFORE[0], BEFORE[1], &changed, BEFORE[3], BEFORE[4]]);
            let followed = Reanchorer::new(&old, &new).follow(&placed.anchor);
            // A part of the changed word, or a mark beside it, may go with it.
            if anchorer.is_whole_words(placed.anchor.span) && word_count(&placed.anchor.exact) > 0 {
                prop_assert_ne!(followed.verdict, Anchoring::Lost, "{:?} {:?}", placed.anchor, changed);
            }
        }
    }
}
