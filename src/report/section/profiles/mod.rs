//! The profiles: who resembles whom, and how firm is it.

mod board;
mod card;
mod chapter;
mod dendrogram;
mod moves;
mod plane;
mod silhouette;
mod trials;

pub use board::{Board, board, firmness};
pub(super) use chapter::{blocks, chapter_title};
pub(super) use moves::name as method_name;
