//! What is refused before a workbook is opened.

use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::path::Path;

use super::old;
use super::spread::{self, Merges};
use crate::domain::diagnostic::{Diagnostic, Place};
use crate::exchange::archive::is_safe;
use crate::exchange::folder::has_extension;

/// Largest workbook of the older form, which is read whole.
const LARGEST_OLD_BYTES: u64 = 64 << 20;
/// Largest part that is read whole: texts, styles, and all of an ods.
const LARGEST_PART_BYTES: u64 = 512 << 20;
/// A sheet of xlsx, which is read as a stream.
const LARGEST_SHEET_BYTES: u64 = 8 << 30;
/// How much smaller packed than unpacked a part may be, where it is not small anyway.
const LARGEST_RATIO: u64 = 200;
/// The same of a part that is read whole.
const LARGEST_WHOLE_RATIO: u64 = 100;
/// The same of the texts of an xlsx, none of which stands there twice.
const LARGEST_TEXT_RATIO: u64 = 60;
/// Cells between the corners of a sheet, of which any number may be empty.
const FREE_CELLS: u64 = 2_000_000;
/// Beyond them, how many cells may lie between the corners for one that holds something.
const LARGEST_SPREAD: u64 = 100;
/// How much of a part is searched for a document type.
const BEGINNING: u64 = 4 << 10;
/// Parts of a workbook.
const MOST_PARTS: usize = 20_000;

/// How far a sheet reaches, and how much it holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Spread {
    corners: Option<((u64, u64), (u64, u64))>,
    /// Cells with something in them, as the file writes them.
    filled: u64,
    /// Cells between the corners of other sheets.
    others: u64,
}

impl Spread {
    /// Takes cells: first and last row and column, and how many the file writes for them.
    pub(super) fn take(&mut self, rows: (u64, u64), columns: (u64, u64), filled: u64) {
        let wider = |one: (u64, u64), other: (u64, u64)| (one.0.min(other.0), one.1.max(other.1));
        let (known_rows, known_columns) = self.corners.unwrap_or((rows, columns));
        self.corners = Some((wider(known_rows, rows), wider(known_columns, columns)));
        self.filled = self.filled.saturating_add(filled);
    }

    /// Takes another sheet, which stands in memory beside this one.
    pub(super) fn add(&mut self, other: &Self) {
        self.others = self.others.saturating_add(other.cells());
        self.filled = self.filled.saturating_add(other.filled);
    }

    fn cells(&self) -> u64 {
        let side = |(first, last): (u64, u64)| last.saturating_sub(first).saturating_add(1);
        let own = self.corners.map_or(0, |(rows, columns)| side(rows).saturating_mul(side(columns)));
        own.saturating_add(self.others)
    }

    /// Tells whether the cells between the corners are too many for those that hold something.
    pub(super) fn is_far(&self) -> bool {
        self.is_too_much(self.cells())
    }

    /// Tells whether so many cells are too many for those that hold something.
    pub(super) fn is_too_much(&self, cells: u64) -> bool {
        cells > FREE_CELLS && cells / LARGEST_SPREAD > self.filled
    }
}

/// The forms of a workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// Since 2007.
    Xlsx,
    /// Before.
    Xls,
    /// `LibreOffice`, with the merged cells at the top of its sheets, which its reader does not tell.
    Ods(Merges),
}

/// Tells whether bytes begin a workbook or what may be one: an archive, or the container of older files.
pub fn seems_workbook(first: &[u8]) -> bool {
    matches!(first, [b'P', b'K', 3 | 5, 4 | 6, ..] | [0xD0, 0xCF, 0x11, 0xE0, ..])
}

/// Tells whether a whole file is a workbook.
pub fn is_workbook(bytes: &[u8]) -> bool {
    let holds = |name: &[u8]| memchr::memmem::find(bytes, name).is_some();
    match bytes {
        [b'P', b'K', 3 | 5, 4 | 6, ..] => {
            holds(b"xl/workbook.xml") || holds(b"application/vnd.oasis.opendocument.spreadsheet")
        }
        [0xD0, 0xCF, 0x11, 0xE0, ..] => holds(&wide("Workbook")) || holds(&wide("Book")),
        _ => false,
    }
}

/// Tells whether a file is called like a workbook.
pub fn has_ending(name: &str) -> bool {
    has_extension(Path::new(name), super::EXTENSIONS)
}

