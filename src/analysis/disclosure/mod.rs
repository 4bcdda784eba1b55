//! Which counts are hidden because they are small, and which go with them.
//!
//! - `count` is a count as it may be published: shown, or hidden for one of two reasons;
//! - `list` protects counts shown with their total; `table` a two-way table with its margins;
//! - `ledger` holds the counts of all tables with every sum between them, and hides what those give away;
//!   `simplex` answers what it asks.
//!
//! What is made here is all that a text, a figure or a table may read: whoever holds a protected list
//! or table cannot tell two studies apart that differ in hidden counts alone.

mod count;
mod ledger;
mod list;
mod simplex;
mod table;

pub use count::Published;
pub use ledger::{Figure, Ledger, Rank};
pub use list::{ProtectedList, protect_list, protect_list_after};
pub use table::{Protected, protect, protect_after};
