//! Small multiples, one column a scale and one lane a class: do the few agree with the many?

use super::axis::{Axis, Guide};
use super::palette::Class;
use super::svg::{Alternative, Chart, Drawing, Width};

/// A column.
#[derive(Debug, Clone, PartialEq)]
pub struct Panel {
    /// Name.
    pub name: String,
    /// Base, under the name.
    pub base: String,
    /// Horizontal axis; its title is not drawn.
    pub axis: Axis,
    /// Heights of the histogram, over equal bins of the axis.
    pub bins: Vec<f64>,
    /// Dotted line through all lanes.
    pub median: Option<Guide>,
}

/// A person in a lane.
#[derive(Debug, Clone, PartialEq)]
pub struct LaneMark {
    /// Value.
    pub at: f64,
    /// Number inside the mark.
    pub text: String,
}

/// Quartiles of the many, near the class of the lane.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Quartiles {
    /// First quartile.
    pub low: f64,
    /// Median.
    pub median: f64,
    /// Third quartile.
    pub high: f64,
}

/// A lane in one column.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct LaneCell {
    /// Numbered marks, stacked when they would touch.
    pub marks: Vec<LaneMark>,
    /// Thin bar.
    pub quartiles: Option<Quartiles>,
}

/// A lane.
#[derive(Debug, Clone, PartialEq)]
pub struct Lane {
    /// Class.
    pub class: Class,
    /// Name beside the shape.
    pub name: String,
    /// Small lines under the name (persons, respondents).
    pub base: Vec<String>,
    /// One cell a panel.
    pub cells: Vec<LaneCell>,
}

/// A joint display; drawn wide only.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Lanes {
    /// Text alternative.
    pub alternative: Alternative,
    /// Columns.
    pub panels: Vec<Panel>,
    /// Name and small line of the histogram row.
    pub everyone: (String, String),
    /// Lanes, top to bottom.
    pub lanes: Vec<Lane>,
    /// Lines under the drawing.
    pub key: Vec<String>,
}

impl Chart for Lanes {
    fn render(&self, width: Width) -> String {
        Drawing::new().finish(&self.alternative, width, 1.0)
    }
}
