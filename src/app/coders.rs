//! Who codes in the study.

use super::context::Context;
use super::error::AppError;
use crate::domain::CoderId;

/// Lists who has coded, sorted.
///
/// # Errors
/// The database cannot be read.
pub async fn list(context: &Context) -> Result<Vec<CoderId>, AppError> {
    Ok(context.store.coders().await?.into_iter().map(|(coder, _)| coder).collect())
}
