//! Interviews as web pages: what speech recognition and word processors save as HTML, and oTranscribe's
//! `.otr`, which is such a page inside JSON.
//!
//! `page` takes the words as a browser shows them, without scripts, styles and comments; `anchor` reads
//! the times and names that noScribe keeps in its anchors.

mod anchor;
mod page;
mod read;
mod reference;
#[cfg(test)]
mod tests;

pub use read::read;
