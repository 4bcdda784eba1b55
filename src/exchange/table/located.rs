//! Tables opened from files, whether text or workbook.

use std::io::{Read, Seek, SeekFrom};
use std::path::Path;

use super::TableInput;
use crate::domain::diagnostic::{Diagnostic, Place};
use crate::exchange::folder::{self, FileError};
use crate::exchange::workbook;

/// A table's bytes, with the sheet they come from.
pub struct Located {
    /// The bytes.
    pub input: Box<dyn TableInput + Send>,
    /// The sheet, of a workbook.
    pub sheet: Option<String>,
}

/// Why a table could not be opened.
#[derive(Debug)]
pub enum LocateError {
    /// The file cannot be reached.
    File(FileError),
    /// It is a workbook that cannot be read.
    Workbook(Diagnostic),
}

/// Opens a table's file; `name` names it in diagnostics, `sheet` says which sheet of a workbook is meant.
///
/// # Errors
/// The file cannot be read, or is a workbook that cannot.
pub fn locate(path: &Path, name: &str, sheet: Option<&str>) -> Result<Located, LocateError> {
    let failed = |source| LocateError::File(FileError { action: "read", path: path.to_owned(), source });
    let mut file = folder::open(path).map_err(LocateError::File)?;
    let mut first = Vec::new();
    file.by_ref().take(8).read_to_end(&mut first).map_err(failed)?;
    file.seek(SeekFrom::Start(0)).map_err(failed)?;
    if !(workbook::seems_workbook(&first) || folder::has_extension(path, workbook::EXTENSIONS)) {
        return Ok(Located { input: Box::new(file), sheet: None });
    }
    let reader = workbook::open(name, std::io::BufReader::new(file), sheet).map_err(LocateError::Workbook)?;
    let sheet = Some(reader.sheet.clone());
    Ok(Located { input: Box::new(reader), sheet })
}

/// Says of findings in a workbook's file on which sheet they are.
pub fn on_sheet(found: &mut [Diagnostic], name: &str, sheet: Option<&str>) {
    let Some(sheet) = sheet else { return };
    let here = found.iter_mut().filter(|one| one.place.path == name && one.place.line.is_some());
    for one in here {
        let place = std::mem::take(&mut one.place);
        one.place = Place { sheet: Some(sheet.to_owned()), ..place };
    }
}
