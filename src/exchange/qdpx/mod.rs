//! Projects of the REFI-QDA exchange format (`.qdpx`), by which programs of the field hand studies on.
//!
//! `package` opens the archive, `tree` reads XML, `read` makes values of it (`model`), `convention` finds
//! how each text counts its positions, also by names that `repeat` words, `guid` compares identifiers, and `write` makes archives again.
//! What is not modelled is kept as it was written and goes back out.

pub mod convention;
pub mod guid;
pub mod model;
pub mod own;
pub mod package;
pub mod read;
pub mod remainder;
mod repeat;
pub mod sets;
pub mod target;
pub mod tree;
pub mod write;

pub use package::{Package, read_bare, read_package};
pub use target::Target;
pub use write::write_package;
