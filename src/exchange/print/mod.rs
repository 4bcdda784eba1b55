//! Printing a document as PDF with a program of this machine, which is found, not installed.
//!
//! - [`browser`] prints a page of HTML;
//! - [`office`] converts a Word file, where there is no browser;
//! - [`place`] lists where either is looked for;
//! - [`room`] runs one: a folder of its own, a limit of time;
//! - [`printed`] is what comes of it, and tries programs in turn;
//! - [`metadata`] takes out what would tell when and on what it was printed.

pub mod browser;
mod metadata;
pub mod office;
mod place;
mod printed;
mod room;

pub use printed::{PrintError, Printed};
