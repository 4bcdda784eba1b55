//! Where the bytes of a table come from.

use std::fs::File;
use std::io::{BufReader, Cursor, Read};

use crate::domain::diagnostic::Diagnostic;
use crate::exchange::workbook::SheetReader;

/// A stream of delimited text; one that comes from a sheet knows the rows there.
pub trait TableInput: Read {
    /// Returns the row of the sheet on which a record stands, the header being record 1; none: lines are
    /// those of the text itself.
    fn sheet_row(&self, _record: usize) -> Option<usize> {
        None
    }

    /// Takes what was wrong in the file itself; complete once all is read.
    fn take_faults(&mut self) -> Vec<Diagnostic> {
        Vec::new()
    }
}

impl TableInput for &[u8] {}
impl TableInput for File {}
impl<R: Read> TableInput for BufReader<R> {}
impl<T: AsRef<[u8]>> TableInput for Cursor<T> {}

impl TableInput for SheetReader {
    fn sheet_row(&self, record: usize) -> Option<usize> {
        Some(self.row(record))
    }

    fn take_faults(&mut self) -> Vec<Diagnostic> {
        Self::take_faults(self)
    }
}

impl<T: TableInput + ?Sized> TableInput for Box<T> {
    fn sheet_row(&self, record: usize) -> Option<usize> {
        (**self).sheet_row(record)
    }

    fn take_faults(&mut self) -> Vec<Diagnostic> {
        (**self).take_faults()
    }
}
