//! The audit trail.

use super::context::Context;
use super::error::AppError;
use crate::store::Operation;

/// Lists operations, the newest first.
///
/// # Errors
/// The database cannot be read.
pub async fn list(context: &Context, limit: u32) -> Result<Vec<Operation>, AppError> {
    Ok(context.store.operations(limit.into()).await?)
}
