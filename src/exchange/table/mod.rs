//! Delimited text, row by row, whatever its size.
//!
//! `transcode` turns a stream of bytes into UTF-8 and refuses what is no text; `delimiter` guesses
//! what parts the fields; `reader` gives rows with their places; `write` makes a table of rows.

mod delimiter;
mod reader;
mod transcode;
mod write;

pub use reader::{Row, Table};
pub use write::TableWriter;
