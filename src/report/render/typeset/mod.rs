//! Writes a document as a PDF, typeset by a library: no other program is needed.
//!
//! - [`body`] turns blocks into the typesetter's text, [`numbered`] tables and figures; [`phrase`] writes
//!   the pieces of phrases, [`literal`] every word of a study, as a string that no rule of the language
//!   reads. How all of it looks is `assets/typeset/report.typ`;
//! - [`world`] is what the typesetter may read: that text, the drawings, the fonts of the program;
//! - [`file`] runs it, and says why it did not.

mod body;
mod file;
mod literal;
mod numbered;
mod phrase;
mod world;

pub use file::{TypesetError, pdf};
