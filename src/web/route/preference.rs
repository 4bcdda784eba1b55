//! What a person prefers, each under a name.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use serde::Deserialize;
use serde_json::{Map, Value};

use crate::app::preference;
use crate::web::error::WebError;
use crate::web::session::Session;
use crate::web::state::AppState;

/// Longest name, and largest body in bytes.
const NAME: usize = 80;
const BODY: usize = 64 * 1024;

/// Lists one's preferences by name.
pub(crate) async fn list(
    State(state): State<Arc<AppState>>,
    session: Session,
) -> Result<Json<Map<String, Value>>, WebError> {
    let found = preference::list(&state.context(&session)).await?;
    Ok(Json(found.into_iter().collect()))
}

/// What is preferred.
#[derive(Debug, Deserialize)]
pub(crate) struct Preferred {
    body: Value,
}

/// Keeps a preference.
pub(crate) async fn keep(
    State(state): State<Arc<AppState>>,
    session: Session,
    Path(name): Path<String>,
    Json(preferred): Json<Preferred>,
) -> Result<StatusCode, WebError> {
    if name.len() > NAME || preferred.body.to_string().len() > BODY {
        return Err(WebError::bad("preference-too-long", &[]));
    }
    preference::put(&state.context(&session), &name, &preferred.body).await?;
    Ok(StatusCode::NO_CONTENT)
}
