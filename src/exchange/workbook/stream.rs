//! Rows handed on as delimited text while the sheet is still being unpacked.

use std::io::{self, Read};
use std::sync::mpsc::{Receiver, SyncSender};

use super::cell::Cell;
use super::guard::Spread;
use super::header::{Header, SheetRow};
use crate::domain::diagnostic::{Diagnostic, Place};

/// Bytes handed over at a time.
const CHUNK: usize = 64 << 10;
/// Faulty cells told one by one.
const TOLD: usize = 100;

/// What the thread that unpacks says.
pub(super) enum Message {
    /// The sheet that is read, and its header.
    Begin(String, Header),
    /// Rows.
    Rows(Vec<u8>),
    /// Faulty cells, at the end.
    Faults(Vec<Diagnostic>),
}

/// A sheet as a stream of delimited text: its header, then a line for each of its rows, empty ones too.
#[derive(Debug)]
pub struct SheetReader {
    /// The sheet's name.
    pub sheet: String,
    /// Row of its header, from 1.
    pub first_row: usize,
    /// Row of its first values, from 1.
    pub(super) values: usize,
    path: String,
    /// Whether the other side has said its last word.
    is_ended: bool,
    receiver: Receiver<Message>,
    ready: Vec<u8>,
    given: usize,
    faults: Vec<Diagnostic>,
}

impl SheetReader {
    pub(super) fn new(path: &str, receiver: Receiver<Message>, sheet: String, header: &Header) -> Self {
        let (first_row, values) = (header.row + 1, header.first + 1);
        Self {
            sheet,
            first_row,
            values,
            path: path.to_owned(),
            is_ended: false,
            receiver,
            ready: Vec::new(),
            given: 0,
            faults: Vec::new(),
        }
    }

    /// Takes what was wrong in cells; complete once all rows are read.
    pub fn take_faults(&mut self) -> Vec<Diagnostic> {
        std::mem::take(&mut self.faults)
    }

    /// Returns the row of the sheet on which a line of the text stands; both count from 1.
    pub fn row(&self, line: usize) -> usize {
        if line <= 1 { self.first_row } else { self.values + line - 2 }
    }
}

impl Read for SheetReader {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        while self.given >= self.ready.len() {
            match self.receiver.recv() {
                Ok(Message::Rows(bytes)) => (self.ready, self.given) = (bytes, 0),
                Ok(Message::Faults(faults)) => {
                    self.is_ended = true;
                    self.faults.extend(faults);
                }
                Ok(Message::Begin(..)) => {}
                // The other side fell over a file that is not what it says: what is missing is not silently so.
                Err(_) if !self.is_ended => {
                    self.is_ended = true;
                    self.faults.push(Diagnostic::error(Place::file(&self.path), "workbook-cut"));
                    return Ok(0);
                }
                Err(_) => return Ok(0),
            }
        }
        let count = out.len().min(self.ready.len() - self.given);
        out[..count].copy_from_slice(&self.ready[self.given..self.given + count]);
        self.given += count;
        Ok(count)
    }
}

/// Reads a whole sheet as text whose lines are the rows of the sheet, as far as cells have no line breaks.
///
/// # Errors
/// The sheet is larger than a table of codings can be.
pub fn text(path: &str, mut sheet: SheetReader) -> Result<(String, Vec<Diagnostic>), Diagnostic> {
    let mut text = "\n".repeat(sheet.first_row - 1);
    let large = || {
        Diagnostic::error(Place::file(path), "workbook-large")
            .with("part", path)
            .with("limit", LARGEST_TEXT >> 20)
    };
    sheet.by_ref().take(LARGEST_TEXT + 1).read_to_string(&mut text).map_err(|_| large())?;
    if text.len() as u64 > LARGEST_TEXT {
        return Err(large());
    }
    Ok((text, sheet.take_faults()))
}

/// Longest text of a sheet that is held whole.
const LARGEST_TEXT: u64 = 1 << 30;

