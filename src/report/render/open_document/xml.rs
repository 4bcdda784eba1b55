//! Writes words and lengths as the format wants them.

use crate::plot::svg::escape;

/// First line of every part.
pub(super) const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

/// Name spaces of the parts that hold styles or text.
pub(super) const SPACES: &[(&str, &str)] = &[
    ("xmlns:office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"),
    ("xmlns:style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0"),
    ("xmlns:text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"),
    ("xmlns:table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0"),
    ("xmlns:draw", "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"),
    ("xmlns:fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"),
    ("xmlns:svg", "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"),
    ("xmlns:xlink", "http://www.w3.org/1999/xlink"),
    // The language of formulas, which their values name.
    ("xmlns:ooow", "http://openoffice.org/2004/writer"),
    ("office:version", "1.3"),
];

/// Writes words. A blank at their edge or after another would be lost: it is an element.
pub(super) fn said(text: &str) -> String {
    let text = escape(text);
    let mut out = String::with_capacity(text.len());
    let mut is_bare = true;
    for sign in text.chars() {
        match sign {
            ' ' if is_bare => out.push_str("<text:s/>"),
            other => out.push(other),
        }
        is_bare = sign == ' ';
    }
    if out.ends_with(' ') {
        out.pop();
        out.push_str("<text:s/>");
    }
    out
}

/// Writes twentieths of a point as a length.
pub(super) fn points(twips: u32) -> String {
    let (whole, part) = (twips / 20, twips % 20 * 5);
    if part == 0 { format!("{whole}pt") } else { format!("{whole}.{part:02}pt") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_blank_is_lost() {
        assert_eq!(said("a b"), "a b");
        assert_eq!(said(" a  b "), "<text:s/>a <text:s/>b<text:s/>");
        assert_eq!(said(" "), "<text:s/>");
        assert_eq!(said("a<b\nc"), "a&lt;b c");
    }

    #[test]
    fn lengths_are_exact() {
        assert_eq!([points(9_638), points(340), points(1)], ["481.90pt", "17pt", "0.05pt"]);
    }
}
