//! What a page shows of an interview's codings, and what changed since.

use std::sync::Arc;

use super::error::CodingError;
use crate::app::context::Context;
use crate::app::error::AppError;
use crate::domain::coding::Coding;
use crate::domain::memo::{Memo, SubjectKind};
use crate::domain::transcript::TranscriptVersion;
use crate::domain::{RecordId, TranscriptId};
use crate::store::CodingFilter;

/// An interview's codings and memos at an operation.
#[derive(Clone, Debug)]
pub struct Changes {
    /// The newest operation there was when this was read.
    pub operation: i64,
    /// The present version.
    pub version: Arc<TranscriptVersion>,
    /// Codings that are new or otherwise than before, in the order of the text.
    pub codings: Vec<Coding>,
    /// Records of codings that are no longer there.
    pub gone: Vec<RecordId>,
    /// Memos that are new or otherwise than before: of the interview, its case and its turns.
    pub memos: Vec<Memo>,
    /// Records of memos that are no longer there.
    pub memos_gone: Vec<RecordId>,
}

/// Lists what changed in an interview after an operation; everything, without one.
///
/// # Errors
/// There is no such interview, or the database cannot be read.
pub async fn changes(
    context: &Context,
    transcript: &TranscriptId,
    since: Option<i64>,
) -> Result<Changes, AppError> {
    let store = &context.store;
    // The number first: what happens meanwhile is told again at the next look.
    let operation = store.newest_operation().await?;
    let unknown = || CodingError::UnknownTranscript { transcript: transcript.0.clone() };
    let number = store.present_version(transcript).await?.ok_or_else(unknown)?;
    let version = store.version(transcript, number).await?.ok_or_else(unknown)?;
    let (codings, gone, memos, memos_gone) = match since {
        Some(since) => {
            let codings = store.codings_since(transcript, since).await?;
            let memos = store.memos_since(transcript, since).await?;
            (codings.born, codings.gone, memos.born, memos.gone)
        }
        None => {
            let filter = CodingFilter { transcript: Some(transcript.clone()), ..CodingFilter::default() };
            let mut memos = Vec::new();
            for kind in [SubjectKind::Transcript, SubjectKind::Case, SubjectKind::Turn] {
                memos.extend(store.memos(Some(kind), Some(transcript.as_str())).await?);
            }
            (store.codings(&filter).await?, Vec::new(), memos, Vec::new())
        }
    };
    Ok(Changes { operation, version, codings, gone, memos, memos_gone })
}
