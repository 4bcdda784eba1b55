//! Writes tables: a head repeated on every page, rows that no page cuts, numbers at the right.

use crate::i18n::Catalog;
use crate::report::document::{Cell, Column, Row, RowKind, Table};
use crate::report::render::layout::anchor::Anchors;
use crate::report::render::layout::look::{Look, hex};
use crate::report::render::layout::table::breaks;
use crate::report::render::layout::width::{Setting, set, words_after_number};
use crate::report::render::layout::xml::element;
use crate::report::render::word::phrase::{quiet_link, runs, sign_of};
use crate::report::render::word::xml::{on, paragraph, run, value};

/// Room in twips between a number and the words of the next column.
const APART: &str = "260";

/// Writes the rows of a table.
#[derive(Clone, Copy, Debug)]
pub(super) struct Setter<'a> {
    pub words: &'a Catalog,
    pub anchors: &'a Anchors,
    /// What the table is, for those who do not see it.
    pub title: &'a str,
    pub unit: &'a str,
    /// Room in twips.
    pub room: u32,
    /// Whether notes stand under it, on the same page as its last rows.
    pub has_notes: bool,
}

impl Setter<'_> {
    /// Writes a table; `mark` writes the place of a row that links lead to.
    pub(super) fn table(&self, table: &Table, mark: &mut dyn FnMut(&str) -> String) -> String {
        let setting = set(table, self.room);
        let sum: u32 = setting.columns.iter().sum();
        let mut properties = value("w:tblStyle", "ReportTable");
        properties.push_str(&element("w:tblW", &[("w:w", &sum.to_string()), ("w:type", "dxa")], ""));
        properties.push_str(&element("w:tblLayout", &[("w:type", "fixed")], ""));
        properties.push_str(
            "<w:tblLook w:val=\"0620\" w:firstRow=\"1\" w:lastRow=\"0\" w:firstColumn=\"0\" \
             w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/>",
        );
        if !self.title.is_empty() {
            properties.push_str(&value("w:tblCaption", self.title));
        }
        if !self.unit.is_empty() {
            properties.push_str(&value("w:tblDescription", self.unit));
        }
        let grid: String = setting
            .columns
            .iter()
            .map(|width| element("w:gridCol", &[("w:w", &width.to_string())], ""))
            .collect();
        let head: String = table
            .columns
            .iter()
            .zip(&setting.columns)
            .enumerate()
            .map(|(place, (column, width))| {
                let look = Look { half_points: Some(setting.half_points), ..Look::default() };
                let words = run(&look.xml(), &column.title);
                let side = if column.is_number { value("w:jc", "right") } else { String::new() };
                let words = paragraph("CellHead", &format!("{}{side}", on("w:keepNext")), &words);
                cell(
                    *width,
                    &format!("{}{}", apart(&table.columns, place), value("w:vAlign", "bottom")),
                    &words,
                )
            })
            .collect();
        let head = element(
            "w:tr",
            &[],
            &format!("{}{head}", element("w:trPr", &[], &(on("w:cantSplit") + &on("w:tblHeader")))),
        );
        let breaks = breaks(table, &setting, self.has_notes);
        let rows: String = table
            .rows
            .iter()
            .zip(&breaks.kept)
            .map(|(row, is_kept)| self.row(row, &table.columns, &setting, *is_kept, mark))
            .collect();
        let properties = element("w:tblPr", &[], &properties);
        let grid = element("w:tblGrid", &[], &grid);
        element("w:tbl", &[], &format!("{properties}{grid}{head}{rows}"))
    }

    fn row(
        &self,
        row: &Row,
        columns: &[Column],
        setting: &Setting,
        is_kept: bool,
        mark: &mut dyn FnMut(&str) -> String,
    ) -> String {
        let is_total = row.kind == RowKind::Total;
        let look = Look { bold: is_total, half_points: Some(setting.half_points), ..Look::default() };
        let place = row.anchor.as_ref().map_or_else(String::new, |anchor| mark(anchor));
        let rule = if is_total {
            let top = [("w:val", "single"), ("w:sz", "6"), ("w:space", "0"), ("w:color", hex("ink"))];
            element("w:tcBorders", &[], &element("w:top", &top, ""))
        } else {
            String::new()
        };
        let keep = if is_kept { on("w:keepNext") } else { String::new() };
        let cells: String = (0..columns.len())
            .map(|at| {
                let style = if columns[at].is_number { "CellNumber" } else { "CellText" };
                let words = row.cells.get(at).map_or_else(String::new, |cell| self.content(cell, look));
                let words = if at == 0 { format!("{place}{words}") } else { words };
                let properties = format!("{rule}{}", apart(columns, at));
                cell(setting.columns[at], &properties, &paragraph(style, &keep, &words))
            })
            .collect();
        element("w:tr", &[], &format!("{}{cells}", element("w:trPr", &[], &on("w:cantSplit"))))
    }

    fn content(&self, cell: &Cell, look: Look<'_>) -> String {
        let sign = |key: &str| {
            let meaning = self.words.plain(&format!("{key}.meaning"));
            sign_of(&self.words.plain(key), &meaning, look, self.anchors)
        };
        match cell {
            Cell::Text(phrase) => runs(phrase, look, self.anchors),
            Cell::Number { text, anchor: Some(anchor), .. } => quiet_link(anchor, text, look, self.anchors),
            Cell::Number { text, anchor: None, .. } | Cell::Estimate { text, .. } => run(&look.xml(), text),
            Cell::Suppressed => sign("report-sign-suppressed"),
            Cell::Zero => run(&look.xml(), "–"),
            Cell::NotAvailable => sign("report-sign-not-available"),
            Cell::NotApplicable => sign("report-sign-not-applicable"),
        }
    }
}

/// Keeps words away from the number before them.
fn apart(columns: &[Column], place: usize) -> String {
    if !words_after_number(columns, place) {
        return String::new();
    }
    element("w:tcMar", &[], &element("w:left", &[("w:w", APART), ("w:type", "dxa")], ""))
}

/// Writes a cell: width, then its other properties, then its paragraphs.
pub(super) fn cell(width: u32, properties: &str, paragraphs: &str) -> String {
    let width = element("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")], "");
    let properties = element("w:tcPr", &[], &format!("{width}{properties}"));
    element("w:tc", &[], &format!("{properties}{paragraphs}"))
}
