//! What a chart is told of an axis: its range, its title and its written ticks.

use super::scale::{Linear, nice_ticks};

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
}
