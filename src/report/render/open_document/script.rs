//! Writes paragraphs, and tells a new run of pages where it begins.

use crate::report::render::layout::anchor::Anchors;
use crate::report::render::layout::page::Page;
use crate::report::render::layout::xml::element;
use crate::report::render::open_document::automatic::{Attributes, Automatic};

/// Keeps a paragraph on the page of the next one.
pub(super) const KEPT: (&str, &str) = ("fo:keep-with-next", "always");

/// Keeps a paragraph whole.
pub(super) const WHOLE: (&str, &str) = ("fo:keep-together", "always");

/// What paragraphs and words are written with.
#[derive(Debug, Default)]
pub(super) struct Script {
    pub(super) anchors: Anchors,
    pub(super) automatic: Automatic,
    /// How the pages stand.
    page: Option<Page>,
    /// Pages that the next paragraph or table begins.
    next: Option<Page>,
}

impl Script {
    pub(super) fn new(anchors: Anchors) -> Self {
        Self { anchors, ..Self::default() }
    }

    /// Lets what comes next stand on such pages; nothing happens where it does already.
    pub(super) fn turn(&mut self, page: Page) {
        let now = self.page.unwrap_or(Page::Upright);
        self.next = (now != page).then_some(page);
    }

    /// Returns the pages that a paragraph or table written now begins.
    pub(super) fn begun(&mut self) -> Option<Page> {
        let page = self.next.take();
        self.page = page.or(self.page);
        page
    }

    /// Writes a paragraph of a style.
    pub(super) fn paragraph(&mut self, style: &str, words: &str) -> String {
        self.own_paragraph(style, &[], &[], words)
    }

    /// Writes a paragraph that differs from its style.
    pub(super) fn own_paragraph(
        &mut self,
        style: &str,
        own: &Attributes<'_>,
        letters: &Attributes<'_>,
        words: &str,
    ) -> String {
        let page = self.begun();
        let style = self.automatic.paragraph(style, page, own, letters);
        element("text:p", &[("text:style-name", &style)], words)
    }

    /// Writes a heading; one that is not `counted` has no number.
    pub(super) fn heading(&mut self, level: u8, own: &Attributes<'_>, counted: bool, words: &str) -> String {
        let page = self.begun();
        let style = self.automatic.paragraph(&format!("Heading_20_{level}"), page, own, &[]);
        let level = level.to_string();
        let mut attributes = vec![("text:style-name", style.as_str()), ("text:outline-level", &level)];
        if !counted {
            attributes.push(("text:is-list-header", "true"));
        }
        element("text:h", &attributes, words)
    }

    /// Marks the place of an anchor around words.
    pub(super) fn marked(&self, anchor: &str, words: &str) -> String {
        let Some(name) = self.anchors.name(anchor) else { return words.to_owned() };
        let name = [("text:name", name)];
        if words.is_empty() {
            return element("text:bookmark", &name, "");
        }
        let (start, end) =
            (element("text:bookmark-start", &name, ""), element("text:bookmark-end", &name, ""));
        format!("{start}{words}{end}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_turn_where_something_stands_on_them() {
        let mut script = Script::default();
        script.turn(Page::Upright);
        assert_eq!(script.begun(), None);
        script.turn(Page::Sideways);
        assert_eq!(script.begun(), Some(Page::Sideways));
        // A second wide table right after the first stays on the pages of the first.
        script.turn(Page::Upright);
        script.turn(Page::Sideways);
        assert_eq!(script.begun(), None);
        script.turn(Page::Upright);
        assert!(script.paragraph("Caption", "").contains("\"P1\""));
        assert!(script.automatic.written().contains("style:master-page-name=\"Standard\""));
        assert!(script.paragraph("Caption", "").contains("\"Caption\""));
    }
}
