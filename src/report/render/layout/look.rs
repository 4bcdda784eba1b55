//! How words look beside their paragraph.

use crate::plot::style::light;
use crate::plot::{Class, Shape};
use crate::text::Language;

/// Where the meaning of signs stands.
pub(in crate::report::render) const SIGNS: &str = "signs";

/// How a run looks beside its paragraph's style.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::report::render) struct Look<'a> {
    /// A style of characters.
    pub style: Option<&'a str>,
    /// A mark, from a font that has it.
    pub is_mark: bool,
    /// Bold.
    pub bold: bool,
    /// Italics.
    pub italic: bool,
    /// Name of a colour.
    pub colour: Option<&'a str>,
    /// Size of letters.
    pub half_points: Option<u8>,
    /// Underlined with dots.
    pub dotted: bool,
    /// Name of the colour behind.
    pub fill: Option<&'a str>,
    /// Language, where it is not the document's.
    pub language: Option<Language>,
}

/// Gives a named colour as six digits.
pub(in crate::report::render) fn hex(name: &str) -> &'static str {
    light(name).trim_start_matches('#')
}

/// Gives a language with its country, as spelling checkers want it.
pub(in crate::report::render) fn locale(language: Language) -> &'static str {
    match language {
        Language::Fr => "fr-FR",
        Language::En => "en-GB",
    }
}

/// Gives the mark of a profile.
pub(in crate::report::render) fn mark(rank: usize) -> &'static str {
    match Class::nth(rank).shape() {
        Shape::Disc => "●",
        Shape::Triangle => "▲",
        Shape::Square => "■",
        Shape::Diamond => "◆",
        Shape::Point => "▼",
        Shape::Cross => "✚",
    }
}

/// Gives the name of the colour of a profile; six exist, a further profile is drawn in ink.
pub(in crate::report::render) fn colour(rank: usize) -> String {
    if rank < 6 { format!("e{}", rank + 1) } else { "ink".to_owned() }
}

/// Keeps words on one line.
pub(in crate::report::render) fn kept(text: &str) -> String {
    text.replace(' ', "\u{a0}")
}
