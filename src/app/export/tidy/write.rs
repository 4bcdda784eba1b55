//! The tables in a folder: a file each, and all of them as a workbook and as JSON.

use std::path::{Path, PathBuf};

use serde::Serialize;

use super::gather::tables;
use crate::app::context::Context;
use crate::app::error::AppError;
use crate::exchange::folder::{self, FileError};
use crate::exchange::tidy::{self, Table};
use crate::i18n::Catalog;
use crate::text::Language;

/// A table that was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TidyTable {
    /// Its name.
    pub name: String,
    /// Its rows.
    pub rows: usize,
    /// Its columns.
    pub columns: usize,
}

/// What was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TidyOutcome {
    /// The folder.
    pub folder: PathBuf,
    /// Paths of the files in it.
    pub files: Vec<String>,
    /// The tables.
    pub tables: Vec<TidyTable>,
    /// Texts that a cell of the workbook could not hold whole; the other files do.
    pub cut: usize,
}

/// Writes the tables into a folder, which must be empty or not exist; what columns mean is told in
/// `language`.
///
/// # Errors
/// The folder holds something, nothing was imported yet, or the disk or the database fails.
pub async fn export_tidy(
    context: &Context,
    target: &Path,
    language: Language,
) -> Result<TidyOutcome, AppError> {
    if !folder::is_empty(target)? {
        return Err(AppError::FolderNotEmpty { folder: target.to_owned() });
    }
    let tables = tables(context, &Catalog::new(language)).await?;
    let mut files = Vec::new();
    for (name, bytes) in csv_files(&tables, target)? {
        folder::write(&target.join(&name), &bytes)?;
        files.push(name);
    }
    let (book, cut) = tidy::workbook(&tables).map_err(crate::report::render::WorkbookError::from)?;
    for (name, bytes) in [("tables.json", tidy::json(&tables).into_bytes()), ("tables.xlsx", book)] {
        folder::write(&target.join(name), &bytes)?;
        files.push(name.to_owned());
    }
    Ok(TidyOutcome {
        folder: target.to_owned(),
        files,
        tables: tables
            .iter()
            .map(|table| TidyTable {
                name: table.name.clone(),
                rows: table.rows.len(),
                columns: table.columns.len(),
            })
            .collect(),
        cut,
    })
}

/// Writes each table as comma-separated text.
pub(in crate::app::export) fn csv_files(
    tables: &[Table],
    target: &Path,
) -> Result<Vec<(String, Vec<u8>)>, AppError> {
    tables
        .iter()
        .map(|table| {
            let name = format!("{}.csv", table.name);
            let written = table.csv();
            let failed = |source| FileError { action: "write", path: target.join(&name), source };
            Ok((name.clone(), written.map_err(failed)?))
        })
        .collect()
}
