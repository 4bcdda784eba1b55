//! What is refused before a workbook is opened.

use std::io::{self, Read, Seek, SeekFrom};

use crate::domain::diagnostic::{Diagnostic, Place};

/// Largest workbook of the older form, which is read whole.
const LARGEST_OLD_BYTES: u64 = 64 << 20;
/// Largest part that is read whole: texts, styles, and all of an ods.
const LARGEST_PART_BYTES: u64 = 512 << 20;
/// A sheet of xlsx, which is read as a stream.
const LARGEST_SHEET_BYTES: u64 = 8 << 30;
/// How much smaller packed than unpacked a part may be, where it is not small anyway.
const LARGEST_RATIO: u64 = 500;
/// Parts of a workbook.
const MOST_PARTS: usize = 20_000;

/// The forms of a workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// Since 2007.
    Xlsx,
    /// Before.
    Xls,
    /// `LibreOffice`.
    Ods,
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
    crate::exchange::folder::has_extension(std::path::Path::new(name), super::EXTENSIONS)
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
    let form = if holds("xl/workbook.xml") {
        Form::Xlsx
    } else if holds("content.xml") {
        Form::Ods
    } else {
        return Err(fault("workbook-none"));
    };
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).map_err(broken)?;
        let name = part.name().map_err(|_| fault("workbook-cut"))?.into_owned();
        let is_sheet = form == Form::Xlsx && name.starts_with("xl/worksheets/");
        let limit = if is_sheet { LARGEST_SHEET_BYTES } else { LARGEST_PART_BYTES };
        let large = |limit: u64| fault("workbook-large").with("part", &name).with("limit", limit >> 20);
        let packed = part.compressed_size().max(1);
        if part.size() > limit || (part.size() > 1 << 20 && part.size() / packed > LARGEST_RATIO) {
            return Err(large(limit));
        }
        // What a part says of its size need not be so; a sheet is read piece by piece anyway.
        let is_read = form == Form::Ods && name == "content.xml" || name == "xl/sharedStrings.xml";
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
