//! A table with its title, unit, typed cells and notes.

use serde::Serialize;

use crate::report::document::phrase::Phrase;

/// What a column holds: text stands left, numbers right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Column {
    /// Its head.
    pub title: String,
    /// Numbers, set at the right with figures of one width.
    pub is_number: bool,
    /// Part of the width of the page, where it is not what the column holds that decides: tables that
    /// people fill in by hand. Counts when all columns of a table have one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub share: Option<u8>,
}

impl Column {
    /// A column of texts.
    pub fn text(title: impl Into<String>) -> Self {
        Self { title: title.into(), is_number: false, share: None }
    }

    /// A column of numbers.
    pub fn number(title: impl Into<String>) -> Self {
        Self { title: title.into(), is_number: true, share: None }
    }

    /// The same, with a part of the width of the page.
    pub fn sharing(self, share: u8) -> Self {
        Self { share: Some(share), ..self }
    }
}

/// A cell; never an empty one.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub enum Cell {
    /// Words.
    Text(Phrase),
    /// A number.
    Number {
        /// As it is read.
        text: String,
        /// As a workbook gets it.
        value: f64,
        /// The anchor of its passages or its table.
        anchor: Option<String>,
    },
    /// A number with its standard error.
    Estimate {
        /// As it is read: « 59,8 ± 1,2 ».
        text: String,
        /// The number as a workbook gets it.
        value: f64,
        /// Its standard error, likewise.
        error: f64,
    },
    /// « s », hidden because it, or a neighbour, is small.
    Suppressed,
    /// « – », a true zero.
    Zero,
    /// « nd », not available.
    NotAvailable,
    /// « so », does not apply.
    NotApplicable,
}

impl Cell {
    /// A cell of words.
    pub fn text(text: impl Into<Phrase>) -> Self {
        Self::Text(text.into())
    }
}

/// What a row is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub enum RowKind {
    /// One of the things compared.
    #[default]
    Plain,
    /// « Ensemble »: bold, under a rule, last.
    Total,
}

/// A row; its first cell is its head.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Row {
    /// Plain or total.
    pub kind: RowKind,
    /// Where a link to this row leads.
    pub anchor: Option<String>,
    /// One cell a column.
    pub cells: Vec<Cell>,
}

impl Row {
    /// A plain row.
    pub fn plain(cells: Vec<Cell>) -> Self {
        Self { kind: RowKind::Plain, anchor: None, cells }
    }

    /// The last row.
    pub fn total(cells: Vec<Cell>) -> Self {
        Self { kind: RowKind::Total, anchor: None, cells }
    }
}

/// What stands under a table or figure, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum NoteKind {
    /// How it was made.
    Note,
    /// One mark read aloud.
    Reading,
    /// Who is counted.
    Scope,
    /// Where it comes from.
    Source,
    /// How it is computed.
    Method,
}

/// A line under a table or figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Note {
    /// Which line.
    pub kind: NoteKind,
    /// What it says.
    pub text: Phrase,
}

/// A table.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Table {
    /// Its name: anchor `tab-<name>`, and what references use.
    pub name: String,
    /// Its number in the document, given by [`crate::report::document::number::number`].
    pub number: usize,
    /// A neutral title.
    pub title: String,
    /// Unit and base, under the title.
    pub unit: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<Row>,
    /// Note, Lecture, Champ, Source.
    pub notes: Vec<Note>,
}
