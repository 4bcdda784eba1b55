//! Analysis: numbers in, numbers out. No input or output.

pub mod agreement;
pub mod casework;
pub mod cooccurrence;
pub mod disclosure;
pub mod lexical;
pub mod linkage;
pub mod matrix;
pub mod profile;
pub mod quote_choice;
pub mod representativeness;
pub mod saturation;
pub mod scale;
pub mod statistics;
pub mod suggestion;
pub mod typology;
pub mod weighting;
