//! Methods by cases: who moves when the method changes?

use super::heatmap::ColumnGroup;
use super::palette::Class;
use super::svg::{Alternative, Chart, Drawing, Width};

/// A case under a method.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MoveCell {
    /// Class the method gives; `None` draws nothing.
    pub class: Option<Class>,
    /// It leaves its retained class: boxed full mark.
    pub moved: bool,
}

/// A method.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MoveRow {
    /// Its name.
    pub label: String,
    /// The retained one: bold, full marks.
    pub retained: bool,
    /// A hair rule below it.
    pub ruled: bool,
    /// One cell a case, over all groups.
    pub cells: Vec<MoveCell>,
    /// Agreement with the retained partition.
    pub value: String,
}

/// A row of numbers under the methods.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    /// Its name.
    pub label: String,
    /// One text a case, and whether it is bold.
    pub cells: Vec<(String, bool)>,
}

/// A grid of methods by cases; drawn wide only.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Moves {
    /// Text alternative.
    pub alternative: Alternative,
    /// Cases by retained class.
    pub columns: Vec<ColumnGroup>,
    /// Methods, top to bottom.
    pub rows: Vec<MoveRow>,
    /// Head of the right column, « ARI ».
    pub value_head: String,
    /// Rows of numbers.
    pub tallies: Vec<Tally>,
    /// Key of the box.
    pub moved_key: String,
}

impl Chart for Moves {
    fn render(&self, width: Width) -> String {
        Drawing::new().finish(&self.alternative, width, 1.0)
    }
}
