//! Text: positions, boundaries, tokens, quotes. Knows nothing of turns, codes or formats.

pub mod fingerprint;
pub mod language;
pub mod offset;
pub mod span;

pub use fingerprint::Fingerprint;
pub use language::Language;
pub use offset::{ByteOffset, CharOffset, Utf16Offset};
pub use span::Span;
