//! Five steps centred on the middle: where do answers lean?

use super::axis::Right;
use super::legend::{Glyph, flow};
use super::svg::{Alternative, Anchor, Chart, Drawing, Width};
use super::text::Font;

/// An item.
#[derive(Debug, Clone, PartialEq)]
pub struct LikertRow {
    /// Label.
    pub label: String,
    /// Shares of the five steps, in percent.
    pub shares: [f64; 5],
    /// Steps whose share is not shown: drawn without their fill.
    pub hidden: [bool; 5],
    /// The same, written; left out where the bar is too short.
    pub texts: [String; 5],
    /// Texts of the right columns (n, share of 4 and 5).
    pub values: Vec<String>,
}

/// The items of a scale.
#[derive(Debug, Clone, PartialEq)]
pub struct LikertGroup {
    /// Heading.
    pub name: String,
    /// Items.
    pub rows: Vec<LikertRow>,
}

/// A diverging bar chart.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Likert {
    /// Text alternative.
    pub alternative: Alternative,
    /// Scales.
    pub groups: Vec<LikertGroup>,
    /// Word at the left of the middle; its arrow is added.
    pub low: String,
    /// Word at the right of the middle; its arrow is added.
    pub high: String,
    /// Heads of the right columns.
    pub columns: Vec<String>,
    /// Names of the five steps.
    pub steps: [String; 5],
}

impl Chart for Likert {
    fn render(&self, width: Width) -> String {
        let mut drawing = Drawing::new();
        let sheet = self.lay(width);
        let gap = 10.0;
        let low = Font::TINY.fit(&self.low, sheet.zero - 26.0);
        if !low.is_empty() {
            drawing.text(sheet.zero - gap, 13.0, Anchor::End, "p-xs p-mute", &format!("← {low}"));
        }
        let high = Font::TINY.fit(&self.high, sheet.columns.left - sheet.zero - gap - 26.0);
        if !high.is_empty() {
            drawing.text(sheet.zero + gap, 13.0, Anchor::Start, "p-xs p-mute", &format!("{high} →"));
        }
        sheet.columns.draw_heads(&mut drawing, 13.0);
        let mut inside = Drawing::new();
        let mut y = 28.0;
        for group in &self.groups {
            if !group.name.is_empty() {
                let name = Font::BOLD.fit(&group.name, width.px());
                inside.text(0.0, y + 11.0, Anchor::Start, "p-b p-halo", &name);
                y += 18.0;
            }
            for row in &group.rows {
                y = draw_row(&mut inside, &sheet, row, y);
            }
            y += 9.0;
        }
        drawing.line(sheet.zero, 20.0, sheet.zero, y - 4.0, "p-mean");
        drawing.append(&inside);
        let classes = ["p-k1", "p-k2", "p-k3", "p-k4", "p-k5"];
        let keys: Vec<_> =
            classes.iter().zip(&self.steps).map(|(class, name)| (Glyph::Swatch(class), &**name)).collect();
        let height = flow(&mut drawing, &keys, width.pick(sheet.left, 0.0), width.px(), y + 10.0) - 8.0;
        drawing.finish(&self.alternative, width, height)
    }
}

/// Height of a row.
const ROW: f64 = 19.0;

/// Where things stand in one drawing.
struct Sheet {
    width: Width,
    left: f64,
    /// Middle of the middle step.
    zero: f64,
    /// Pixels of one percent.
    unit: f64,
    columns: Right,
}

/// A share that can be drawn.
fn sound(share: f64) -> f64 {
    if share.is_finite() { share.max(0.0) } else { 0.0 }
}

impl Likert {
    /// Puts the middle where the longest bar of each side fits.
    fn lay(&self, width: Width) -> Sheet {
        let rows = || self.groups.iter().flat_map(|group| &group.rows);
        let columns = Right::lay(&self.columns, rows().map(|row| row.values.as_slice()), width);
        let label = rows().map(|row| Font::SMALL.width(&row.label)).fold(0.0, f64::max);
        let left = width.pick(label.clamp(90.0, 230.0) + 14.0, 0.0);
        let end = columns.left - 20.0;
        let below =
            |row: &LikertRow| sound(row.shares[0]) + sound(row.shares[1]) + sound(row.shares[2]) / 2.0;
        let above =
            |row: &LikertRow| sound(row.shares[4]) + sound(row.shares[3]) + sound(row.shares[2]) / 2.0;
        let (low, high) = (rows().map(below).fold(1.0, f64::max), rows().map(above).fold(1.0, f64::max));
        let unit = (end - left) / (low + high);
        Sheet { width, left, zero: left + low * unit, unit, columns }
    }
}

fn draw_row(drawing: &mut Drawing, sheet: &Sheet, row: &LikertRow, top: f64) -> f64 {
    let mut y = top;
    match sheet.width {
        Width::Wide => {
            drawing.text(
                0.0,
                y + 13.0,
                Anchor::Start,
                "p-sm",
                &Font::SMALL.fit(&row.label, sheet.left - 8.0),
            );
        }
        Width::Phone => {
            let label = Font::SMALL.fit(&row.label, sheet.width.px());
            drawing.text(0.0, y + 13.0, Anchor::Start, "p-sm p-halo", &label);
            y += 16.0;
        }
    }
    let shares = row.shares.map(sound);
    let mut x = sheet.zero - (shares[0] + shares[1] + shares[2] / 2.0) * sheet.unit;
    for (index, (share, text)) in shares.iter().zip(&row.texts).enumerate() {
        let length = share * sheet.unit;
        let (fill, class) = if row.hidden.get(index).copied().unwrap_or(false) {
            ("p-hid".to_owned(), "p-xs p-mute".to_owned())
        } else {
            (format!("p-k{}", index + 1), format!("p-xs p-kt{}", index + 1))
        };
        drawing.rect(x + 0.4, y + 1.5, length - 0.8, ROW - 4.0, &fill);
        if Font::TINY.width(text) + 5.0 <= length {
            drawing.text(x + length / 2.0, y + 13.0, Anchor::Middle, &class, text);
        }
        x += length;
    }
    sheet.columns.draw(drawing, &row.values, y + 13.0);
    y + ROW
}
