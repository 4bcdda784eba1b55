//! How far the sheets of an xls reach: two cells at its corners, or what it says of its dimensions, are
//! enough for the reader of the format to ask for more memory than there is.

use std::io::{Cursor, Read};

use super::guard::Spread;

/// Rows and columns of a sheet at most.
const MOST: (u64, u64) = (65_536, 256);

/// Records of [MS-XLS] that are looked at, by their number.
mod record {
    pub(super) const EOF: u16 = 0x000A;
    pub(super) const BOUND_SHEET: u16 = 0x0085;
    pub(super) const MUL_RK: u16 = 0x00BD;
    pub(super) const DIMENSIONS: u16 = 0x0200;
    /// Formula, text, number, truth value and what stands for them in older forms: a row and a column.
    pub(super) const CELLS: [u16; 8] = [0x0006, 0x00D6, 0x00FD, 0x0201, 0x0203, 0x0204, 0x0205, 0x027E];
}

/// Tells whether an xls reaches further than what it holds; none where it cannot be looked through, which is
/// for its reader to tell.
pub(super) fn is_far(bytes: &[u8]) -> Option<bool> {
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).ok()?;
    let name = ["/Workbook", "/Book"].into_iter().find(|name| file.is_stream(name))?;
    let mut stream = Vec::new();
    // No stream is larger than the file, whatever its chain of sectors says.
    file.open_stream(name).ok()?.take(bytes.len() as u64).read_to_end(&mut stream).ok()?;
    Some(reaches_far(&stream))
}

fn reaches_far(stream: &[u8]) -> bool {
    let globals = records(stream).take_while(|(number, _)| *number != record::EOF);
    let places = globals.filter(|(number, _)| *number == record::BOUND_SHEET);
    let mut all = Spread::default();
    for (_, data) in places {
        let Some(sheet) = word(data, 0).and_then(|at| stream.get(at as usize..)) else { return true };
        let mut spread = Spread::default();
        for (number, data) in records(sheet) {
            match number {
                record::DIMENSIONS if is_wide(data) => return true,
                record::MUL_RK => {
                    let (Some(row), Some(first)) = (half(data, 0), half(data, 2)) else { continue };
                    let last = half(data, data.len().saturating_sub(2)).unwrap_or(first);
                    spread.take((row, row), (first, last.max(first)), (data.len() as u64) / 6);
                }
                number if record::CELLS.contains(&number) => {
                    let (Some(row), Some(column)) = (half(data, 0), half(data, 2)) else { continue };
                    spread.take((row, row), (column, column), 1);
                }
                _ => {}
            }
        }
        all.add(&spread);
        if all.is_far() {
            return true;
        }
    }
    false
}

/// Tells whether what a sheet says of its dimensions is more than a sheet can have, or ends before it begins.
fn is_wide(data: &[u8]) -> bool {
    let sides = if data.len() < 14 {
        [half(data, 0), half(data, 2), half(data, 4), half(data, 6)]
    } else {
        [word(data, 0), word(data, 4), half(data, 8), half(data, 10)]
    };
    let [Some(first_row), Some(last_row), Some(first_column), Some(last_column)] = sides else {
        return false;
    };
    let is_empty = last_row == 0 || last_column == 0;
    !is_empty
        && (last_row > MOST.0
            || last_column > MOST.1 + 1
            || first_row >= last_row
            || first_column > last_column)
}

/// The records of a stream: number and data of each, up to one that is cut off.
fn records(stream: &[u8]) -> impl Iterator<Item = (u16, &[u8])> {
    let mut rest = stream;
    std::iter::from_fn(move || {
        let number = u16::from_le_bytes(rest.get(..2)?.try_into().ok()?);
        let length = usize::from(u16::from_le_bytes(rest.get(2..4)?.try_into().ok()?));
        let data = rest.get(4..4 + length)?;
        rest = &rest[4 + length..];
        Some((number, data))
    })
}

fn half(data: &[u8], at: usize) -> Option<u64> {
    Some(u64::from(u16::from_le_bytes(data.get(at..at + 2)?.try_into().ok()?)))
}

fn word(data: &[u8], at: usize) -> Option<u64> {
    Some(u64::from(u32::from_le_bytes(data.get(at..at + 4)?.try_into().ok()?)))
}
