//! Writes numbers, intervals, dates, quotations and spaces as French and English print them.
//!
//! - [`number`] rounds half up on the decimal text, sets thousands, percent signs and true minus signs;
//! - [`interval`] writes bounds and p values;
//! - [`date`] writes the dates of the material; the day of a computation is never written;
//! - [`quote`] puts quotation marks, and other ones inside them;
//! - [`spacing`] sets apostrophes and no-break spaces in a text read from a file;
//! - [`words`] writes small counts in words: with twelve persons, never a percentage.
//!
//! [`Format`] holds the language and offers all of them.

pub mod date;
pub mod interval;
pub mod number;
pub mod quote;
pub mod spacing;
pub mod words;
mod writer;

pub use words::Gender;
pub use writer::Format;
