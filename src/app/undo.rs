//! Taking back one's newest operation, and taking that back again: without limit.

use serde::Serialize;
use serde_json::json;

use super::coding::follow;
use super::context::Context;
use super::error::AppError;
use crate::domain::coding::reanchor::reanchor;
use crate::domain::{CoderId, TranscriptId};
use crate::store::{Change, Operation, StoreError};

/// What was taken back, or done again.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Undone {
    /// The operation that did it.
    pub operation: i64,
    /// The one that was taken back, or that stands again.
    pub undone: Operation,
    /// The interviews whose text or codings it put otherwise, sorted.
    pub transcripts: Vec<TranscriptId>,
}

/// Undoes the newest operation by `whose`, or by anyone, that is no undo and stands. `request` is the
/// identifier of a request that may be sent again.
///
/// # Errors
/// There is none, someone changed since what it made, or the database cannot be written.
pub async fn undo(
    context: &Context,
    whose: Option<&CoderId>,
    request: Option<&str>,
) -> Result<Undone, AppError> {
    let mut change = match begin(context, "undo", request).await? {
        Begun::Change(change) => change,
        Begun::Made(undone) => return Ok(undone),
    };
    let whose = whose.map(CoderId::as_str);
    let operation = change.undoable(whose).await?.ok_or(AppError::NothingToUndo)?;
    take_back(context, change, operation.number, operation).await
}

/// Redoes what the newest undo by `whose`, or by anyone, took back, as long as they made nothing new.
///
/// # Errors
/// There is none, someone changed since what it would touch, or the database cannot be written.
pub async fn redo(
    context: &Context,
    whose: Option<&CoderId>,
    request: Option<&str>,
) -> Result<Undone, AppError> {
    let mut change = match begin(context, "redo", request).await? {
        Begun::Change(change) => change,
        Begun::Made(undone) => return Ok(undone),
    };
    let undo = change.redoable(whose.map(CoderId::as_str)).await?.ok_or(AppError::NothingToRedo)?;
    let again = context.store.operation(undo.undoes.unwrap_or_default()).await?;
    let again = again.ok_or(AppError::NothingToRedo)?;
    take_back(context, change, undo.number, again).await
}

/// A change to be made, or what the request had made before.
enum Begun {
    Change(Change),
    Made(Undone),
}

async fn begin(context: &Context, kind: &str, request: Option<&str>) -> Result<Begun, AppError> {
    let Context { clock, coder, store, .. } = context;
    let id = request.map_or_else(|| clock.identifier(), str::to_owned);
    let number = match store.begin(&id, &clock.now(), coder.as_str(), kind).await {
        Ok(change) => return Ok(Begun::Change(change)),
        Err(StoreError::Repeated { number }) => number,
        Err(error) => return Err(error.into()),
    };
    let made = store.operation(number).await?.ok_or(AppError::NothingToUndo)?;
    let undone = match (made.kind == kind, made.summary["operation"].as_i64()) {
        (true, Some(undone)) => store.operation(undone).await?,
        _ => None,
    };
    let undone = undone.ok_or(super::coding::CodingError::RequestReused)?;
    let transcripts = serde_json::from_value(made.summary["transcripts"].clone())?;
    Ok(Begun::Made(Undone { operation: number, undone, transcripts }))
}

async fn take_back(
    context: &Context,
    mut change: Change,
    number: i64,
    undone: Operation,
) -> Result<Undone, AppError> {
    let before = change.codebook().await?;
    if let Some(other) = change.take_back(number).await? {
        return Err(conflict(context, other).await?);
    }
    if let Some(other) = left_behind(&mut change, &before).await? {
        return Err(conflict(context, other).await?);
    }
    for transcript in change.transcripts_put().await? {
        follow(&mut change, &transcript, reanchor).await?;
    }
    let transcripts = change.transcripts_touched().await?;
    let summary = json!({
        "operation": undone.number, "kind": undone.kind, "summary": undone.summary, "transcripts": transcripts,
    });
    let operation = change.commit(&summary).await?;
    Ok(Undone { operation, undone, transcripts })
}

/// Finds the operation whose coding would stand on a text, or under a code, that is no longer there.
async fn left_behind(
    change: &mut Change,
    before: &crate::domain::codebook::Codebook,
) -> Result<Option<i64>, AppError> {
    if change.has_touched("transcript")
        && let Some(other) = change.coding_without_transcript().await?
    {
        return Ok(Some(other));
    }
    if change.has_touched("theme") {
        let after = change.codebook().await?;
        for code in before.codes().filter(|code| after.find(&code.id).is_none()) {
            if let Some(other) = change.coding_of(&code.id).await? {
                return Ok(Some(other));
            }
        }
    }
    Ok(None)
}

async fn conflict(context: &Context, other: i64) -> Result<AppError, AppError> {
    let operation = context.store.operation(other).await?;
    Ok(operation.map_or(AppError::NothingToUndo, |operation| AppError::UndoConflict(Box::new(operation))))
}
