//! Undo and redo of one's own operations.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use serde::Serialize;

use super::coding::Request;
use super::home::titles;
use crate::app::codebook;
use crate::app::coders::Names;
use crate::app::context::Context;
use crate::app::history::Entry;
use crate::app::undo::{self, Undone};
use crate::domain::TranscriptId;
use crate::web::error::WebError;
use crate::web::page::history::done;
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

/// Tells what was taken back, or done again, as the journal does.
async fn answer(context: &Context, session: &Session, undone: Undone) -> Result<Json<Answer>, WebError> {
    let Undone { operation, undone, transcripts } = undone;
    let kind = undone.kind.clone();
    let titles = titles(&codebook::themes(context).await?);
    let names = Names::load(context).await?;
    let entry = Entry { operation: undone, transcripts };
    let told = done(&session.catalog, &names, &titles, &entry, &session.coder);
    Ok(Json(Answer { operation, kind, summary: told.words, transcripts: entry.transcripts }))
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
    answer(&context, &session, undone).await
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
    answer(&context, &session, redone).await
}
