//! The codebook as people read it.

use crate::app::{AppError, Context};
use crate::domain::codebook::Theme;

/// Lists the themes with their codes, in the order of the codebook; none before the first import.
///
/// # Errors
/// The database cannot be read.
pub async fn themes(context: &Context) -> Result<Vec<Theme>, AppError> {
    Ok(context.store.codebook().await?.themes)
}
