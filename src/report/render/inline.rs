//! Writes phrases as HTML.

use crate::plot::svg::escape;
use crate::plot::{Class, symbol};
use crate::report::document::{Inline, Phrase};

/// Writes a phrase.
pub(super) fn phrase(phrase: &Phrase) -> String {
    phrase.0.iter().map(piece).collect()
}

fn piece(piece: &Inline) -> String {
    match piece {
        Inline::Text(text) => escape(text),
        Inline::Strong(text) => format!("<strong>{}</strong>", escape(text)),
        Inline::Emphasis(text) => format!("<em>{}</em>", escape(text)),
        Inline::Link { text, anchor } => link(anchor, text),
        // A reference that was never resolved reads as its name: better than nothing.
        Inline::Reference { name, .. } => escape(name),
        Inline::Profile { rank, name } => format!("<span class=\"nw\">{}</span>", profile(*rank, name)),
        Inline::Mark(text) => format!("<mark>{}</mark>", escape(text)),
        Inline::Sign { sign, meaning } => sign_of(sign, meaning),
        Inline::Kept(text) => format!("<span class=\"nw\">{}</span>", escape(text)),
        Inline::Quiet(text) => format!("<span class=\"quiet nw\">{}</span>", escape(text)),
        Inline::Break => "<br>".to_owned(),
        Inline::ToWrite(text) => format!("<span class=\"todo\">{}</span>", escape(text)),
    }
}

/// Writes a link inside the page, or to the address that stands in place of an anchor.
pub(super) fn link(anchor: &str, text: &str) -> String {
    let inside = if anchor.starts_with('/') { "" } else { "#" };
    format!("<a href=\"{inside}{}\">{}</a>", escape(anchor), escape(text))
}

/// Writes the line over what slides sideways on a telephone; other screens and paper do not show it.
pub(super) fn hint(text: &str) -> String {
    format!("<p class=\"hint\">{}</p>", escape(text))
}

/// Writes the mark and the name of a profile.
pub(super) fn profile(rank: usize, name: &str) -> String {
    format!("{}{}", symbol(Class::nth(rank), 14.0), escape(name))
}

/// Writes a sign with its meaning.
pub(super) fn sign_of(sign: &str, meaning: &str) -> String {
    format!("<abbr title=\"{}\">{}</abbr>", escape(meaning), escape(sign))
}
