//! Workbooks (xlsx, xls, ods) read as tables: one sheet of them, row by row.
//!
//! `guard` refuses what is no workbook, locked or too large before it is opened, with `spread` and `old` what
//! reaches further than it holds (ods, xls); `open` finds the sheet,
//! `header` the row of names, `cell` makes text of a cell, `stream` hands rows on while the rest is still
//! packed, so that a sheet of a million rows never stands in memory.

mod cell;
mod guard;
mod header;
mod old;
mod open;
mod spread;
mod stream;

pub use guard::{has_ending, is_workbook, seems_workbook};
pub use open::open;
pub use stream::{SheetReader, text};

/// Endings of workbooks.
pub const EXTENSIONS: &[&str] = &["xlsx", "xlsm", "xls", "ods"];
