//! XML of office files, read node by node: no document type, no outside entity, a bounded depth.

use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use thiserror::Error;

/// Elements deeper than this are an attack, or no document of ours.
pub const DEEPEST: usize = 2_000;

/// What is wrong with an XML text.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum XmlFault {
    /// It is not well formed.
    #[error("not well formed at byte {at}: {why}")]
    Broken {
        /// Byte of the text.
        at: u64,
        /// In the reader's words.
        why: String,
    },
    /// It declares a document type, through which it could ask for other files or grow without end.
    #[error("a document type at byte {at}")]
    DocumentType {
        /// Byte of the text.
        at: u64,
    },
    /// Its elements are nested beyond [`DEEPEST`].
    #[error("elements nested beyond {DEEPEST} at byte {at}")]
    Deep {
        /// Byte of the text.
        at: u64,
    },
    /// Its bytes are no text in the encoding they declare.
    #[error("not text")]
    Encoding,
}

impl XmlFault {
    /// Names the fault for a message.
    pub fn reason(&self) -> &'static str {
        match self {
            Self::Broken { .. } => "broken",
            Self::DocumentType { .. } => "document-type",
            Self::Deep { .. } => "deep",
            Self::Encoding => "encoding",
        }
    }
}

/// A node of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    /// An element begins; one without content is ended at once.
    Open(Element),
    /// Words, entities resolved.
    Text(String),
    /// The element of that local name ends.
    Close(String),
}

/// An element's start.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Element {
    /// Without its prefix.
    pub name: String,
    /// Local names with their values, in the order written.
    pub attributes: Vec<(String, String)>,
}

impl Element {
    /// Returns the value of an attribute by its local name.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// Decodes an XML part: UTF-8, or UTF-16 by its byte order mark.
///
/// # Errors
/// The bytes are neither.
pub fn decode(bytes: &[u8]) -> Result<String, XmlFault> {
    let (encoding, mark) = encoding_rs::Encoding::for_bom(bytes).unwrap_or((encoding_rs::UTF_8, 0));
    let content = bytes.get(mark..).unwrap_or_default();
    let text = encoding.decode_without_bom_handling_and_without_replacement(content);
    text.map(std::borrow::Cow::into_owned).ok_or(XmlFault::Encoding)
}

/// Reads nodes one after the other.
pub struct Nodes<'a> {
    reader: Reader<&'a [u8]>,
    depth: usize,
}

impl<'a> Nodes<'a> {
    /// Begins at the start of a text.
    pub fn new(text: &'a str) -> Self {
        let mut reader = Reader::from_str(text);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.check_end_names = true;
        Self { reader, depth: 0 }
    }

    /// Byte of the text up to which it was read.
    pub fn position(&self) -> u64 {
        self.reader.buffer_position()
    }

    /// Reads the next node; none at the end.
    ///
    /// # Errors
    /// A fault of the text; nothing can be read after it.
    pub fn next(&mut self) -> Result<Option<Node>, XmlFault> {
        loop {
            let event = self.reader.read_event();
            let at = self.reader.buffer_position();
            let broken = |why: &dyn std::fmt::Display| XmlFault::Broken { at, why: why.to_string() };
            return Ok(Some(match event.map_err(|error| broken(&error))? {
                Event::Start(start) => {
                    self.depth += 1;
                    if self.depth > DEEPEST {
                        return Err(XmlFault::Deep { at });
                    }
                    Node::Open(element(&start).map_err(|why| broken(&why))?)
                }
                Event::End(end) => {
                    self.depth = self.depth.saturating_sub(1);
                    Node::Close(local(end.local_name().as_ref()))
                }
                Event::Text(text) => Node::Text(text.xml_content(XmlVersion::Implicit1_0).into_owned()),
                Event::CData(data) => Node::Text(data.xml_content(XmlVersion::Implicit1_0).into_owned()),
                Event::GeneralRef(entity) => {
                    Node::Text(character(&entity).ok_or_else(|| broken(&"an entity"))?)
                }
                Event::DocType(_) => return Err(XmlFault::DocumentType { at }),
                Event::Eof if self.depth > 0 => return Err(broken(&"it ends too early")),
                Event::Eof => return Ok(None),
                _ => continue,
            }));
        }
    }

    /// Passes over what is left of the element that was just opened.
    ///
    /// # Errors
    /// A fault of the text.
    pub fn skip(&mut self) -> Result<(), XmlFault> {
        let mut depth = 1;
        while depth > 0 {
            match self.next()? {
                Some(Node::Open(_)) => depth += 1,
                Some(Node::Close(_)) => depth -= 1,
                Some(Node::Text(_)) => {}
                None => return Ok(()),
            }
        }
        Ok(())
    }
}

fn element(start: &BytesStart<'_>) -> Result<Element, String> {
    let mut element = Element { name: local(start.local_name().as_ref()), attributes: Vec::new() };
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|error| error.to_string())?;
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|error| error.to_string())?;
        element.attributes.push((local(attribute.key.local_name().as_ref()), value.into_owned()));
    }
    Ok(element)
}

fn local(name: impl AsRef<[u8]>) -> String {
    String::from_utf8_lossy(name.as_ref()).into_owned()
}

/// The five entities of XML and characters by their number; no other is known without a document type.
fn character(entity: &BytesRef<'_>) -> Option<String> {
    if let Some(character) = entity.resolve_char_ref().ok()? {
        return Some(character.to_string());
    }
    quick_xml::escape::resolve_predefined_entity(entity).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(text: &str) -> Result<Vec<Node>, XmlFault> {
        let mut nodes = Nodes::new(text);
        let mut found = Vec::new();
        while let Some(node) = nodes.next()? {
            found.push(node);
        }
        Ok(found)
    }

    fn words(text: &str) -> String {
        let said = all(text).expect("well formed").into_iter();
        said.filter_map(|node| if let Node::Text(text) = node { Some(text) } else { None }).collect()
    }

    #[test]
    fn names_lose_their_prefix_and_entities_are_characters() {
        let found =
            all(r#"<w:p xmlns:w="u"><w:t w:val="a&amp;b">x</w:t><w:br/></w:p>"#).expect("well formed");
        assert_eq!(found.len(), 7);
        let Node::Open(text) = &found[1] else { panic!("{found:?}") };
        assert_eq!((text.name.as_str(), text.get("val")), ("t", Some("a&b")));
        assert_eq!(words("<a>l&#39;été &lt;3 &#x1F600;<![CDATA[&]]></a>"), "l'été <3 😀&");
    }

    #[test]
    fn document_types_unknown_entities_and_depth_are_refused() {
        let bomb = r#"<!DOCTYPE a [<!ENTITY b "cc">]><a>&b;</a>"#;
        assert_eq!(all(bomb).unwrap_err().reason(), "document-type");
        assert_eq!(all("<a>&b;</a>").unwrap_err().reason(), "broken");
        assert_eq!(all(&"<a>".repeat(100_000)).unwrap_err().reason(), "deep");
        assert_eq!(all("<a><b></a>").unwrap_err().reason(), "broken");
        assert_eq!(all("<a>un").unwrap_err().reason(), "broken");
    }

    proptest::proptest! {
        #[test]
        fn any_text_gives_nodes_or_a_fault(text in "[<>/a&;#! \"'=x-]{0,60}") {
            let _read = all(&text);
        }
    }
}
