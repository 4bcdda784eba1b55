//! An XML document as a tree: what is not understood is kept as it is written, with its place.
//!
//! Names match by their local part, since programs write several namespaces. No document type is
//! accepted, no entity beyond the five of XML and character numbers, no nesting beyond [`MAX_DEPTH`].

use std::fmt::Write as _;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use crate::domain::diagnostic::{Diagnostic, Place};

/// Deepest nesting read. Codebooks nest seven codes deep at most; what nests a thousand is hostile.
pub const MAX_DEPTH: usize = 1_000;

/// The number of an element in its tree.
pub type NodeId = usize;

/// What stands in an element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// An element.
    Element(NodeId),
    /// Words, without entities.
    Text(String),
}

/// One element.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Node {
    /// Its local name.
    pub name: String,
    /// Its attributes as written, in their order.
    pub attributes: Vec<(String, String)>,
    /// What stands in it, in order.
    pub content: Vec<Content>,
    /// Byte of the document where it begins.
    pub at: usize,
}

/// A document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tree {
    nodes: Vec<Node>,
    /// Where lines begin, in bytes.
    lines: Vec<usize>,
    path: String,
}

impl Tree {
    /// Reads a document; `path` names it in diagnostics.
    ///
    /// # Errors
    /// The document is not well formed, too deep, or declares a document type: the diagnostic tells
    /// line and column.
    pub fn read(path: &str, bytes: &[u8]) -> Result<Self, Diagnostic> {
        let text = decode(path, bytes)?;
        let lines = std::iter::once(0).chain(memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1));
        let mut tree = Self { nodes: Vec::new(), lines: lines.collect(), path: path.to_owned() };
        tree.fill(&text)?;
        Ok(tree)
    }

    fn fill(&mut self, text: &str) -> Result<(), Diagnostic> {
        let mut reader = Reader::from_str(text);
        let mut open: Vec<NodeId> = Vec::new();
        loop {
            let at = usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX);
            let event = reader.read_event().map_err(|error| {
                let at = usize::try_from(reader.error_position()).unwrap_or(at);
                // What is not closed before the end was cut off.
                if matches!(error, quick_xml::Error::Syntax(_)) {
                    return Diagnostic::error(self.place_of(at), "xml-cut-off");
                }
                Diagnostic::error(self.place_of(at), "xml-broken").with("detail", error)
            })?;
            let words = match event {
                Event::Start(start) => {
                    let node = self.element(&start, at)?;
                    self.attach(&open, node);
                    open.push(node);
                    if open.len() > MAX_DEPTH {
                        return Err(
                            Diagnostic::error(self.place_of(at), "xml-too-deep").with("limit", MAX_DEPTH)
                        );
                    }
                    continue;
                }
                Event::Empty(start) => {
                    let node = self.element(&start, at)?;
                    self.attach(&open, node);
                    continue;
                }
                Event::End(_) => {
                    open.pop();
                    continue;
                }
                Event::Text(words) => words.xml_content(XmlVersion::Implicit1_0).into_owned(),
                Event::CData(words) => words.xml_content(XmlVersion::Implicit1_0).into_owned(),
                Event::GeneralRef(reference) => {
                    let named = quick_xml::escape::resolve_predefined_entity(&reference).map(str::to_owned);
                    let numbered = || reference.resolve_char_ref().ok().flatten().map(String::from);
                    named.or_else(numbered).ok_or_else(|| {
                        Diagnostic::error(self.place_of(at), "xml-entity").with("entity", &*reference)
                    })?
                }
                Event::DocType(_) => return Err(Diagnostic::error(self.place_of(at), "xml-doctype")),
                Event::Eof => break,
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) => continue,
            };
            let Some(node) = open.last() else { continue };
            match self.nodes[*node].content.last_mut() {
                Some(Content::Text(text)) => text.push_str(&words),
                _ => self.nodes[*node].content.push(Content::Text(words)),
            }
        }
        if !open.is_empty() {
            return Err(Diagnostic::error(self.place_of(text.len()), "xml-cut-off"));
        }
        if self.nodes.is_empty() {
            return Err(Diagnostic::error(Place::file(&self.path), "xml-empty"));
        }
        Ok(())
    }

    fn element(&mut self, start: &BytesStart<'_>, at: usize) -> Result<NodeId, Diagnostic> {
        let mut attributes = Vec::new();
        for attribute in start.attributes() {
            let broken =
                |detail: String| Diagnostic::error(self.place_of(at), "xml-broken").with("detail", detail);
            let attribute = attribute.map_err(|error| broken(error.to_string()))?;
            let value = attribute
                .normalized_value(XmlVersion::Implicit1_0)
                .map_err(|error| broken(error.to_string()))?;
            attributes.push((text_of(attribute.key.as_ref()), value.into_owned()));
        }
        let name = text_of(start.local_name().as_ref());
        self.nodes.push(Node { name, attributes, content: Vec::new(), at });
        Ok(self.nodes.len() - 1)
    }

    fn attach(&mut self, open: &[NodeId], node: NodeId) {
        if let Some(parent) = open.last() {
            self.nodes[*parent].content.push(Content::Element(node));
        }
    }

    /// Returns the element that holds all others.
    pub fn root(&self) -> Element<'_> {
        Element { tree: self, id: 0 }
    }

    fn place_of(&self, at: usize) -> Place {
        let line = self.lines.partition_point(|start| *start <= at).max(1);
        Place::at(&self.path, line, at - self.lines.get(line - 1).copied().unwrap_or(0) + 1)
    }
}

