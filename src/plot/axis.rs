//! What a chart is told of an axis: its range, its title and its written ticks.

use super::scale::{Linear, nice_ticks};
use super::svg::{Anchor, Drawing, Width};
use super::text::Font;

/// A place on an axis with the text written there.
#[derive(Debug, Clone, PartialEq)]
pub struct Tick {
    /// Place, in units of the axis.
    pub at: f64,
    /// Finished text.
    pub label: String,
}

/// A line across the drawing with its label (a mean, a threshold, a cut).
#[derive(Debug, Clone, PartialEq)]
pub struct Guide {
    /// Place, in units of the axis it crosses.
    pub at: f64,
    /// Finished text, may be empty.
    pub label: String,
}

/// A numeric axis: range in units of the data, title in words, ticks already written.
///
/// The title carries no arrow: the chart adds the one of the direction.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Axis {
    /// Name with its range, « Complexité (indice, 0 à 3) »; may be empty.
    pub title: String,
    /// Value at the start (left or bottom).
    pub from: f64,
    /// Value at the end (right or top).
    pub to: f64,
    /// Ticks to write; those out of range are left out.
    pub ticks: Vec<Tick>,
}

impl Axis {
    /// Makes an axis over `from..=to` with about `count` round ticks, each written by `format`.
    pub fn nice(title: &str, from: f64, to: f64, count: usize, format: impl Fn(f64) -> String) -> Self {
        let ticks =
            nice_ticks(from, to, count).into_iter().map(|at| Tick { at, label: format(at) }).collect();
        Self { title: title.to_owned(), from, to, ticks }
    }

    /// Gives the scale that lays the axis over the pixels `start..end`.
    #[must_use]
    pub fn scale(&self, start: f64, end: f64) -> Linear {
        Linear::new(self.from, self.to, start, end)
    }

    /// Lists the ticks that fall inside the range.
    pub(super) fn visible(&self) -> impl Iterator<Item = &Tick> {
        let (low, high) = (self.from.min(self.to), self.from.max(self.to));
        let slack = (high - low).abs() * 1e-9;
        self.ticks.iter().filter(move |tick| tick.at >= low - slack && tick.at <= high + slack)
    }

    /// Writes ticks and title under a drawing whose rows end at `bottom`; gives the height of the whole.
    ///
    /// Ticks that would touch the one before are left out.
    pub(super) fn draw_below(
        &self,
        drawing: &mut Drawing,
        x: &Linear,
        left: f64,
        end: f64,
        bottom: f64,
        width: Width,
    ) -> f64 {
        let font = Font::SMALL;
        let mut height = bottom + 4.0;
        let mut taken = f64::NEG_INFINITY;
        for tick in self.visible() {
            let half = font.width(&tick.label) / 2.0;
            let at = x.at(tick.at).clamp(half, (width.px() - half).max(half));
            if at - half < taken + 5.0 {
                continue;
            }
            taken = at + half;
            drawing.text(at, bottom + 16.0, Anchor::Middle, "p-sm", &tick.label);
            height = bottom + 22.0;
        }
        if !self.title.is_empty() {
            let arrow = font.width(" →");
            let whole = font.width(&self.title) + arrow;
            // A title longer than the axis may run back under the labels of the rows.
            let room = if whole <= end - left { end - left } else { end };
            for line in font.wrap(&format!("{} →", self.title), room) {
                height += 16.0;
                drawing.text(end, height - 4.0, Anchor::End, "p-sm p-mute", &line);
            }
        }
        height
    }
}

/// Columns of texts at the right edge.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Right {
    heads: Vec<String>,
    ends: Vec<f64>,
    /// Left edge of the leftmost column.
    pub(super) left: f64,
}

impl Right {
    /// Gives each column the room of its widest text, its head wrapped if need be.
    pub(super) fn lay<'a>(heads: &[String], rows: impl Iterator<Item = &'a [String]>, width: Width) -> Self {
        let mut rooms: Vec<f64> = heads.iter().map(|head| head_room(head)).collect();
        for row in rows {
            for (index, text) in row.iter().enumerate() {
                if index >= rooms.len() {
                    rooms.push(0.0);
                }
                rooms[index] = rooms[index].max(Font::SMALL.width(text));
            }
        }
        let gap = width.pick(16.0, 9.0);
        let mut end = width.px();
        let mut ends = vec![0.0; rooms.len()];
        for (index, room) in rooms.iter().enumerate().rev() {
            ends[index] = end;
            end -= room + gap;
        }
        Self { heads: heads.to_vec(), ends, left: if rooms.is_empty() { width.px() } else { end + gap } }
    }

    /// Writes the heads, their last line at `y`.
    pub(super) fn draw_heads(&self, drawing: &mut Drawing, y: f64) {
        for (head, end) in self.heads.iter().zip(&self.ends) {
            let lines = Font::TINY.head(head, HEAD);
            let mut y = y;
            for line in lines.iter().rev() {
                drawing.text(*end, y, Anchor::End, "p-xs p-mute", line);
                y -= 13.0;
            }
        }
    }

    /// Writes the texts of a row.
    pub(super) fn draw(&self, drawing: &mut Drawing, texts: &[String], y: f64) {
        for (text, end) in texts.iter().zip(&self.ends) {
            drawing.text(*end, y, Anchor::End, "p-sm", text);
        }
    }
}

/// Longest line of a head.
const HEAD: f64 = 90.0;

/// Room of a head.
fn head_room(head: &str) -> f64 {
    Font::TINY.head(head, HEAD).iter().map(|line| Font::TINY.width(line)).fold(0.0, f64::max)
}
