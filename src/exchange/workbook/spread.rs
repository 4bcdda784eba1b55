//! How far a sheet of an ods reaches: a few words of it may stand for a thousand million cells, which the
//! reader of the format would make.

use std::collections::BTreeMap;
use std::io::BufRead;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::guard::Spread;
use super::header::{LOOKED_AT, Merge};
use crate::exchange::xml::DEEPEST;

/// Blanks that one text may hold in short form.
const MOST_BLANKS: u64 = 10_000;

/// Columns beyond which the reader of the format makes no cell.
const MOST_COLUMNS: u64 = 16_384;

/// The merged cells at the top of sheets, by the sheet's name.
pub(super) type Merges = BTreeMap<String, Vec<Merge>>;

/// Row beyond which no header stands: the rows that are looked at, with as many empty ones above each.
const FURTHEST_HEADER: usize = LOOKED_AT * LOOKED_AT;

/// What is wrong with the content of an ods.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// It declares a document type.
    DocumentType,
    /// Its elements are nested beyond [`DEEPEST`].
    Deep,
    /// It ends before its elements do.
    Cut,
    /// It is not well formed.
    Broken {
        /// In the words of the library.
        detail: String,
    },
    /// A sheet reaches too far for what it holds.
    Far {
        /// The sheet's name.
        sheet: String,
    },
}

/// One row of a sheet.
#[derive(Default)]
struct Row {
    times: u64,
    /// Columns so far.
    columns: u64,
    /// First and last column with a value, from 0.
    filled: Option<(u64, u64)>,
    /// Cells with a value, as written.
    cells: u64,
}

/// One sheet.
#[derive(Default)]
struct Table {
    name: String,
    rows: u64,
    spread: Spread,
    /// Cells that its rows take from their beginning: the reader of the format makes those before a value.
    laid: u64,
    row: Row,
    blanks: u64,
    merges: Vec<Merge>,
}

/// Looks through the content of an ods; tells the cells that are merged where headers stand.
///
/// # Errors
/// What is not well formed is refused here: the reader of the format looks for the end of a sheet without end.
pub(super) fn check(input: impl BufRead) -> Result<Merges, Fault> {
    let mut reader = Reader::from_reader(input);
    reader.config_mut().expand_empty_elements = true;
    let (mut buffer, mut depth, mut table) = (Vec::new(), 0, Table::default());
    let mut merges = Merges::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(start)) => {
                depth += 1;
                if depth > DEEPEST {
                    return Err(Fault::Deep);
                }
                table.open(&start);
            }
            Ok(Event::End(end)) => {
                depth = depth.saturating_sub(1);
                if end.name().as_ref() == "table:table-row" {
                    table.end_row();
                } else if end.name().as_ref() == "table:table" {
                    merges.insert(table.name.clone(), std::mem::take(&mut table.merges));
                }
            }
            Ok(Event::DocType(_)) => return Err(Fault::DocumentType),
            Ok(Event::Eof) => {
                table.hold()?;
                return if depth == 0 { Ok(merges) } else { Err(Fault::Cut) };
            }
            // What is not closed before the end was cut off.
            Err(quick_xml::Error::Syntax(_)) => return Err(Fault::Cut),
            Err(error) => return Err(Fault::Broken { detail: error.to_string() }),
            Ok(_) => {}
        }
        table.hold()?;
    }
}

impl Table {
    fn open(&mut self, start: &BytesStart<'_>) {
        let times = |name: &str| number(start, name).unwrap_or(1);
        match start.name().as_ref() {
            "table:table" => {
                let name = value(start, "table:name").unwrap_or_default();
                *self = Self { name, ..Self::default() };
            }
            "table:table-row" => {
                self.row = Row { times: times("table:number-rows-repeated"), ..Row::default() }
            }
            "table:table-cell" | "table:covered-table-cell" => {
                let repeated = times("table:number-columns-repeated");
                let is_filled = start.attributes().flatten().any(|attribute| {
                    let name = attribute.key.as_ref();
                    name.starts_with("office:") || name == "table:formula"
                });
                if is_filled {
                    let last = self.row.columns.saturating_add(repeated).saturating_sub(1);
                    let first = self.row.filled.map_or(self.row.columns, |(first, _)| first);
                    self.row.filled = Some((first, last));
                    self.row.cells += 1;
                }
                let span = |name: &str| usize::try_from(number(start, name).unwrap_or(1)).unwrap_or(1);
                let (columns, rows) =
                    (span("table:number-columns-spanned"), span("table:number-rows-spanned"));
                if let (Ok(row), Ok(column)) = (usize::try_from(self.rows), usize::try_from(self.row.columns))
                    && (columns > 1 || rows > 1)
                    && row < FURTHEST_HEADER
                {
                    let last = |first: usize, count: usize| first.saturating_add(count.max(1) - 1);
                    let (rows, columns) = ((row, last(row, rows)), (column, last(column, columns)));
                    self.merges.push(Merge { rows, columns });
                }
                self.row.columns = self.row.columns.saturating_add(repeated);
            }
            "text:s" => self.blanks = self.blanks.saturating_add(times("text:c").saturating_sub(MOST_BLANKS)),
            _ => {}
        }
    }

