//! Writes a document as the parts of an OpenDocument text, which the caller packs.
//!
//! - [`parts`] puts the file together: the list of its parts, properties, settings;
//! - [`style`] is its look, as styles that people may change in one place, [`list`] its lists and numbers
//!   of chapters, [`sheet`] its pages, [`automatic`] what single paragraphs, words and cells have of their
//!   own;
//! - [`body`] turns blocks into paragraphs, [`framed`] boxes and key numbers, [`numbered`] tables and
//!   figures with captions and notes; [`table`] writes rows, [`contents`] the list of chapters, [`picture`]
//!   sets a figure;
//! - [`script`] writes paragraphs, [`phrase`] the words inside them, [`xml`] their blanks and lengths.
//!
//! How things lie on the page is the matter of `layout`.

mod automatic;
mod body;
mod contents;
mod framed;
mod list;
mod numbered;
mod parts;
mod phrase;
mod picture;
mod script;
mod sheet;
mod style;
mod table;
mod xml;

pub use parts::{MEDIA_TYPE, open_document};