fn wide(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// Tells the form of a workbook, and refuses what is none.
pub(super) fn check<R: Read + Seek>(path: &str, input: &mut R) -> Result<Form, Diagnostic> {
    let fault = |key| Diagnostic::error(Place::file(path), key);
    let failed = |error: io::Error| fault("workbook-unreadable").with("detail", error);
    let mut first = Vec::new();
    input.by_ref().take(8).read_to_end(&mut first).map_err(failed)?;
    input.seek(SeekFrom::Start(0)).map_err(failed)?;
    if matches!(first[..], [0xD0, 0xCF, 0x11, 0xE0, ..]) {
        let mut bytes = Vec::new();
        input.by_ref().take(LARGEST_OLD_BYTES + 1).read_to_end(&mut bytes).map_err(failed)?;
        if bytes.len() as u64 > LARGEST_OLD_BYTES {
            return Err(fault("workbook-large").with("part", path).with("limit", LARGEST_OLD_BYTES >> 20));
        }
        if memchr::memmem::find(&bytes, &wide("EncryptedPackage")).is_some() {
            return Err(fault("workbook-locked"));
        }
        if old::is_far(&bytes) == Some(true) {
            return Err(fault("workbook-spread").with("sheet", path));
        }
        input.seek(SeekFrom::Start(0)).map_err(failed)?;
        return Ok(Form::Xls);
    }
    if !matches!(first[..], [b'P', b'K', ..]) {
        return Err(fault("workbook-none"));
    }
    let broken = |_| fault("workbook-cut");
    let mut archive = zip::ZipArchive::new(&mut *input).map_err(broken)?;
    if archive.len() > MOST_PARTS {
        return Err(fault("workbook-large").with("part", archive.len()).with("limit", MOST_PARTS));
    }
    let holds = |name: &str| archive.index_for_name(name).is_some();
    let mut form = if holds("xl/workbook.xml") {
        Form::Xlsx
    } else if holds("content.xml") {
        Form::Ods(Merges::new())
    } else {
        return Err(fault("workbook-none"));
    };
    for at in 0..archive.len() {
        if archive.by_index_raw(at).map_err(broken)?.encrypted() {
            return Err(fault("workbook-locked"));
        }
        let mut part = archive.by_index(at).map_err(broken)?;
        let name = part.name().map_err(|_| fault("workbook-cut"))?.into_owned();
        if !is_safe(&name) {
            return Err(fault("workbook-outside").with("part", name));
        }
        let is_sheet = form == Form::Xlsx && name.starts_with("xl/worksheets/");
        let limit = if is_sheet { LARGEST_SHEET_BYTES } else { LARGEST_PART_BYTES };
        let large = |limit: u64| fault("workbook-large").with("part", &name).with("limit", limit >> 20);
        let packed = part.compressed_size().max(1);
        let ratio = match name.as_str() {
            "xl/sharedStrings.xml" => LARGEST_TEXT_RATIO,
            _ if is_sheet => LARGEST_RATIO,
            _ => LARGEST_WHOLE_RATIO,
        };
        if part.size() > limit || (part.size() > 1 << 20 && part.size() / packed > ratio) {
            return Err(large(limit));
        }
        let is_content = matches!(form, Form::Ods(_)) && name == "content.xml";
        if is_content {
            let content = BufReader::new(part.by_ref().take(limit + 1));
            let merges = spread::check(content).map_err(|found| match found {
                spread::Fault::DocumentType => fault("workbook-doctype").with("part", &name),
                spread::Fault::Cut => fault("workbook-cut"),
                spread::Fault::Broken { detail } => fault("workbook-unreadable").with("detail", detail),
                spread::Fault::Deep => fault("workbook-deep").with("part", &name),
                spread::Fault::Far { sheet } => fault("workbook-spread").with("sheet", sheet),
            })?;
            form = Form::Ods(merges);
        } else if has_extension(Path::new(&name), &["xml", "rels"]) {
            let mut beginning = Vec::new();
            part.by_ref().take(BEGINNING).read_to_end(&mut beginning).map_err(|_| fault("workbook-cut"))?;
            if memchr::memmem::find(&beginning, b"<!DOCTYPE").is_some() {
                return Err(fault("workbook-doctype").with("part", &name));
            }
        }
        // What a part says of its size need not be so; a sheet is read piece by piece anyway.
        let is_read = is_content || name == "xl/sharedStrings.xml";
        if is_read
            && io::copy(&mut part.by_ref().take(limit + 1), &mut io::sink())
                .map_err(|_| fault("workbook-cut"))?
                > limit
        {
            return Err(large(limit));
        }
    }
    drop(archive);
    input.seek(SeekFrom::Start(0)).map_err(failed)?;
    Ok(form)
}
