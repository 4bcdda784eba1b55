//! A stream of bytes to a stream of UTF-8, with the place of what is no text.

use std::io::{self, Read};

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Decoder, Encoding, UTF_8};

use crate::domain::diagnostic::{Diagnostic, Place};
use crate::exchange::text::LONGEST_LINE_BYTES;

const CHUNK: usize = 64 << 10;

/// A record beyond this is an opening quote that is never closed.
const LARGEST_RECORD: usize = 4 << 20;

/// How bytes are read. Plain ASCII is valid in all candidates, so the choice waits for the first
/// byte that is not.
enum Mode {
    Undecided,
    Utf8,
    Other(Box<Decoder>),
}

/// Gives UTF-8 (unchecked while the file says or seems to be UTF-8: each row is checked as read).
pub(super) struct Transcoder<'p, R> {
    path: &'p str,
    input: R,
    mode: Mode,
    encoding: &'static Encoding,
    started: bool,
    ended: bool,
    raw: Vec<u8>,
    ready: Vec<u8>,
    given: usize,
    line: usize,
    line_bytes: usize,
    record_bytes: usize,
    record_line: usize,
    after_return: bool,
    last: u8,
    /// What was found, which an `io::Error` cannot carry.
    pub(super) found: Option<Diagnostic>,
    /// The note on a guessed encoding.
    pub(super) note: Option<Diagnostic>,
}

impl<'p, R: Read> Transcoder<'p, R> {
    pub(super) fn new(path: &'p str, input: R) -> Self {
        Self {
            path,
            input,
            mode: Mode::Undecided,
            encoding: UTF_8,
            started: false,
            ended: false,
            raw: vec![0; CHUNK],
            ready: Vec::new(),
            given: 0,
            line: 1,
            line_bytes: 0,
            record_bytes: 0,
            record_line: 1,
            after_return: false,
            last: b'\n',
            found: None,
            note: None,
        }
    }

