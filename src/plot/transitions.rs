//! Before and after in the same persons: who changed, both ways?

use super::axis::Axis;
use super::svg::{Alternative, Chart, Drawing, Width};

/// A practice.
#[derive(Debug, Clone, PartialEq)]
pub struct TransitionRow {
    /// Label.
    pub label: String,
    /// Both, stop, start, neither.
    pub counts: [f64; 4],
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
        Drawing::new().finish(&self.alternative, width, 1.0)
    }
}
