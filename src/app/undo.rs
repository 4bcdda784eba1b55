//! Taking back the newest operation.

use serde_json::json;

use super::context::Context;
use super::error::AppError;
use crate::store::Operation;

/// Undoes the newest operation that is no undo and not undone; returns it.
///
/// # Errors
/// There is none, or the database cannot be written.
pub async fn undo(context: &Context) -> Result<Operation, AppError> {
    let operation = context.store.undoable().await?.ok_or(AppError::NothingToUndo)?;
    let clock = context.clock;
    let mut change =
        context.store.begin(&clock.identifier(), &clock.now(), context.coder.as_str(), "undo").await?;
    change.undo(operation.number).await?;
    change.commit(&json!({ "kind": operation.kind, "summary": operation.summary })).await?;
    Ok(operation)
}
