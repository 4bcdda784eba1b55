//! Before and after in the same persons: who changed, both ways?

use super::axis::{Axis, Right};
use super::legend::{Glyph, flow};
use super::svg::{Alternative, Anchor, Chart, Drawing, Width};
use super::text::Font;

/// A practice.
#[derive(Debug, Clone, PartialEq)]
pub struct TransitionRow {
    /// Label.
    pub label: String,
    /// Both, stop, start, neither.
    pub counts: [f64; 4],
    /// Parts whose count is not shown: drawn without their fill.
    pub hidden: [bool; 4],
    /// The same, written.
    pub texts: [String; 4],
    /// Net points, at the right.
    pub net: String,
}

/// A chart of transitions.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Transitions {
    /// Text alternative.
    pub alternative: Alternative,
    /// Practices.
    pub rows: Vec<TransitionRow>,
    /// Names of both, stop, start, neither.
    pub keys: [String; 4],
    /// Head of the net points.
    pub net_head: String,
    /// Axis in percent of each row's total.
    pub axis: Axis,
}

impl Chart for Transitions {
    fn render(&self, width: Width) -> String {
        let mut drawing = Drawing::new();
        let nets = self.rows.iter().map(|row| std::slice::from_ref(&row.net));
        let columns = Right::lay(std::slice::from_ref(&self.net_head), nets, width);
        let label = self.rows.iter().map(|row| Font::BOLD.width(&row.label)).fold(0.0, f64::max);
        let left = width.pick(label.clamp(90.0, 240.0) + 16.0, 0.0);
        let end = columns.left - width.pick(26.0, 14.0);
        let classes = ["p-v0", "p-v1", "p-v2", "p-v3"];
        let keys: Vec<_> =
            classes.iter().zip(&self.keys).map(|(class, name)| (Glyph::Swatch(class), &**name)).collect();
        let key_end = flow(&mut drawing, &keys, left, end, 9.0);
        columns.draw_heads(&mut drawing, 13.0);
        let mut y = key_end.max(27.0);
        for row in &self.rows {
            let mut bar = y;
            let room = width.pick(left - 10.0, width.px());
            let (text_y, class) = (width.pick(y + 14.5, y + 12.0), "p-b");
            drawing.text(0.0, text_y, Anchor::Start, class, &Font::BOLD.fit(&row.label, room));
            if width == Width::Phone {
                bar += 18.0;
            }
            draw_bar(&mut drawing, row, left, end, bar);
            columns.draw(&mut drawing, std::slice::from_ref(&row.net), bar + 14.5);
            y = bar + 38.0;
        }
        let bottom = y - 2.0;
        drawing.line(left, bottom, end, bottom, "p-ax");
        let x = self.axis.scale(left, end);
        let height = self.axis.draw_below(&mut drawing, &x, left, end, bottom, width);
        drawing.finish(&self.alternative, width, height)
    }
}

/// Draws the four parts of a row; a number too wide for its part goes under it.
fn draw_bar(drawing: &mut Drawing, row: &TransitionRow, left: f64, end: f64, y: f64) {
    let counts = row.counts.map(|count| if count.is_finite() { count.max(0.0) } else { 0.0 });
    let total: f64 = counts.iter().sum();
    if total <= 0.0 {
        return;
    }
    let unit = (end - left) / total;
    let mut x = left;
    let mut under = f64::NEG_INFINITY;
    for (index, (count, text)) in counts.iter().zip(&row.texts).enumerate() {
        let length = count * unit;
        let (fill, ink) = if row.hidden.get(index).copied().unwrap_or(false) {
            ("p-hid".to_owned(), "p-xs p-mute".to_owned())
        } else {
            (format!("p-v{index}"), format!("p-xs p-vt{index}"))
        };
        drawing.rect(x + 0.4, y, length - 0.8, 20.0, &fill);
        let width = Font::TINY.width(text);
        if width + 5.0 <= length {
            drawing.text(x + length / 2.0, y + 14.0, Anchor::Middle, &ink, text);
        } else if *count > 0.0 {
            let middle = (x + length / 2.0)
                .clamp(left + width / 2.0, end - width / 2.0)
                .max(under + width / 2.0 + 5.0);
            drawing.text(middle, y + 31.5, Anchor::Middle, "p-xs p-mute", text);
            under = middle + width / 2.0;
        }
        x += length;
    }
}
