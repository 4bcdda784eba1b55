//! What a project of the exchange format says, whichever program wrote it.

use serde::{Deserialize, Serialize};

use super::convention::Convention;
use crate::domain::diagnostic::Place;
use crate::text::Span;

/// A project. References hold keys of GUIDs (`guid::key`).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Project {
    /// Its name.
    pub name: String,
    /// The program that wrote it.
    pub origin: String,
    /// What people wrote of it.
    pub description: String,
    /// Those who code.
    pub users: Vec<User>,
    /// The tree of codes, each after the one that holds it.
    pub codes: Vec<Code>,
    /// Declared variables.
    pub variables: Vec<Variable>,
    /// Cases.
    pub cases: Vec<Case>,
    /// Texts: sources, representations of PDFs, transcripts of recordings.
    pub sources: Vec<TextSource>,
    /// Notes.
    pub notes: Vec<Note>,
    /// Notes about the project as a whole.
    pub note_refs: Vec<String>,
    /// Elements that are kept as they are written: links, sets, graphs, sources without text.
    pub kept: Vec<Kept>,
}

/// One who codes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct User {
    /// As written.
    pub guid: String,
    /// Name, else initials, possibly empty.
    pub name: String,
}

/// A code or a folder of codes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Code {
    /// As written.
    pub guid: String,
    /// As people read it.
    pub name: String,
    /// Place of the one that holds it, in the list of codes.
    pub parent: Option<usize>,
    /// False for a folder.
    pub is_codable: bool,
    /// `#rrggbb`.
    pub colour: Option<String>,
    /// What it is.
    pub description: String,
    /// Notes about it.
    pub note_refs: Vec<String>,
    /// Where it is written.
    pub place: Place,
}

/// A declared variable.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Variable {
    /// As written.
    pub guid: String,
    /// As people read it.
    pub name: String,
    /// `Text`, `Integer`, `Float`, `Boolean`, `Date`, `DateTime`.
    pub kind: String,
    /// What it is.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub description: String,
}

/// The value of a variable; an empty one is an answer that was not given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Value {
    /// The variable.
    pub variable: String,
    /// As written.
    pub value: String,
}

/// A case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Case {
    /// As written.
    pub guid: String,
    /// Possibly empty: the variables of one document.
    pub name: String,
    /// What people wrote of it.
    pub description: String,
    /// Its values.
    pub values: Vec<Value>,
    /// Its sources.
    pub sources: Vec<String>,
    /// Codes that stand for it, which a study does not model.
    pub codes: Vec<String>,
    /// Passages that belong to it, which a study does not model.
    pub selections: Vec<String>,
    /// The element as written.
    pub xml: String,
    /// Where it is written.
    pub place: Place,
}

/// What a text is in its project.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SourceKind {
    /// A source of its own.
    #[default]
    Text,
    /// The words of a PDF.
    Representation,
    /// The words of a recording.
    Transcript,
}

/// A text with its passages.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TextSource {
    /// As written.
    pub guid: String,
    /// As people read it, possibly empty.
    pub name: String,
    /// What it is.
    pub kind: SourceKind,
    /// Its words, line ends as stored, without byte order mark; none when they are missing.
    pub text: Option<String>,
    /// Whether a byte order mark stood before them.
    pub had_bom: bool,
    /// How its positions count.
    pub convention: Convention,
    /// The entry that holds its words, if one does.
    pub plain_entry: Option<String>,
    /// The entry that holds its formatted form, if one does.
    pub rich_entry: Option<String>,
    /// What people wrote of it.
    pub description: String,
    /// Its passages.
    pub selections: Vec<Selection>,
    /// Codes of the text as a whole.
    pub codings: Vec<Coding>,
    /// Notes about it.
    pub note_refs: Vec<String>,
    /// Values of variables.
    pub values: Vec<Value>,
    /// Who brought it in.
    pub user: Option<String>,
    /// When, as written.
    pub at: Option<String>,
    /// Where it is written.
    pub place: Place,
}

/// A passage of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// As written.
    pub guid: String,
    /// A program's name of it: often its first words.
    pub name: String,
    /// First position, as written.
    pub start: i64,
    /// Last position, as written.
    pub end: i64,
    /// Where, in scalar values of the text as stored; what lies outside is cut off.
    pub span: Span,
    /// Whether the positions lay outside the text.
    pub was_outside: bool,
    /// A comment.
    pub description: String,
    /// Its codes.
    pub codings: Vec<Coding>,
    /// Notes about it.
    pub note_refs: Vec<String>,
    /// Who made it.
    pub user: Option<String>,
    /// When, as written.
    pub at: Option<String>,
    /// Where it is written.
    pub place: Place,
}

/// A code on a passage or a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coding {
    /// As written.
    pub guid: String,
    /// The code.
    pub code: String,
    /// Who coded.
    pub user: Option<String>,
    /// When, as written.
    pub at: Option<String>,
    /// Notes about it.
    pub note_refs: Vec<String>,
}

/// A note.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Note {
    /// As written.
    pub guid: String,
    /// Its title, possibly empty.
    pub name: String,
    /// Its words; none when they are missing.
    pub text: Option<String>,
    /// The entry that is to hold its words; none: they are written inline.
    pub plain_entry: Option<String>,
    /// Where it stands in the source that refers to it, as `QualCoder` writes annotations.
    pub selections: Vec<(i64, i64)>,
    /// Who wrote it.
    pub user: Option<String>,
    /// When, as written.
    pub at: Option<String>,
    /// The element as written.
    pub xml: String,
    /// Where it is written.
    pub place: Place,
}

/// An element that is kept as it is written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// The element that holds it: `Links`, `Sets`, `Graphs`, `Sources`, `Cases`, `Notes`.
    pub within: String,
    /// As written, without namespace.
    pub xml: String,
}
