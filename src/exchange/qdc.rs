//! Codebooks of the REFI-QDA exchange format (`.qdc`).

use super::qdpx::model::{Code, Kept};
use super::qdpx::read;
use super::qdpx::sets::write_set;
use super::qdpx::tree::{Element, Tree};
use super::qdpx::write::Writer;
use crate::domain::diagnostic::Diagnostic;

/// The namespace of the specification.
pub const NAMESPACE: &str = "urn:QDA-XML:codebook:1.0";

/// A codebook of another program.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ForeignCodebook {
    /// The program that wrote it.
    pub origin: String,
    /// The tree of codes, each after the one that holds it.
    pub codes: Vec<Code>,
    /// Sets of codes, as written.
    pub sets: Vec<Kept>,
}

/// Reads a codebook, whatever namespace it is in; a whole project gives its codebook.
///
/// None when the diagnostics hold an error.
pub fn read(path: &str, bytes: &[u8]) -> (Option<ForeignCodebook>, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let tree = match Tree::read(path, bytes) {
        Ok(tree) => tree,
        Err(fault) => return (None, vec![fault]),
    };
    let root = tree.root();
    let book = match root.name() {
        "CodeBook" => Some(root),
        "Project" => root.first("CodeBook"),
        _ => None,
    };
    let Some(book) = book else {
        diagnostics.push(Diagnostic::error(root.place(), "qdc-no-codebook").with("element", root.name()));
        return (None, diagnostics);
    };
    if root.name() == "CodeBook" {
        read::namespace(root, NAMESPACE, &mut diagnostics);
    }
    let codes = book.all("Codes").flat_map(|codes| read::codes_of(codes, &mut diagnostics)).collect();
    let sets = book.all("Sets").flat_map(|sets| sets.all("Set"));
    let sets = sets.map(|one| Kept { within: "Sets".to_owned(), xml: Element::write(one) }).collect();
    let origin = root.get("origin").unwrap_or_default().to_owned();
    (Some(ForeignCodebook { origin, codes, sets }), diagnostics)
}

/// Writes a codebook. One without codes cannot be written: the schema asks for one.
pub fn write(codes: &[Code], sets: &[Kept], origin: &str) -> Option<String> {
    if codes.is_empty() {
        return None;
    }
    let mut writer = Writer { text: "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n".to_owned() };
    writer.open("CodeBook", &[("xmlns", NAMESPACE), ("origin", origin)]);
    writer.codes(codes, false);
    let sets: Vec<String> = sets.iter().filter_map(|one| write_set(&one.xml, true)).collect();
    if !sets.is_empty() {
        writer.open("Sets", &[]);
        writer.text.push_str(&sets.join("\n"));
        writer.close("Sets");
    }
    writer.close("CodeBook");
    Some(writer.text)
}
