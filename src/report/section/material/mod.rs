//! Matériaux et méthode: can this be trusted and repeated?

mod chapter;
mod people;
mod sample;

pub(super) use chapter::blocks;
