//! Settling a disagreement.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use serde::Deserialize;

use crate::app::disagreement::{self, Choice, SettleOutcome, SettleRequest};
use crate::domain::{CoderId, TranscriptId};
use crate::web::error::WebError;
use crate::web::session::Session;
use crate::web::state::AppState;

/// Longest reason, in characters.
const REASON: usize = 2_000;

/// A question and what is chosen; without a choice, the question is open again.
#[derive(Debug, Deserialize)]
pub(crate) struct Chosen {
    operation: String,
    first: String,
    second: String,
    question: String,
    choice: Option<Choice>,
    #[serde(default)]
    reason: String,
}

/// Settles a question.
pub(crate) async fn settle(
    State(state): State<Arc<AppState>>,
    session: Session,
    Path(id): Path<String>,
    Json(chosen): Json<Chosen>,
) -> Result<Json<SettleOutcome>, WebError> {
    if chosen.reason.chars().count() > REASON {
        return Err(WebError::bad("reason-too-long", &[]));
    }
    let request = SettleRequest {
        operation: chosen.operation,
        transcript: TranscriptId(id),
        first: CoderId(chosen.first),
        second: CoderId(chosen.second),
        question: chosen.question,
        choice: chosen.choice,
        reason: chosen.reason,
    };
    let outcome = disagreement::settle(&state.context(&session), &request).await?;
    state.events.poke();
    Ok(Json(outcome))
}
