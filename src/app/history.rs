//! The audit trail.

use serde::Serialize;

use super::context::Context;
use super::error::AppError;
use crate::domain::TranscriptId;
use crate::store::{Operation, RunFacts};

/// Lists operations, the newest first.
///
/// # Errors
/// The database cannot be read.
pub async fn list(context: &Context, limit: u32) -> Result<Vec<Operation>, AppError> {
    Ok(context.store.operations(limit.into()).await?)
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
    let limit = i64::try_from(skip.saturating_add(count)).unwrap_or(i64::MAX);
    let operations = context.store.operations(limit).await?;
    let mut entries = Vec::new();
    for operation in operations.into_iter().skip(skip) {
        let transcripts = context.store.transcripts_touched(operation.number).await?;
        entries.push(Entry { operation, transcripts });
    }
    Ok(entries)
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
        let transcripts = context.store.transcripts_touched(operation.number).await?;
        changes.push(Change {
            number: operation.number,
            coder: operation.coder,
            kind: operation.kind,
            transcripts,
        });
    }
    Ok(changes)
}
