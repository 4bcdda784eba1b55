//! The plane of two axes: who is where, and how firm is the place?

use super::axis::{Axis, Guide};
use super::palette::Class;
use super::svg::{Alternative, Chart, Drawing, Width};

/// A point of the plane with the places that single readings give it.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// Class of the point: colour and shape.
    pub class: Class,
    /// Name written beside it.
    pub name: String,
    /// Place on the x axis.
    pub x: f64,
    /// Place on the y axis.
    pub y: f64,
    /// Small rings tied to the point (each coder alone).
    pub rings: Vec<(f64, f64)>,
    /// Sentence of a doubtful point, which gets a dashed ring; an empty one draws the ring alone.
    pub doubt: Option<String>,
    /// Where a click leads.
    pub link: Option<String>,
}

/// The centre of a class, whose region is filled and named.
#[derive(Debug, Clone, PartialEq)]
pub struct Centre {
    /// Class: colour of the region.
    pub class: Class,
    /// Short name in bold, « P1 ».
    pub name: String,
    /// What the region means, « peu complexe, effet fort »; may be empty.
    pub text: String,
    /// Place on the x axis.
    pub x: f64,
    /// Place on the y axis.
    pub y: f64,
}

/// Points on two axes over the regions nearest to each centre.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Plane {
    /// Text alternative.
    pub alternative: Alternative,
    /// Horizontal axis.
    pub x: Axis,
    /// Vertical axis.
    pub y: Axis,
    /// Points, drawn in this order.
    pub places: Vec<Place>,
    /// Centres in data units; without any, no region is filled.
    pub centres: Vec<Centre>,
    /// Standard deviations by which each axis is divided before distances are taken.
    pub spread: (f64, f64),
    /// Dashed vertical line.
    pub x_mean: Option<Guide>,
    /// Dashed horizontal line.
    pub y_mean: Option<Guide>,
    /// Thin horizontal line of a meaningful zero.
    pub zero: Option<Guide>,
    /// Key of the small ring; empty for none.
    pub ring_key: String,
    /// Key of the dashed ring; empty for none.
    pub doubt_key: String,
    /// Key of the dashed lines; empty for none.
    pub mean_key: String,
}

impl Chart for Plane {
    fn render(&self, width: Width) -> String {
        Drawing::new().finish(&self.alternative, width, 1.0)
    }
}
