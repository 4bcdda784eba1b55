//! Writes tables: a head repeated on every page, rows that no page cuts, numbers at the right.

use crate::i18n::Catalog;
use crate::plot::svg::escape;
use crate::report::document::{Cell, Column, Row, RowKind, Table};
use crate::report::render::layout::look::{Look, hex};
use crate::report::render::layout::table::breaks;
use crate::report::render::layout::width::{Setting, set, words_after_number};
use crate::report::render::layout::xml::element;
use crate::report::render::open_document::automatic::Attributes;
use crate::report::render::open_document::script::{KEPT, Script};
use crate::report::render::open_document::xml::points;

/// Half points of the letters of cells, in their styles.
const USUAL: u8 = 17;
/// Room at both sides of a cell, and between a number and the words of the next column.
const SIDES: &str = "4pt";
const APART: &str = "13pt";

/// Writes the rows of a table.
#[derive(Clone, Copy, Debug)]
pub(super) struct Setter<'a> {
    pub words: &'a Catalog,
    /// Its name, which no other table has.
    pub name: &'a str,
    /// What the table is, for those who do not see it.
    pub title: &'a str,
    pub unit: &'a str,
    /// Room in twips.
    pub room: u32,
    /// Whether notes stand under it, on the same page as its last rows.
    pub has_notes: bool,
}

impl Setter<'_> {
    /// Writes a table.
    pub(super) fn table(&self, table: &Table, script: &mut Script) -> String {
        let setting = set(table, self.room);
        let breaks = breaks(table, &setting, self.has_notes);
        let mut own = vec![("fo:margin-bottom", if self.has_notes { "0pt" } else { "8pt" })];
        if breaks.is_short {
            own.push(("style:may-break-between-rows", "false"));
        }
        if breaks.is_short && self.has_notes {
            own.push(KEPT);
        }
        let open = opening(script, self.name, &setting.columns, &own);
        let told = [("table:title", self.title), ("table:desc", self.unit)];
        let told: String = told
            .iter()
            .filter(|(_, text)| !text.is_empty())
            .map(|(name, text)| element(name, &[], &escape(text)))
            .collect();
        let head = element("table:table-header-rows", &[], &head(&table.columns, &setting, script));
        let rows: String = (0..table.rows.len())
            .map(|place| self.row(table, place, &setting, breaks.kept[place], script))
            .collect();
        format!("{}{told}{}{head}{rows}</table:table>", open.0, open.1)
    }

    fn row(
        &self,
        table: &Table,
        place: usize,
        setting: &Setting,
        is_kept: bool,
        script: &mut Script,
    ) -> String {
        let (row, columns) = (&table.rows[place], &table.columns);
        let look = Look { bold: row.kind == RowKind::Total, ..Look::default() };
        let mark = row.anchor.as_ref().map_or_else(String::new, |anchor| script.marked(anchor, ""));
        let rule = under(table.rows.get(place + 1));
        let keep: &Attributes<'_> = if is_kept { &[KEPT] } else { &[] };
        let cells: Vec<String> = (0..columns.len())
            .map(|at| {
                let style = if columns[at].is_number { "CellNumber" } else { "Table_20_Contents" };
                let words =
                    row.cells.get(at).map_or_else(String::new, |cell| self.content(cell, look, script));
                let words = if at == 0 { format!("{mark}{words}") } else { words };
                let words = sized(setting, |letters| script.own_paragraph(style, keep, letters, &words));
                cell(script, &[("fo:border-bottom", &rule), ("fo:padding-left", left(columns, at))], &words)
            })
            .collect();
        row_of(script, &cells.concat())
    }

    fn content(&self, cell: &Cell, look: Look<'_>, script: &mut Script) -> String {
        let sign = |key: &str, script: &mut Script| {
            let meaning = self.words.plain(&format!("{key}.meaning"));
            script.sign(&self.words.plain(key), &meaning, look)
        };
        match cell {
            Cell::Text(phrase) => script.runs(phrase, look),
            Cell::Number { text, anchor: Some(anchor), .. } => script.quiet_link(anchor, text, look),
            Cell::Number { text, anchor: None, .. } | Cell::Estimate { text, .. } => script.run(look, text),
            Cell::Suppressed => sign("report-sign-suppressed", script),
            Cell::Zero => script.run(look, "–"),
            Cell::NotAvailable => sign("report-sign-not-available", script),
            Cell::NotApplicable => sign("report-sign-not-applicable", script),
        }
    }
}

