//! Writes phrases.

use std::collections::BTreeSet;

use crate::plot::{Class, Shape};
use crate::report::document::{Inline, Phrase};
use crate::report::render::typeset::literal::string;

/// Where the meaning of signs stands.
const SIGNS: &str = "signs";

/// Writes a phrase as content.
pub(super) fn phrase(phrase: &Phrase, anchors: &BTreeSet<String>) -> String {
    let pieces: String = phrase.0.iter().map(|piece| one(piece, anchors)).collect();
    format!("[{pieces}]")
}

fn one(piece: &Inline, anchors: &BTreeSet<String>) -> String {
    let with = |look: &str, text: &str| format!("#{look}({})", string(text));
    match piece {
        Inline::Text(text) => words(text),
        // A reference that was never resolved reads as its name: better than nothing.
        Inline::Reference { name, .. } => words(name),
        Inline::Strong(text) => with("bold", text),
        Inline::Emphasis(text) => with("slanted", text),
        Inline::Link { text, anchor } => link("to", anchor, text, anchors),
        Inline::Profile { rank, name } => format!("#{}", profile(*rank, name)),
        Inline::Mark(text) => with("marked", text),
        Inline::Sign { sign, .. } => link("quietly", SIGNS, sign, anchors),
        Inline::Kept(text) => with("kept", text),
        Inline::Quiet(text) => format!("#quiet(kept({}))", string(text)),
        Inline::Break => "#linebreak()".to_owned(),
        Inline::ToWrite(text) => with("to-write", text),
    }
}

/// Writes words as content.
pub(super) fn words(text: &str) -> String {
    format!("#{}", string(text))
}

/// Writes a link inside the document; what leads nowhere here stays as words.
pub(super) fn link(look: &str, anchor: &str, text: &str, anchors: &BTreeSet<String>) -> String {
    if anchors.contains(anchor) {
        format!("#{look}({}, {})", string(anchor), string(text))
    } else {
        words(text)
    }
}

/// Writes the mark and the name of a profile, as an expression.
pub(super) fn profile(rank: usize, name: &str) -> String {
    let mark = match Class::nth(rank).shape() {
        Shape::Disc => "●",
        Shape::Triangle => "▲",
        Shape::Square => "■",
        Shape::Diamond => "◆",
        Shape::Point => "▼",
        // The fonts that the program carries have no heavier one.
        Shape::Cross => "+",
    };
    format!("profile({}, {}, {})", string(mark), colour(rank), string(name))
}

/// Gives the colour of a profile; six exist, a further profile is drawn in ink.
pub(super) fn colour(rank: usize) -> String {
    if rank < 6 { format!("colours.e{}", rank + 1) } else { "colours.ink".to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_to_nothing_is_words() {
        let text = Phrase::parse("voir [la suite](#ailleurs) et [ceci](#ici)");
        let written = phrase(&text, &BTreeSet::from(["ici".to_owned()]));
        assert_eq!(written, r##"[#"voir "#"la suite"#" et "#to("ici", "ceci")]"##);
    }
}
