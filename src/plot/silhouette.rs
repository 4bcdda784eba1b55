//! Bars from zero by group: who is badly placed?

use super::axis::Axis;
use super::palette::Class;
use super::svg::{Alternative, Chart, Drawing, Width};

/// A bar.
#[derive(Debug, Clone, PartialEq)]
pub struct SilhouetteBar {
    /// Name.
    pub label: String,
    /// Value; `None` draws the text alone.
    pub value: Option<f64>,
    /// Text at its end, « 0,64 voisin P2 ».
    pub text: String,
}

/// The bars of a class.
#[derive(Debug, Clone, PartialEq)]
pub struct SilhouetteGroup {
    /// Class.
    pub class: Class,
    /// Bars, top to bottom.
    pub bars: Vec<SilhouetteBar>,
}

/// A silhouette chart.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Silhouette {
    /// Text alternative.
    pub alternative: Alternative,
    /// Horizontal axis.
    pub axis: Axis,
    /// Groups, top to bottom.
    pub groups: Vec<SilhouetteGroup>,
}

impl Chart for Silhouette {
    fn render(&self, width: Width) -> String {
        Drawing::new().finish(&self.alternative, width, 1.0)
    }
}
