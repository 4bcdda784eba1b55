//! The report: blocks, sections, renderings. Computes no new statistic.
//!
//! - [`findings`] is the input, plain values that other layers computed;
//! - [`section`] turns them into blocks, one file a chapter, with the sentences of [`crate::i18n`];
//! - [`document`] holds the blocks, numbers figures and tables, and resolves references to them;
//! - [`method`] lists the methods and their pages, to which figures lead;
//! - [`render`] writes one self-contained HTML page; [`style`] is its look on screen and on paper.

pub mod document;
pub mod findings;
pub mod method;
mod protected;
pub mod render;
pub mod section;
pub mod style;

pub use document::Document;
pub use findings::Findings;
pub use section::{
    Board, Chapter, ItemCounts, accumulation_figure, board, chapter, checklist, compose, firmness,
    lead_to_methods, numbered, verdict,
};

#[cfg(test)]
mod sample;
#[cfg(test)]
mod tests;
