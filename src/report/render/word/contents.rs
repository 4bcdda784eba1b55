//! Writes the list of chapters: a field that Word can make again, its entries already there.
//!
//! No page can be known before a word processor has laid the text out, and a wrong one is worse than
//! none: the entries lead to their chapters, and « Update field » adds the pages. Nothing is marked for
//! update on opening, since Word asks its reader about that.

use crate::report::document::{Block, Document};
use crate::report::render::word::anchor::Anchors;
use crate::report::render::word::xml::{element, paragraph, run};

/// What computes the list.
const FIELD: &str = "TOC \\o \"1-2\" \\h \\z \\u";

/// An entry.
struct Entry<'a> {
    level: u8,
    number: Option<usize>,
    title: &'a str,
    anchor: &'a str,
}

/// Writes the list under its heading; `last` is a heading that the document itself does not hold, with
/// its anchor.
pub(super) fn contents(
    document: &Document,
    heading: &str,
    last: Option<(&str, &str)>,
    anchors: &Anchors,
) -> String {
    let entries = document.blocks.iter().filter_map(|block| match block {
        Block::Heading { level, number, title, anchor } => {
            Some(Entry { level: level.clamp(&2, &3) - 1, number: *number, title, anchor })
        }
        Block::Card(card) => Some(Entry { level: 2, number: None, title: &card.title, anchor: &card.anchor }),
        _ => None,
    });
    let last = last.map(|(title, anchor)| Entry { level: 2, number: None, title, anchor });
    let lines: Vec<Entry<'_>> = entries.chain(last).collect();
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
