//! What a report is made of, before any format: blocks, and the phrases inside them.
//!
//! - [`phrase`] is a text with links, weight and profile marks, read from the markup of messages;
//! - [`table`] and [`figure`] carry their number, title, unit and notes;
//! - [`block`] is everything that stands in a column of text;
//! - [`door`] says where links lead in a page of the workbench;
//! - [`prune`] leaves parts out, and what led to them;
//! - [`number`] gives figures and tables their numbers and resolves the references to them.

pub mod block;
pub mod door;
pub mod figure;
pub mod number;
pub mod phrase;
pub mod prune;
pub mod table;

pub use block::{Block, Boxed, Card, CountStrip, Document, QuoteBlock};
pub use figure::{Drawn, Figure};
pub use phrase::{Inline, Phrase, ReferenceKind};
pub use table::{Cell, Column, Note, NoteKind, Row, RowKind, Table};
