//! Correcting a transcript: one turn's words, its label, its joining to the one before, its cutting
//! in two. The next version is the present one with that stretch changed and all else moved.
//!
//! `model` says what is asked and why it may be refused, `apply` makes the next version, `cast` the one
//! in which speakers have other roles or labels, `edit` changes a version stretch by stretch.

mod apply;
mod cast;
mod edit;
mod model;
#[cfg(test)]
mod tests;

pub use apply::correct;
pub use cast::{Casting, cast};
pub use model::{Corrected, Correction, CorrectionError};
