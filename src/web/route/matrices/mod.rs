//! Matrices: codes crossed with interviews, codes or an attribute; every cell leads to its passages.
//!
//! `address` is what an address holds, `page` the page, `network` the drawing of the codes that come
//! together, `accumulation` the codes met as interviews are added, `table` the file.

mod accumulation;
mod address;
mod network;
mod page;
mod table;

pub(crate) use page::page;
pub(crate) use table::table;
