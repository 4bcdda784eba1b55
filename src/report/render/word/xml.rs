//! Writes paragraphs and runs; the order of their properties is the caller's.

use std::fmt::Write as _;

use crate::plot::svg::escape;
use crate::report::render::layout::xml::element;

/// First line of every part.
pub(super) const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// Writes an empty element with a value: `<w:b w:val="…"/>`.
pub(super) fn value(name: &str, value: &str) -> String {
    element(name, &[("w:val", value)], "")
}

/// Writes an empty element without attributes, a switch that is on.
pub(super) fn on(name: &str) -> String {
    element(name, &[], "")
}

/// Writes a paragraph: what comes after the style in its properties, then its runs.
pub(super) fn paragraph(style: &str, properties: &str, runs: &str) -> String {
    let properties = element("w:pPr", &[], &format!("{}{properties}", value("w:pStyle", style)));
    element("w:p", &[], &format!("{properties}{runs}"))
}

/// Writes a run of text with its properties. Soft and unbreaking hyphens are elements of their own.
pub(super) fn run(properties: &str, text: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    let mut out = String::from("<w:r>");
    if !properties.is_empty() {
        out.push_str(&element("w:rPr", &[], properties));
    }
    let mut words = String::new();
    for sign in text.chars() {
        let special = match sign {
            '\u{ad}' => "<w:softHyphen/>",
            '\u{2011}' => "<w:noBreakHyphen/>",
            other => {
                words.push(other);
                continue;
            }
        };
        push_text(&mut out, &mut words);
        out.push_str(special);
    }
    push_text(&mut out, &mut words);
    out.push_str("</w:r>");
    out
}

fn push_text(out: &mut String, words: &mut String) {
    if !words.is_empty() {
        let _ = write!(out, "<w:t xml:space=\"preserve\">{}</w:t>", escape(words));
        words.clear();
    }
}

/// Writes a field of one run: what computes it, and what stands there until it is computed again.
pub(super) fn field(instruction: &str, properties: &str, shown: &str) -> String {
    let instruction = format!(" {instruction} ");
    element("w:fldSimple", &[("w:instr", &instruction)], &run(properties, shown))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_escaped_and_hyphens_become_elements() {
        assert_eq!(
            run("", "a<b\u{ad}c"),
            "<w:r><w:t xml:space=\"preserve\">a&lt;b</w:t><w:softHyphen/><w:t xml:space=\"preserve\">c</w:t></w:r>"
        );
        assert_eq!(run("<w:b/>", ""), "");
    }
}
