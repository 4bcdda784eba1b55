//! Writes the tables of a document as a workbook: « tableaux de données ».
//!
//! A contents sheet with links, then a sheet for each table and for the values of each figure, as
//! statistical offices publish them: title, unit, rows, « Ensemble », then Note, Lecture, Champ,
//! Source. Numbers are numbers, shown as the report shows them; what is hidden is a sign.

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Url, Workbook, Worksheet,
    XlsxError,
};
use thiserror::Error;

use crate::i18n::Catalog;
use crate::report::document::{Block, Cell, Document, Note, NoteKind, RowKind, Table};
use crate::text::Language;

/// A workbook that could not be put together.
#[derive(Debug, Error)]
#[error("put the workbook together")]
pub struct WorkbookError(#[from] XlsxError);

/// Widest column, in characters.
const WIDEST: usize = 60;
const NARROWEST: usize = 8;
/// Notes have at least this room, in characters.
const NOTE_WIDTH: usize = 100;
/// Width of a column that nobody set, in characters.
const EMPTY_COLUMN: usize = 8;
/// Row of a table's head, from 0: title, unit and the way back stand above.
const HEAD: u32 = 3;

/// A sheet to write.
struct Sheet<'a> {
    /// Its tab: « Tableau 3 ».
    name: String,
    title: &'a str,
    unit: &'a str,
    table: &'a Table,
    notes: &'a [Note],
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
                table,
                notes: &table.notes,
            }),
            Block::Figure(figure) => {
                if let Some(table) = figure.table.as_ref().filter(|table| !table.rows.is_empty()) {
                    found.push(Sheet {
                        name: words.text("report-figure-label", &[("number", figure.number.into())]),
                        title: &figure.title,
                        unit: &figure.unit,
                        table,
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

struct Styles {
    title: Format,
    strong: Format,
    quiet: Format,
    wrapped: Format,
    link: Format,
    head: Format,
}

impl Styles {
    fn new() -> Self {
        let head = Format::new().set_bold().set_text_wrap().set_border_bottom(FormatBorder::Thin);
        Self {
            title: Format::new().set_bold().set_font_size(13),
            strong: Format::new().set_bold(),
            quiet: Format::new().set_italic().set_font_color(Color::RGB(0x0059_5959)),
            wrapped: Format::new().set_text_wrap().set_align(FormatAlign::Top),
            link: Format::new()
                .set_font_color(Color::RGB(0x001B_5E8A))
                .set_underline(rust_xlsxwriter::FormatUnderline::Single)
                .set_align(FormatAlign::Top),
            head: head.set_align(FormatAlign::Top),
        }
    }
}

fn contents_sheet(
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
        let long = [sheet.title.chars().count(), sheet.unit.chars().count()];
        page.set_row_height(row, height(&long, &[90, 44]))?;
        page.write_with_format(
            row,
            2,
            sheet.unit,
            &styles.quiet.clone().set_text_wrap().set_align(FormatAlign::Top),
        )?;
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
    on_paper(page);
    Ok(())
}

fn write_sheet(
    page: &mut Worksheet,
    sheet: &Sheet<'_>,
    contents: &str,
    styles: &Styles,
    words: &Catalog,
) -> Result<(), XlsxError> {
    let table = sheet.table;
    page.write_with_format(0, 0, format!("{} – {}", sheet.name, sheet.title), &styles.title)?;
    page.write_with_format(1, 0, sheet.unit, &styles.quiet)?;
    let back = Url::new(format!("internal:'{contents}'!A1"))
        .set_text(words.text("workbook-back", &[("contents", contents.into())]));
    page.write_url_with_format(2, 0, back, &styles.link)?;
    let widths = widths(table);
    let heads: Vec<usize> = table.columns.iter().map(|column| column.title.chars().count()).collect();
    page.set_row_height(HEAD, height(&heads, &widths))?;
    for (place, column) in (0..).zip(&table.columns) {
        let side = if column.is_number { FormatAlign::Right } else { FormatAlign::Left };
        page.write_with_format(HEAD, place, &column.title, &styles.head.clone().set_align(side))?;
    }
    for (row, line) in (HEAD + 1..).zip(&table.rows) {
        let long: Vec<usize> = line.cells.iter().map(length).collect();
        page.set_row_height(row, height(&long, &widths))?;
        for (place, cell) in (0..).zip(&line.cells) {
            let mut format = Format::new().set_align(FormatAlign::Top);
            if line.kind == RowKind::Total {
                format = format.set_bold().set_border_top(FormatBorder::Thin);
            }
            write_cell(page, row, place, cell, format, words)?;
        }
    }
    for (place, width) in (0..).zip(&widths) {
        page.set_column_width(place, f64::from(u16::try_from(*width).unwrap_or(u16::MAX)))?;
    }
    let mut row = HEAD + 2 + u32::try_from(table.rows.len()).unwrap_or(u32::MAX - HEAD - 2);
    let (across, room) = note_room(&widths);
    for note in sorted(sheet.notes) {
        let line = format!("{} {}", words.plain(label(note.kind)), note.text.words());
        let format = styles.quiet.clone().set_text_wrap().set_align(FormatAlign::Top);
        page.set_row_height(row, height(&[line.chars().count()], &[room]))?;
        page.merge_range(row, 0, row, across, &line, &format)?;
        row += 1;
    }
    page.set_freeze_panes(HEAD + 1, 1)?;
    page.set_repeat_rows(HEAD, HEAD)?;
    on_paper(page);
    Ok(())
}

fn on_paper(page: &mut Worksheet) {
    page.set_landscape();
    page.set_paper_size(9);
    page.set_print_fit_to_pages(1, 0);
    page.set_footer("&L&A&R&P / &N");
}

fn write_cell(
    page: &mut Worksheet,
    row: u32,
    place: u16,
    cell: &Cell,
    format: Format,
    words: &Catalog,
) -> Result<(), XlsxError> {
    let sign = |key: &str| words.plain(key);
    match cell {
        Cell::Text(phrase) => page.write_with_format(row, place, phrase.words(), &format.set_text_wrap())?,
        Cell::Number { text, value, .. } if value.is_finite() => {
            let (value, shown) = as_number(text, *value, words.language());
            page.write_with_format(row, place, value, &format.set_num_format(shown))?
        }
        Cell::Number { text, .. } => page.write_with_format(row, place, text, &format)?,
        Cell::Zero => page.write_with_format(row, place, 0, &format.set_num_format("0;-0;\"–\""))?,
        Cell::Suppressed => page.write_with_format(
            row,
            place,
            sign("report-sign-suppressed"),
            &format.set_align(FormatAlign::Right),
        )?,
        Cell::NotAvailable => page.write_with_format(
            row,
            place,
            sign("report-sign-not-available"),
            &format.set_align(FormatAlign::Right),
        )?,
        Cell::NotApplicable => page.write_with_format(
            row,
            place,
            sign("report-sign-not-applicable"),
            &format.set_align(FormatAlign::Right),
        )?,
    };
    Ok(())
}

/// Returns a number as a sheet holds it with the format that shows it as it reads in the report: as
/// many decimals, thousands apart, « % » and sign where the report has them.
fn as_number(text: &str, value: f64, language: Language) -> (f64, String) {
    // « < 0,001 » : the value is smaller than what the text can show.
    if text.starts_with('<') {
        return (value, "0.0E+00".to_owned());
    }
    let digits = text.trim_start_matches(|c: char| !c.is_ascii_digit());
    let end = digits
        .find(|c: char| !(c.is_ascii_digit() || matches!(c, ',' | '.' | '\u{202f}' | '\u{a0}')))
        .unwrap_or(digits.len());
    let mark = if language == Language::Fr { ',' } else { '.' };
    let decimals = digits[..end]
        .rsplit_once(mark)
        .map_or(0, |(_, after)| after.chars().filter(char::is_ascii_digit).count());
    let mut shown = if value.abs() >= 1_000.0 { "#,##0".to_owned() } else { "0".to_owned() };
    if decimals > 0 {
        shown.push('.');
        shown.push_str(&"0".repeat(decimals));
    }
    if text.trim_end().ends_with('%') {
        shown.push_str(if language == Language::Fr { "\" %\"" } else { "\"%\"" });
    }
    if text.starts_with('+') {
        shown = format!("+{shown};-{shown};{shown}");
    }
    (value, shown)
}

/// Returns the last column that a note goes across, and how many characters fit there: those of the
/// table, and empty ones beside a narrow table. A note in one line would make the printed page as wide
/// as itself, and its letters as small.
fn note_room(widths: &[usize]) -> (u16, usize) {
    let (mut columns, mut room) = (widths.len(), widths.iter().sum::<usize>());
    while columns < 2 || room < NOTE_WIDTH {
        columns += 1;
        room += EMPTY_COLUMN;
    }
    (u16::try_from(columns - 1).unwrap_or(u16::MAX), room)
}

/// Points that rows of so many characters need: programs other than Excel do not work it out.
fn height(long: &[usize], widths: &[usize]) -> f64 {
    let lines = long.iter().zip(widths).map(|(long, width)| long.div_ceil((*width).max(1))).max();
    15.0 * f64::from(u8::try_from(lines.unwrap_or(1).clamp(1, 20)).unwrap_or(20))
}

/// Characters of a cell as it is shown.
fn length(cell: &Cell) -> usize {
    match cell {
        Cell::Text(phrase) => phrase.words().chars().count(),
        Cell::Number { text, .. } => text.chars().count(),
        _ => 2,
    }
}

/// Widths of columns in characters, by what they hold.
fn widths(table: &Table) -> Vec<usize> {
    (0..table.columns.len())
        .map(|place| {
            let head = table.columns[place].title.split_whitespace().map(|word| word.chars().count()).max();
            let cells = table.rows.iter().filter_map(|row| row.cells.get(place)).map(length).max();
            (head.max(cells).unwrap_or(0) + 2).clamp(NARROWEST, WIDEST)
        })
        .collect()
}

pub(super) fn sorted(notes: &[Note]) -> Vec<&Note> {
    let mut sorted: Vec<&Note> = notes.iter().collect();
    sorted.sort_by_key(|note| note.kind);
    sorted
}

pub(super) fn label(kind: NoteKind) -> &'static str {
    match kind {
        NoteKind::Note => "report-note",
        NoteKind::Reading => "report-reading",
        NoteKind::Scope => "report-scope",
        NoteKind::Source => "report-source",
        NoteKind::Method => "report-method",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_has_room_beside_a_narrow_table_and_its_whole_width_under_a_wide_one() {
        assert_eq!(note_room(&[20, 30, 60]), (2, 110));
        assert_eq!(note_room(&[20, 8]), (10, 100));
        assert_eq!(note_room(&[120]), (1, 128));
        assert_eq!(height(&[101, 3], &[100, 8]), 30.0);
    }

    #[test]
    fn a_number_keeps_its_value_and_is_shown_as_it_reads() {
        let cases = [
            ("39 %", 39.0, "0\" %\""),
            ("39,4\u{202f}%", 39.4, "0.0\" %\""),
            ("1\u{202f}143", 1143.0, "#,##0"),
            ("0,73", 0.731, "0.00"),
            ("+1,2", 1.2, "+0.0;-0.0;0.0"),
            ("−0,5", -0.5, "0.0"),
            ("12", 12.0, "0"),
            ("<\u{a0}0,001", 0.0002, "0.0E+00"),
        ];
        for (text, value, format) in cases {
            assert_eq!(as_number(text, value, Language::Fr), (value, format.to_owned()), "{text}");
        }
        for (text, value, format) in [
            ("1,143", 1143.0, "#,##0"),
            ("1,143.5", 1143.5, "#,##0.0"),
            ("0.73", 0.731, "0.00"),
            ("39.4%", 39.4, "0.0\"%\""),
        ] {
            assert_eq!(as_number(text, value, Language::En), (value, format.to_owned()), "{text}");
        }
    }
}
