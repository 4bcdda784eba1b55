//! Memos: written, changed and removed by the one who wrote them.

use serde_json::json;
use thiserror::Error;

use super::context::Context;
use super::error::AppError;
use super::request::open;
use crate::domain::coding::selection;
use crate::domain::memo::{Memo, MemoPlace, SubjectKind};
use crate::domain::{CodeId, CoderId, RecordId, TranscriptId};
use crate::store::Change;
use crate::text::Span;

/// Scalar values of a turn that its memo stands on: enough to find it again.
const STAND: usize = 240;

/// A memo that cannot be written.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum MemoError {
    /// What it is about is not in the study.
    #[error("find what a memo is about: {kind} {subject:?}")]
    UnknownSubject {
        /// Its kind.
        kind: &'static str,
        /// Which.
        subject: String,
    },
    /// It says nothing.
    #[error("read the words of a memo")]
    Empty,
    /// There is no such memo.
    #[error("find a memo")]
    Gone,
    /// Only who wrote a memo may change it.
    #[error("change a memo of {coder}")]
    NotYours {
        /// Who wrote it.
        coder: String,
    },
}

impl MemoError {
    /// Names it for messages and for pages.
    pub fn key(&self) -> &'static str {
        match self {
            Self::UnknownSubject { .. } => "unknown-subject",
            Self::Empty => "memo-empty",
            Self::Gone => "memo-gone",
            Self::NotYours { .. } => "not-your-memo",
        }
    }

    /// Lists what the message names.
    pub fn details(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::UnknownSubject { kind, subject } => {
                vec![("kind", (*kind).to_owned()), ("subject", subject.clone())]
            }
            Self::NotYours { coder } => vec![("coder", coder.clone())],
            Self::Empty | Self::Gone => Vec::new(),
        }
    }
}

/// What a new memo is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// Its kind.
    pub kind: SubjectKind,
    /// An interview, a case, a code; empty for the study.
    pub subject: String,
    /// The turn, when it is about one.
    pub turn: Option<u32>,
}

/// Lists memos, those about a kind and a subject where given, the oldest first.
///
/// # Errors
/// The database cannot be read.
pub async fn list(
    context: &Context,
    kind: Option<SubjectKind>,
    subject: Option<&str>,
) -> Result<Vec<Memo>, AppError> {
    Ok(context.store.memos(kind, subject).await?)
}

/// Writes a memo; returns the operation and the memo.
///
/// # Errors
/// It says nothing, or what it is about is not in the study.
pub async fn write(
    context: &Context,
    request: Option<&str>,
    about: &Subject,
    body: &str,
) -> Result<(i64, Memo), AppError> {
    let Some(mut change) = open(context, request, "memo").await? else {
        return again(context, request).await;
    };
    let body = said(body)?;
    let place = find(&mut change, about).await?;
    let memo = Memo {
        id: RecordId(context.clock.identifier()),
        kind: about.kind,
        subject: about.subject.clone(),
        place,
        body,
        coder: context.coder.clone(),
        at: context.clock.now(),
    };
    put(change, memo).await
}

/// Changes the words of a memo; returns the operation and the memo.
///
/// # Errors
/// There is no such memo, it is another's, or it would say nothing.
pub async fn change(
    context: &Context,
    request: Option<&str>,
    id: &RecordId,
    body: &str,
) -> Result<(i64, Memo), AppError> {
    let Some(change) = open(context, request, "change-memo").await? else {
        return again(context, request).await;
    };
    let mut memo = own(context, id).await?;
    memo.body = said(body)?;
    memo.at = context.clock.now();
    put(change, memo).await
}

/// Removes a memo; returns the operation.
///
/// # Errors
/// There is no such memo, or it is another's.
pub async fn remove(context: &Context, request: Option<&str>, id: &RecordId) -> Result<i64, AppError> {
    let Some(mut change) = open(context, request, "remove-memo").await? else {
        let made = context.store.operation_of_request(request.unwrap_or_default()).await?;
        return made.map(|made| made.number).ok_or(MemoError::Gone.into());
    };
    let memo = own(context, id).await?;
    change.end_memo(id).await?;
    Ok(change.commit(&json!({ "memo": id, "about": memo.kind, "subject": memo.subject })).await?)
}

/// Answers a request sent again as it was answered first.
async fn again(context: &Context, request: Option<&str>) -> Result<(i64, Memo), AppError> {
    let made = context.store.operation_of_request(request.unwrap_or_default()).await?;
    let made = made.filter(|made| made.coder == context.coder.as_str()).ok_or(MemoError::Gone)?;
    let memo = context.store.memo_put_by(made.number).await?.ok_or(MemoError::Gone)?;
    Ok((made.number, memo))
}

async fn put(mut change: Change, memo: Memo) -> Result<(i64, Memo), AppError> {
    change.put_memos(vec![memo.clone()]).await?;
    let summary = json!({ "memo": memo.id, "about": memo.kind, "subject": memo.subject });
    Ok((change.commit(&summary).await?, memo))
}

fn said(body: &str) -> Result<String, MemoError> {
    let body = body.trim();
    if body.is_empty() { Err(MemoError::Empty) } else { Ok(body.to_owned()) }
}

async fn own(context: &Context, id: &RecordId) -> Result<Memo, AppError> {
    let memo = context.store.memo(id).await?.ok_or(MemoError::Gone)?;
    let CoderId(coder) = &memo.coder;
    if memo.coder == context.coder {
        Ok(memo)
    } else {
        Err(MemoError::NotYours { coder: coder.clone() }.into())
    }
}

/// Makes sure that what a memo is about exists; finds where the memo of a turn stands.
async fn find(change: &mut Change, about: &Subject) -> Result<Option<MemoPlace>, AppError> {
    let Subject { kind, subject, turn } = about;
    let unknown = || MemoError::UnknownSubject { kind: kind.name(), subject: subject.clone() };
    match kind {
        SubjectKind::Study => Ok(None),
        SubjectKind::Code => {
            let known = change.codebook().await?.find(&CodeId::from(subject.as_str())).is_some();
            if known { Ok(None) } else { Err(unknown().into()) }
        }
        SubjectKind::Transcript | SubjectKind::Case | SubjectKind::Turn => {
            let transcript = TranscriptId::from(subject.as_str());
            let present = change.present_version(&transcript).await?.ok_or_else(unknown)?;
            if *kind != SubjectKind::Turn {
                return Ok(None);
            }
            let version = change.version(&transcript, present).await?.ok_or_else(unknown)?;
            let found = version.turns.iter().find(|one| Some(one.number) == *turn).ok_or_else(unknown)?;
            let start = found.speech.start.0;
            let span = Span::new(start, found.speech.end.0.min(start + STAND));
            let (span, exact) = selection::standing(&version, span)
                .map_or((span, String::new()), |placed| (placed.anchor.span, placed.anchor.exact));
            Ok(Some(MemoPlace { version: present, span, exact, turn: Some(found.number) }))
        }
    }
}
