//! Transcripts: the model, and the notations they are written in.

pub mod model;
pub mod source_map;

pub use model::{Mark, MarkKind, Part, Role, Speaker, Transcript, TranscriptVersion, Turn};
pub use source_map::SourceMap;
