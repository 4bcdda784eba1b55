//! The profiles: who resembles whom, and how firm is it.

mod card;
mod chapter;
mod dendrogram;
mod moves;
mod plane;
mod silhouette;

pub(super) use chapter::{blocks, chapter_title};
