//! What a page shows of an interview's codings, and what changed since.

use std::sync::Arc;

use super::error::CodingError;
use crate::app::context::Context;
use crate::app::error::AppError;
use crate::domain::coding::Coding;
use crate::domain::memo::{Memo, SubjectKind};
use crate::domain::transcript::TranscriptVersion;
use crate::domain::{CodeId, RecordId, TranscriptId};
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

/// Returns a coding that is there.
///
/// # Errors
/// There is none with that record.
pub async fn find(context: &Context, id: &RecordId) -> Result<Coding, AppError> {
    let stored = context.store.stored_coding(id).await?.ok_or(CodingError::Gone)?;
    Ok(stored.coding)
}

/// Returns a version of an interview, present or former.
///
/// # Errors
/// There is no such interview, or no such version of it.
pub async fn version(
    context: &Context,
    transcript: &TranscriptId,
    number: u32,
) -> Result<Arc<TranscriptVersion>, AppError> {
    let store = &context.store;
    if let Some(version) = store.version(transcript, number).await? {
        return Ok(version);
    }
    Err(match store.present_version(transcript).await? {
        Some(_) => CodingError::UnknownVersion { version: number },
        None => CodingError::UnknownTranscript { transcript: transcript.0.clone() },
    }
    .into())
}

/// Returns the code that the one who acts put last.
///
/// # Errors
/// The database cannot be read.
pub async fn last_code(context: &Context) -> Result<Option<CodeId>, AppError> {
    let kinds = ["coding", "code-new"];
    let Some(summary) = context.store.last_summary(&context.coder, kinds).await? else { return Ok(None) };
    let last = summary["codes"].as_array().and_then(|codes| codes.last()).unwrap_or(&summary["code"]);
    Ok(last.as_str().map(CodeId::from))
}
