//! Tables for statistics: one observation a row, one variable a column, read without any option.
//!
//! Comma, UTF-8 without a mark, a point in numbers, nothing for what is missing, columns named in plain
//! letters: what R's `read.csv` and pandas' `read_csv` take for granted. The same tables as JSON (rows as
//! objects, `null` for what is missing) and as a workbook, a sheet each.

use std::io;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};
use serde_json::{Map, Value};

/// A column and what it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Plain letters, digits and `_`.
    pub name: String,
    /// `text`, `integer`, `number`, `flag`, `moment`.
    pub kind: &'static str,
    /// What it is, for people.
    pub about: String,
}

/// A table.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Name of its file and its sheet.
    pub name: String,
    /// What a row is, for people.
    pub about: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// One value a column; `null` for what is missing.
    pub rows: Vec<Vec<Value>>,
}

/// Makes a name that R and pandas leave as it is: plain letters, digits and `_`, a letter first.
pub fn column_name(text: &str) -> String {
    let plain: String =
        text.chars().map(|sign| if sign.is_ascii_alphanumeric() { sign } else { '_' }).collect();
    if plain.starts_with(|sign: char| sign.is_ascii_alphabetic()) { plain } else { format!("x{plain}") }
}

fn written(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Bool(flag) => u8::from(*flag).to_string(),
        other => other.to_string(),
    }
}

impl Table {
    /// Writes the table as comma-separated text.
    ///
    /// # Errors
    /// A row has another number of cells than there are columns.
    pub fn csv(&self) -> io::Result<Vec<u8>> {
        let mut rows = csv::WriterBuilder::new().from_writer(Vec::new());
        rows.write_record(self.columns.iter().map(|column| column.name.as_str()))?;
        for row in &self.rows {
            rows.write_record(row.iter().map(written))?;
        }
        rows.into_inner().map_err(|error| error.into_error())
    }
}

/// Tells what every column holds, as one more table.
pub fn dictionary(tables: &[Table], name: &str, about: &str, heads: [&str; 4]) -> Table {
    let column = |(name, about): (&&str, &str)| Column {
        name: (*name).to_owned(),
        kind: "text",
        about: about.to_owned(),
    };
    let names = ["table", "column", "kind", "meaning"];
    let row = |cells: [&str; 4]| cells.map(|cell| Value::from(cell)).to_vec();
    let mut rows = Vec::new();
    for table in tables {
        // The table itself, then its columns.
        rows.push(vec![
            Value::from(table.name.as_str()),
            Value::Null,
            Value::Null,
            Value::from(table.about.as_str()),
        ]);
        for column in &table.columns {
            rows.push(row([&table.name, &column.name, column.kind, &column.about]));
        }
    }
    Table {
        name: name.to_owned(),
        about: about.to_owned(),
        columns: names.iter().zip(heads).map(column).collect(),
        rows,
    }
}

/// Writes all tables as one JSON object, a list of rows each.
pub fn json(tables: &[Table]) -> String {
    let mut whole = Map::new();
    for table in tables {
        let rows = table.rows.iter().map(|row| {
            let cells = table.columns.iter().zip(row);
            Value::Object(cells.map(|(column, value)| (column.name.clone(), value.clone())).collect())
        });
        whole.insert(table.name.clone(), Value::Array(rows.collect()));
    }
    format!("{:#}\n", Value::Object(whole))
}

/// Most signs that a cell of a workbook holds.
const MOST_SIGNS: usize = 32_767;

/// Writes all tables as a workbook; the same tables give the same bytes. Returns how many texts were
/// cut, since a cell holds no more.
///
/// # Errors
/// A table has more rows than a sheet, or two have one name.
pub fn workbook(tables: &[Table]) -> Result<(Vec<u8>, usize), XlsxError> {
    let mut book = Workbook::new();
    let day = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&DocProperties::new().set_creation_datetime(&day));
    let head = Format::new().set_bold();
    let mut cut = 0;
    for table in tables {
        let sheet = book.add_worksheet().set_name(&table.name)?;
        sheet.set_freeze_panes(1, 0)?;
        for (at, column) in (0_u16..).zip(&table.columns) {
            sheet.write_with_format(0, at, &column.name, &head)?;
        }
        for (at, row) in (1_u32..).zip(&table.rows) {
            for (column, value) in (0_u16..).zip(row) {
                match value {
                    Value::Null => {}
                    Value::Bool(flag) => {
                        sheet.write(at, column, u8::from(*flag))?;
                    }
                    Value::Number(number) => {
                        sheet.write(at, column, number.as_f64().unwrap_or_default())?;
                    }
                    other => {
                        let text = written(other);
                        let kept: String = text.chars().take(MOST_SIGNS).collect();
                        cut += usize::from(kept.len() < text.len());
                        // As text, whatever it begins with: an answer is never a formula.
                        sheet.write_string(at, column, &kept)?;
                    }
                }
            }
        }
    }
    Ok((book.save_to_buffer()?, cut))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table() -> Table {
        let column =
            |name: &str, kind| Column { name: name.to_owned(), kind, about: format!("{name}, said") };
        Table {
            name: "codings".to_owned(),
            about: "one coding".to_owned(),
            columns: vec![column("coding", "text"), column("start", "integer")],
            rows: vec![
                vec![Value::from("a, \"b\"\nc"), Value::from(3)],
                vec![Value::from("=1+1"), Value::Null],
            ],
        }
    }

    #[test]
    fn a_table_reads_back_whatever_it_holds() {
        let bytes = table().csv().expect("a table");
        assert_eq!(bytes, b"coding,start\n\"a, \"\"b\"\"\nc\",3\n=1+1,\n");
        let mut rows = csv::Reader::from_reader(bytes.as_slice());
        let read: Vec<Vec<String>> =
            rows.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect();
        assert_eq!(read, [["a, \"b\"\nc", "3"], ["=1+1", ""]]);
        let read: Value = serde_json::from_str(&json(&[table()])).expect("JSON");
        assert_eq!(read["codings"][1], serde_json::json!({ "coding": "=1+1", "start": null }));
    }

    #[test]
    fn names_of_columns_are_plain() {
        assert_eq!(
            ["dettes", "aide-ext", "3e", "été"].map(column_name),
            ["dettes", "aide_ext", "x3e", "x_t_"]
        );
    }

    #[test]
    fn the_dictionary_names_every_column() {
        let told = dictionary(&[table()], "dictionary", "columns", ["a", "b", "c", "d"]);
        assert_eq!(told.rows.len(), 3);
        assert_eq!(told.rows[2], ["codings", "start", "integer", "start, said"].map(Value::from));
    }
}
