//! An interview's file, whatever it was written with: told by what it holds first, by its name after.

mod read;
#[cfg(test)]
mod tests;

pub use read::{EXTENSIONS, Reading, UNREAD, read, unread};
