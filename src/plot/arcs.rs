//! Arcs beside one list: what are the few strong ties?

use super::svg::{Alternative, Chart, Drawing, Width};

/// A thing of the list.
#[derive(Debug, Clone, PartialEq)]
pub struct ArcItem {
    /// Its name.
    pub label: String,
    /// Its own count: the area of its dot.
    pub weight: f64,
    /// Rank of its group; a rule separates groups.
    pub group: usize,
}

/// A tie between two things.
#[derive(Debug, Clone, PartialEq)]
pub struct Tie {
    /// Index of one.
    pub first: usize,
    /// Index of the other.
    pub second: usize,
    /// What they share: the width of the arc.
    pub shared: f64,
    /// « 13 (9) ».
    pub label: String,
}

/// An arc network.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Arcs {
    /// Text alternative.
    pub alternative: Alternative,
    /// The list, top to bottom.
    pub items: Vec<ArcItem>,
    /// The ties.
    pub ties: Vec<Tie>,
    /// Printed when there is no tie, « aucune paire au-dessus du hasard ».
    pub none: String,
    /// What the label of an arc says.
    pub key: String,
}

impl Chart for Arcs {
    fn render(&self, width: Width) -> String {
        Drawing::new().finish(&self.alternative, width, 1.0)
    }
}
