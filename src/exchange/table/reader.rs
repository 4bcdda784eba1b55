//! Rows of a table with their places.

use std::collections::BTreeSet;
use std::io::Read;

use csv::{ByteRecord, ErrorKind, ReaderBuilder};

use super::TableInput;
use super::delimiter;
use super::transcode::Transcoder;
use crate::domain::diagnostic::{Diagnostic, Place};
use crate::domain::nearest::nearest;

/// A table being read: its header, then row after row, in memory that does not grow with it.
pub struct Table<'p, R> {
    path: &'p str,
    header: Vec<String>,
    /// Line of the header, or its row in a sheet.
    header_row: usize,
    delimiter: u8,
    reader: csv::Reader<Transcoder<'p, R>>,
    record: ByteRecord,
    number: usize,
    ended: bool,
}

/// One row of a table.
#[derive(Clone, Copy, Debug)]
pub struct Row<'t> {
    /// Its number, the header being row 1.
    pub number: usize,
    /// Line of the file where it begins, from 1.
    pub line: usize,
    path: &'t str,
    header: &'t [String],
    record: &'t ByteRecord,
}

impl<'p, R: TableInput> Table<'p, R> {
    /// Opens a table: finds its encoding and delimiter, reads its header.
    ///
    /// # Errors
    /// A file that is empty, binary, badly encoded or unreadable, or two columns of one name.
    pub fn open(path: &'p str, input: R) -> Result<Self, Diagnostic> {
        let mut table = Self::open_loose(path, input)?;
        // In a sheet, a title may stand above the header.
        let line = table.reader.get_mut().input().sheet_row(1).unwrap_or(1);
        let mut seen = BTreeSet::new();
        for (column, name) in table.header.iter().enumerate() {
            if !name.is_empty() && !seen.insert(name) {
                let place = Place::at(path, line, column + 1);
                return Err(Diagnostic::error(place, "table-duplicate-column").with("column", name));
            }
        }
        Ok(table)
    }

    /// Opens a table whose columns may be called the same.
    ///
    /// # Errors
    /// As for [`open`](Self::open), but for the names.
    pub fn open_loose(path: &'p str, input: R) -> Result<Self, Diagnostic> {
        let mut transcoder = Transcoder::new(path, input);
        let header_row = transcoder.input().sheet_row(1);
        let delimiter = match transcoder.peek() {
            Ok(sample) if sample.trim_ascii().is_empty() => {
                return Err(Diagnostic::error(Place::file(path), "text-empty"));
            }
            // What a sheet gives is parted by commas, whatever its cells hold.
            Ok(_) if header_row.is_some() => b',',
            Ok(sample) => delimiter::guess(sample),
            Err(error) => return Err(unreadable(path, &mut transcoder, &error)),
        };
        let reader = ReaderBuilder::new()
            .delimiter(delimiter)
            .has_headers(false)
            .flexible(true)
            .buffer_capacity(32 << 10)
            .from_reader(transcoder);
        let mut table = Self {
            path,
            header: Vec::new(),
            header_row: header_row.unwrap_or(1),
            delimiter,
            reader,
            record: ByteRecord::new(),
            number: 0,
            ended: false,
        };
        match table.next() {
            None => return Err(Diagnostic::error(Place::file(path), "text-empty")),
            Some(Err(diagnostic)) => return Err(diagnostic),
            Some(Ok(row)) => {
                let names: Vec<String> = (0..row.len()).map(|column| row.get(column).to_owned()).collect();
                table.header = names;
            }
        }
        Ok(table)
    }

    /// Names of the columns, in order.
    pub fn header(&self) -> &[String] {
        &self.header
    }

    /// What parts the fields.
    pub fn delimiter(&self) -> u8 {
        self.delimiter
    }

