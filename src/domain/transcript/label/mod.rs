//! Who speaks: the labels of a transcript, in the style that its file mostly uses.
//!
//! `line` cuts the draft into lines, `shape` knows how a label can look on one, `loose` the shapes that need
//! company to be believed, `name` what can be a name, `head` the lines above an interview that describe it,
//! and `find` chooses the style and keeps what recurs.

mod find;
mod head;
mod line;
mod loose;
mod name;
mod shape;

pub(crate) use find::{find, is_bold, refused};
pub(crate) use line::{Line, lines};
pub(crate) use name::{differ_by_one, plain_name};
pub(crate) use shape::Label;
