//! The audit trail.

use serde::Serialize;

use super::context::Context;
use super::error::AppError;
use crate::domain::TranscriptId;
use crate::store::{Operation, RunFacts, Store};

/// Lists operations, the newest first.
///
/// # Errors
/// The database cannot be read.
pub async fn list(context: &Context, limit: u32) -> Result<Vec<Operation>, AppError> {
    if context.store.veil().is_none() {
        return Ok(context.store.operations(limit.into()).await?);
    }
    let entries = recent(context, 0, limit.try_into().unwrap_or(usize::MAX)).await?;
    Ok(entries.into_iter().map(|entry| entry.operation).collect())
}

/// An operation with the interviews that it touched.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The operation.
    pub operation: Operation,
    /// The interviews, sorted.
    pub transcripts: Vec<TranscriptId>,
}

/// Lists operations with the interviews that each touched, the newest first, the newest `skip` left out.
///
/// # Errors
/// The database cannot be read.
pub async fn recent(context: &Context, skip: usize, count: usize) -> Result<Vec<Entry>, AppError> {
    let store = &context.store;
    let limit = match store.veil() {
        None => i64::try_from(skip.saturating_add(count)).unwrap_or(i64::MAX),
        // Some of them are left out: how many must be read is not known before.
        Some(_) => i64::MAX,
    };
    let (mut entries, mut left) = (Vec::new(), skip);
    for operation in store.operations(limit).await? {
        if entries.len() >= count {
            break;
        }
        if left > 0 && store.veil().is_none() {
            left -= 1;
            continue;
        }
        let transcripts = touched(store, &operation).await?;
        // In a blind round, what the others did on its interviews is not told at all.
        let is_hidden =
            store.veil().is_some_and(|veil| transcripts.iter().any(|id| veil.hides(id, &operation.coder)));
        match (is_hidden, left) {
            (true, _) => {}
            (false, 0) => entries.push(Entry { operation, transcripts }),
            (false, _) => left -= 1,
        }
    }
    Ok(entries)
}

/// Lists the interviews that an operation touched; those too of which it only decided something, which
/// its summary names: a suggestion rejected in a blind round is nobody else's to know.
async fn touched(store: &Store, operation: &Operation) -> Result<Vec<TranscriptId>, AppError> {
    let mut found = store.transcripts_touched(operation.number).await?;
    // An undo tells the summary of what it took back.
    for summary in [Some(&operation.summary), operation.summary.get("summary")].into_iter().flatten() {
        let named = summary.get("transcripts").and_then(|named| named.as_array()).into_iter().flatten();
        found.extend(named.filter_map(|id| id.as_str()).map(TranscriptId::from));
    }
    found.sort_unstable();
    found.dedup();
    Ok(found)
}

/// Lists the results kept, the newest first: what was computed, from what, how, by which version.
///
/// # Errors
/// The database cannot be read.
pub async fn runs(context: &Context, limit: u32) -> Result<Vec<RunFacts>, AppError> {
    Ok(context.store.runs(limit).await?)
}

/// A change as open pages are told of it: identifiers, no words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Change {
    /// The operation's number.
    pub number: i64,
    /// Who.
    pub coder: String,
    /// What.
    pub kind: String,
    /// The interviews whose text or codings it touched, sorted.
    pub transcripts: Vec<TranscriptId>,
}

/// Returns the number of the newest operation, 0 before the first.
///
/// # Errors
/// The database cannot be read.
pub async fn newest(context: &Context) -> Result<i64, AppError> {
    Ok(context.store.newest_operation().await?)
}

/// Lists what changed after an operation, the oldest first.
///
/// # Errors
/// The database cannot be read.
pub async fn since(context: &Context, number: i64) -> Result<Vec<Change>, AppError> {
    let newest = context.store.newest_operation().await?;
    let mut operations = context.store.operations((newest - number).max(0)).await?;
    operations.retain(|operation| operation.number > number);
    operations.reverse();
    let mut changes = Vec::with_capacity(operations.len());
    for operation in operations {
        let mut transcripts = touched(&context.store, &operation).await?;
        if let Some(veil) = context.store.veil() {
            let touched = transcripts.len();
            transcripts.retain(|id| !veil.hides(id, &operation.coder));
            if touched > 0 && transcripts.is_empty() {
                continue;
            }
        }
        changes.push(Change {
            number: operation.number,
            coder: operation.coder,
            kind: operation.kind,
            transcripts,
        });
    }
    Ok(changes)
}
