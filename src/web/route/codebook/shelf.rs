//! The codebook as scripts read it.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use serde_json::{Value, json};

use crate::app::codebook;
use crate::web::error::WebError;
use crate::web::session::Session;
use crate::web::state::AppState;

/// Answers with the codebook and its counts.
pub(crate) async fn shelf(
    State(state): State<Arc<AppState>>,
    session: Session,
) -> Result<Json<Value>, WebError> {
    let shelf = codebook::shelf(&state.context(&session)).await?;
    let themes = shelf.themes.iter().enumerate().map(|(index, theme)| {
        let codes = theme.codes.iter().map(|shown| {
            let code = &shown.code;
            json!({
                "id": code.id, "title": code.title, "parent": code.parent, "definition": code.definition,
                "include": code.include, "exclude": code.exclude, "examples": code.examples,
                "variant": shown.variant, "count": shown.count, "version": shown.version,
                "retired": code.retired,
            })
        });
        json!({
            "id": theme.theme.id, "title": theme.theme.title, "colour": theme.theme.colour, "index": index,
            "codes": codes.collect::<Vec<_>>(),
        })
    });
    let themes: Vec<Value> = themes.collect();
    Ok(Json(json!({ "operation": shelf.operation, "themes": themes })))
}
