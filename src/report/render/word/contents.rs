//! Writes the list of chapters: each entry leads to its heading, and its page is a reference to it.
//!
//! No page can be known before a word processor has laid the text out, and a wrong one is worse than
//! none: the references are empty. LibreOffice fills them in when it opens or converts the file, Word when
//! its reader updates fields (Ctrl+A, then F9). They stand in plain paragraphs: inside a `TOC` field
//! LibreOffice takes what is written for the pages and computes nothing. Nothing is marked for update on
//! opening, since Word asks its reader about that, for `w:dirty` as for `w:updateFields`.

use crate::plot::svg::escape;
use crate::report::document::Document;
use crate::report::render::layout::anchor::Anchors;
use crate::report::render::layout::contents::entries;
use crate::report::render::layout::xml::element;
use crate::report::render::word::xml::{paragraph, run};

const TAB: &str = "<w:r><w:tab/></w:r>";

/// Writes the list under its heading; `last` is a heading that the document itself does not hold, with
/// its anchor.
pub(super) fn contents(
    document: &Document,
    heading: &str,
    last: Option<(&str, &str)>,
    anchors: &Anchors,
) -> String {
    let mut out = paragraph("TOCHeading", "", &run("", heading));
    for entry in entries(document, last) {
        let number = entry.number.map_or_else(String::new, |number| run("", &number.to_string()) + TAB);
        let words = format!("{number}{}", run("", entry.title));
        let words = match anchors.name(entry.anchor) {
            Some(name) => {
                let leading = [("w:anchor", name), ("w:history", "1")];
                element("w:hyperlink", &leading, &format!("{words}{TAB}{}", page(name)))
            }
            None => words,
        };
        out.push_str(&paragraph(&format!("TOC{}", entry.level), "", &words));
    }
    out
}

/// Writes the page of a place, which nobody has counted yet.
fn page(name: &str) -> String {
    let sign = |kind: &str| element("w:r", &[], &element("w:fldChar", &[("w:fldCharType", kind)], ""));
    let instruction = escape(&format!(" PAGEREF {name} \\h "));
    let instruction = element("w:instrText", &[("xml:space", "preserve")], &instruction);
    format!("{}{}{}{}", sign("begin"), element("w:r", &[], &instruction), sign("separate"), sign("end"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::document::Block;

    #[test]
    fn each_entry_leads_to_its_heading_and_asks_for_its_page() {
        let heading = |anchor: &str| Block::Heading {
            level: 2,
            number: Some(1),
            title: "Limites".to_owned(),
            anchor: anchor.to_owned(),
        };
        let document = Document { blocks: vec![heading("limits")], ..Document::default() };
        let written = contents(&document, "Sommaire", None, &Anchors::of(&document.blocks));
        assert!(written.contains("<w:hyperlink w:anchor=\"limits\""), "{written}");
        assert!(written.contains("> PAGEREF limits \\h </w:instrText>"), "{written}");
        // A word processor that finds these computes nothing, or asks before it does.
        assert!(!written.contains(" TOC ") && !written.contains("w:dirty"), "{written}");
        let nowhere = contents(&document, "Sommaire", None, &Anchors::default());
        assert!(!nowhere.contains("PAGEREF"), "{nowhere}");
    }
}
