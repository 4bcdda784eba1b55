//! Dots with their intervals, row by row: how high, how sure?

use super::axis::{Axis, Guide};
use super::svg::{Alternative, Chart, Drawing, Width};

/// How a dot is drawn; shape carries the meaning, not colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Full disc.
    Disc,
    /// Disc with the page inside.
    Hollow,
    /// Full square.
    Square,
}

/// A value with its interval.
#[derive(Debug, Clone, PartialEq)]
pub struct Dot {
    /// How it is drawn.
    pub mark: Mark,
    /// The value; `None` draws nothing and leaves the texts.
    pub at: Option<f64>,
    /// Lower and upper bound.
    pub interval: Option<(f64, f64)>,
    /// Texts of the right columns.
    pub values: Vec<String>,
}

/// A row with one or more dots, each on its line.
#[derive(Debug, Clone, PartialEq)]
pub struct DotRow {
    /// Label.
    pub label: String,
    /// Second, smaller line (the base); empty for none. Rows with one are written in bold.
    pub base: String,
    /// Dots, top to bottom.
    pub dots: Vec<Dot>,
    /// Where a click on the label leads.
    pub link: Option<String>,
}

/// Rows under one heading.
#[derive(Debug, Clone, PartialEq)]
pub struct DotGroup {
    /// Heading; without one, a full rule separates the group from the one above (« Ensemble »).
    pub name: String,
    /// Rows, top to bottom.
    pub rows: Vec<DotRow>,
}

/// A kind of dot, named at the head.
#[derive(Debug, Clone, PartialEq)]
pub struct SeriesKey {
    /// How it is drawn.
    pub mark: Mark,
    /// Its name.
    pub name: String,
}

/// A dot chart.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Dots {
    /// Text alternative.
    pub alternative: Alternative,
    /// Horizontal axis.
    pub axis: Axis,
    /// Groups of rows.
    pub groups: Vec<DotGroup>,
    /// Dashed vertical lines with their label above.
    pub guides: Vec<Guide>,
    /// Heads of the right columns.
    pub columns: Vec<String>,
    /// Key of the marks; empty for none.
    pub series: Vec<SeriesKey>,
}

impl Chart for Dots {
    fn render(&self, width: Width) -> String {
        Drawing::new().finish(&self.alternative, width, 1.0)
    }
}
