//! Two dots joined, one row a modality: who answered, beside who was there to answer?

use super::axis::{Axis, Right};
use super::legend::{Glyph, flow};
use super::scale::Linear;
use super::svg::{Alternative, Anchor, Chart, Drawing, Width};
use super::text::Font;

/// A modality.
#[derive(Debug, Clone, PartialEq)]
pub struct PairRow {
    /// Label.
    pub label: String,
    /// Value of the full dot.
    pub full: Option<f64>,
    /// Value of the hollow dot.
    pub hollow: Option<f64>,
    /// Difference, written at the right.
    pub difference: String,
}

/// The modalities of one variable.
#[derive(Debug, Clone, PartialEq)]
pub struct PairGroup {
    /// Name of the variable.
    pub name: String,
    /// Remark at the right of the name (an index of dissimilarity).
    pub remark: String,
    /// The same, short, for a telephone.
    pub short_remark: String,
    /// Modalities.
    pub rows: Vec<PairRow>,
}

/// A chart of joined dots.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PairDots {
    /// Text alternative.
    pub alternative: Alternative,
    /// Horizontal axis.
    pub axis: Axis,
    /// Variables.
    pub groups: Vec<PairGroup>,
    /// Key of the full dot.
    pub full_key: String,
    /// Key of the hollow dot.
    pub hollow_key: String,
    /// Head of the differences.
    pub difference_head: String,
}

impl Chart for PairDots {
    fn render(&self, width: Width) -> String {
        let mut drawing = Drawing::new();
        let rows = || self.groups.iter().flat_map(|group| &group.rows);
        let texts = rows().map(|row| std::slice::from_ref(&row.difference));
        let columns = Right::lay(std::slice::from_ref(&self.difference_head), texts, width);
        let label = rows().map(|row| Font::SMALL.width(&row.label)).fold(0.0, f64::max) + 8.0;
        let left = width.pick(label.clamp(120.0, 250.0) + 24.0, 13.0);
        let end = columns.left.min(width.pick(636.0, 300.0)) - 10.0;
        let sheet = Sheet { width, x: self.axis.scale(left, end), left, end, columns };
        let keys = [(Glyph::Disc, &*self.full_key), (Glyph::Hollow, &*self.hollow_key)];
        let key_left = width.pick(left, 0.0);
        let key_end = flow(&mut drawing, &keys, key_left, sheet.columns.left - 8.0, 9.0);
        sheet.columns.draw_heads(&mut drawing, 13.0);
        let mut y = key_end.max(27.0) - 2.0;
        for group in &self.groups {
            y = draw_group(&mut drawing, &sheet, group, y);
        }
        let height = self.axis.draw_below(&mut drawing, &sheet.x, sheet.left, sheet.end, y - 4.0, width);
        drawing.finish(&self.alternative, width, height)
    }
}

/// Where things stand in one drawing.
struct Sheet {
    width: Width,
    x: Linear,
    left: f64,
    end: f64,
    columns: Right,
}

fn draw_group(drawing: &mut Drawing, sheet: &Sheet, group: &PairGroup, top: f64) -> f64 {
    let mut y = top;
    let right = sheet.width.px();
    if !group.name.is_empty() {
        let remark = match sheet.width {
            Width::Wide => &group.remark,
            Width::Phone => &group.short_remark,
        };
        let room = right - Font::TINY.width(remark) - 8.0;
        drawing.text(0.0, y + 11.0, Anchor::Start, "p-b", &Font::BOLD.fit(&group.name, room));
        drawing.text(right, y + 11.0, Anchor::End, "p-xs p-mute", remark);
        drawing.line(0.0, y + 16.5, right, y + 16.5, "p-grid");
        y += 19.0;
    }
    for row in &group.rows {
        y = draw_row(drawing, sheet, row, y);
    }
    y + 7.0
}

fn draw_row(drawing: &mut Drawing, sheet: &Sheet, row: &PairRow, top: f64) -> f64 {
    let (indent, room, y) = match sheet.width {
        Width::Wide => (8.0, sheet.left - 22.0, top),
        Width::Phone => (0.0, sheet.width.px(), top + 15.0),
    };
    drawing.text(indent, top + 13.0, Anchor::Start, "p-sm", &Font::SMALL.fit(&row.label, room));
    let middle = y + 8.5;
    drawing.line(sheet.left, middle, sheet.end, middle, "p-dotted");
    let at = |value: Option<f64>| value.filter(|value| value.is_finite()).map(|value| sheet.x.held(value));
    let (full, hollow) = (at(row.full), at(row.hollow));
    if let (Some(full), Some(hollow)) = (full, hollow) {
        drawing.line(full, middle, hollow, middle, "p-join");
    }
    // The hollow dot comes first: where both meet the full one stays whole and the ring shows around it.
    if let Some(x) = hollow {
        drawing.circle(x, middle, 4.7, "p-hollow");
    }
    if let Some(x) = full {
        drawing.circle(x, middle, 4.2, "p-dot");
    }
    sheet.columns.draw(drawing, std::slice::from_ref(&row.difference), y + 13.0);
    y + 19.0
}
