//! Coders: how alike they are, where they differ, and how it is settled.

mod figures;
mod index;
mod pair;
mod reading;
mod round;
mod settle;

pub(crate) use index::page as index;
pub(crate) use reading::{data, page as reading};
pub(crate) use round::{change as change_round, open as open_round};
pub(crate) use settle::settle;
