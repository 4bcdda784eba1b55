//! Undo and redo of one's own operations.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use serde::Serialize;

use super::coding::Request;
use crate::app::undo::{self, Undone};
use crate::domain::TranscriptId;
use crate::i18n::Catalog;
use crate::web::error::WebError;
use crate::web::session::Session;
use crate::web::state::AppState;

/// What was taken back, or done again.
#[derive(Debug, Serialize)]
pub(crate) struct Answer {
    operation: i64,
    kind: String,
    /// In words.
    summary: String,
    transcripts: Vec<TranscriptId>,
}

impl Answer {
    fn new(undone: Undone, catalog: &Catalog) -> Self {
        let Undone { operation, undone, transcripts } = undone;
        let count = |name: &str| undone.summary[name].as_i64().unwrap_or(0).into();
        let arguments = [
            ("new", count("new")),
            ("changed", count("changed")),
            ("added", count("codings_added")),
            ("removed", count("codings_removed")),
        ];
        let summary = catalog.text(&format!("history-{}", undone.kind), &arguments);
        Self { operation, kind: undone.kind, summary, transcripts }
    }
}

/// Undoes one's newest operation.
pub(crate) async fn undo(
    State(state): State<Arc<AppState>>,
    session: Session,
    Json(request): Json<Request>,
) -> Result<Json<Answer>, WebError> {
    let context = state.context(&session);
    let undone = undo::undo(&context, Some(&session.coder), request.operation.as_deref()).await?;
    state.events.poke();
    Ok(Json(Answer::new(undone, &session.catalog)))
}

/// Redoes what one's newest undo took back.
pub(crate) async fn redo(
    State(state): State<Arc<AppState>>,
    session: Session,
    Json(request): Json<Request>,
) -> Result<Json<Answer>, WebError> {
    let context = state.context(&session);
    let redone = undo::redo(&context, Some(&session.coder), request.operation.as_deref()).await?;
    state.events.poke();
    Ok(Json(Answer::new(redone, &session.catalog)))
}
