//! A workbook opened at the sheet that is meant.

use std::collections::VecDeque;
use std::io::{Cursor, Read, Seek};
use std::sync::mpsc::{self, SyncSender};

use calamine::{Ods, Range, Reader, SheetType, SheetVisible, Xls, Xlsx};

use super::cell::Cell;
use super::guard::{self, Form};
use super::header::{self, LOOKED_AT, Merge, SheetRow};
use super::spread::Merges;
use super::stream::{Message, Sender, SheetReader};
use crate::domain::diagnostic::{Diagnostic, Place};
use crate::exchange::quiet;

/// Messages that wait at most.
const WAITING: usize = 4;

/// Opens a workbook at a sheet: the one that is `wanted`, else the first that holds a table.
///
/// A thread of its own unpacks it while rows are read; it ends with the reader.
///
/// # Errors
/// What is no workbook, is locked, cut off or too large, has no such sheet or none with a table.
pub fn open<R: Read + Seek + Send + 'static>(
    path: &str,
    mut input: R,
    wanted: Option<&str>,
) -> Result<SheetReader, Diagnostic> {
    let form = guard::check(path, &mut input)?;
    let (sender, receiver) = mpsc::sync_channel(WAITING);
    let (own, wanted) = (path.to_owned(), wanted.map(str::to_owned));
    let unpack = move || {
        let unpacking = Unpacking { path: &own, wanted: wanted.as_deref(), sender };
        match form {
            Form::Xlsx => unpacking.xlsx(input),
            Form::Xls => unpacking.xls(input),
            Form::Ods(merges) => unpacking.ods(input, merges),
        }
    };
    let thread = quiet::spawn(unpack).map_err(|error| {
        Diagnostic::error(Place::file(path), "workbook-unreadable").with("detail", error.to_string())
    })?;
    match receiver.recv() {
        Ok(Message::Begin(sheet, header)) => Ok(SheetReader::new(path, receiver, sheet, &header)),
        // It ended before it began, and says why.
        _ => match thread.join() {
            Ok(Err(fault)) => Err(fault),
            _ => Err(Diagnostic::error(Place::file(path), "workbook-cut")),
        },
    }
}

struct Unpacking<'a> {
    path: &'a str,
    wanted: Option<&'a str>,
    sender: SyncSender<Message>,
}

