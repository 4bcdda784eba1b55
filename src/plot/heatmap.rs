//! Rows by columns, four shades and a number in each cell: what is said by whom?

use super::legend::{Glyph, flow, lines};
use super::palette::Class;
use super::scale::to_f64;
use super::svg::{Alternative, Anchor, Chart, Drawing, Width};
use super::text::Font;

/// Columns under one coloured rule.
#[derive(Debug, Clone, PartialEq)]
pub struct ColumnGroup {
    /// Class: colour of the rule and shape.
    pub class: Class,
    /// Name over the rule; empty, the columns are of no group and have no rule.
    pub name: String,
    /// Column heads, left to right.
    pub columns: Vec<String>,
}

/// A cell: a shade and a number.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cell {
    /// Shade, 0 (absent) to 3; more counts as 3.
    pub shade: u8,
    /// Number written in the cell, empty for none.
    pub text: String,
    /// Sentence shown when the pointer rests on the cell.
    pub hint: Option<String>,
    /// Where a click leads.
    pub link: Option<String>,
}

/// A row of the grid.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// Label at the left, shortened when it does not fit.
    pub label: String,
    /// Signs before the cells, « ▲C »; empty for none.
    pub sign: String,
    /// One cell a column, over all groups.
    pub cells: Vec<Cell>,
    /// One text a margin.
    pub margins: Vec<String>,
    /// Where a click on the label leads.
    pub link: Option<String>,
}

/// Rows under one heading.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RowGroup {
    /// Heading, empty for none.
    pub name: String,
    /// Rows, top to bottom.
    pub rows: Vec<Row>,
}

/// A heat map; drawn wide only, and wider than 700 px when its columns need it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct HeatMap {
    /// Text alternative.
    pub alternative: Alternative,
    /// Column groups, left to right.
    pub columns: Vec<ColumnGroup>,
    /// Row groups, top to bottom.
    pub rows: Vec<RowGroup>,
    /// Heads of the right margins (interviews, extracts).
    pub margins: Vec<String>,
    /// Title of the shade key.
    pub shade_title: String,
    /// Names of the four shades.
    pub shades: [String; 4],
    /// Lines under the key (what the signs mean).
    pub key: Vec<String>,
}

impl Chart for HeatMap {
    fn render(&self, _: Width) -> String {
        let sheet = self.lay();
        let mut drawing = Drawing::new();
        draw_column_heads(&mut drawing, &self.columns, &sheet.columns, sheet.cell);
        self.draw_margin_heads(&mut drawing, &sheet);
        let mut y = 68.0;
        for group in &self.rows {
            if !group.name.is_empty() {
                let name = Font::BOLD.fit(&group.name, sheet.right);
                drawing.text(0.0, y + 10.0, Anchor::Start, "p-b", &name);
                drawing.line(0.0, y + 15.5, sheet.right, y + 15.5, "p-grid");
                y += 18.0;
            }
            for row in &group.rows {
                self.draw_row(&mut drawing, &sheet, row, y);
                y += ROW;
            }
            y += 7.0;
        }
        let height = self.draw_keys(&mut drawing, &sheet, y + 8.0);
        drawing.finish_grid(&self.alternative, sheet.right, height)
    }

    fn narrows(&self) -> bool {
        false
    }
}

/// Height of a row.
const ROW: f64 = 20.0;
/// Room of a line in the head of a margin.
const HEAD: f64 = 70.0;
/// Room between two groups of columns.
const GAP: f64 = 7.0;

/// Where the columns stand.
struct Sheet {
    /// Room of the labels.
    label: f64,
    /// Right edge of the signs.
    sign: f64,
    /// Left edge of each column.
    columns: Vec<f64>,
    cell: f64,
    /// Right edge of each margin.
    margins: Vec<f64>,
    right: f64,
}

impl HeatMap {
    /// Gives labels what they need within reason, then cells what is left; a cell is never under 22 px, the
    /// room of two figures, and the grid grows beyond the column instead.
    fn lay(&self) -> Sheet {
        let rows = || self.rows.iter().flat_map(|group| &group.rows);
        let count: usize = self.columns.iter().map(|group| group.columns.len()).sum();
        let signs = rows().map(|row| Font::TINY.width(&row.sign)).fold(0.0, f64::max);
        let longest = rows().map(|row| Font::SMALL.width(&row.label)).fold(0.0, f64::max);
        let margins: f64 = self.margin_widths().iter().sum();
        let gaps = GAP * to_f64(self.columns.len().saturating_sub(1)) + 9.5;
        let heads = self.columns.iter().flat_map(|group| &group.columns);
        let least = heads.map(|head| Font::SMALL.width(head) + 3.5).fold(22.0, f64::max);
        let sign_room = if signs > 0.0 { signs + 6.0 } else { 0.0 };
        // Labels may take up to 260 px as long as cells keep 24 of them: a name that is cut costs its reader
        // more than a narrower cell.
        let spare = Width::Wide.px() - margins - gaps - sign_room - least.max(24.0) * to_f64(count);
        let label = (longest + 8.0).min(spare.clamp(150.0, 260.0));
        let sign = label + sign_room;
        let room = Width::Wide.px() - sign - margins - gaps;
        let cell = (room / to_f64(count.max(1))).clamp(least, least.max(34.0));
        let mut columns = Vec::with_capacity(count);
        let mut x = sign + 5.0;
        for group in &self.columns {
            for _ in &group.columns {
                columns.push(x);
                x += cell;
            }
            x += GAP;
        }
        let x = x - if self.columns.is_empty() { 0.0 } else { GAP };
        // The grid ends at the edge of the page: margins take what the cells leave.
        let mut right = x + 4.0 + (Width::Wide.px() - x - 4.0 - margins).max(0.0);
        let mut ends = Vec::new();
        for width in self.margin_widths() {
            right += width;
            ends.push(right);
        }
        Sheet { label, sign, columns, cell, margins: ends, right: right.max(Width::Wide.px()) }
    }

