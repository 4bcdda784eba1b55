//! Analysis: numbers in, numbers out. No input or output.

pub mod agreement;
pub mod cooccurrence;
pub mod disclosure;
pub mod matrix;
pub mod saturation;
pub mod statistics;
pub mod typology;
