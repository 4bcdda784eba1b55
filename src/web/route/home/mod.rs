//! The first page and the list of interviews: where the study stands, what to do next, what waits.

mod interviews;
mod page;
mod pending;
mod waiting;

pub(crate) use interviews::list;
pub(crate) use page::{page, titles};
pub(crate) use pending::{drop_row, page as pending, repair};
