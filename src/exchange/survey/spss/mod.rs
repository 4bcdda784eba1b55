//! Answers kept by SPSS (`.sav`, `.zsav`), which say themselves what they are: variables and values with
//! their labels, values that stand for no answer, the level of measurement, choices of several.
//!
//! `read` opens a file and lays its variables out, `cells` takes the values out of the library's columns,
//! `question` makes a question of a variable.

mod cells;
mod question;
mod read;

pub use read::read;
