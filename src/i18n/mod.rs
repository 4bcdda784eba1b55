//! Messages, numbers and typography in French and English; the language is a value, never a global.
//!
//! - [`catalog`] finds a message by its key and fills in its arguments;
//! - [`rooms`] is the one list of the catalogues that are embedded in the program;
//! - [`value`] is what an argument can be: a text or a number;
//! - [`format`] writes numbers, intervals, quotations and spaces as each language wants them.

pub mod catalog;
pub mod format;
pub mod rooms;
pub mod value;

pub use catalog::Catalog;
pub use format::{Format, Gender};
pub use value::Value;
