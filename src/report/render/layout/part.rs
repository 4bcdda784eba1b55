//! A finished part of a file.

/// A part of the file: its name in the archive and its bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// `word/document.xml`.
    pub name: String,
    /// XML, SVG or PNG.
    pub bytes: Vec<u8>,
}

impl Part {
    /// Makes a part of a text.
    pub(in crate::report::render) fn of(name: &str, text: String) -> Self {
        Self { name: name.to_owned(), bytes: text.into_bytes() }
    }
}