    fn end_row(&mut self) {
        let Row { times, filled, cells, .. } = std::mem::take(&mut self.row);
        if let Some((first, last)) = filled {
            self.laid = self.laid.saturating_add(last.min(MOST_COLUMNS) + 1);
            self.spread.take(
                (self.rows, self.rows.saturating_add(times).saturating_sub(1)),
                (first, last),
                cells,
            );
        }
        self.rows = self.rows.saturating_add(times);
    }

    fn hold(&self) -> Result<(), Fault> {
        if self.spread.is_far() || self.spread.is_too_much(self.laid) || self.blanks > 0 {
            return Err(Fault::Far { sheet: self.name.clone() });
        }
        Ok(())
    }
}

fn value(start: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute = start.attributes().flatten().find(|attribute| attribute.key.as_ref() == name)?;
    attribute.normalized_value(XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
}

fn number(start: &BytesStart<'_>, name: &str) -> Option<u64> {
    value(start, name)?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(rows: &str) -> Result<(), Fault> {
        let read = check(format!("<o><table:table table:name=\"S\">{rows}</table:table></o>").as_bytes());
        read.map(drop)
    }

    const CELL: &str = "<table:table-cell office:value-type=\"float\" office:value=\"1\"/>";

    #[test]
    fn an_empty_end_is_no_table_and_a_value_at_the_end_is() {
        let row = format!("<table:table-row>{CELL}</table:table-row>");
        let gap = "<table:table-row table:number-rows-repeated=\"1048574\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>";
        assert_eq!(sheet(&format!("{row}{gap}")), Ok(()));
        let wide = format!(
            "<table:table-row><table:table-cell table:number-columns-repeated=\"16383\"/>{CELL}</table:table-row>"
        );
        assert_eq!(sheet(&format!("{row}{gap}{wide}")), Err(Fault::Far { sheet: "S".to_owned() }));
    }

    #[test]
    fn what_is_repeated_without_end_is_far() {
        let repeated = |rows: &str, columns: &str| {
            sheet(&format!(
                "<table:table-row table:number-rows-repeated=\"{rows}\"><table:table-cell table:number-columns-repeated=\"{columns}\" office:value=\"1\"/></table:table-row>"
            ))
        };
        assert_eq!(repeated("300", "300"), Ok(()));
        let row = format!("<table:table-row>{CELL}</table:table-row>");
        let none = "<table:table-row table:number-rows-repeated=\"0\"><table:table-cell table:number-columns-repeated=\"0\" office:value=\"1\"/></table:table-row>";
        assert_eq!(sheet(&format!("{none}{row}{none}")), Ok(()));
        assert_eq!(sheet(&format!("<table:table-row/>{none}")), Ok(()));
        assert!(repeated("1048576", "16384").is_err());
        assert!(repeated("18446744073709551615", "18446744073709551615").is_err());
        let empty = "<table:table-cell table:number-columns-repeated=\"18446744073709551615\"/>";
        let right = format!("<table:table-row>{empty}{CELL}{CELL}</table:table-row>");
        assert_eq!(sheet(&right), Ok(()));
        assert!(sheet(&right.repeat(200)).is_err());
        let blanks = |count: &str| sheet(&format!("<text:s text:c=\"{count}\"/>"));
        assert_eq!(blanks("40"), Ok(()));
        assert!(blanks("2000000000").is_err() && blanks("&#50;000000000").is_err());
    }

    #[test]
    fn document_types_and_depth_are_refused() {
        assert_eq!(check(&b"<!DOCTYPE a><a/>"[..]), Err(Fault::DocumentType));
        assert_eq!(check("<a>".repeat(100_000).as_bytes()), Err(Fault::Deep));
    }

    #[test]
    fn what_is_not_well_formed_is_refused_since_its_end_would_never_be_found() {
        assert_eq!(check(&b"<a/>"[..]), Ok(Merges::new()));
        let open = "<o><table:table table:name=\"S\"><table:table-row>";
        for cut in ["<a", "<a>", "<a></a", open] {
            assert_eq!(check(cut.as_bytes()), Err(Fault::Cut), "{cut}");
        }
        let crossed = check(format!("{open}</table:table></table:table-row></o>").as_bytes());
        assert!(matches!(crossed, Err(Fault::Broken { .. })), "{crossed:?}");
    }
}
