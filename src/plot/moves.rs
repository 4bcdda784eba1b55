//! Methods by cases: who moves when the method changes?

use super::heatmap::{ColumnGroup, draw_column_heads};
use super::legend::{Glyph, flow};
use super::palette::Class;
use super::scale::to_f64;
use super::svg::{Alternative, Anchor, Chart, Drawing, Width};
use super::text::Font;

/// A case under a method.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MoveCell {
    /// Class the method gives; `None` draws nothing.
    pub class: Option<Class>,
    /// It leaves its retained class: boxed full mark.
    pub moved: bool,
}

/// A method.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MoveRow {
    /// Its name.
    pub label: String,
    /// The retained one: bold, full marks.
    pub retained: bool,
    /// A hair rule below it.
    pub ruled: bool,
    /// One cell a case, over all groups.
    pub cells: Vec<MoveCell>,
    /// Agreement with the retained partition.
    pub value: String,
}

/// A row of numbers under the methods.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    /// Its name.
    pub label: String,
    /// One text a case, and whether it is bold.
    pub cells: Vec<(String, bool)>,
}

/// A grid of methods by cases; drawn wide only.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Moves {
    /// Text alternative.
    pub alternative: Alternative,
    /// Cases by retained class.
    pub columns: Vec<ColumnGroup>,
    /// Methods, top to bottom.
    pub rows: Vec<MoveRow>,
    /// Head of the right column, « ARI ».
    pub value_head: String,
    /// Rows of numbers.
    pub tallies: Vec<Tally>,
    /// Key of the box.
    pub moved_key: String,
}

impl Chart for Moves {
    fn render(&self, _: Width) -> String {
        let sheet = self.lay();
        let mut drawing = Drawing::new();
        draw_column_heads(&mut drawing, &self.columns, &sheet.columns, sheet.cell);
        drawing.text(sheet.value, 44.0, Anchor::End, "p-xs p-mute", &self.value_head);
        let mut y = 54.0;
        for row in &self.rows {
            draw_row(&mut drawing, &sheet, row, y);
            y += ROW;
            if row.ruled {
                drawing.line(0.0, y, sheet.value, y, "p-grid");
            }
        }
        if !self.tallies.is_empty() {
            drawing.line(0.0, y + 4.0, sheet.value, y + 4.0, "p-ax");
            y += 9.0;
        }
        for tally in &self.tallies {
            let label = Font::SMALL.fit(&tally.label, sheet.label);
            drawing.text(0.0, y + 15.0, Anchor::Start, "p-sm", &label);
            for ((text, bold), x) in tally.cells.iter().zip(&sheet.columns) {
                let class = if *bold { "p-sm p-b" } else { "p-sm" };
                drawing.text(x + sheet.cell / 2.0, y + 15.0, Anchor::Middle, class, text);
            }
            y += ROW;
        }
        let mut keys = vec![(Glyph::Frame, &*self.moved_key)];
        keys.extend(self.columns.iter().map(|group| (Glyph::Class(group.class), &*group.name)));
        let height = flow(&mut drawing, &keys, 0.0, sheet.right, y + 16.0) - 8.0;
        drawing.finish_grid(&self.alternative, sheet.right, height)
    }

    fn narrows(&self) -> bool {
        false
    }
}

/// Height of a row.
const ROW: f64 = 22.0;

/// Where the columns stand.
struct Sheet {
    label: f64,
    cell: f64,
    columns: Vec<f64>,
    /// Right edge of the last column of texts.
    value: f64,
    right: f64,
}

impl Moves {
    fn lay(&self) -> Sheet {
        let labels = self
            .rows
            .iter()
            .map(|row| {
                if row.retained { Font::SMALL_BOLD.width(&row.label) } else { Font::SMALL.width(&row.label) }
            })
            .chain(self.tallies.iter().map(|tally| Font::SMALL.width(&tally.label)))
            .fold(0.0, f64::max);
        let label = labels.min(260.0);
        let value = self
            .rows
            .iter()
            .map(|row| Font::SMALL.width(&row.value))
            .fold(Font::TINY.width(&self.value_head), f64::max)
            + 22.0;
        let count: usize = self.columns.iter().map(|group| group.columns.len()).sum();
        let gaps = 8.0 * to_f64(self.columns.len().saturating_sub(1));
        let least = self
            .columns
            .iter()
            .flat_map(|group| &group.columns)
            .map(|head| Font::SMALL.width(head) + 5.0)
            .fold(26.0, f64::max);
        let left = label + 14.0;
        let cell =
            ((Width::Wide.px() - left - value - gaps) / to_f64(count.max(1))).clamp(least, least.max(36.0));
        let mut columns = Vec::with_capacity(count);
        let mut x = left;
        for group in &self.columns {
            for _ in &group.columns {
                columns.push(x);
                x += cell;
            }
            x += 8.0;
        }
        let value = x - 8.0 + value;
        Sheet { label, cell, columns, value, right: value.max(Width::Wide.px()) }
    }
}

fn draw_row(drawing: &mut Drawing, sheet: &Sheet, row: &MoveRow, y: f64) {
    let middle = y + ROW / 2.0;
    let (font, class) = if row.retained { (Font::SMALL_BOLD, "p-sm p-b") } else { (Font::SMALL, "p-sm") };
    drawing.text(0.0, middle + 4.5, Anchor::Start, class, &font.fit(&row.label, sheet.label + 1.0));
    for (cell, left) in row.cells.iter().zip(&sheet.columns) {
        let Some(class) = cell.class else { continue };
        let x = left + sheet.cell / 2.0;
        if cell.moved {
            drawing.rect(x - 12.5, middle - 9.5, 25.0, 19.0, "p-boxed");
        }
        if cell.moved || row.retained {
            class.mark(drawing, x, middle, 5.2, "");
        } else {
            class.mark(drawing, x, middle, 3.6, "p-dim");
        }
    }
    drawing.text(sheet.value, middle + 4.5, Anchor::End, "p-sm", &row.value);
}
