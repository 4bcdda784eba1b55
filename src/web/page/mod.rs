//! What all pages share: the frame, the words, the numbers of a language.

mod frame;
pub(crate) mod history;
pub(crate) mod links;
pub(crate) mod speech;

pub(crate) use frame::{Nav, Page, initials, render};
