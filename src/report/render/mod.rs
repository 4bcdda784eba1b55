//! Writes a document as a file.
//!
//! - [`html`] is one self-contained page: no request leaves it, nothing in it needs a script; and
//!   [`fragment`] some of its blocks, for a page with a frame of its own;
//! - [`workbook`] is its tables alone, a sheet each, for those who compute further;
//! - [`word`] is the whole report as the parts of a Word file, for those who write on;
//! - `pdf` is the whole report as a PDF, typeset by a library that the feature of that name brings;
//! - [`method_page`] is the page of a method, from its Markdown;
//! - [`inline`] writes phrases, [`grid`] writes tables, for it;
//! - [`width`] shares a page among the columns of a table.

mod grid;
mod html;
mod inline;
mod method;
#[cfg(feature = "pdf")]
mod typeset;
mod width;
mod word;
mod workbook;

pub use grid::{cell, notes};
pub use html::{fragment, html};
pub use method::method_page;
#[cfg(feature = "pdf")]
pub use typeset::{TypesetError, pdf};
pub use word::{DrawError, Part, word};
pub use workbook::{WorkbookError, workbook};
