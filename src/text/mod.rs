//! Text: positions, boundaries, tokens, quotes. Knows nothing of turns, codes or formats.

pub mod alignment;
mod approximate;
pub mod boundary;
pub mod difference;
pub mod fingerprint;
pub mod fold;
pub mod index;
pub mod language;
pub mod normalize;
pub mod offset;
pub mod offset_map;
pub mod quote;
pub mod span;
pub mod stem;
pub mod token;

pub use fingerprint::Fingerprint;
pub use index::TextIndex;
pub use language::Language;
pub use normalize::{Normalized, normalize};
pub use offset::{ByteOffset, CharOffset, Utf16Offset};
pub use offset_map::OffsetMap;
pub use quote::Quotable;
pub use span::Span;
