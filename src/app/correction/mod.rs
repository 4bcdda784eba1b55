//! Correcting a transcript in place, codings and memos following, as one operation.
//!
//! The file on disk is left alone; `export` writes the text as corrected.
//!
//! `follow` carries codings from one version to the next, for imports too; `correct` shows what a
//! correction would do, and makes it.

mod correct;
pub(crate) mod follow;

pub use correct::{CorrectionOutcome, CorrectionPreview, CorrectionRequest, correct, preview, words};
pub use follow::{Reanchored, Verdicts};
