//! Which counts are hidden because they are small, and which go with them.
//!
//! - `count` is a count as it may be published: shown, or hidden for one of two reasons;
//! - `list` protects counts shown with their total; `table` a two-way table with its margins.
//!
//! What is made here is all that a text, a figure or a table may read: whoever holds a protected list
//! or table cannot tell two studies apart that differ in hidden counts alone.

mod count;
mod list;
mod table;

pub use count::Published;
pub use list::{ProtectedList, protect_list, protect_list_after};
pub use table::{Protected, protect, protect_after};
