//! The checklists that journals ask for, filled with what the study tells; what it cannot tell is left
//! to the team, and never guessed.
//!
//! - [`list`] holds the items in their groups;
//! - [`known`] says for each item what is known of it, in the words of [`saying`];
//! - [`compose`] writes the document.

mod compose;
mod known;
mod list;
mod saying;

pub use compose::{ItemCounts, checklist};
