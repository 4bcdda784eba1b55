//! Writes XML elements; their order and nesting are the caller's, so every part is well-formed.

use std::fmt::Write as _;

use crate::plot::svg::escape;

/// Writes an element around finished content; an empty one closes itself.
pub(in crate::report::render) fn element(name: &str, attributes: &[(&str, &str)], inside: &str) -> String {
    let mut out = format!("<{name}");
    for (attribute, value) in attributes {
        let _ = write!(out, " {attribute}=\"{}\"", escape(value));
    }
    if inside.is_empty() {
        out.push_str("/>");
    } else {
        let _ = write!(out, ">{inside}</{name}>");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_escaped_and_an_empty_element_closes_itself() {
        assert_eq!(element("w:x", &[("w:val", "\"")], ""), "<w:x w:val=\"&quot;\"/>");
        assert_eq!(element("x", &[], "<y/>"), "<x><y/></x>");
    }
}
