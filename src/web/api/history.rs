//! Who changed what, and taking it back.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Query, State};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};

use super::shape::Refusal;
use crate::app::undo::{Undone, redo as do_again, undo as take_back};
use crate::app::{AppError, history};
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

/// The operation that takes another back.
#[derive(Debug, Default, Deserialize, ToSchema)]
pub(crate) struct Taking {
    /// UUID of the operation: sent twice, it is made once.
    operation: Option<String>,
}

/// What was taken back, or stands again.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Taken {
    /// The operation that did it.
    operation: i64,
    /// The one that was taken back, or stands again.
    undone: i64,
    /// What that one was.
    kind: String,
    /// The interviews touched.
    transcripts: Vec<String>,
}

/// Takes back the newest change of one's own.
#[utoipa::path(post, path = "/api/v1/undo", tag = "history", request_body = Taking,
    responses((status = 200, body = Taken), (status = 409, description = "Nothing to undo, or someone changed it since", body = Refusal)))]
pub(crate) async fn undo(
    State(state): State<Arc<AppState>>,
    session: Session,
    Json(body): Json<Taking>,
) -> Result<Json<Taken>, WebError> {
    let undone = take_back(&state.context(&session), Some(&session.coder), body.operation.as_deref()).await;
    taken(&state, undone)
}

/// Makes the newest change that one took back stand again.
#[utoipa::path(post, path = "/api/v1/redo", tag = "history", request_body = Taking,
    responses((status = 200, body = Taken), (status = 409, description = "Nothing to redo, or someone changed it since", body = Refusal)))]
pub(crate) async fn redo(
    State(state): State<Arc<AppState>>,
    session: Session,
    Json(body): Json<Taking>,
) -> Result<Json<Taken>, WebError> {
    let redone = do_again(&state.context(&session), Some(&session.coder), body.operation.as_deref()).await;
    taken(&state, redone)
}

fn taken(state: &AppState, undone: Result<Undone, AppError>) -> Result<Json<Taken>, WebError> {
    let undone = undone?;
    state.events.poke();
    Ok(Json(Taken {
        operation: undone.operation,
        undone: undone.undone.number,
        kind: undone.undone.kind,
        transcripts: undone.transcripts.into_iter().map(|id| id.0).collect(),
    }))
}
