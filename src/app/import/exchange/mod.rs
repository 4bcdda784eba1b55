//! Projects and codebooks of other programs brought into the study.
//!
//! `read` takes a file from its bytes to the study, `codes` brings its codes into the codebook, `sources`
//! finds or makes the interview of each text, `passages` the rows of its codings, `notes` its memos, and
//! what is modelled nowhere is kept for the way out.

mod codes;
mod identifiers;
mod notes;
mod passages;
mod read;
mod sources;

pub(in crate::app) use codes::LOOSE;
pub(in crate::app) use passages::{UNKNOWN, WHOLE};
pub(in crate::app) use sources::CASE;
