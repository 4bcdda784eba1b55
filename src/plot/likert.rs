//! Five steps centred on the middle: where do answers lean?

use super::svg::{Alternative, Chart, Drawing, Width};

/// An item.
#[derive(Debug, Clone, PartialEq)]
pub struct LikertRow {
    /// Label.
    pub label: String,
    /// Shares of the five steps, in percent.
    pub shares: [f64; 5],
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
        Drawing::new().finish(&self.alternative, width, 1.0)
    }
}
