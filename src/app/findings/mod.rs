//! Gathering what the report says: values computed by `analysis`, put in the order of the figures.
//!
//! `gather` calls one file a part; none of them computes a statistic of its own.

pub mod band;
mod casework;
mod codes;
mod colophon;
mod gather;
mod people;
mod questionnaire;
mod study;
mod turns;
mod typology;

pub use gather::{Gathered, gather};
