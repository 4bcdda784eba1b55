//! Pages: their sides and margins, the head that warns of an invented study, the foot with the page.

use crate::report::document::Document;
use crate::report::render::layout::page::{MARGIN, Page};
use crate::report::render::layout::xml::element;
use crate::report::render::open_document::xml::{points, said};

/// Half of the margin: what the head and the foot leave free of it.
const EDGE: u32 = MARGIN / 2;

/// Names the style of pages, as the format does.
pub(super) fn master(page: Page) -> &'static str {
    match page {
        Page::Upright => "Standard",
        Page::Sideways => "Landscape",
    }
}

const PAGES: [Page; 2] = [Page::Upright, Page::Sideways];

/// Names the style of the line at the foot, which ends where the page does.
fn foot(page: Page) -> &'static str {
    match page {
        Page::Upright => "Footer",
        Page::Sideways => "FooterLandscape",
    }
}

/// Writes the layouts of pages and the style of the foot of wide ones.
pub(super) fn layouts(document: &Document) -> String {
    let layouts: String = PAGES.iter().map(|page| layout(*page, document.banner.is_some())).collect();
    let named = [
        ("style:name", foot(Page::Sideways)),
        ("style:family", "paragraph"),
        ("style:parent-style-name", foot(Page::Upright)),
    ];
    format!("{layouts}{}", element("style:style", &named, &foot_tab(Page::Sideways)))
}

/// Writes the properties of a paragraph whose last words stand at the right edge.
pub(super) fn foot_tab(page: Page) -> String {
    let tab = [("style:position", points(page.room())), ("style:type", "right".to_owned())];
    let tab = tab.each_ref().map(|(name, value)| (*name, value.as_str()));
    let tabs = element("style:tab-stops", &[], &element("style:tab-stop", &tab, ""));
    let space = [("fo:margin-top", "6pt"), ("fo:margin-bottom", "0pt")];
    element("style:paragraph-properties", &space, &tabs)
}

fn layout(page: Page, has_header: bool) -> String {
    let (width, height) = page.sides();
    let (width, height, margin, edge) = (points(width), points(height), points(MARGIN), points(EDGE));
    let properties = [
        ("fo:page-width", width.as_str()),
        ("fo:page-height", &height),
        (
            "style:print-orientation",
            match page {
                Page::Upright => "portrait",
                Page::Sideways => "landscape",
            },
        ),
        ("style:num-format", "1"),
        ("fo:margin-top", if has_header { &edge } else { &margin }),
        ("fo:margin-bottom", &edge),
        ("fo:margin-left", &margin),
        ("fo:margin-right", &margin),
    ];
    let properties = element("style:page-layout-properties", &properties, "");
    // Words and the blank beside them take half of the margin together.
    let words = points(EDGE - 120);
    let band = |side: &str| {
        let own = [("fo:min-height", words.as_str()), (side, "6pt")];
        element("style:header-footer-properties", &own, "")
    };
    let header = if has_header { band("fo:margin-bottom") } else { String::new() };
    let header = element("style:header-style", &[], &header);
    let footer = element("style:footer-style", &[], &band("fo:margin-top"));
    let name = format!("Layout{}", master(page));
    element("style:page-layout", &[("style:name", &name)], &format!("{properties}{header}{footer}"))
}

/// Writes the pages: the study at the left of the foot, the page and how many there are at the right.
pub(super) fn masters(document: &Document) -> String {
    PAGES.iter().map(|page| one(*page, document)).collect()
}

fn one(page: Page, document: &Document) -> String {
    let mut inside = String::new();
    if let Some(banner) = &document.banner {
        let line = element("text:p", &[("text:style-name", "Header")], &said(banner));
        inside.push_str(&element("style:header", &[], &line));
    }
    let number = element("text:page-number", &[("text:select-page", "current")], "1");
    let line =
        format!("{}<text:tab/>{number} / {}", said(&document.foot), element("text:page-count", &[], "1"));
    let line = element("text:p", &[("text:style-name", foot(page))], &line);
    inside.push_str(&element("style:footer", &[], &line));
    let name = master(page);
    let layout = format!("Layout{name}");
    element("style:master-page", &[("style:name", name), ("style:page-layout-name", &layout)], &inside)
}
