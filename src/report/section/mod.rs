//! One file a chapter: findings to blocks, with the sentences of the catalogues.
//!
//! [`compose`] puts the chapters in their order; a chapter without its material, or not chosen, is left
//! out. [`checklist`] writes what journals ask for in the place of the report. Every
//! chapter speaks through a [`voice::Voice`], which holds the findings, the catalogue and the formats,
//! and guards what was read from files against being taken for markup. Small numbers are hidden here,
//! before anything is drawn.

mod activity;
mod annexes;
mod checklist;
mod compose;
mod essentials;
mod head;
mod interviews;
mod limits;
mod material;
mod methods;
mod profiles;
mod questionnaire;
mod verdict;
mod voice;

pub use checklist::{ItemCounts, checklist};
pub use compose::{Chapter, chapter, compose, numbered};
pub use interviews::accumulation_figure;
pub use methods::lead_to_methods;
pub use profiles::{Board, board, firmness};
pub use verdict::verdict;
