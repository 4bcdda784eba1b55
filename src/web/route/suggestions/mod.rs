//! Suggestions: codes proposed for sentences that nobody coded, asked for and answered.
//!
//! `page` answers with what was found last, never computing; `view` writes it for people; `act` has it
//! computed, tells how far it is, stops it, and records answers.

mod act;
mod page;
mod view;

pub(crate) use act::{ask, decide, progress, stop};
pub(crate) use page::page;
