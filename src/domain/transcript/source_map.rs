//! The way from a version's plain text back to the file it was read from.

use crate::text::OffsetMap;

/// Maps positions of a version's plain text to its source file and back, in scalar values.
///
/// The source is the whole file as decoded, front matter included, without the byte order mark. A
/// parser that works on normalised text fills one map (plain to normalised) and chains it with the
/// normalisation's own: `map.through(&normalized.map)`.
pub type SourceMap = OffsetMap;
