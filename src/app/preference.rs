//! What a person prefers: favourites, colours of the page, where reading stopped.

use serde_json::Value;

use super::context::Context;
use super::error::AppError;

/// Loads a preference of the one who acts.
///
/// # Errors
/// The database cannot be read.
pub async fn get(context: &Context, name: &str) -> Result<Option<Value>, AppError> {
    Ok(context.store.preference(&context.coder, name).await?)
}

/// Lists the preferences of the one who acts, by name.
///
/// # Errors
/// The database cannot be read.
pub async fn list(context: &Context) -> Result<Vec<(String, Value)>, AppError> {
    Ok(context.store.preferences(&context.coder, "").await?)
}

/// Keeps a preference of the one who acts.
///
/// # Errors
/// The database cannot be written.
pub async fn put(context: &Context, name: &str, value: &Value) -> Result<(), AppError> {
    Ok(context.store.put_preference(&context.coder, name, value).await?)
}
