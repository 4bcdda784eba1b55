//! Printing a page as PDF with a browser of this machine, which is found, not installed.
//!
//! - [`program`] lists where browsers are looked for;
//! - [`page`] runs one: its own profile, no network, a limit of time;
//! - [`metadata`] takes out what would tell when and on what it was printed.

mod metadata;
mod page;
mod program;

pub use page::{PrintError, print};
