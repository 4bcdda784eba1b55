//! A tree of merges lying on its side: would another method group alike?

use super::axis::{Axis, Guide};
use super::palette::Class;
use super::svg::{Alternative, Chart, Drawing, Width};

/// A leaf.
#[derive(Debug, Clone, PartialEq)]
pub struct Leaf {
    /// Name.
    pub label: String,
    /// Retained class: the shape before the name.
    pub class: Class,
    /// Class of its branch: the group of this tree.
    pub branch: Class,
}

/// A merge of two nodes: leaves are 0 to n − 1, merge i is node n + i.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Merge {
    /// One node.
    pub first: usize,
    /// The other.
    pub second: usize,
    /// Height of the merge, in units of the axis.
    pub height: f64,
    /// Class of the branch it makes; neutral above the cut.
    pub branch: Class,
}

/// A dendrogram.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Dendrogram {
    /// Text alternative.
    pub alternative: Alternative,
    /// Horizontal axis of heights.
    pub axis: Axis,
    /// Leaves, as numbered by the merges.
    pub leaves: Vec<Leaf>,
    /// Order of the leaves from top to bottom; those it forgets come last.
    pub order: Vec<usize>,
    /// Merges, in order of height.
    pub merges: Vec<Merge>,
    /// Dotted vertical line where the tree is cut.
    pub cut: Option<Guide>,
}

impl Chart for Dendrogram {
    fn render(&self, width: Width) -> String {
        Drawing::new().finish(&self.alternative, width, 1.0)
    }
}
