//! Positions in a text, one type a unit, so that none is taken for another.

use serde::{Deserialize, Serialize};

/// Counts Unicode scalar values from the start of a text: the unit of every stored position.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CharOffset(pub usize);

/// Counts bytes of the UTF-8 form: for slicing and for tantivy.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ByteOffset(pub usize);

/// Counts UTF-16 code units: the unit of a browser's selection.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Utf16Offset(pub usize);
