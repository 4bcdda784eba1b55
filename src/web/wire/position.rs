//! Places as pages write them: a turn, and UTF-16 units of its speech.

use serde::{Deserialize, Serialize};

use crate::domain::transcript::{TranscriptVersion, Turn};
use crate::text::{CharOffset, Span, TextIndex, Utf16Offset};

/// A place: the number of a turn, and UTF-16 units from the start of its speech.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Point {
    /// From 1; 0 for a passage that was lost.
    pub(crate) turn: u32,
    /// From 0.
    pub(crate) at: usize,
}

/// A stretch.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Ends {
    /// Its start.
    pub(crate) from: Point,
    /// Its end, exclusive.
    pub(crate) to: Point,
}

/// Converts places of one version; made once for many of them.
pub(crate) struct Ruler<'version> {
    version: &'version TranscriptVersion,
    index: TextIndex<'version>,
}

impl<'version> Ruler<'version> {
    /// Reads the version's text once.
    pub(crate) fn new(version: &'version TranscriptVersion) -> Self {
        Self { version, index: TextIndex::new(&version.text) }
    }

    fn turn(&self, number: u32) -> Option<&Turn> {
        let at = usize::try_from(number.checked_sub(1)?).ok()?;
        self.version.turns.get(at).filter(|turn| turn.number == number)
    }

    /// Converts a stretch to scalar values of the version's text; none when it leaves a turn, or ends
    /// before it begins.
    pub(crate) fn span(&self, ends: Ends) -> Option<Span> {
        let (start, end) = (self.offset(ends.from)?, self.offset(ends.to)?);
        (start < end).then_some(Span { start, end })
    }

    fn offset(&self, point: Point) -> Option<CharOffset> {
        let speech = self.turn(point.turn)?.speech;
        let start = self.index.utf16_of(speech.start).0;
        let end = self.index.utf16_of(speech.end).0;
        let at = start.checked_add(point.at).filter(|at| *at <= end)?;
        Some(self.index.char_of_utf16(Utf16Offset(at)))
    }

    /// Converts a passage to what a page writes; a lost one stands nowhere.
    pub(crate) fn ends(&self, span: Span, turns: (u32, u32)) -> Ends {
        let point = |number: u32, offset: CharOffset| {
            let speech = self.turn(number)?.speech;
            let offset = offset.clamp(speech.start, speech.end);
            let at = self.index.utf16_of(offset).0 - self.index.utf16_of(speech.start).0;
            Some(Point { turn: number, at })
        };
        match (point(turns.0, span.start), point(turns.1, span.end)) {
            (Some(from), Some(to)) => Ends { from, to },
            _ => Ends::default(),
        }
    }

    /// Lists the speech of a passage, turn by turn, without the labels between.
    pub(crate) fn speech(&self, span: Span, turns: (u32, u32)) -> Vec<&'version str> {
        let touched = (turns.0..=turns.1).filter_map(|number| self.turn(number)?.speech.intersection(span));
        touched.map(|span| self.index.slice(span)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::coding::anchor::Anchorer;
    use crate::domain::coding::selection;
    use crate::domain::transcript::Roles;
    use crate::domain::transcript::markdown::parse;
    use proptest::prelude::*;

    fn version(turns: &[String]) -> TranscriptVersion {
        let mut text = String::new();
        for (number, speech) in turns.iter().enumerate() {
            let speaker = if number % 2 == 0 { "Enquêtrice" } else { "Mme 👩‍👧 K." };
            text.push_str(&format!("**{speaker} :** {speech}\n\n"));
        }
        parse("transcripts/E01.md", &text, &Roles::default()).transcript.unwrap().version
    }

    /// What a browser's `substring` gives.
    fn substring(text: &str, from: usize, to: usize) -> String {
        let units: Vec<u16> = text.encode_utf16().collect();
        String::from_utf16_lossy(&units[from..to])
    }

    fn speech() -> impl Strategy<Value = String> {
        let piece = prop::sample::select(vec![
            "mot ",
            "e\u{301}te\u{301} ",
            "👩‍👧 ",
            "❤️ ",
            "\u{202f}»\u{a0}",
            "\u{5e9}\u{5dc}\u{5d5}\u{5dd} ",
            "\u{627}\u{644}\u{633}\u{644}\u{627}\u{645} ",
            "𝄞 ",
            "l’œuf ",
            "Oui. ",
        ]);
        prop::collection::vec(piece, 1..12).prop_map(|pieces| format!("A{}z", pieces.concat()))
    }

    proptest! {
        #[test]
        fn a_selection_comes_back_as_the_words_that_the_page_had(
            turns in prop::collection::vec(speech(), 2..6), first in 0_usize..6, last in 0_usize..6,
            start in 0_usize..60, end in 0_usize..60, exact: bool,
        ) {
            let version = version(&turns);
            let ruler = Ruler::new(&version);
            let index = TextIndex::new(&version.text);
            let shown: Vec<&str> = version.turns.iter().map(|turn| index.slice(turn.speech)).collect();
            let (first, last) = (first % shown.len(), last % shown.len());
            let units = |turn: usize| shown[turn].encode_utf16().count();
            let point = |turn: usize, at: usize| Point { turn: u32::try_from(turn).unwrap() + 1, at: at % (units(turn) + 1) };
            let ends = Ends { from: point(first, start), to: point(last, end) };
            let Some(span) = ruler.span(ends) else { return Ok(()) };

            // UTF-16 to scalar values and back: the same place, but for one within a character.
            let back = ruler.ends(span, (u32::try_from(first).unwrap() + 1, u32::try_from(last).unwrap() + 1));
            prop_assert!(back.from.at <= ends.from.at && ends.from.at - back.from.at <= 1);
            prop_assert_eq!(ruler.span(back), Some(span));

            // What is stored is what the page would cut out of the turns that it shows.
            let anchorer = Anchorer::new(&version);
            let Ok(placed) = selection::passage(&anchorer, &version, span, exact) else { return Ok(()) };
            let stored = ruler.ends(placed.anchor.span, placed.turns);
            let cut: Vec<String> = (stored.from.turn..=stored.to.turn).map(|number| {
                let turn = number as usize - 1;
                let from = if number == stored.from.turn { stored.from.at } else { 0 };
                let to = if number == stored.to.turn { stored.to.at } else { units(turn) };
                substring(shown[turn], from, to)
            }).collect();
            prop_assert_eq!(&cut, &ruler.speech(placed.anchor.span, placed.turns));
            if placed.turns.0 == placed.turns.1 {
                prop_assert_eq!(&cut[0], &placed.anchor.exact);
            }
        }
    }

    #[test]
    fn places_that_are_not_in_the_text_are_refused() {
        let version = version(&["Oui 👍".to_owned(), "Non".to_owned()]);
        let ruler = Ruler::new(&version);
        let ends = |from, to| Ends { from: Point { turn: 1, at: from }, to: Point { turn: 1, at: to } };
        assert!(ruler.span(ends(0, 6)).is_some());
        assert_eq!(ruler.span(ends(0, 7)), None);
        assert_eq!(ruler.span(ends(3, 3)), None);
        assert_eq!(ruler.span(Ends { from: Point { turn: 0, at: 0 }, to: Point { turn: 1, at: 1 } }), None);
        assert_eq!(
            ruler.span(Ends { from: Point { turn: 1, at: usize::MAX }, to: Point { turn: 9, at: 1 } }),
            None
        );
        assert_eq!(ruler.ends(Span::new(0, 3), (0, 0)), Ends::default());
    }
}
