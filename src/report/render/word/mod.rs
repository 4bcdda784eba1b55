//! Writes a document as the parts of a Word file, which the caller packs.
//!
//! - [`parts`] puts the file together: what each part is, properties, settings;
//! - [`style`] is its look, as styles that people may change in one place, with [`table_style`];
//!   [`numbering`] its lists;
//! - [`body`] turns blocks into paragraphs, [`numbered`] tables and figures with captions and notes;
//!   [`phrase`] writes runs, [`table`] rows; [`contents`] writes the list of chapters and [`section`] the
//!   pages; [`picture`] sets a figure;
//! - [`xml`] writes paragraphs and runs. How things lie on the page is the matter of `layout`.

mod body;
mod contents;
mod numbered;
mod numbering;
mod parts;
mod phrase;
mod picture;
mod section;
mod style;
mod table;
mod table_style;
mod xml;

pub use parts::word;
