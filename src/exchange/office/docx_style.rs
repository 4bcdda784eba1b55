//! Styles of a docx: which paragraph is a heading, which words are bold because of their style.

use std::collections::BTreeMap;

use crate::exchange::xml::{Element, Node, Nodes, XmlFault};

/// Styles based on one another beyond this are a loop.
const DEEPEST: usize = 24;

/// What a style says, where it says it.
#[derive(Clone, Debug, Default)]
struct Style {
    based_on: Option<String>,
    name: String,
    outline: Option<u8>,
    strong: Option<bool>,
    emphasis: Option<bool>,
}

/// The styles by their identifier.
#[derive(Clone, Debug, Default)]
pub(super) struct Styles {
    styles: BTreeMap<String, Style>,
}

/// Tells whether a switch such as `<w:b/>` is on: it is, unless its value says no.
pub(super) fn is_on(element: &Element) -> bool {
    !matches!(element.get("val"), Some("0" | "false" | "off" | "none"))
}

impl Styles {
    /// Reads `word/styles.xml`.
    pub(super) fn read(text: &str) -> Result<Self, XmlFault> {
        let mut nodes = Nodes::new(text);
        let mut styles = BTreeMap::new();
        let mut open: Option<(String, Style)> = None;
        while let Some(node) = nodes.next()? {
            match node {
                Node::Open(element) if element.name == "style" => {
                    open = element.get("styleId").map(|id| (id.to_owned(), Style::default()));
                }
                Node::Close(name) if name == "style" => styles.extend(open.take()),
                Node::Open(element) => {
                    if let Some((_, style)) = &mut open {
                        style.take(&element);
                    }
                }
                _ => {}
            }
        }
        Ok(Self { styles })
    }

    fn chain<'a>(&'a self, id: &str) -> impl Iterator<Item = &'a Style> {
        let first = self.styles.get(id);
        std::iter::successors(first, |style| self.styles.get(style.based_on.as_deref()?)).take(DEEPEST)
    }

    /// Returns the heading level of a paragraph style.
    pub(super) fn heading(&self, id: &str) -> Option<u8> {
        self.chain(id).find_map(|style| style.outline.or_else(|| level_by_name(&style.name)))
    }

    /// Tells whether a style makes words bold, and whether it makes them italic, if it says so.
    pub(super) fn face(&self, id: &str) -> (Option<bool>, Option<bool>) {
        let strong = self.chain(id).find_map(|style| style.strong);
        (strong, self.chain(id).find_map(|style| style.emphasis))
    }
}

impl Style {
    fn take(&mut self, element: &Element) {
        let value = element.get("val");
        match element.name.as_str() {
            "basedOn" => self.based_on = value.map(str::to_owned),
            "name" => self.name = value.unwrap_or_default().to_lowercase(),
            "outlineLvl" => self.outline = value.and_then(outline_level),
            "b" => self.strong = Some(is_on(element)),
            "i" => self.emphasis = Some(is_on(element)),
            _ => {}
        }
    }
}

/// Reads an outline level, counted from 0; 9 is body text.
pub(super) fn outline_level(value: &str) -> Option<u8> {
    value.parse::<u8>().ok().filter(|level| *level < 9).map(|level| (level + 1).min(6))
}

/// `heading 2` and `titre 2` are headings whatever their outline says; a document's title is one too.
fn level_by_name(name: &str) -> Option<u8> {
    let rest = name.strip_prefix("heading").or_else(|| name.strip_prefix("titre"));
    match rest.map(str::trim) {
        Some("") => Some(1),
        Some(number) => number.parse::<u8>().ok().map(|level| level.clamp(1, 6)),
        None => (name == "title").then_some(1),
    }
}
