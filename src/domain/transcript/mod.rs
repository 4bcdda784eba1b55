//! Transcripts: the model, and the notations they are written in.

pub mod model;

pub use model::{Mark, MarkKind, Part, Role, Speaker, Transcript, TranscriptVersion, Turn};
