//! Styles that single paragraphs, words, cells and pictures have of their own, each written once.

use std::collections::BTreeMap;

use crate::report::render::layout::page::Page;
use crate::report::render::layout::xml::element;
use crate::report::render::open_document::sheet::master;

/// Attributes of an element.
pub(super) type Attributes<'a> = [(&'a str, &'a str)];

/// The styles written so far; their names count in the order of their first use.
#[derive(Debug, Default)]
pub(super) struct Automatic {
    names: BTreeMap<String, String>,
    counts: BTreeMap<&'static str, usize>,
    written: String,
}

impl Automatic {
    /// Returns the styles.
    pub(super) fn written(&self) -> &str {
        &self.written
    }

    /// Names the style of a paragraph: `parent` itself where nothing differs. `page` begins new pages.
    pub(super) fn paragraph(
        &mut self,
        parent: &str,
        page: Option<Page>,
        own: &Attributes<'_>,
        letters: &Attributes<'_>,
    ) -> String {
        if page.is_none() && own.is_empty() && letters.is_empty() {
            return parent.to_owned();
        }
        let mut attributes = vec![("style:parent-style-name", parent)];
        attributes.extend(page.map(|page| ("style:master-page-name", master(page))));
        let properties =
            format!("{}{}", some("style:paragraph-properties", own), some("style:text-properties", letters));
        self.name(("paragraph", "P"), &attributes, &properties)
    }

    /// Names the style of words.
    pub(super) fn words(&mut self, parent: Option<&str>, letters: &Attributes<'_>) -> String {
        let parent: Vec<(&str, &str)> =
            parent.into_iter().map(|parent| ("style:parent-style-name", parent)).collect();
        self.name(("text", "T"), &parent, &some("style:text-properties", letters))
    }

    /// Names the style of a table; `page` begins new pages.
    pub(super) fn table(&mut self, page: Option<Page>, own: &Attributes<'_>) -> String {
        let page: Vec<(&str, &str)> =
            page.into_iter().map(|page| ("style:master-page-name", master(page))).collect();
        self.name(("table", "Table"), &page, &some("style:table-properties", own))
    }

    /// Names the style of a column of so many points.
    pub(super) fn column(&mut self, width: &str) -> String {
        let own = some("style:table-column-properties", &[("style:column-width", width)]);
        self.name(("table-column", "Column"), &[], &own)
    }

    /// Names the style of rows, which no page cuts.
    pub(super) fn row(&mut self) -> String {
        let own = some("style:table-row-properties", &[("fo:keep-together", "always")]);
        self.name(("table-row", "Row"), &[], &own)
    }

    /// Names the style of a cell.
    pub(super) fn cell(&mut self, own: &Attributes<'_>) -> String {
        self.name(("table-cell", "Cell"), &[], &some("style:table-cell-properties", own))
    }

    fn name(
        &mut self,
        (family, letter): (&'static str, &'static str),
        attributes: &Attributes<'_>,
        properties: &str,
    ) -> String {
        let definition = element(family, attributes, properties);
        if let Some(name) = self.names.get(&definition) {
            return name.clone();
        }
        let count = self.counts.entry(family).or_default();
        *count += 1;
        let name = format!("{letter}{count}");
        let mut all = vec![("style:name", name.as_str()), ("style:family", family)];
        all.extend(attributes);
        self.written.push_str(&element("style:style", &all, properties));
        self.names.insert(definition, name.clone());
        name
    }
}

fn some(name: &str, own: &Attributes<'_>) -> String {
    if own.is_empty() { String::new() } else { element(name, own, "") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_is_written_once_and_only_where_something_differs() {
        let mut styles = Automatic::default();
        assert_eq!(styles.paragraph("Caption", None, &[], &[]), "Caption");
        assert_eq!(styles.written(), "");
        let keep = [("fo:keep-with-next", "always")];
        assert_eq!(styles.paragraph("Caption", None, &keep, &[]), "P1");
        assert_eq!(styles.paragraph("Caption", Some(Page::Sideways), &keep, &[]), "P2");
        assert_eq!(styles.paragraph("Caption", None, &keep, &[]), "P1");
        assert_eq!(styles.column("12pt"), "Column1");
        assert_eq!(styles.written().matches("<style:style ").count(), 3);
    }
}
