//! Writes the list of chapters, its entries and their pages already there.
//!
//! An entry's page is a reference to its heading: a word processor that lays the text out fills it in,
//! before anyone has asked to make the list again.

use crate::report::document::Document;
use crate::report::render::layout::contents::entries;
use crate::report::render::layout::look::Look;
use crate::report::render::layout::xml::element;
use crate::report::render::open_document::phrase::QUIET_LINK;
use crate::report::render::open_document::script::Script;

const TAB: &str = "<text:tab/>";

/// Writes the list under its heading; `last` is a heading that the document itself does not hold, with
/// its anchor.
pub(super) fn contents(
    document: &Document,
    heading: &str,
    last: Option<(&str, &str)>,
    script: &mut Script,
) -> String {
    let title = script.run(Look::default(), heading);
    let title = script.paragraph("Contents_20_Heading", &title);
    let mut body = element("text:index-title", &[("text:name", "Contents_Head")], &title);
    for entry in entries(document, last) {
        let mut words = entry.number.map_or_else(String::new, |number| format!("{number}{TAB}"));
        words.push_str(&script.run(Look::default(), entry.title));
        if let Some(name) = script.anchors.name(entry.anchor) {
            let page = [("text:reference-format", "page"), ("text:ref-name", name)];
            words.push_str(TAB);
            words.push_str(&element("text:bookmark-ref", &page, ""));
        }
        let words = script.leading(entry.anchor, QUIET_LINK, "", words);
        body.push_str(&script.paragraph(&format!("Contents_20_{}", entry.level), &words));
    }
    let body = element("text:index-body", &[], &body);
    let name = [("text:name", "Contents"), ("text:protected", "true")];
    element("text:table-of-content", &name, &format!("{}{body}", source(&title_template(heading, script))))
}

fn title_template(heading: &str, script: &mut Script) -> String {
    let style = [("text:style-name", "Contents_20_Heading")];
    element("text:index-title-template", &style, &script.run(Look::default(), heading))
}

/// Says how the list is made again.
fn source(title: &str) -> String {
    let link =
        |end: &str| element(&format!("text:index-entry-link-{end}"), &[("text:style-name", QUIET_LINK)], "");
    let page_tab =
        element("text:index-entry-tab-stop", &[("style:type", "right"), ("style:leader-char", ".")], "");
    let number_tab = [("style:type", "left"), ("style:position", "17pt"), ("style:leader-char", " ")];
    let number = format!(
        "{}{}",
        element("text:index-entry-chapter", &[], ""),
        element("text:index-entry-tab-stop", &number_tab, "")
    );
    let templates: String = (1..=10_u8)
        .map(|level| {
            let number = if level == 1 { number.as_str() } else { "" };
            let inside = format!(
                "{}{number}{}{page_tab}{}{}",
                link("start"),
                element("text:index-entry-text", &[], ""),
                element("text:index-entry-page-number", &[], ""),
                link("end")
            );
            let (level, style) = (level.to_string(), format!("Contents_20_{}", level.min(2)));
            let named = [("text:outline-level", level.as_str()), ("text:style-name", &style)];
            element("text:table-of-content-entry-template", &named, &inside)
        })
        .collect();
    let chosen = [
        ("text:outline-level", "2"),
        ("text:use-outline-level", "true"),
        ("text:use-index-marks", "false"),
        ("text:use-index-source-styles", "false"),
        ("text:index-scope", "document"),
    ];
    element("text:table-of-content-source", &chosen, &format!("{title}{templates}"))
}
