//! The text layer of a PDF as written text.
//!
//! A PDF holds letters with their places, not words or paragraphs. They are read back in four steps,
//! a file each: `page` takes the letters of each page, `line` puts them in lines and columns,
//! `running` finds what repeats from page to page, and `paragraph` joins lines; `margin` takes the
//! numbers of lines away between the first two. Before any of it,
//! `guard` refuses what would unpack beyond bounds. What could not be taken is told, not guessed.

mod guard;
mod line;
mod margin;
mod page;
mod paragraph;
mod read;
mod running;
#[cfg(test)]
mod tests;

pub use read::read;
