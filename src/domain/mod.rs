//! What researchers name: transcripts, codebook, codings, questionnaire, casework. No input or
//! output, no clock, no language of messages.

pub mod casework;
pub mod codebook;
pub mod coding;
pub mod day;
pub mod diagnostic;
pub(crate) mod escape;
pub(crate) mod front_matter;
pub mod id;
pub mod identifier;
pub mod memo;
pub mod nearest;
pub mod questionnaire;
pub mod reporting;
pub mod settings;
mod settled;
pub mod transcript;

pub use diagnostic::{Diagnostic, Place, Severity};
pub use id::{AxisId, CodeId, CoderId, RecordId, RespondentId, ThemeId, TranscriptId};
