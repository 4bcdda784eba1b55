//! Writes the list of chapters: a field that Word can make again, its entries already there.
//!
//! No page can be known before a word processor has laid the text out, and a wrong one is worse than
//! none: the entries lead to their chapters, and « Update field » adds the pages. Nothing is marked for
//! update on opening, since Word asks its reader about that.

use crate::report::document::Document;
use crate::report::render::layout::anchor::Anchors;
use crate::report::render::layout::contents::entries;
use crate::report::render::layout::xml::element;
use crate::report::render::word::xml::{paragraph, run};

/// What computes the list.
const FIELD: &str = "TOC \\o \"1-2\" \\h \\z \\u";

/// Writes the list under its heading; `last` is a heading that the document itself does not hold, with
/// its anchor.
pub(super) fn contents(
    document: &Document,
    heading: &str,
    last: Option<(&str, &str)>,
    anchors: &Anchors,
) -> String {
    let lines = entries(document, last);
    let mut out = paragraph("TOCHeading", "", &run("", heading));
    let count = lines.len();
    for (place, entry) in lines.iter().enumerate() {
        let number = entry.number.map_or_else(String::new, |number| run("", &number.to_string()) + TAB);
        let words = format!("{number}{}", run("", entry.title));
        let words = match anchors.name(entry.anchor) {
            Some(name) => element("w:hyperlink", &[("w:anchor", name), ("w:history", "1")], &words),
            None => words,
        };
        let begin = if place == 0 { begin() } else { String::new() };
        let end = if place + 1 == count { END } else { "" };
        out.push_str(&paragraph(&format!("TOC{}", entry.level), "", &format!("{begin}{words}{end}")));
    }
    let gallery = "<w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/><w:docPartUnique/>\
                   </w:docPartObj></w:sdtPr>";
    element("w:sdt", &[], &format!("{gallery}{}", element("w:sdtContent", &[], &out)))
}

const TAB: &str = "<w:r><w:tab/></w:r>";
const END: &str = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";

fn begin() -> String {
    let instruction = format!(" {FIELD} ");
    format!(
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r>{}</w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>",
        element("w:instrText", &[("xml:space", "preserve")], &crate::plot::svg::escape(&instruction))
    )
}
