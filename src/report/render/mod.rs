//! Writes a document as a file.
//!
//! - [`html`] is one self-contained page: no request leaves it, nothing in it needs a script; and
//!   [`fragment`] some of its blocks, for a page with a frame of its own;
//! - [`workbook`] is its tables alone, a sheet each, for those who compute further;
//! - [`word`] is the whole report as the parts of a Word file, [`open_document`] as those of an
//!   OpenDocument text, for those who write on;
//! - `pdf` is the whole report as a PDF, typeset by a library that the feature of that name brings;
//! - [`layout`] is how a document lies on pages, whatever lays it out;
//! - [`method_page`] is the page of a method, from its Markdown;
//! - [`inline`] writes phrases, [`grid`] writes tables, for it.

mod grid;
mod html;
mod inline;
mod layout;
mod method;
mod open_document;
#[cfg(feature = "pdf")]
mod typeset;
mod word;
mod workbook;

pub use grid::{cell, notes};
pub use html::{fragment, html};
pub use layout::drawing::DrawError;
pub use layout::part::Part;
pub use method::method_page;
pub use open_document::{MEDIA_TYPE, open_document};
#[cfg(feature = "pdf")]
pub use typeset::{TypesetError, pdf};
pub use word::word;
pub use workbook::{WorkbookError, workbook};
