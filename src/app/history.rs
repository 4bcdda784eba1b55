//! The audit trail.

use super::context::Context;
use super::error::AppError;
use crate::store::{Operation, RunFacts};

/// Lists operations, the newest first.
///
/// # Errors
/// The database cannot be read.
pub async fn list(context: &Context, limit: u32) -> Result<Vec<Operation>, AppError> {
    Ok(context.store.operations(limit.into()).await?)
}

/// Lists the results kept, the newest first: what was computed, from what, how, by which version.
///
/// # Errors
/// The database cannot be read.
pub async fn runs(context: &Context, limit: u32) -> Result<Vec<RunFacts>, AppError> {
    Ok(context.store.runs(limit).await?)
}
