//! Transcripts: the model, and the notations they are written in.

mod assemble;
pub mod correct;
mod draft;
mod label;
pub mod markdown;
pub mod model;
mod plain;
mod role;
pub mod source_map;
mod stage;
#[cfg(test)]
mod tests;
mod timecode;
mod write;
mod written;

pub use correct::{Casting, Corrected, Correction, CorrectionError, cast, correct};
pub(crate) use label::plain_name;
pub use markdown::{ParsedTranscript, parse, parse_written};
pub use model::{Mark, MarkKind, Part, Role, Speaker, Transcript, TranscriptVersion, Turn};
pub use plain::{parse_plain, whole};
pub use role::Roles;
pub use source_map::SourceMap;
pub use write::write;
pub use written::{Face, Written};
