//! A stretch that a person selected, as the passage that they mean.
//!
//! Ends given roughly snap: to speech (a label is never taken), to whole words, and to the mark that
//! ends a sentence when the selection began it. Exact ends keep to characters as people see them.

use crate::domain::coding::anchor::{Anchorer, Placed};
use crate::domain::transcript::{TranscriptVersion, Turn};
use crate::text::boundary::{sentences, words};
use crate::text::{CharOffset, Span, TextIndex};

/// Why a selection is no passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoPassage {
    /// It leaves the text, or stands in no turn.
    OutOfRange,
    /// It holds no word.
    NoWords,
}

/// Finds the passage that a selection means.
///
/// # Errors
/// It leaves the text or holds no word.
pub fn passage(
    anchorer: &Anchorer<'_>,
    version: &TranscriptVersion,
    selected: Span,
    exact: bool,
) -> Result<Placed, NoPassage> {
    let index = anchorer.index();
    if selected.end.0 > index.len() {
        return Err(NoPassage::OutOfRange);
    }
    let (mut span, first, last) = within_speech(version, selected).ok_or(NoPassage::OutOfRange)?;
    if !exact {
        span = anchorer.trim(span);
        span = Span { start: snap_start(index, first, span), ..span };
        span = Span { end: snap_end(index, last, span), ..span };
    }
    let has_words =
        if exact { !index.slice(span).trim().is_empty() } else { words(index.slice(span)).next().is_some() };
    if !has_words {
        return Err(NoPassage::NoWords);
    }
    anchorer.settle(span).map_err(|_| NoPassage::OutOfRange)
}

/// Finds what stands at a place of a version, as it is; none outside speech.
pub fn standing(version: &TranscriptVersion, span: Span) -> Option<Placed> {
    Anchorer::new(version).settle(span).ok()
}

/// Draws both ends into speech, and tells the turns that they are in.
fn within_speech(version: &TranscriptVersion, span: Span) -> Option<(Span, &Turn, &Turn)> {
    let spoken = |turn: &&Turn| !turn.speech.is_empty();
    let first = version.turns.iter().filter(spoken).find(|turn| turn.speech.end > span.start)?;
    let last = version.turns.iter().filter(spoken).rfind(|turn| turn.speech.start < span.end)?;
    let start = span.start.max(first.speech.start);
    let end = span.end.min(last.speech.end);
    (start < end).then_some((Span { start, end }, first, last))
}

/// Returns the start of the word that a span begins in.
fn snap_start(index: &TextIndex<'_>, turn: &Turn, span: Span) -> CharOffset {
    let at = span.start.0 - turn.speech.start.0;
    let cut = words(index.slice(turn.speech)).find(|word| word.span.start.0 < at && at < word.span.end.0);
    cut.map_or(span.start, |word| CharOffset(turn.speech.start.0 + word.span.start.0))
}

/// Returns the end of the word that a span ends in, or of its sentence when only marks are left of it.
fn snap_end(index: &TextIndex<'_>, turn: &Turn, span: Span) -> CharOffset {
    let speech = index.slice(turn.speech);
    let at = span.end.0 - turn.speech.start.0;
    let cut = words(speech).find(|word| word.span.start.0 < at && at < word.span.end.0);
    let end = cut.map_or(at, |word| word.span.end.0);
    let sentence =
        sentences(speech).into_iter().find(|piece| piece.span.start.0 < end && end < piece.span.end.0);
    let whole = sentence.filter(|piece| {
        let begins_inside = turn.speech.start.0 + piece.span.start.0 >= span.start.0;
        let rest: String = piece.text.chars().skip(end - piece.span.start.0).collect();
        begins_inside && words(&rest).next().is_none()
    });
    CharOffset(turn.speech.start.0 + whole.map_or(end, |piece| piece.span.end.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::coding::anchor::tests::version;
    use proptest::prelude::*;

    const TURNS: [&str; 3] = [
        "Mme A. : Et là, vous disiez ?",
        "M. B. : L’hiver, c’est long. Enfin… « On y va\u{a0}? » a-t-elle dit. E\u{301}te\u{301} 👩‍👧 fin",
        "Mme A. : Mmh. \u{5e9}\u{5dc}\u{5d5}\u{5dd} oui.",
    ];

    /// Selects from one word of the interview to another, by their first and last letters.
    fn selected(from: &str, to: &str, exact: bool) -> Result<String, NoPassage> {
        let version = version(&TURNS);
        let start = version.text.find(from).unwrap();
        let end = start + version.text[start..].find(to).unwrap() + to.len();
        let count = |byte: usize| version.text[..byte].chars().count();
        let anchorer = Anchorer::new(&version);
        passage(&anchorer, &version, Span::new(count(start), count(end)), exact)
            .map(|placed| placed.anchor.exact)
    }

    #[test]
    fn ends_snap_to_words() {
        assert_eq!(selected("iver", "est lo", false).unwrap(), "L’hiver, c’est long.");
        assert_eq!(selected("iver", "est lo", true).unwrap(), "iver, c’est lo");
        assert_eq!(selected("est", "lo", false).unwrap(), "c’est long");
        assert_eq!(selected(" c", "c", false).unwrap(), "c’est");
    }

    #[test]
    fn the_mark_that_ends_a_sentence_is_taken_when_the_sentence_was_begun() {
        assert_eq!(selected("« On", "dit", false).unwrap(), "« On y va\u{a0}? » a-t-elle dit.");
        assert_eq!(selected("On y", "dit", false).unwrap(), "On y va\u{a0}? » a-t-elle dit");
        assert_eq!(selected("Et là", "disiez", false).unwrap(), "Et là, vous disiez ?");
        assert_eq!(selected("Et là", "là", false).unwrap(), "Et là", "a comma ends nothing");
    }

    #[test]
    fn labels_are_never_taken_and_graphemes_never_cut() {
        assert_eq!(selected(" fin", "Mme A.", false).unwrap(), "fin");
        assert_eq!(selected("M. B.", "iver", false).unwrap(), "L’hiver");
        assert_eq!(selected("👩", "👩", true).unwrap(), "👩‍👧");
        assert_eq!(selected("E\u{301}t", "te", false).unwrap(), "E\u{301}te\u{301}");
        assert!(selected(" fin", "\u{5dc}\u{5d5}", false).unwrap().ends_with("\u{5e9}\u{5dc}\u{5d5}\u{5dd}"));
    }

    #[test]
    fn what_is_no_passage_is_refused() {
        assert_eq!(selected(", ", ", ", false), Err(NoPassage::NoWords));
        let version = version(&TURNS);
        let anchorer = Anchorer::new(&version);
        let beyond = Span::new(5, 9_999);
        assert_eq!(passage(&anchorer, &version, beyond, false), Err(NoPassage::OutOfRange));
        let label = Span::new(0, 4);
        assert_eq!(passage(&anchorer, &version, label, false), Err(NoPassage::OutOfRange));
    }

    proptest! {
        #[test]
        fn a_passage_holds_the_words_at_its_place_and_snaps_to_itself(start in 0_usize..150, len in 1_usize..90, exact: bool) {
            let version = version(&TURNS);
            let anchorer = Anchorer::new(&version);
            if let Ok(placed) = passage(&anchorer, &version, Span::new(start, start + len), exact) {
                let span = placed.anchor.span;
                prop_assert_eq!(TextIndex::new(&version.text).slice(span), &placed.anchor.exact);
                prop_assert_eq!(passage(&anchorer, &version, span, exact), Ok(placed));
            }
        }
    }
}
