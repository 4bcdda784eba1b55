//! Passages found still right under a changed definition.

use serde_json::json;

use super::past::definition_times;
use crate::app::coding::made;
use crate::app::request::open;
use crate::app::{AppError, Context};
use crate::domain::codebook::CodebookError;
use crate::domain::{CodeId, RecordId};
use crate::store::CheckedDefinition;

const KIND: &str = "definition-checked";

/// Notes that passages of a code are right under its present definition, as one operation.
///
/// # Errors
/// No passage is named, one is not the code's, or the database fails.
pub async fn check(
    context: &Context,
    request: Option<&str>,
    code: &CodeId,
    codings: &[RecordId],
) -> Result<i64, AppError> {
    let Some(mut change) = open(context, request, KIND).await? else {
        let made = made(context, request, KIND).await?;
        return Ok(made.ok_or(AppError::Stopped { what: "request" })?.number);
    };
    if codings.is_empty() {
        return Err(CodebookError::NoPassage.into());
    }
    let known = change.codings_of_code(code).await?;
    let version = definition_times(context).await?.present(code);
    let (coder, at) = (context.coder.as_str(), context.clock.now());
    for id in codings {
        if !known.iter().any(|stored| stored.coding.id == *id) {
            return Err(CodebookError::NotItsPassage { code: code.0.clone() }.into());
        }
        let checked = CheckedDefinition { code: code.clone(), version };
        change.put_checked_definition(&context.clock.identifier(), id, &checked, coder, &at).await?;
    }
    let summary = json!({ "code": code, "version": version, "checked": codings.len() });
    Ok(change.commit(&summary).await?)
}
