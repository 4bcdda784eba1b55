//! Writes the tables of a document as a workbook: « tableaux de données ».
//!
//! A contents sheet with links, then a sheet for each table and for the values of each figure, as
//! statistical offices publish them: title, unit, rows, « Ensemble », then Note, Lecture, Champ,
//! Source. Numbers are numbers, shown as the report shows them; what is hidden is a sign.
//!
//! - [`book`] gathers the sheets and puts the file together;
//! - [`contents`] writes the sheet that lists the others, [`sheet`] writes one of those;
//! - [`apart`] gives a standard error a column of its own;
//! - [`number`] is how a number is held and shown, [`size`] how wide columns and how high rows are;
//! - [`look`] is how cells look, [`note`] names and orders what stands under a table.

mod apart;
mod book;
mod contents;
mod look;
mod note;
mod number;
mod sheet;
mod size;

pub use book::{WorkbookError, workbook};
pub(in crate::report::render) use note::{label, sorted};
