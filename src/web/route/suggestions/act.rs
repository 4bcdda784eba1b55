//! Asking for suggestions, waiting for them or not, and answering them.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};

use crate::app::AppError;
use crate::app::suggestion::{Answer, DecideRequest, answer};
use crate::web::api::suggestions::share;
use crate::web::error::WebError;
use crate::web::session::Session;
use crate::web::state::AppState;

/// What is asked for.
#[derive(Debug, Deserialize)]
pub(crate) struct Asked {
    precision: f64,
}

/// Has suggestions computed behind the page.
pub(crate) async fn ask(
    State(state): State<Arc<AppState>>,
    session: Session,
    Json(asked): Json<Asked>,
) -> Result<StatusCode, WebError> {
    state.suggest(&session, share(asked.precision)?).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Stops the computation, if one is under way.
pub(crate) async fn stop(State(state): State<Arc<AppState>>, session: Session) -> StatusCode {
    state.suggesting.stop(&session);
    StatusCode::NO_CONTENT
}

/// How far the computation is.
#[derive(Debug, Serialize)]
pub(crate) struct Progress {
    under_way: bool,
    done: u64,
    total: u64,
}

/// Says how far the computation is.
pub(crate) async fn progress(State(state): State<Arc<AppState>>, session: Session) -> Json<Progress> {
    let gauge = state.suggesting.under_way(&session);
    let (done, total) = gauge.as_ref().map_or((0, 0), |gauge| gauge.told());
    Json(Progress { under_way: gauge.is_some(), done, total })
}

/// An answer.
#[derive(Debug, Deserialize)]
pub(crate) struct Answered {
    operation: String,
    answer: Answer,
}

/// What it did.
#[derive(Debug, Serialize)]
pub(crate) struct Done {
    operation: i64,
    codings: usize,
}

/// Records an answer to a suggestion that the page showed.
pub(crate) async fn decide(
    State(state): State<Arc<AppState>>,
    session: Session,
    Path(id): Path<String>,
    Json(body): Json<Answered>,
) -> Result<Json<Done>, WebError> {
    let Some(proposals) = state.suggesting.holding(&session, &id) else {
        return Err(AppError::Unknown { kind: "suggestion", name: id, nearest: None }.into());
    };
    let request = DecideRequest {
        operation: body.operation,
        suggestions: vec![id],
        answer: body.answer,
        precision: None,
        code: None,
    };
    let done = answer(&state.context(&session), &request, &proposals).await?;
    state.events.poke();
    Ok(Json(Done { operation: done.operation, codings: done.codings }))
}