/// An element in its tree.
#[derive(Clone, Copy, Debug)]
pub struct Element<'tree> {
    tree: &'tree Tree,
    id: NodeId,
}

impl<'tree> Element<'tree> {
    fn node(self) -> &'tree Node {
        &self.tree.nodes[self.id]
    }

    /// Returns its local name.
    pub fn name(self) -> &'tree str {
        &self.node().name
    }

    /// Returns its attributes as written.
    pub fn attributes(self) -> &'tree [(String, String)] {
        &self.node().attributes
    }

    /// Returns the attribute of a local name; an empty one is none.
    pub fn get(self, name: &str) -> Option<&'tree str> {
        let local = |key: &str| key.rsplit(':').next() == Some(name);
        let found = self.node().attributes.iter().find(|(key, _)| local(key));
        found.map(|(_, value)| value.as_str()).filter(|value| !value.is_empty())
    }

    /// Lists what stands in it.
    pub fn content(self) -> &'tree [Content] {
        &self.node().content
    }

    /// Lists the elements in it.
    pub fn children(self) -> impl Iterator<Item = Element<'tree>> {
        let tree = self.tree;
        self.node().content.iter().filter_map(move |content| match content {
            Content::Element(id) => Some(Element { tree, id: *id }),
            Content::Text(_) => None,
        })
    }

    /// Lists the elements in it that have a name.
    pub fn all(self, name: &'static str) -> impl Iterator<Item = Element<'tree>> {
        self.children().filter(move |child| child.name() == name)
    }

    /// Finds the first element in it that has a name.
    pub fn first(self, name: &'static str) -> Option<Element<'tree>> {
        self.all(name).next()
    }

    /// Returns the element of a number.
    pub fn with_id(self, id: NodeId) -> Element<'tree> {
        Element { tree: self.tree, id }
    }

    /// Returns the words in it, without those of the elements in it.
    pub fn text(self) -> String {
        let words = self.node().content.iter().filter_map(|content| match content {
            Content::Text(text) => Some(text.as_str()),
            Content::Element(_) => None,
        });
        words.collect()
    }

    /// Returns the words of the first element of a name; blank ones are none.
    pub fn text_of(self, name: &'static str) -> Option<String> {
        self.first(name).map(Element::text).filter(|text| !text.trim().is_empty())
    }

    /// Returns where it begins.
    pub fn place(self) -> Place {
        self.tree.place_of(self.node().at)
    }

    /// Writes it as it was read, in no namespace of its own.
    pub fn write(self) -> String {
        let mut text = String::new();
        self.write_into(&mut text);
        text
    }

    // The depth of a tree is bounded, and with it the recursion.
    fn write_into(self, text: &mut String) {
        let node = self.node();
        let _infallible = write!(text, "<{}", node.name);
        // Prefixes are declared at the root, which is not written here.
        for (key, value) in node.attributes.iter().filter(|(key, _)| !key.contains(':') && key != "xmlns") {
            let _infallible = write!(text, " {key}=\"{}\"", escape_attribute(value));
        }
        if node.content.is_empty() {
            text.push_str("/>");
            return;
        }
        text.push('>');
        for content in &node.content {
            match content {
                Content::Text(words) => text.push_str(&escape_text(words)),
                Content::Element(id) => self.with_id(*id).write_into(text),
            }
        }
        let _infallible = write!(text, "</{}>", node.name);
    }
}

fn text_of(bytes: impl AsRef<[u8]>) -> String {
    String::from_utf8_lossy(bytes.as_ref()).into_owned()
}