    pub(super) fn encoding(&self) -> &'static str {
        self.encoding.name()
    }

    /// What the bytes come from.
    pub(super) fn input(&mut self) -> &mut R {
        &mut self.input
    }

    /// Tells that a record begins at a line, so that one that never ends is found.
    pub(super) fn start_record(&mut self, line: usize) {
        self.record_bytes = 0;
        self.record_line = line;
    }

    /// Returns the first stretch of text without taking it.
    pub(super) fn peek(&mut self) -> io::Result<&[u8]> {
        while !self.ended && self.ready.len() < CHUNK {
            self.fill()?;
        }
        Ok(self.ready.get(self.given..).unwrap_or_default())
    }

    fn fill(&mut self) -> io::Result<()> {
        let mut read = 0;
        while read < CHUNK {
            match self.input.read(&mut self.raw[read..]) {
                Ok(0) => {
                    self.ended = true;
                    break;
                }
                Ok(count) => read += count,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        if self.given > 0 {
            self.ready.drain(..self.given);
            self.given = 0;
        }
        let mut from = 0;
        if !self.started {
            self.started = true;
            if let Some((encoding, length)) = Encoding::for_bom(&self.raw[..read]) {
                from = length;
                self.encoding = encoding;
                self.mode = if encoding == UTF_8 {
                    Mode::Utf8
                } else {
                    Mode::Other(Box::new(encoding.new_decoder_without_bom_handling()))
                };
            }
        }
        let start = self.ready.len();
        let chunk = &self.raw[from..read];
        if matches!(self.mode, Mode::Undecided) && !chunk.is_ascii() {
            self.mode = decide(chunk, &mut self.encoding);
            if matches!(self.mode, Mode::Other(_)) {
                let name = self.encoding.name();
                let note = Diagnostic::note(Place::file(self.path), "text-guessed-encoding");
                self.note = Some(note.with("encoding", name));
            }
        }
        match &mut self.mode {
            Mode::Undecided | Mode::Utf8 => self.ready.extend_from_slice(chunk),
            Mode::Other(decoder) => {
                let room = decoder.max_utf8_buffer_length(chunk.len()).unwrap_or(chunk.len() * 4);
                let mut text = String::with_capacity(room);
                let (_, _, broken) = decoder.decode_to_string(chunk, &mut text, self.ended);
                self.ready.extend_from_slice(text.as_bytes());
                if broken {
                    let place = Place::at(self.path, self.line, 1);
                    let found = Diagnostic::error(place, "text-broken");
                    return self.refuse(found.with("encoding", self.encoding.name()));
                }
            }
        }
        self.inspect(start)
    }

    /// Gives every line the same end, the last one too, so that lines can be counted: the csv
    /// reader counts `\r\n` late.
    fn settle_lines(&mut self, start: usize) {
        if self.after_return || self.ready[start..].contains(&b'\r') {
            let mut kept = start;
            for at in start..self.ready.len() {
                let byte = self.ready[at];
                let second = byte == b'\n' && self.after_return;
                self.after_return = byte == b'\r';
                if !second {
                    self.ready[kept] = if byte == b'\r' { b'\n' } else { byte };
                    kept += 1;
                }
            }
            self.ready.truncate(kept);
        }
        self.last = self.ready[start..].last().copied().unwrap_or(self.last);
        if self.ended && self.last != b'\n' {
            self.ready.push(b'\n');
            self.last = b'\n';
        }
    }

    /// Counts lines and looks for bytes that no text holds.
    fn inspect(&mut self, start: usize) -> io::Result<()> {
        self.settle_lines(start);
        let fresh = &self.ready[start..];
        let mut at = 0;
        while at < fresh.len() {
            let rest = &fresh[at..];
            let end = rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len());
            let line = &rest[..end];
            if let Some(column) = line.iter().position(|byte| matches!(byte, 0..=8 | 14..=31 | 127)) {
                let column_here = String::from_utf8_lossy(&line[..column]).chars().count() + 1;
                let place = Place::at(self.path, self.line, self.line_bytes + column_here);
                let byte = format!("{:02X}", line[column]);
                return self.refuse(Diagnostic::error(place, "text-binary").with("byte", byte));
            }
            self.line_bytes += line.len();
            if self.line_bytes > LONGEST_LINE_BYTES {
                let place = Place::at(self.path, self.line, 1);
                let found = Diagnostic::error(place, "text-long-line");
                return self.refuse(found.with("limit", LONGEST_LINE_BYTES >> 20));
            }
            if end < rest.len() {
                self.line += 1;
                self.line_bytes = 0;
            }
            at += end + 1;
        }
        Ok(())
    }

    fn refuse(&mut self, found: Diagnostic) -> io::Result<()> {
        self.ended = true;
        self.found = Some(found);
        Err(io::Error::from(io::ErrorKind::InvalidData))
    }
}

fn decide(chunk: &[u8], encoding: &mut &'static Encoding) -> Mode {
    match std::str::from_utf8(chunk) {
        Ok(_) => Mode::Utf8,
        // Cut by the end of the chunk, not wrong.
        Err(error) if error.error_len().is_none() => Mode::Utf8,
        // Much good UTF-8 before the first bad byte: a broken row, told when it is read.
        Err(error) if chunk[..error.valid_up_to()].iter().filter(|byte| **byte >= 0xC2).count() >= 8 => {
            Mode::Utf8
        }
        Err(_) => {
            let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
            detector.feed(chunk, true);
            *encoding = detector.guess(Some(b"fr"), Utf8Detection::Deny);
            Mode::Other(Box::new(encoding.new_decoder_without_bom_handling()))
        }
    }
}

impl<R: Read> Read for Transcoder<'_, R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        while self.given >= self.ready.len() {
            if self.ended {
                return match self.found {
                    Some(_) => Err(io::Error::from(io::ErrorKind::InvalidData)),
                    None => Ok(0),
                };
            }
            self.fill()?;
        }
        let ready = &self.ready[self.given..];
        let count = ready.len().min(out.len());
        out[..count].copy_from_slice(&ready[..count]);
        self.given += count;
        self.record_bytes += count;
        if self.record_bytes > LARGEST_RECORD {
            let place = Place::at(self.path, self.record_line, 1);
            self.refuse(Diagnostic::error(place, "table-open-quote"))?;
        }
        Ok(count)
    }
}
