//! Writes a document as a file.
//!
//! - [`html`] is one self-contained page: no request leaves it, nothing in it needs a script; and
//!   [`fragment`] some of its blocks, for a page with a frame of its own;
//! - [`inline`] writes phrases, [`grid`] writes tables, for it.

mod grid;
mod html;
mod inline;

pub use grid::{cell, notes};
pub use html::{fragment, html};