impl Unpacking<'_> {
    fn fault(&self, key: &'static str) -> Diagnostic {
        Diagnostic::error(Place::file(self.path), key)
    }

    fn broken(&self, error: &impl ToString) -> Diagnostic {
        let detail = error.to_string();
        let is_locked = detail.to_lowercase().contains("password");
        if is_locked {
            self.fault("workbook-locked")
        } else {
            self.fault("workbook-unreadable").with("detail", detail)
        }
    }

    /// Lists the sheets to look at: the one that is wanted, else all with cells that are not hidden.
    fn sheets(&self, all: &[calamine::Sheet]) -> Result<Vec<String>, Diagnostic> {
        let cells = all.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
        let Some(wanted) = self.wanted else {
            let seen = cells.filter(|sheet| sheet.visible == SheetVisible::Visible);
            return Ok(seen.map(|sheet| sheet.name.clone()).collect());
        };
        let names: Vec<&str> = cells.map(|sheet| sheet.name.as_str()).collect();
        match names.iter().find(|name| name.to_lowercase() == wanted.to_lowercase()) {
            Some(name) => Ok(vec![(*name).to_owned()]),
            None => {
                let fault = self.fault("workbook-no-sheet").with("sheet", wanted);
                Err(fault.with("sheets", names.join(", ")))
            }
        }
    }

    /// Chooses the sheet: the first with a header of two names and a row below, else the first with a cell.
    fn choose(&self, heads: &[(String, Vec<SheetRow>)]) -> Result<usize, Diagnostic> {
        let filled = |row: &SheetRow| row.1.iter().filter(|cell| !cell.is_empty()).count();
        let is_table = |rows: &[SheetRow]| {
            let header = rows.iter().position(|row| filled(row) >= 2);
            header.is_some_and(|at| rows[at + 1..].iter().any(|row| filled(row) > 0))
        };
        heads
            .iter()
            .position(|(_, rows)| is_table(rows))
            .or_else(|| heads.iter().position(|(_, rows)| !rows.is_empty()))
            .ok_or_else(|| self.fault("workbook-empty"))
    }

    fn xlsx<R: Read + Seek>(&self, input: R) -> Result<(), Diagnostic> {
        let mut book = Xlsx::new(input).map_err(|error| self.broken(&error))?;
        let mut heads = Vec::new();
        for name in self.sheets(book.sheets_metadata())? {
            let mut cells = book.worksheet_cells_reader(&name).map_err(|error| self.broken(&error))?;
            let mut rows = Vec::new();
            let mut gathering = Gathering::default();
            while rows.len() < LOOKED_AT
                && let Some(cell) = cells.next_cell().map_err(|error| self.broken(&error))?
            {
                rows.extend(gathering.take(cell.get_position(), Cell::from(cell.get_value())));
            }
            rows.extend(gathering.end());
            heads.push((name, rows));
        }
        let (name, rows) = heads.swap_remove(self.choose(&heads)?);
        let at = header::row_of(&rows).ok_or_else(|| self.fault("workbook-empty"))?;
        let merges = if header::has_holes(&rows, at) {
            let found = book.merge_cells_by_sheet_name(&name).map_err(|error| self.broken(&error))?;
            found.iter().map(merge).collect()
        } else {
            Vec::new()
        };
        let header = header::read(&rows, at, &merges);
        drop(rows);
        let mut sending = Sender::new(self.path, &name, &header, self.sender.clone());
        let mut cells = book.worksheet_cells_reader(&name).map_err(|error| self.broken(&error))?;
        let mut gathering = Gathering::default();
        let mut broken = None;
        while sending.is_read {
            match cells.next_cell() {
                Ok(Some(cell)) => {
                    let full = gathering.take(cell.get_position(), Cell::from(cell.get_value()));
                    full.iter().for_each(|row| sending.row(row));
                }
                Ok(None) => break,
                Err(error) => {
                    broken = Some(self.broken(&error));
                    break;
                }
            }
        }
        gathering.end().iter().for_each(|row| sending.row(row));
        sending.end(broken);
        Ok(())
    }

    fn xls<R: Read + Seek>(&self, mut input: R) -> Result<(), Diagnostic> {
        let mut bytes = Vec::new();
        input.read_to_end(&mut bytes).map_err(|error| self.broken(&error))?;
        let mut book = Xls::new(Cursor::new(bytes)).map_err(|error| self.broken(&error))?;
        let names = self.sheets(book.sheets_metadata())?;
        let mut ranges = Vec::new();
        for name in names {
            let range = book.worksheet_range(&name).map_err(|error| self.broken(&error))?;
            let merges = book.merge_cells_by_sheet_name(&name).unwrap_or_default();
            ranges.push((name, range, merges.iter().map(merge).collect()));
        }
        self.whole(ranges)
    }

    fn ods<R: Read + Seek>(&self, input: R, mut merges: Merges) -> Result<(), Diagnostic> {
        let mut book = Ods::new(input).map_err(|error| self.broken(&error))?;
        let names = self.sheets(book.sheets_metadata())?;
        let mut ranges = Vec::new();
        for name in names {
            let range = book.worksheet_range(&name).map_err(|error| self.broken(&error))?;
            let merged = merges.remove(&name).unwrap_or_default();
            ranges.push((name, range, merged));
        }
        self.whole(ranges)
    }

    fn whole(&self, mut ranges: Vec<(String, Range<calamine::Data>, Vec<Merge>)>) -> Result<(), Diagnostic> {
        let head = |range: &Range<calamine::Data>| -> Vec<SheetRow> { rows(range).take(LOOKED_AT).collect() };
        let heads: Vec<(String, Vec<SheetRow>)> =
            ranges.iter().map(|(name, range, _)| (name.clone(), head(range))).collect();
        let chosen = self.choose(&heads)?;
        let (name, range, merges) = ranges.swap_remove(chosen);
        let first = &heads[chosen].1;
        let at = header::row_of(first).ok_or_else(|| self.fault("workbook-empty"))?;
        let header = header::read(first, at, &merges);
        let mut sending = Sender::new(self.path, &name, &header, self.sender.clone());
        for row in rows(&range) {
            sending.row(&row);
        }
        sending.end(None);
        Ok(())
    }
}

fn merge(one: &calamine::Dimensions) -> Merge {
    let (from, to) = (one.start, one.end);
    Merge { rows: (from.0 as usize, to.0 as usize), columns: (from.1 as usize, to.1 as usize) }
}

/// The rows of a range that is in memory; those without a cell are passed over.
fn rows(range: &Range<calamine::Data>) -> impl Iterator<Item = SheetRow> + '_ {
    let (first_row, first_column) = range.start().unwrap_or_default();
    let cells = move |row: &[calamine::Data]| {
        let before = std::iter::repeat_n(Cell::Text(String::new()), first_column as usize);
        before.chain(row.iter().map(Cell::from)).collect::<Vec<_>>()
    };
    let all = range.rows().enumerate().map(move |(at, row)| (first_row as usize + at, cells(row)));
    all.filter(|(_, cells)| cells.iter().any(|cell| !cell.is_empty()))
}

/// Makes rows of cells that come one by one.
#[derive(Default)]
struct Gathering {
    row: Option<SheetRow>,
    full: VecDeque<SheetRow>,
}

/// Columns of a sheet at most.
const MOST_COLUMNS: usize = 16_384;

impl Gathering {
    /// Takes a cell; returns the row that ended before it.
    fn take(&mut self, (row, column): (u32, u32), cell: Cell) -> Option<SheetRow> {
        let (row, column) = (row as usize, column as usize);
        if cell.is_empty() || column >= MOST_COLUMNS {
            return None;
        }
        if self.row.as_ref().is_some_and(|(known, _)| *known != row) {
            self.full.extend(self.row.take());
        }
        let (_, cells) = self.row.get_or_insert_with(|| (row, Vec::new()));
        if cells.len() <= column {
            cells.resize(column + 1, Cell::Text(String::new()));
        }
        cells[column] = cell;
        self.full.pop_front()
    }

    fn end(&mut self) -> Option<SheetRow> {
        self.row.take()
    }
}
