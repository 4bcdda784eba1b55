//! Gathers the sheets of a workbook and puts it together.

use std::borrow::Cow;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};
use thiserror::Error;

use crate::i18n::Catalog;
use crate::report::document::{Block, Document, Note, Table};
use crate::report::render::workbook::apart::apart;
use crate::report::render::workbook::contents::contents_sheet;
use crate::report::render::workbook::look::Styles;
use crate::report::render::workbook::sheet::write_sheet;

/// A workbook that could not be put together.
#[derive(Debug, Error)]
#[error("put the workbook together")]
pub struct WorkbookError(#[from] XlsxError);

/// A sheet to write.
pub(super) struct Sheet<'a> {
    /// Its tab: « Tableau 3 ».
    pub name: String,
    pub title: &'a str,
    pub unit: &'a str,
    /// The table, each standard error in a column of its own.
    pub table: Cow<'a, Table>,
    pub notes: &'a [Note],
}

/// Writes the workbook of a document; the same document gives the same bytes.
///
/// # Errors
/// The writer refuses a sheet: a name given twice, or more rows than a sheet has.
pub fn workbook(document: &Document, words: &Catalog) -> Result<Vec<u8>, WorkbookError> {
    let sheets = sheets(document, words);
    let mut book = Workbook::new();
    // The day would make two workbooks of one study differ.
    let day = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&DocProperties::new().set_title(&document.title).set_creation_datetime(&day));
    let styles = Styles::new();
    let contents = words.plain("workbook-contents");
    contents_sheet(book.add_worksheet().set_name(&contents)?, document, &sheets, &styles, words)?;
    for sheet in &sheets {
        let page = book.add_worksheet().set_name(&sheet.name)?;
        write_sheet(page, sheet, &contents, &styles, words)?;
    }
    Ok(book.save_to_buffer()?)
}

/// Lists the tables and the values of figures, those inside boxes and folds too.
fn sheets<'a>(document: &'a Document, words: &Catalog) -> Vec<Sheet<'a>> {
    let mut found = Vec::new();
    gather(&document.blocks, "", words, &mut found);
    found
}

/// `around` is what stands over the blocks: the title of a table that has none of its own.
fn gather<'a>(blocks: &'a [Block], around: &'a str, words: &Catalog, found: &mut Vec<Sheet<'a>>) {
    let mut around = around;
    for block in blocks {
        match block {
            Block::Heading { title, .. } => around = title,
            Block::Table(table) if !table.rows.is_empty() => found.push(Sheet {
                name: words.text("report-table-label", &[("number", table.number.into())]),
                title: if table.title.is_empty() { around } else { &table.title },
                unit: &table.unit,
                table: apart(table, words),
                notes: &table.notes,
            }),
            Block::Figure(figure) => {
                if let Some(table) = figure.table.as_ref().filter(|table| !table.rows.is_empty()) {
                    found.push(Sheet {
                        name: words.text("report-figure-label", &[("number", figure.number.into())]),
                        title: &figure.title,
                        unit: &figure.unit,
                        table: apart(table, words),
                        notes: &figure.notes,
                    });
                }
            }
            Block::Box { title: summary, blocks, .. } | Block::Fold { summary, blocks, .. } => {
                gather(blocks, summary, words, found);
            }
            _ => {}
        }
    }
}
