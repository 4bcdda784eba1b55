//! What all pages share: the frame, the words, the numbers of a language.
//!
//! `led` is the way from a figure to its methods, `grid` makes tables in the shape of the report's,
//! `reason` says why a figure has no value.

mod frame;
pub(crate) mod grid;
pub(crate) mod history;
pub(crate) mod led;
pub(crate) mod links;
pub(crate) mod reason;
pub(crate) mod speech;

pub(crate) use frame::{Nav, Page, initials, render};
