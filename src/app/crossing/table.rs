//! A crossing as a table.

use std::io;

use super::cross::Crossing;
use crate::app::AppError;
use crate::exchange::table::TableWriter;

impl Crossing {
    /// Writes it as delimited text: codes by identifier and title, numbers with a point.
    ///
    /// # Errors
    /// The sink fails.
    pub fn write_table(&self, sink: &mut Vec<u8>) -> Result<(), AppError> {
        let stopped = |_: io::Error| AppError::Stopped { what: "table" };
        let heads = self.columns.iter().map(|column| column.head.as_str());
        let mut table =
            TableWriter::new(sink, ["code", "title"].into_iter().chain(heads)).map_err(stopped)?;
        for row in &self.rows {
            let cells: Vec<String> = row.cells.iter().map(|cell| number(cell.value)).collect();
            let names = [row.code.code.as_str(), row.code.title.as_str()];
            table.row(names.into_iter().chain(cells.iter().map(String::as_str))).map_err(stopped)?;
        }
        table.finish().map_err(stopped)?;
        Ok(())
    }
}

fn number(value: f64) -> String {
    let text = format!("{value:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn numbers_are_written_as_short_as_they_are() {
        assert_eq!([0.0, 12.0, 4.5, 3.456].map(number), ["0", "12", "4.5", "3.46"]);
    }
}
