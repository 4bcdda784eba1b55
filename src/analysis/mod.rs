//! Analysis: numbers in, numbers out. No input or output.

pub mod disclosure;
pub mod matrix;
pub mod statistics;
pub mod typology;
