//! Tables written: semicolons, UTF-8, a header; any text survives.

use std::io::{self, Write};

/// A table being written.
pub struct TableWriter<W: Write> {
    rows: csv::Writer<W>,
}

impl<W: Write> TableWriter<W> {
    /// Begins a table with its header.
    ///
    /// # Errors
    /// The sink fails.
    pub fn new<'a>(sink: W, header: impl IntoIterator<Item = &'a str>) -> io::Result<Self> {
        let mut rows = csv::WriterBuilder::new().delimiter(b';').from_writer(sink);
        rows.write_record(header)?;
        Ok(Self { rows })
    }

    /// Writes a row.
    ///
    /// # Errors
    /// The sink fails, or the row has another number of cells than the header.
    pub fn row<'a>(&mut self, cells: impl IntoIterator<Item = &'a str>) -> io::Result<()> {
        Ok(self.rows.write_record(cells)?)
    }

    /// Ends the table and returns its sink.
    ///
    /// # Errors
    /// The sink fails.
    pub fn finish(self) -> io::Result<W> {
        self.rows.into_inner().map_err(|error| error.into_error())
    }
}
