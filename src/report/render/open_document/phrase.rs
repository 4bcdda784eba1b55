//! Writes phrases as words with their looks and links.

use crate::report::document::{Inline, Phrase};
use crate::report::render::layout::look::{Look, SIGNS, colour, hex, kept, locale, mark};
use crate::report::render::layout::xml::element;
use crate::report::render::open_document::script::Script;
use crate::report::render::open_document::xml::said;

/// The font of marks, and the style of links that look like the words around them.
pub(super) const SYMBOLS: &str = "Symbols";
pub(super) const LINK: &str = "Internet_20_link";
pub(super) const QUIET_LINK: &str = "Quiet_20_link";

impl Script {
    /// Writes words of a look.
    pub(super) fn run(&mut self, look: Look<'_>, text: &str) -> String {
        if text.is_empty() {
            return String::new();
        }
        match self.look(look) {
            Some(style) => element("text:span", &[("text:style-name", &style)], &said(text)),
            None => said(text),
        }
    }

    /// Names the style of a look; none: that of the paragraph.
    fn look(&mut self, look: Look<'_>) -> Option<String> {
        let parent = match (look.bold, look.italic) {
            (true, _) => Some("Strong_20_Emphasis"),
            (false, true) => Some("Emphasis"),
            (false, false) => None,
        };
        let paint = |name: &str| format!("#{}", hex(name));
        let (ink, fill) = (look.colour.map(paint), look.fill.map(paint));
        let size = look.half_points.map(|half| format!("{}pt", f64::from(half) / 2.0));
        let language = look.language.map(locale).and_then(|locale| locale.split_once('-'));
        let mut letters = Vec::new();
        if look.is_mark {
            letters.push(("style:font-name", SYMBOLS));
        }
        if look.bold && look.italic {
            letters.push(("fo:font-style", "italic"));
        }
        letters.extend(ink.as_deref().map(|ink| ("fo:color", ink)));
        letters.extend(size.as_deref().map(|size| ("fo:font-size", size)));
        if look.dotted {
            letters.push(("style:text-underline-style", "dotted"));
            letters.push(("style:text-underline-width", "auto"));
            letters.push(("style:text-underline-color", "font-color"));
        }
        letters.extend(fill.as_deref().map(|fill| ("fo:background-color", fill)));
        if let Some((language, country)) = language {
            letters.extend([("fo:language", language), ("fo:country", country)]);
        }
        if letters.is_empty() {
            return parent.map(str::to_owned);
        }
        Some(self.automatic.words(parent, &letters))
    }

    /// Writes a phrase.
    pub(super) fn runs(&mut self, phrase: &Phrase, look: Look<'_>) -> String {
        phrase.0.iter().map(|piece| self.piece(piece, look)).collect()
    }

    fn piece(&mut self, piece: &Inline, look: Look<'_>) -> String {
        match piece {
            Inline::Text(text) => self.run(look, text),
            // A reference that was never resolved reads as its name: better than nothing.
            Inline::Reference { name, .. } => self.run(look, name),
            Inline::Strong(text) => self.run(Look { bold: true, ..look }, text),
            Inline::Emphasis(text) => self.run(Look { italic: true, ..look }, text),
            Inline::Link { text, anchor } => self.link(anchor, text, look),
            Inline::Profile { rank, name } => self.profile(*rank, &kept(&format!(" {name}")), look),
            Inline::Mark(text) => self.run(Look { fill: Some("h1"), ..look }, text),
            Inline::Sign { sign, meaning } => self.sign(sign, meaning, look),
            Inline::Kept(text) => self.run(look, &kept(text)),
            Inline::Quiet(text) => self.run(Look { colour: Some("mute"), ..look }, &kept(text)),
            Inline::Break => element("text:line-break", &[], ""),
            Inline::ToWrite(text) => self.run(Look { colour: Some("mute"), dotted: true, ..look }, text),
        }
    }

    /// Writes a link inside the document; what leads nowhere here stays as words.
    pub(super) fn link(&mut self, anchor: &str, text: &str, look: Look<'_>) -> String {
        let words = self.run(look, text);
        self.leading(anchor, LINK, "", words)
    }

    /// Writes a link that looks like the words around it, for a number in a table.
    pub(super) fn quiet_link(&mut self, anchor: &str, text: &str, look: Look<'_>) -> String {
        let words = self.run(look, text);
        self.leading(anchor, QUIET_LINK, "", words)
    }

    /// Writes a sign, which leads to its meaning and shows it under the pointer.
    pub(super) fn sign(&mut self, sign: &str, meaning: &str, look: Look<'_>) -> String {
        let words = self.run(look, sign);
        self.leading(SIGNS, QUIET_LINK, meaning, words)
    }

    /// Writes the mark of a profile and what follows it.
    pub(super) fn profile(&mut self, rank: usize, name: &str, look: Look<'_>) -> String {
        let colour = colour(rank);
        let drawn = Look { is_mark: true, bold: false, style: None, colour: Some(&colour), ..look };
        let drawn = self.run(drawn, mark(rank));
        format!("{drawn}{}", self.run(look, name))
    }

    /// Lets words lead to an anchor, where the document has it; `hint` stands under the pointer.
    pub(super) fn leading(&self, anchor: &str, style: &str, hint: &str, words: String) -> String {
        let Some(name) = self.anchors.name(anchor) else { return words };
        let target = format!("#{name}");
        let mut attributes = vec![("xlink:type", "simple"), ("xlink:href", target.as_str())];
        if !hint.is_empty() {
            attributes.push(("office:title", hint));
        }
        attributes.extend([("text:style-name", style), ("text:visited-style-name", style)]);
        element("text:a", &attributes, &words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_to_nothing_is_words() {
        let phrase = Phrase::parse("voir [la suite](#ailleurs) **ici**");
        let written = Script::default().runs(&phrase, Look::default());
        let strong = "<text:span text:style-name=\"Strong_20_Emphasis\">ici</text:span>";
        assert_eq!(written, format!("voir<text:s/>la suite<text:s/>{strong}"));
    }

    #[test]
    fn a_profile_keeps_its_mark_and_its_name_together() {
        let phrase = Phrase(vec![Inline::Profile { rank: 1, name: "P2 bis".to_owned() }]);
        let written = Script::default().runs(&phrase, Look::default());
        assert!(written.contains('▲') && written.contains("\u{a0}P2\u{a0}bis"), "{written}");
    }
}
