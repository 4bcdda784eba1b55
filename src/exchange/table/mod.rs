//! Delimited text, row by row, whatever its size.
//!
//! `transcode` turns a stream of bytes into UTF-8 and refuses what is no text; `delimiter` guesses
//! what parts the fields; `reader` gives rows with their places; `write` makes a table of rows. `input` is
//! where the bytes come from, `located` opens a file, be it a workbook.

mod delimiter;
mod input;
mod located;
mod reader;
mod transcode;
mod write;

pub use input::TableInput;
pub use located::{LocateError, Located, locate, on_sheet};
pub use reader::{Row, Table};
pub use write::TableWriter;
