//! Who changed what.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Query, State};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};

use crate::app::history;
use crate::web::error::WebError;
use crate::web::session::Session;
use crate::web::state::AppState;

/// How far back.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Back {
    /// At most this many operations; 100 unless told.
    limit: Option<u32>,
}

/// A recorded change.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OperationShape {
    /// From 1, in the order made.
    number: i64,
    /// UUID version 7.
    id: String,
    /// When, RFC 3339 UTC.
    at: String,
    /// Who.
    coder: String,
    /// What.
    #[schema(example = "import")]
    kind: String,
    /// Counts and identifiers.
    #[schema(value_type = Object)]
    summary: Value,
    /// The operation that it undoes.
    undoes: Option<i64>,
    /// The operation that undid it.
    undone_by: Option<i64>,
}

/// Lists the operations, the newest first.
#[utoipa::path(get, path = "/api/v1/operations", tag = "history", params(Back),
    responses((status = 200, body = Vec<OperationShape>)))]
pub(crate) async fn list(
    State(state): State<Arc<AppState>>,
    session: Session,
    Query(back): Query<Back>,
) -> Result<Json<Vec<OperationShape>>, WebError> {
    let operations = history::list(&state.context(&session), back.limit.unwrap_or(100)).await?;
    let shaped = operations.into_iter().map(|one| OperationShape {
        number: one.number,
        id: one.id,
        at: one.at,
        coder: one.coder,
        kind: one.kind,
        summary: one.summary,
        undoes: one.undoes,
        undone_by: one.undone_by,
    });
    Ok(Json(shaped.collect()))
}
