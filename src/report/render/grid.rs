//! Writes tables and notes as HTML.

use crate::i18n::Catalog;
use crate::plot::svg::escape;
use crate::report::document::{Cell, Column, Note, NoteKind, Row, RowKind, Table};
use crate::report::render::inline;

/// Rows over which a printed table may go on to the next page, under its head again: kept whole, it
/// would leave the page before it half empty.
const LONG: usize = 15;
/// Likewise characters, where few rows hold much text: some half a page.
const WORDY: usize = 2_000;

/// Writes a numbered table with its title and notes.
pub(super) fn numbered(table: &Table, words: &Catalog) -> String {
    let name = escape(&table.name);
    // A table alone in its page has no number.
    let label = if table.number == 0 {
        String::new()
    } else {
        let label = words.text("report-table-label", &[("number", table.number.into())]);
        format!("<i>{}</i> ", escape(&label))
    };
    // On a telephone a table slides sideways, and a line says so.
    let hint = inline::hint(&words.plain("report-slide-table-hint"));
    format!(
        "<section class=\"tb{}\" id=\"tab-{name}\"><p class=\"cap\" id=\"cap-{name}\">{label}{}{}</p>{hint}\
         <div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-labelledby=\"cap-{name}\">{}</div>{}</section>\n",
        if is_long(table) { " long" } else { "" },
        escape(&table.title),
        unit(&table.unit),
        bare(table, &format!(" aria-labelledby=\"cap-{name}\""), words),
        notes(&table.notes, words),
    )
}

fn is_long(table: &Table) -> bool {
    let cells = table.rows.iter().flat_map(|row| &row.cells);
    let characters = cells.map(|cell| match cell {
        Cell::Text(phrase) => phrase.words().chars().count(),
        _ => 0,
    });
    table.rows.len() > LONG || characters.sum::<usize>() > WORDY
}

/// Writes the rows of a table alone.
pub(super) fn bare(table: &Table, attributes: &str, words: &Catalog) -> String {
    let head: String = table
        .columns
        .iter()
        .map(|column| format!("<th scope=\"col\"{}>{}</th>", side(column), escape(&column.title)))
        .collect();
    let rows: String = table.rows.iter().map(|line| row(line, &table.columns, words)).collect();
    format!("<table{attributes}><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>")
}

/// Writes Note, Lecture, Champ, Source, in that order.
pub fn notes(notes: &[Note], words: &Catalog) -> String {
    if notes.is_empty() {
        return String::new();
    }
    let mut sorted: Vec<&Note> = notes.iter().collect();
    sorted.sort_by_key(|note| note.kind);
    let lines: String = sorted
        .iter()
        .map(|note| {
            let key = match note.kind {
                NoteKind::Note => "report-note",
                NoteKind::Reading => "report-reading",
                NoteKind::Scope => "report-scope",
                NoteKind::Source => "report-source",
                NoteKind::Method => "report-method",
            };
            format!("<p><b>{}</b> {}</p>", escape(&words.plain(key)), inline::phrase(&note.text))
        })
        .collect();
    format!("<div class=\"notes\">{lines}</div>")
}

/// Writes the line under a title.
pub(super) fn unit(unit: &str) -> String {
    if unit.is_empty() { String::new() } else { format!("<span class=\"un\">{}</span>", escape(unit)) }
}

fn row(row: &Row, columns: &[Column], words: &Catalog) -> String {
    let class = if row.kind == RowKind::Total { " class=\"all\"" } else { "" };
    let anchor = row.anchor.as_ref().map_or_else(String::new, |id| format!(" id=\"{}\"", escape(id)));
    let cells: String = row
        .cells
        .iter()
        .enumerate()
        .map(|(place, value)| {
            let side = columns.get(place).map_or("", side);
            let content = cell(value, words);
            if place == 0 {
                format!("<th scope=\"row\"{side}>{content}</th>")
            } else {
                format!("<td{side}>{content}</td>")
            }
        })
        .collect();
    format!("<tr{class}{anchor}>{cells}</tr>")
}

fn side(column: &Column) -> &'static str {
    if column.is_number { " class=\"n\"" } else { "" }
}

/// Writes what a cell holds.
pub fn cell(cell: &Cell, words: &Catalog) -> String {
    let sign = |key: &str| inline::sign_of(&words.plain(key), &words.plain(&format!("{key}.meaning")));
    match cell {
        Cell::Text(phrase) => inline::phrase(phrase),
        Cell::Number { text, anchor: Some(anchor), .. } => inline::link(anchor, text),
        Cell::Number { text, anchor: None, .. } | Cell::Estimate { text, .. } => escape(text),
        Cell::Suppressed => sign("report-sign-suppressed"),
        Cell::Zero => "–".to_owned(),
        Cell::NotAvailable => sign("report-sign-not-available"),
        Cell::NotApplicable => sign("report-sign-not-applicable"),
    }
}
