//! Rows by columns, four shades and a number in each cell: what is said by whom?

use super::palette::Class;
use super::svg::{Alternative, Chart, Drawing, Width};

/// Columns under one coloured rule.
#[derive(Debug, Clone, PartialEq)]
pub struct ColumnGroup {
    /// Class: colour of the rule and shape.
    pub class: Class,
    /// Name over the rule.
    pub name: String,
    /// Column heads, left to right.
    pub columns: Vec<String>,
}

/// A cell: a shade and a number.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cell {
    /// Shade, 0 (absent) to 3; more counts as 3.
    pub shade: u8,
    /// Number written in the cell, empty for none.
    pub text: String,
    /// Sentence shown when the pointer rests on the cell.
    pub hint: Option<String>,
    /// Where a click leads.
    pub link: Option<String>,
}

/// A row of the grid.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// Label at the left, shortened when it does not fit.
    pub label: String,
    /// Signs before the cells, « ▲C »; empty for none.
    pub sign: String,
    /// One cell a column, over all groups.
    pub cells: Vec<Cell>,
    /// One text a margin.
    pub margins: Vec<String>,
    /// Where a click on the label leads.
    pub link: Option<String>,
}

/// Rows under one heading.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RowGroup {
    /// Heading, empty for none.
    pub name: String,
    /// Rows, top to bottom.
    pub rows: Vec<Row>,
}

/// A heat map; drawn wide only, and wider than 700 px when its columns need it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct HeatMap {
    /// Text alternative.
    pub alternative: Alternative,
    /// Column groups, left to right.
    pub columns: Vec<ColumnGroup>,
    /// Row groups, top to bottom.
    pub rows: Vec<RowGroup>,
    /// Heads of the right margins (interviews, extracts).
    pub margins: Vec<String>,
    /// Title of the shade key.
    pub shade_title: String,
    /// Names of the four shades.
    pub shades: [String; 4],
    /// Lines under the key (what the signs mean).
    pub key: Vec<String>,
}

impl Chart for HeatMap {
    fn render(&self, width: Width) -> String {
        Drawing::new().finish(&self.alternative, width, 1.0)
    }
}
