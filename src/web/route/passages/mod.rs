//! The page of coded passages: what they are, what stands beside them, queries under names.
//!
//! `page` answers with the page, `offer` makes the list of conditions that can be added, `say` puts
//! conditions and sources into words, `save` keeps queries, `table` gives all passages as a file.

mod offer;
mod page;
mod save;
mod say;
mod table;

pub(crate) use page::{json, page};
pub(crate) use save::{queries, remove, save};
pub(crate) use table::table;
