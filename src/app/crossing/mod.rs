//! Codes crossed with interviews, codes or an attribute, each cell a door to its passages.
//!
//! `measure` is what a cell says, `cross` counts: passages in the engine alone, words and coverage
//! from the texts. `pairs` lists the codes that come together most, `table` writes a file.

mod cross;
mod measure;
mod pairs;
mod table;

pub use cross::{Axis, Cell, Column, Crossing, Row, cross};
pub use measure::Measure;
pub use pairs::{Pair, pairs};