    /// The encoding's name.
    pub fn encoding(&self) -> &'static str {
        self.reader.get_ref().encoding()
    }

    /// Takes the note on a guessed encoding, if it was, and what was wrong in cells; complete once all
    /// rows are read.
    pub fn take_note(&mut self) -> Vec<Diagnostic> {
        let mut told = self.reader.get_mut().input().take_faults();
        told.extend(self.reader.get_mut().note.take());
        told
    }

    /// Finds a column by its name.
    pub fn column(&self, name: &str) -> Option<usize> {
        self.header.iter().position(|known| known == name)
    }

    /// Finds columns by their names; each that is missing is told with the nearest there is.
    pub fn require(&self, names: &[&str]) -> Vec<Diagnostic> {
        let missing = names.iter().filter(|name| self.column(name).is_none());
        missing
            .map(|name| {
                // A column that is asked for by its own name was not meant by another.
                let free = self.header.iter().map(String::as_str).filter(|column| !names.contains(column));
                let near = nearest(name, free).unwrap_or("empty");
                Diagnostic::error(Place::at(self.path, self.header_row, 1), "table-missing-column")
                    .with("column", name)
                    .with("nearest", near)
            })
            .collect()
    }

    /// Reads the next row; blank lines are passed over. After an error that is not of one row
    /// alone, there is no next.
    #[expect(clippy::should_implement_trait, reason = "a row borrows the table, which Iterator cannot say")]
    pub fn next(&mut self) -> Option<Result<Row<'_>, Diagnostic>> {
        if self.ended {
            return None;
        }
        let line = usize::try_from(self.reader.position().line()).unwrap_or(usize::MAX);
        self.reader.get_mut().start_record(line);
        match self.reader.read_byte_record(&mut self.record) {
            Ok(false) => {
                self.ended = true;
                return None;
            }
            Ok(true) => {}
            Err(error) => {
                self.ended = true;
                let path = self.path;
                return Some(Err(match error.kind() {
                    ErrorKind::Io(inner) => {
                        let inner = std::io::Error::from(inner.kind());
                        unreadable(path, self.reader.get_mut(), &inner)
                    }
                    _ => Diagnostic::error(Place::at(path, line, 1), "table-unreadable")
                        .with("detail", error.to_string()),
                }));
            }
        }
        self.number += 1;
        if let Some(row) = self.reader.get_mut().input().sheet_row(self.number) {
            return Some(self.check(row, row));
        }
        // The reader's position is that of blank lines passed over before the row: count back from
        // where the row ends.
        let end = usize::try_from(self.reader.position().line()).unwrap_or(usize::MAX);
        let inside = self.record.as_slice().iter().filter(|byte| **byte == b'\n').count();
        let line = line.max(end.saturating_sub(inside + 1));
        Some(self.check(line, self.number))
    }

    fn check(&mut self, line: usize, number: usize) -> Result<Row<'_>, Diagnostic> {
        let wrong = self.record.iter().position(|field| std::str::from_utf8(field).is_err());
        if let Some(column) = wrong {
            return Err(Diagnostic::error(Place::at(self.path, line, column + 1), "text-broken")
                .with("encoding", self.encoding()));
        }
        let (fields, columns) = (self.record.len(), self.header.len());
        if columns > 0 && fields != columns && self.record.iter().any(|field| !field.is_empty()) {
            let end = usize::try_from(self.reader.position().line()).unwrap_or(line);
            // A field that runs over many lines is more likely an open quote than a long answer.
            let key = if end.saturating_sub(line) > 20 { "table-open-quote" } else { "table-fields" };
            return Err(Diagnostic::error(Place::at(self.path, line, 1), key)
                .with("row", number)
                .with("fields", fields)
                .with("columns", columns));
        }
        Ok(Row { number, line, path: self.path, header: &self.header, record: &self.record })
    }
}

fn unreadable<R: Read>(path: &str, transcoder: &mut Transcoder<'_, R>, error: &std::io::Error) -> Diagnostic {
    transcoder.found.take().unwrap_or_else(|| {
        Diagnostic::error(Place::file(path), "table-unreadable").with("detail", error.to_string())
    })
}