/// Decodes a document: by its byte order mark, else as UTF-8, else by the encoding it declares.
fn decode(path: &str, bytes: &[u8]) -> Result<String, Diagnostic> {
    if let Some((encoding, length)) = encoding_rs::Encoding::for_bom(bytes) {
        let content = bytes.get(length..).unwrap_or_default();
        let text = encoding.decode_without_bom_handling_and_without_replacement(content);
        let broken = || Diagnostic::error(Place::file(path), "text-broken").with("encoding", encoding.name());
        return text.map(std::borrow::Cow::into_owned).ok_or_else(broken);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.to_owned()),
        Err(error) => {
            let head = String::from_utf8_lossy(&bytes[..bytes.len().min(200)]).into_owned();
            let label = head.split_once("encoding=").and_then(|(_, rest)| rest.split(['"', '\'']).nth(1));
            let declared = label
                .and_then(|label| encoding_rs::Encoding::for_label(label.as_bytes()))
                .filter(|encoding| *encoding != encoding_rs::UTF_8)
                .and_then(|encoding| encoding.decode_without_bom_handling_and_without_replacement(bytes));
            let before = &bytes[..error.valid_up_to()];
            let line = memchr::memchr_iter(b'\n', before).count() + 1;
            let column = before.len() - memchr::memrchr(b'\n', before).map_or(0, |at| at + 1) + 1;
            declared.map(std::borrow::Cow::into_owned).ok_or_else(|| {
                Diagnostic::error(Place::at(path, line, column), "text-broken").with("encoding", "UTF-8")
            })
        }
    }
}

/// Tells whether XML can hold a character at all.
pub fn is_writable(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\r')
        || (character >= ' ' && !matches!(character, '\u{fffe}' | '\u{ffff}'))
}

/// Escapes words between tags. What XML cannot hold is left out; a carriage return is kept by number.
pub fn escape_text(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + text.len() / 16);
    for character in text.chars().filter(|character| is_writable(*character)) {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '\r' => escaped.push_str("&#13;"),
            other => escaped.push(other),
        }
    }
    escaped
}

/// Escapes the value of an attribute; line ends and tabs are kept by number.
pub fn escape_attribute(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + text.len() / 16);
    for character in text.chars().filter(|character| is_writable(*character)) {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\n' => escaped.push_str("&#10;"),
            '\r' => escaped.push_str("&#13;"),
            '\t' => escaped.push_str("&#9;"),
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> String {
        Tree::read("a.qde", text.as_bytes()).expect_err("refused").to_string()
    }

    #[test]
    fn names_match_whatever_their_prefix_and_words_come_without_entities() {
        let text = "\u{feff}<?xml version='1.0'?>\n<q:A xmlns:q='u' b='1 &amp; 2'>\n <q:C>d &lt; <![CDATA[<e>]]>&#x1F600;</q:C><!-- x --></q:A>";
        let tree = Tree::read("a.qde", text.as_bytes()).expect("well formed");
        let root = tree.root();
        assert_eq!((root.name(), root.get("b")), ("A", Some("1 & 2")));
        let child = root.first("C").expect("a child");
        assert_eq!(child.text(), "d < <e>😀");
        assert_eq!(child.place().to_string(), "a.qde:3:2");
        assert_eq!(child.write(), "<C>d &lt; &lt;e&gt;😀</C>");
    }

    #[test]
    fn what_is_broken_is_told_with_line_and_column() {
        assert!(told("<A>\n<B></A>").starts_with("a.qde:2:"), "{}", told("<A>\n<B></A>"));
        assert_eq!(told("<A>\n<B>"), "a.qde:2:4: error: xml-cut-off");
        assert!(told("<A>\n<B c='").starts_with("a.qde:2:"));
        assert_eq!(told(""), "a.qde: error: xml-empty");
        assert!(told("<A>&foo;</A>").contains("xml-entity"));
        assert!(told("<A b='&foo;'/>").contains("xml-broken"));
    }

    #[test]
    fn hostile_documents_are_refused() {
        let bomb = "<!DOCTYPE l [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>\n<A>&b;</A>";
        assert!(told(bomb).contains("1:1: error: xml-doctype"), "{}", told(bomb));
        let deep = "<A>".repeat(100_000);
        assert!(told(&deep).contains("error: xml-too-deep limit=\"1000\""));
    }

    proptest::proptest! {
        #[test]
        fn any_text_reads_or_is_told(text in "[<>/a&;=\"' !\\[\\]\u{e9}-]{0,60}") {
            if let Ok(tree) = Tree::read("a.qde", text.as_bytes()) {
                let again = tree.root().write();
                proptest::prop_assert!(Tree::read("a.qde", again.as_bytes()).is_ok(), "{}", again);
            }
        }

        #[test]
        fn what_is_escaped_comes_back(text in "[<>&\"'\n\r\t a\u{e9}\u{1f600}]{0,40}") {
            let document = format!("<A b=\"{}\">{}</A>", escape_attribute(&text), escape_text(&text));
            let tree = Tree::read("a.qde", document.as_bytes()).expect("well formed");
            proptest::prop_assert_eq!(tree.root().text(), text.clone());
            proptest::prop_assert_eq!(tree.root().get("b").unwrap_or_default(), text.as_str());
        }
    }
}
