//! A class as people read it: its words, and segments that are typical of it.

use crate::app::lexical::ClassOutcome;
use crate::i18n::Format;
use crate::text::Language;
use crate::web::page::grid::Grid;
use crate::web::route::door;

/// Words listed of a class.
const LISTED: usize = 16;
/// Typical segments shown of a class.
const TYPICAL: usize = 3;
/// Length of the longest bar.
const BAR: f64 = 100.0;

/// A class.
pub(super) struct ClassView {
    pub(super) number: usize,
    pub(super) title: String,
    pub(super) words: Vec<WordView>,
    pub(super) typical: Vec<SegmentView>,
}

/// A word of a class.
pub(super) struct WordView {
    pub(super) word: String,
    pub(super) address: String,
    pub(super) chi2: String,
    /// Length of its bar.
    pub(super) bar: String,
    /// How many segments and interviews hold it.
    pub(super) held: String,
}

/// A typical segment.
pub(super) struct SegmentView {
    pub(super) text: String,
    pub(super) source: String,
    pub(super) address: String,
}

/// Lays out a class; what is said stays in its language.
pub(super) fn class(grid: Grid<'_>, class: &ClassOutcome, spoken: Language) -> ClassView {
    let most = class.shared().map(|term| term.chi2).fold(0.0, f64::max);
    let format = grid.format;
    ClassView {
        number: class.number,
        title: grid.words.text(
            "lexical-class",
            &[
                ("number", class.number.into()),
                ("segments", class.segments.into()),
                ("share", format.share(class.share, u8::from(class.share < 0.01)).into()),
                ("interviews", class.interviews.into()),
            ],
        ),
        words: class
            .shared()
            .take(LISTED)
            .map(|term| WordView {
                word: term.word.clone(),
                address: search(&term.word),
                chi2: format.decimal(term.chi2, 0),
                bar: format!("{:.1}", BAR * term.chi2 / most),
                held: grid.words.text(
                    "words-held",
                    &[
                        ("segments", i64::try_from(term.in_class).unwrap_or(i64::MAX).into()),
                        ("interviews", term.interviews.into()),
                    ],
                ),
            })
            .collect(),
        typical: class
            .typical
            .iter()
            .take(TYPICAL)
            .map(|segment| SegmentView {
                text: Format::new(spoken).spaced(&segment.text),
                source: grid.words.text(
                    "board-source",
                    &[("case", segment.case.as_str().into()), ("turn", segment.turn.to_string().into())],
                ),
                address: door::turn(&segment.case, segment.turn as usize),
            })
            .collect(),
    }
}

/// The address of the places where a word is said.
pub(super) fn search(word: &str) -> String {
    format!("/search?q={}", door::encoded(word))
}
