//! Transcripts: the model, and the notations they are written in.

mod assemble;
mod draft;
pub(crate) mod front_matter;
mod label;
pub mod markdown;
pub mod model;
mod role;
pub mod source_map;
mod stage;
mod timecode;

pub use markdown::{ParsedTranscript, parse};
pub use model::{Mark, MarkKind, Part, Role, Speaker, Transcript, TranscriptVersion, Turn};
pub use role::Roles;
pub use source_map::SourceMap;
