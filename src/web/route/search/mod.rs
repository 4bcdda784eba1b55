//! The search page: a concordance with facets, and coding many places at once.
//!
//! `page` answers with the page and, as one types, with its results; `address` reads and writes what
//! an address holds; `code` codes what is ticked.

mod address;
mod code;
mod page;

pub(crate) use code::bulk;
pub(crate) use page::{page, places, results};
