//! A table as it is written, its header rows not told apart yet.

use crate::domain::diagnostic::Diagnostic;
use crate::exchange::table::{Table, TableInput};

/// A table in memory: exports of surveys hold thousands of rows, not millions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// The first row.
    pub header: Vec<String>,
    /// The others, each as long as the header.
    pub rows: Vec<Vec<String>>,
    /// What parts the fields.
    pub delimiter: u8,
}

/// Rows that are read; more is no export of a survey.
const MOST: usize = 500_000;

impl Grid {
    /// Reads a table; what is wrong in a row is told and the row left out. `most` rows are read.
    ///
    /// # Errors
    /// The file is empty, binary or unreadable.
    pub fn read(
        path: &str,
        input: impl TableInput,
        most: Option<usize>,
    ) -> Result<(Self, Vec<Diagnostic>), Diagnostic> {
        let mut table = Table::open_loose(path, input)?;
        let delimiter = table.delimiter();
        let header = table.header().to_vec();
        let (mut rows, mut found) = (Vec::new(), Vec::new());
        while rows.len() < most.unwrap_or(MOST)
            && let Some(row) = table.next()
        {
            match row {
                Ok(row) if row.is_empty() => {}
                Ok(row) => {
                    let mut cells: Vec<String> = row.fields().map(|cell| cell.trim().to_owned()).collect();
                    cells.resize(header.len(), String::new());
                    rows.push(cells);
                }
                Err(fault) => found.push(fault),
            }
        }
        found.extend(table.take_note());
        Ok((Self { header, rows, delimiter }, found))
    }
}
