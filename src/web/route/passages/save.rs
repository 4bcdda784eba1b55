//! Queries under names.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use serde::Deserialize;
use serde_json::{Value, json};

use super::page::query_of;
use crate::app::passages;
use crate::domain::RecordId;
use crate::web::error::WebError;
use crate::web::session::Session;
use crate::web::state::AppState;

/// A query to be named.
#[derive(Debug, Deserialize)]
pub(crate) struct Named {
    operation: String,
    name: String,
    pairs: Vec<(String, String)>,
}

/// What to take away.
#[derive(Debug, Deserialize)]
pub(crate) struct Removed {
    operation: String,
}

/// Answers with the queries that were named.
pub(crate) async fn queries(
    State(state): State<Arc<AppState>>,
    session: Session,
) -> Result<Json<Value>, WebError> {
    Ok(Json(json!({ "queries": passages::saved(&state.context(&session)).await? })))
}

/// Names a query.
pub(crate) async fn save(
    State(state): State<Arc<AppState>>,
    session: Session,
    Json(named): Json<Named>,
) -> Result<Json<Value>, WebError> {
    let query = query_of(&named.pairs)?;
    let context = state.context(&session);
    let (operation, saved) = passages::save(&context, Some(&named.operation), &named.name, &query).await?;
    state.events.poke();
    Ok(Json(json!({ "operation": operation, "query": saved })))
}

/// Removes a named query.
pub(crate) async fn remove(
    State(state): State<Arc<AppState>>,
    session: Session,
    Path(id): Path<String>,
    Json(removed): Json<Removed>,
) -> Result<Json<Value>, WebError> {
    let context = state.context(&session);
    let operation = passages::remove(&context, Some(&removed.operation), &RecordId(id)).await?;
    state.events.poke();
    Ok(Json(json!({ "operation": operation })))
}