fn head(columns: &[Column], setting: &Setting, script: &mut Script) -> String {
    let rule = line("1.25pt", "ink");
    let cells: Vec<String> = columns
        .iter()
        .enumerate()
        .map(|(place, column)| {
            let side: &Attributes<'_> = if column.is_number { &[("fo:text-align", "end")] } else { &[] };
            let words = script.run(Look::default(), &column.title);
            let words =
                sized(setting, |letters| script.own_paragraph("Table_20_Heading", side, letters, &words));
            let own = [
                ("fo:border-top", rule.as_str()),
                ("fo:border-bottom", &rule),
                ("fo:padding-left", left(columns, place)),
                ("style:vertical-align", "bottom"),
            ];
            cell(script, &own, &words)
        })
        .collect();
    row_of(script, &cells.concat())
}

/// Gives the rule under a row: a thick one where the table ends, a black one over a total.
fn under(next: Option<&Row>) -> String {
    match next {
        None => line("1.25pt", "ink"),
        Some(row) if row.kind == RowKind::Total => line("0.75pt", "ink"),
        Some(_) => line("0.5pt", "line"),
    }
}

pub(super) fn line(width: &str, colour: &str) -> String {
    format!("{width} solid #{}", hex(colour))
}

/// Keeps words away from the number before them.
fn left(columns: &[Column], place: usize) -> &'static str {
    if words_after_number(columns, place) { APART } else { SIDES }
}

/// Gives the letters of a table their size, where it is not the usual one.
fn sized(setting: &Setting, write: impl FnOnce(&Attributes<'_>) -> String) -> String {
    if setting.half_points == USUAL {
        return write(&[]);
    }
    let size = format!("{}pt", f64::from(setting.half_points) / 2.0);
    write(&[("fo:font-size", &size)])
}

/// Begins a table: its opening with name and style, then its columns of so many twips. Titles stand
/// between the two.
pub(super) fn opening(
    script: &mut Script,
    name: &str,
    columns: &[u32],
    own: &Attributes<'_>,
) -> (String, String) {
    let page = script.begun();
    let width = points(columns.iter().sum());
    let mut all =
        vec![("style:width", width.as_str()), ("table:align", "left"), ("table:border-model", "collapsing")];
    all.extend(own);
    let style = script.automatic.table(page, &all);
    let columns: Vec<String> = columns
        .iter()
        .map(|width| {
            let style = script.automatic.column(&points(*width));
            element("table:table-column", &[("table:style-name", &style)], "")
        })
        .collect();
    let open =
        format!("<table:table table:name=\"{}\" table:style-name=\"{}\">", escape(name), escape(&style));
    (open, columns.concat())
}

/// Writes a row around its cells.
pub(super) fn row_of(script: &mut Script, cells: &str) -> String {
    let style = script.automatic.row();
    element("table:table-row", &[("table:style-name", &style)], cells)
}

/// Writes a cell around its paragraphs; what it does not say otherwise is the room at its sides.
pub(super) fn cell(script: &mut Script, own: &Attributes<'_>, paragraphs: &str) -> String {
    let usual = [
        ("fo:padding-top", "0pt"),
        ("fo:padding-bottom", "0pt"),
        ("fo:padding-left", SIDES),
        ("fo:padding-right", SIDES),
    ];
    let is_said = |name: &str| own.iter().any(|(said, _)| *said == name);
    let mut all: Vec<(&str, &str)> = usual.into_iter().filter(|(name, _)| !is_said(name)).collect();
    all.extend(own);
    let style = script.automatic.cell(&all);
    let attributes = [("table:style-name", style.as_str()), ("office:value-type", "string")];
    element("table:table-cell", &attributes, paragraphs)
}
