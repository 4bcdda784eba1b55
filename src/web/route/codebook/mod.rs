//! The codebook in the browser: its page, and every change that the page asks for.
//!
//! `shelf` answers scripts with the codebook, `page` shows it with one theme or code open, `view` lays
//! the open code out, `write` changes it.

mod page;
mod shelf;
mod view;
mod write;

pub(crate) use page::{code, page};
pub(crate) use shelf::shelf;
pub(crate) use write::{
    change_code, change_theme, check, make_code, make_theme, merge, move_code, reinstate, retire, split,
};
