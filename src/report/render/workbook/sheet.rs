//! Writes the sheet of a table.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder, Url, Worksheet, XlsxError};

use crate::i18n::Catalog;
use crate::report::document::{Cell, Column, Row, RowKind};
use crate::report::render::layout::width::words_after_number;
use crate::report::render::workbook::book::Sheet;
use crate::report::render::workbook::look::{Styles, on_paper};
use crate::report::render::workbook::note::{label, sorted};
use crate::report::render::workbook::number::as_number;
use crate::report::render::workbook::size::{bold_lines, broken, height, lines, note_room, shown, widths};

/// Row of a table's head, from 0: title, unit and the way back stand above.
const HEAD: u32 = 3;
/// Points of a sheet that still goes on one page of paper, so that its notes stay with its rows.
const ONE_PAGE: f64 = 640.0;

/// Writes the table of a sheet with its title, its unit and its notes.
pub(super) fn write_sheet(
    page: &mut Worksheet,
    sheet: &Sheet<'_>,
    contents: &str,
    styles: &Styles,
    words: &Catalog,
) -> Result<(), XlsxError> {
    let table = sheet.table.as_ref();
    page.write_with_format(0, 0, format!("{} – {}", sheet.name, sheet.title), &styles.title)?;
    page.write_with_format(1, 0, sheet.unit, &styles.quiet)?;
    let back = Url::new(format!("internal:'{contents}'!A1"))
        .set_text(words.text("workbook-back", &[("contents", contents.into())]));
    page.write_url_with_format(2, 0, back, &styles.link)?;
    let widths = widths(table);
    for (place, width) in (0..).zip(&widths) {
        page.set_column_width(place, f64::from(u16::try_from(*width).unwrap_or(u16::MAX)))?;
    }
    let heads = table.columns.iter().zip(&widths);
    let heads = heads.map(|(column, width)| bold_lines(&column.title, *width)).max();
    let mut high = height(heads.unwrap_or(1));
    page.set_row_height(HEAD, high)?;
    for (place, column) in (0_u16..).zip(&table.columns) {
        let format = set_apart(styles.head.clone(), &table.columns, usize::from(place));
        let format = if column.is_number { format.set_align(FormatAlign::Right) } else { format };
        page.write_with_format(HEAD, place, &column.title, &format)?;
    }
    for (row, line) in (HEAD + 1..).zip(&table.rows) {
        let tall = row_height(line, &widths);
        page.set_row_height(row, tall)?;
        high += tall;
        for (place, cell) in (0_u16..).zip(&line.cells) {
            let mut format = Format::new().set_align(FormatAlign::Top);
            if line.kind == RowKind::Total {
                format = format.set_bold().set_border_top(FormatBorder::Thin);
            }
            let format = set_apart(format, &table.columns, usize::from(place));
            write_cell(page, row, place, cell, format, words)?;
        }
    }
    let mut row = HEAD + 2 + u32::try_from(table.rows.len()).unwrap_or(u32::MAX - HEAD - 2);
    let (across, room) = note_room(&widths);
    for note in sorted(sheet.notes) {
        let line = format!("{} {}", words.plain(label(note.kind)), broken(&note.text));
        let tall = height(lines(&line, room));
        page.set_row_height(row, tall)?;
        high += tall;
        page.merge_range(row, 0, row, across, &line, &styles.quiet_wrapped)?;
        row += 1;
    }
    page.set_freeze_panes(HEAD + 1, 1)?;
    page.set_repeat_rows(HEAD, HEAD)?;
    on_paper(page, u16::from(high <= ONE_PAGE));
    Ok(())
}

fn row_height(line: &Row, widths: &[usize]) -> f64 {
    let count = if line.kind == RowKind::Total { bold_lines } else { lines };
    height(line.cells.iter().zip(widths).map(|(cell, width)| count(&shown(cell), *width)).max().unwrap_or(1))
}

/// Keeps words away from the number before them.
fn set_apart(format: Format, columns: &[Column], place: usize) -> Format {
    if words_after_number(columns, place) {
        format.set_align(FormatAlign::Left).set_indent(1)
    } else {
        format
    }
}

fn write_cell(
    page: &mut Worksheet,
    row: u32,
    place: u16,
    cell: &Cell,
    format: Format,
    words: &Catalog,
) -> Result<(), XlsxError> {
    let key = match cell {
        Cell::Text(phrase) => {
            page.write_with_format(row, place, broken(phrase), &format.set_text_wrap())?;
            return Ok(());
        }
        Cell::Number { text, value, .. } | Cell::Estimate { text, value, .. } => {
            if value.is_finite() {
                let (value, shown) = as_number(text, *value, words.language());
                page.write_with_format(row, place, value, &format.set_num_format(shown))?;
            } else {
                page.write_with_format(row, place, text, &format)?;
            }
            return Ok(());
        }
        Cell::Zero => {
            page.write_with_format(row, place, 0, &format.set_num_format("0;-0;\"–\""))?;
            return Ok(());
        }
        Cell::Suppressed => "report-sign-suppressed",
        Cell::NotAvailable => "report-sign-not-available",
        Cell::NotApplicable => "report-sign-not-applicable",
    };
    page.write_with_format(row, place, words.plain(key), &format.set_align(FormatAlign::Right))?;
    Ok(())
}
