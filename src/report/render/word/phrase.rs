//! Writes phrases as runs.

use crate::report::document::{Inline, Phrase};
use crate::report::render::layout::anchor::Anchors;
use crate::report::render::layout::look::{Look, SIGNS, colour, hex, kept, locale, mark};
use crate::report::render::layout::xml::element;
use crate::report::render::word::xml::{on, run, value};

impl Look<'_> {
    /// Writes the properties in the order that the format asks for.
    pub(super) fn xml(&self) -> String {
        let mut out = String::new();
        if let Some(style) = self.style {
            out.push_str(&value("w:rStyle", style));
        }
        if self.is_mark {
            let font = "Segoe UI Symbol";
            let fonts = [("w:ascii", font), ("w:hAnsi", font), ("w:eastAsia", font), ("w:cs", font)];
            out.push_str(&element("w:rFonts", &fonts, ""));
        }
        if self.bold {
            out.push_str(&(on("w:b") + &on("w:bCs")));
        }
        if self.italic {
            out.push_str(&(on("w:i") + &on("w:iCs")));
        }
        if let Some(colour) = self.colour {
            out.push_str(&value("w:color", hex(colour)));
        }
        if let Some(size) = self.half_points {
            let size = size.to_string();
            out.push_str(&(value("w:sz", &size) + &value("w:szCs", &size)));
        }
        if self.dotted {
            out.push_str(&value("w:u", "dotted"));
        }
        if let Some(fill) = self.fill {
            out.push_str(&shade(fill));
        }
        if let Some(language) = self.language {
            out.push_str(&value("w:lang", locale(language)));
        }
        out
    }
}

/// Writes what lies behind letters, a paragraph or a cell.
pub(super) fn shade(name: &str) -> String {
    element("w:shd", &[("w:val", "clear"), ("w:color", "auto"), ("w:fill", hex(name))], "")
}

/// Writes a phrase.
pub(super) fn runs(phrase: &Phrase, look: Look<'_>, anchors: &Anchors) -> String {
    phrase.0.iter().map(|piece| one(piece, look, anchors)).collect()
}

fn one(piece: &Inline, look: Look<'_>, anchors: &Anchors) -> String {
    let say = |look: Look<'_>, text: &str| run(&look.xml(), text);
    match piece {
        Inline::Text(text) => say(look, text),
        // A reference that was never resolved reads as its name: better than nothing.
        Inline::Reference { name, .. } => say(look, name),
        Inline::Strong(text) => say(Look { bold: true, ..look }, text),
        Inline::Emphasis(text) => say(Look { italic: true, ..look }, text),
        Inline::Link { text, anchor } => link(anchor, text, look, anchors),
        Inline::Profile { rank, name } => profile(*rank, name, look),
        Inline::Mark(text) => say(Look { fill: Some("h1"), ..look }, text),
        Inline::Sign { sign, meaning } => sign_of(sign, meaning, look, anchors),
        Inline::Kept(text) => say(look, &kept(text)),
        Inline::Quiet(text) => say(Look { colour: Some("mute"), ..look }, &kept(text)),
        Inline::Break => "<w:r><w:br/></w:r>".to_owned(),
        Inline::ToWrite(text) => say(Look { colour: Some("mute"), dotted: true, ..look }, text),
    }
}

/// Writes a link inside the document; what leads nowhere here stays as words.
pub(super) fn link(anchor: &str, text: &str, look: Look<'_>, anchors: &Anchors) -> String {
    match anchors.name(anchor) {
        Some(name) => hyperlink(name, "", &run(&Look { style: Some("Hyperlink"), ..look }.xml(), text)),
        None => run(&look.xml(), text),
    }
}

/// Writes a link that looks like the words around it, for a number in a table.
pub(super) fn quiet_link(anchor: &str, text: &str, look: Look<'_>, anchors: &Anchors) -> String {
    let words = run(&look.xml(), text);
    anchors.name(anchor).map_or_else(|| words.clone(), |name| hyperlink(name, "", &words))
}

/// Writes a sign, which leads to its meaning and shows it under the pointer.
pub(super) fn sign_of(sign: &str, meaning: &str, look: Look<'_>, anchors: &Anchors) -> String {
    let words = run(&look.xml(), sign);
    anchors.name(SIGNS).map_or_else(|| words.clone(), |name| hyperlink(name, meaning, &words))
}

/// Writes the mark and the name of a profile.
pub(super) fn profile(rank: usize, name: &str, look: Look<'_>) -> String {
    let colour = colour(rank);
    let drawn = Look { is_mark: true, bold: false, style: None, colour: Some(&colour), ..look };
    format!("{}{}", run(&drawn.xml(), mark(rank)), run(&look.xml(), &kept(&format!(" {name}"))))
}

fn hyperlink(name: &str, hint: &str, runs: &str) -> String {
    let mut attributes = vec![("w:anchor", name), ("w:history", "1")];
    if !hint.is_empty() {
        attributes.push(("w:tooltip", hint));
    }
    element("w:hyperlink", &attributes, runs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_to_nothing_is_words() {
        let phrase = Phrase::parse("voir [la suite](#ailleurs) **ici**");
        let written = runs(&phrase, Look::default(), &Anchors::default());
        assert!(!written.contains("w:hyperlink"));
        assert!(written.contains(">la suite<") && written.contains("<w:b/>"));
    }

    #[test]
    fn a_profile_keeps_its_mark_and_its_name_together() {
        let phrase = Phrase(vec![Inline::Profile { rank: 1, name: "P2 bis".to_owned() }]);
        let written = runs(&phrase, Look::default(), &Anchors::default());
        assert!(written.contains('▲') && written.contains("\u{a0}P2\u{a0}bis"));
    }
}