    fn margin_widths(&self) -> Vec<f64> {
        let rows = || self.rows.iter().flat_map(|group| &group.rows);
        self.margins
            .iter()
            .enumerate()
            .map(|(index, head)| {
                let texts = rows().filter_map(|row| row.margins.get(index));
                let widest = texts.map(|text| Font::SMALL.width(text)).fold(0.0, f64::max);
                let head =
                    Font::TINY.head(head, HEAD).iter().map(|w| Font::TINY.width(w)).fold(0.0, f64::max);
                widest.max(head) + 10.0
            })
            .collect()
    }

    fn draw_margin_heads(&self, drawing: &mut Drawing, sheet: &Sheet) {
        for (head, end) in self.margins.iter().zip(&sheet.margins) {
            let lines = Font::TINY.head(head, HEAD);
            for (index, line) in lines.iter().rev().enumerate() {
                drawing.text(*end, 44.0 - 13.0 * to_f64(index), Anchor::End, "p-xs p-mute", line);
            }
        }
    }

    fn draw_row(&self, drawing: &mut Drawing, sheet: &Sheet, row: &Row, y: f64) {
        let label = Font::SMALL.fit(&row.label, sheet.label - 3.0);
        drawing.link(row.link.as_deref(), |inner| {
            let cut = label != row.label;
            inner.open("", cut.then_some(&*row.label));
            inner.text(0.0, y + 13.5, Anchor::Start, "p-sm", &label);
            inner.close();
        });
        drawing.text(sheet.sign, y + 13.5, Anchor::End, "p-xs p-mute", &row.sign);
        for (cell, x) in row.cells.iter().zip(&sheet.columns) {
            let shade = cell.shade.min(3);
            drawing.link(cell.link.as_deref(), |inner| {
                inner.open("", cell.hint.as_deref());
                inner.rect(x + 0.7, y + 0.7, sheet.cell - 1.4, ROW - 1.4, &format!("p-h{shade}"));
                let class = format!("p-sm p-ht{shade}");
                inner.text(x + sheet.cell / 2.0, y + 14.0, Anchor::Middle, &class, &cell.text);
                inner.close();
            });
        }
        for (text, end) in row.margins.iter().zip(&sheet.margins) {
            drawing.text(*end, y + 13.5, Anchor::End, "p-sm", text);
        }
    }

    fn draw_keys(&self, drawing: &mut Drawing, sheet: &Sheet, y: f64) -> f64 {
        let classes = ["p-h0", "p-h1", "p-h2", "p-h3"];
        drawing.text(0.0, y + 4.0, Anchor::Start, "p-xs p-mute", &self.shade_title);
        let left = if self.shade_title.is_empty() { 0.0 } else { Font::TINY.width(&self.shade_title) + 16.0 };
        let keys: Vec<_> =
            classes.iter().zip(&self.shades).map(|(class, name)| (Glyph::Swatch(class), &**name)).collect();
        let y = flow(drawing, &keys, left, sheet.right, y);
        lines(drawing, &self.key, 0.0, Width::Wide.px(), y + 6.0) - 6.0
    }
}

/// Draws the names of column groups with their shape and coloured rule, and the column heads.
pub(super) fn draw_column_heads(drawing: &mut Drawing, groups: &[ColumnGroup], lefts: &[f64], cell: f64) {
    let mut index = 0;
    for group in groups {
        let Some(left) = lefts.get(index).copied() else { continue };
        let right = left + cell * to_f64(group.columns.len());
        // Columns of no group, in a study without profiles, have neither shape nor rule.
        if !group.columns.is_empty() && !group.name.is_empty() {
            group.class.mark(drawing, left + 7.5, 11.0, 5.2, "");
            let name = Font::BOLD.fit(&group.name, right - left - 17.0);
            drawing.text(left + 18.0, 15.5, Anchor::Start, "p-b", &name);
            let class = format!("p-bar {}", group.class.css('f'));
            drawing.rect(left + 1.0, 22.5, right - left - 2.0, 3.6, &class);
        }
        for (column, head) in group.columns.iter().enumerate() {
            let x = left + cell * (to_f64(column) + 0.5);
            drawing.text(x, 44.0, Anchor::Middle, "p-sm", head);
        }
        index += group.columns.len();
    }
}
