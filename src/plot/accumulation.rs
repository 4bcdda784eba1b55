//! New things in the order they came: do new interviews bring new codes?

use super::axis::{Axis, Guide};
use super::svg::{Alternative, Chart, Drawing, Width};

/// What all orders give at a step.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Expected {
    /// Mean.
    pub mean: f64,
    /// Lower edge of the band.
    pub low: f64,
    /// Upper edge of the band.
    pub high: f64,
}

/// A step of the real order.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// Name under the axis, « E01 ».
    pub label: String,
    /// The same, short, for a telephone, « 01 ».
    pub short_label: String,
    /// Things met so far: the dot.
    pub total: f64,
    /// New things: the bar.
    pub new: f64,
    /// Number over the bar, « +2 ».
    pub new_text: String,
    /// All orders at this step.
    pub expected: Option<Expected>,
}

/// An accumulation curve.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Accumulation {
    /// Text alternative.
    pub alternative: Alternative,
    /// Vertical axis, its title above.
    pub y: Axis,
    /// Title under the steps.
    pub x_title: String,
    /// Steps, left to right.
    pub steps: Vec<Step>,
    /// Line of all that could be met, « les 29 codes du livre ».
    pub ceiling: Option<Guide>,
    /// Label of the line and its band.
    pub expected_label: String,
    /// Label of the bars.
    pub new_label: String,
}

impl Chart for Accumulation {
    fn render(&self, width: Width) -> String {
        Drawing::new().finish(&self.alternative, width, 1.0)
    }
}