/// Writes rows as text and hands them on.
pub(super) struct Sender {
    path: String,
    sender: SyncSender<Message>,
    writer: csv::Writer<Vec<u8>>,
    /// The row that is next, from 0.
    next: usize,
    width: usize,
    faults: Vec<Diagnostic>,
    more: usize,
    /// Why the rest is not read.
    broken: Option<Diagnostic>,
    sheet: String,
    spread: Spread,
    /// Whether somebody still reads.
    pub(super) is_read: bool,
}

impl Sender {
    pub(super) fn new(path: &str, sheet: &str, header: &Header, sender: SyncSender<Message>) -> Self {
        let mut one = Self {
            path: path.to_owned(),
            sender,
            writer: writer(),
            next: header.first,
            width: header.names.len(),
            faults: Vec::new(),
            more: 0,
            broken: None,
            sheet: sheet.to_owned(),
            spread: Spread::default(),
            is_read: true,
        };
        one.say(Message::Begin(sheet.to_owned(), header.clone()));
        one.record(header.names.iter().map(String::as_str));
        one
    }

    fn say(&mut self, message: Message) {
        self.is_read &= self.sender.send(message).is_ok();
    }

    fn record<'t>(&mut self, cells: impl Iterator<Item = &'t str>) {
        // Writing to memory does not fail.
        drop(self.writer.write_record(cells));
    }

    /// Takes a row; those before it that the file leaves out are empty ones.
    pub(super) fn row(&mut self, (row, cells): &SheetRow) {
        if *row < self.next {
            return;
        }
        let last = cells.iter().rposition(|cell| !cell.is_empty());
        let Some(last) = last else { return };
        let filled = cells.iter().filter(|cell| !cell.is_empty()).count();
        let width = self.width.max(last + 1);
        self.spread.take((0, *row as u64), (0, width as u64), filled as u64);
        if self.spread.is_far() {
            let fault = Diagnostic::error(Place::file(&self.path), "workbook-spread");
            self.broken.get_or_insert(fault.with("sheet", &self.sheet));
            self.is_read = false;
            return;
        }
        while self.next < *row {
            self.record(std::iter::repeat_n("", self.width.max(1)));
            self.next += 1;
            self.hand_on();
        }
        for (column, cell) in cells.iter().enumerate() {
            if let Cell::Fault(told) = cell {
                self.fault(*row, column, told);
            }
        }
        let text = |column: usize| cells.get(column).map_or("", Cell::text);
        let texts: Vec<String> = (0..width).map(|column| text(column).to_owned()).collect();
        self.record(texts.iter().map(String::as_str));
        self.next += 1;
        self.hand_on();
    }

    fn fault(&mut self, row: usize, column: usize, told: &str) {
        if self.faults.len() >= TOLD {
            self.more += 1;
            return;
        }
        let place = Place::at(&self.path, row + 1, column + 1);
        self.faults.push(Diagnostic::error(place, "workbook-cell").with("value", told));
    }

    fn hand_on(&mut self) {
        if self.writer.get_ref().len() >= CHUNK {
            self.flush();
        }
    }

    fn flush(&mut self) {
        let full = std::mem::replace(&mut self.writer, writer());
        if let Ok(bytes) = full.into_inner() {
            self.say(Message::Rows(bytes));
        }
    }

    /// Ends the sheet, with what was wrong in it.
    pub(super) fn end(mut self, broken: Option<Diagnostic>) {
        self.flush();
        let mut faults = std::mem::take(&mut self.faults);
        if self.more > 0 {
            let more = Diagnostic::error(Place::file(&self.path), "table-more-faults");
            faults.push(more.with("count", self.more));
        }
        faults.extend(self.broken.take());
        faults.extend(broken);
        self.say(Message::Faults(faults));
    }
}

fn writer() -> csv::Writer<Vec<u8>> {
    csv::WriterBuilder::new().flexible(true).from_writer(Vec::with_capacity(CHUNK + 4096))
}
