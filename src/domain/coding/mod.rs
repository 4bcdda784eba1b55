//! Codings: the model, anchoring of quotes, selections, and re-anchoring when a text changes.

pub mod anchor;
pub mod model;
pub mod reanchor;
pub mod selection;

pub use model::{Anchor, Anchoring, Coding, CodingRow, Origin, Passage};
