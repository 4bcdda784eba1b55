//! Two dots joined, one row a modality: who answered, beside who was there to answer?

use super::axis::Axis;
use super::svg::{Alternative, Chart, Drawing, Width};

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
        Drawing::new().finish(&self.alternative, width, 1.0)
    }
}
