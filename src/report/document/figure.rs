//! A figure: drawings, what they say, and the table of their values.

use serde::Serialize;

use crate::plot::{Chart, Width};
use crate::report::document::table::{Note, Table};

/// One drawing of a figure.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Drawn {
    /// A line above it, when a figure has several.
    pub heading: Option<String>,
    /// The drawing for the text column and for paper.
    pub wide: String,
    /// The drawing for a telephone, if rows can carry their labels above.
    pub narrow: Option<String>,
}

impl Drawn {
    /// Draws a chart at the widths it has.
    pub fn of(chart: &dyn Chart) -> Self {
        Self {
            heading: None,
            wide: chart.render(Width::Wide),
            narrow: chart.narrows().then(|| chart.render(Width::Phone)),
        }
    }

    /// Puts a line above the drawing.
    #[must_use]
    pub fn under(mut self, heading: impl Into<String>) -> Self {
        self.heading = Some(heading.into());
        self
    }
}

/// A figure.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Figure {
    /// Its name: anchor `fig-<name>`, and what references use.
    pub name: String,
    /// Its number in the document.
    pub number: usize,
    /// A neutral title, or the finding that a person wrote.
    pub title: String,
    /// Unit and base.
    pub unit: String,
    /// Its drawings, top to bottom.
    pub drawings: Vec<Drawn>,
    /// Width on paper in millimetres; tall lists are narrower.
    pub paper_mm: u16,
    /// Note, Lecture, Champ, Source.
    pub notes: Vec<Note>,
    /// The exact values, closed under the drawing and printed by the workbook.
    pub table: Option<Table>,
}
