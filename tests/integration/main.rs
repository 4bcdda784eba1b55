//! Tests of several rooms together, by theme.

mod anchoring;
mod tables;
