//! Coded passages by what they are and what stands beside them.
//!
//! `condition` is one thing asked of a passage, as people write it; `query` combines conditions (all,
//! any, not) and turns them into what the store finds; `list` gives a page of passages with their
//! source, `count` what they share, `table` all of them as a table; `saved` keeps queries under names;
//! `stale` tells which passages were coded under an older definition.

mod condition;
mod count;
mod list;
mod query;
mod saved;
mod stale;
mod table;

pub use condition::Condition;
pub use count::{PassageCounts, counts};
pub use list::{Passage, PassageList, PassagePage, Source, list};
pub use query::PassageQuery;
pub use saved::{Saved, remove, save, saved};
pub use table::write_table;
