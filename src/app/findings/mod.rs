//! Gathering what the report says: values computed by `analysis`, put in the order of the figures.
//!
//! `gather` calls one file a part; none of them computes a statistic of its own. `overview` leaves out
//! what takes draws, for pages that must stand at once.

pub mod band;
mod casework;
mod codes;
mod colophon;
mod gather;
mod overview;
mod people;
mod questionnaire;
mod study;
mod trials;
mod turns;
mod typology;
mod weighted;
mod words;

pub use gather::{Gathered, gather};
pub use overview::{Overview, overview};