impl<'t> Row<'t> {
    /// Returns a field without blanks round it, empty when the row has none there.
    pub fn get(&self, column: usize) -> &'t str {
        let field = self.record.get(column).unwrap_or_default();
        // Rows are checked when read.
        std::str::from_utf8(field).unwrap_or_default().trim()
    }

    /// Its fields, in order.
    pub fn fields(&self) -> impl Iterator<Item = &'t str> + use<'t> {
        self.record.iter().map(|field| std::str::from_utf8(field).unwrap_or_default())
    }

    /// Counts its fields.
    pub fn len(&self) -> usize {
        self.record.len()
    }

    /// Tells whether every field is empty.
    pub fn is_empty(&self) -> bool {
        self.record.iter().all(|field| field.trim_ascii().is_empty())
    }

    /// Returns the place of a field.
    pub fn place(&self, column: usize) -> Place {
        Place::at(self.path, self.line, column + 1)
    }

    /// An error at a field, named by row and column.
    pub fn error(&self, column: usize, key: &'static str) -> Diagnostic {
        let name = self.header.get(column).map_or("", String::as_str);
        Diagnostic::error(self.place(column), key).with("row", self.number).with("column", name)
    }

    /// A warning at a field, named by row and column.
    pub fn warning(&self, column: usize, key: &'static str) -> Diagnostic {
        let name = self.header.get(column).map_or("", String::as_str);
        Diagnostic::warning(self.place(column), key).with("row", self.number).with("column", name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Result<(Vec<Vec<String>>, Vec<String>), String> {
        let mut table = Table::open("t.csv", bytes).map_err(|diagnostic| diagnostic.to_string())?;
        let (mut rows, mut faults) = (Vec::new(), Vec::new());
        while let Some(row) = table.next() {
            match row {
                Ok(row) => rows.push((0..row.len()).map(|at| row.get(at).to_owned()).collect()),
                Err(diagnostic) => faults.push(diagnostic.to_string()),
            }
        }
        faults.extend(table.take_note().iter().map(ToString::to_string));
        Ok((rows, faults))
    }

    #[test]
    fn rows_are_read_with_quotes_and_line_breaks() {
        let (rows, faults) =
            read("\u{FEFF}id;note\r\n1;\"a; \"\"b\"\"\nc\"\r\n\r\n2; é \r\n".as_bytes()).expect("a table");
        assert_eq!(rows, [vec!["1", "a; \"b\"\nc"], vec!["2", "é"]]);
        assert_eq!(faults, Vec::<String>::new());
    }

    #[test]
    fn a_bad_row_does_not_cost_the_table() {
        let mut bytes = "id;é à è ù ç ô î ï ë\n1;a\n".as_bytes().to_vec();
        bytes.extend_from_slice(b"2;\xE9\xE9\n3;b;too;many\n4;d\n");
        let (rows, faults) = read(&bytes).expect("a table");
        assert_eq!(rows.len(), 2);
        assert_eq!(
            faults,
            [
                "t.csv:3:2: error: text-broken encoding=\"UTF-8\"",
                "t.csv:4:1: error: table-fields row=\"4\" fields=\"4\" columns=\"2\""
            ]
        );
    }

    #[test]
    fn lines_are_counted_whatever_their_ends() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["id;a", "", "1;\"two", "lines\"", "2;x", "", "3;y"].join(end);
            let mut table = Table::open("t.csv", text.as_bytes()).expect("a table");
            let mut lines = Vec::new();
            while let Some(row) = table.next() {
                let row = row.expect("a row");
                lines.push((row.number, row.line));
            }
            assert_eq!(lines, [(2, 3), (3, 5), (4, 7)], "{end:?}");
        }
    }

    #[test]
    fn an_older_encoding_is_read_with_a_note_even_when_it_shows_late() {
        let mut bytes = b"id;name\n".to_vec();
        for row in 0..20_000 {
            bytes.extend_from_slice(format!("{row};plain\n").as_bytes());
        }
        bytes.extend_from_slice(b"20000;s\xE9paration\n");
        let (rows, faults) = read(&bytes).expect("a table");
        assert_eq!(rows.last().expect("rows")[1], "séparation");
        assert_eq!(faults, ["t.csv: note: text-guessed-encoding encoding=\"windows-1252\""]);
    }

    #[test]
    fn utf16_tables_are_read() {
        let mut bytes = vec![0xFF, 0xFE];
        bytes.extend("id\tnom\n1\tété\n".encode_utf16().flat_map(u16::to_le_bytes));
        assert_eq!(read(&bytes).expect("a table").0, [vec!["1", "été"]]);
    }

    #[test]
    fn what_is_no_table_is_a_located_error() {
        assert_eq!(read(b"").expect_err("empty"), "t.csv: error: text-empty");
        assert_eq!(
            read(b"id;a;a\n").expect_err("twice"),
            "t.csv:1:3: error: table-duplicate-column column=\"a\""
        );
        assert_eq!(read(b"id;b\n1;\0\n").expect_err("binary"), "t.csv:2:3: error: text-binary byte=\"00\"");
        let line = read(&vec![b'x'; 10 << 20]).expect_err("long");
        assert_eq!(line, "t.csv:1:1: error: text-long-line limit=\"2\"");
    }

    #[test]
    fn a_quote_never_closed_is_told_where_it_opens() {
        let mut text = "id;note\n1;\"open\n".to_owned();
        for row in 2..500_000 {
            text.push_str(&format!("{row};x\n"));
        }
        let (_, faults) = read(text.as_bytes()).expect("a table");
        assert_eq!(faults, ["t.csv:2:1: error: table-open-quote"]);
        let (_, faults) = read(&text.as_bytes()[..600]).expect("a table");
        assert!(
            faults.is_empty() || faults[0].starts_with("t.csv:2:1: error: table-open-quote"),
            "{faults:?}"
        );
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..300)) {
            let _unused = read(&bytes);
        }
    }
}
