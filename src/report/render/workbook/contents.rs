//! Writes the contents sheet.

use rust_xlsxwriter::{Url, Worksheet, XlsxError};

use crate::i18n::Catalog;
use crate::report::document::Document;
use crate::report::render::workbook::book::Sheet;
use crate::report::render::workbook::look::{Styles, on_paper};
use crate::report::render::workbook::size::{height, lines};

/// Writes the list of the sheets, then what the signs mean.
pub(super) fn contents_sheet(
    page: &mut Worksheet,
    document: &Document,
    sheets: &[Sheet<'_>],
    styles: &Styles,
    words: &Catalog,
) -> Result<(), XlsxError> {
    page.set_column_width(0, 14)?.set_column_width(1, 90)?.set_column_width(2, 44)?;
    page.write_with_format(0, 0, &document.title, &styles.title)?;
    page.write_with_format(1, 0, &document.subtitle, &styles.quiet)?;
    let mut row = 2;
    for line in [Some(&document.kicker), document.banner.as_ref()].into_iter().flatten() {
        if !line.is_empty() {
            page.write_with_format(row, 0, line, &styles.strong)?;
            row += 1;
        }
    }
    row += 1;
    for sheet in sheets {
        let address = Url::new(format!("internal:'{}'!A1", sheet.name)).set_text(&sheet.name);
        page.write_url_with_format(row, 0, address, &styles.link)?;
        page.write_with_format(row, 1, sheet.title, &styles.wrapped)?;
        page.set_row_height(row, height(lines(sheet.title, 90).max(lines(sheet.unit, 44))))?;
        page.write_with_format(row, 2, sheet.unit, &styles.quiet_wrapped)?;
        row += 1;
    }
    row += 1;
    for sign in ["suppressed", "not-available", "not-applicable"] {
        page.write(row, 0, words.plain(&format!("report-sign-{sign}")))?;
        page.write(row, 1, words.plain(&format!("report-sign-{sign}.meaning")))?;
        row += 1;
    }
    page.write(row, 0, "–")?;
    page.write(row, 1, words.plain("report-sign-zero"))?;
    page.write(row + 1, 1, words.plain("workbook-rounding"))?;
    on_paper(page, 0);
    Ok(())
}
