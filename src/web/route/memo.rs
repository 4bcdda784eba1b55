//! Memos: listed, written, changed, removed.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, Query, State};
use serde::{Deserialize, Serialize};

use super::coding::Request;
use crate::app::memo::{self, Subject};
use crate::domain::RecordId;
use crate::domain::memo::{Memo, SubjectKind};
use crate::web::error::WebError;
use crate::web::session::Session;
use crate::web::state::AppState;
use crate::web::wire::WireMemo;

/// About what.
#[derive(Debug, Deserialize)]
pub(crate) struct About {
    kind: Option<SubjectKind>,
    subject: Option<String>,
}

/// Lists memos, the oldest first.
pub(crate) async fn list(
    State(state): State<Arc<AppState>>,
    session: Session,
    Query(about): Query<About>,
) -> Result<Json<Vec<WireMemo>>, WebError> {
    let memos = memo::list(&state.context(&session), about.kind, about.subject.as_deref()).await?;
    Ok(Json(memos.into_iter().map(WireMemo::from).collect()))
}

/// A memo to be written.
#[derive(Debug, Deserialize)]
pub(crate) struct New {
    operation: Option<String>,
    subject_kind: SubjectKind,
    #[serde(default)]
    subject: String,
    turn: Option<u32>,
    body: String,
}

/// A memo as it stands now.
#[derive(Debug, Serialize)]
pub(crate) struct Written {
    operation: i64,
    memo: WireMemo,
}

impl From<(i64, Memo)> for Written {
    fn from((operation, memo): (i64, Memo)) -> Self {
        Self { operation, memo: memo.into() }
    }
}

/// Writes a memo.
pub(crate) async fn write(
    State(state): State<Arc<AppState>>,
    session: Session,
    Json(new): Json<New>,
) -> Result<Json<Written>, WebError> {
    let about = Subject { kind: new.subject_kind, subject: new.subject, turn: new.turn };
    let written = memo::write(&state.context(&session), new.operation.as_deref(), &about, &new.body).await?;
    state.events.poke();
    Ok(Json(written.into()))
}

/// Other words for a memo.
#[derive(Debug, Deserialize)]
pub(crate) struct Words {
    operation: Option<String>,
    body: String,
}

/// Changes a memo.
pub(crate) async fn change(
    State(state): State<Arc<AppState>>,
    session: Session,
    Path(id): Path<String>,
    Json(words): Json<Words>,
) -> Result<Json<Written>, WebError> {
    let context = state.context(&session);
    let written = memo::change(&context, words.operation.as_deref(), &RecordId(id), &words.body).await?;
    state.events.poke();
    Ok(Json(written.into()))
}

/// What is gone.
#[derive(Debug, Serialize)]
pub(crate) struct Gone {
    operation: i64,
    gone: [String; 1],
}

/// Removes a memo.
pub(crate) async fn remove(
    State(state): State<Arc<AppState>>,
    session: Session,
    Path(id): Path<String>,
    Json(request): Json<Request>,
) -> Result<Json<Gone>, WebError> {
    let context = state.context(&session);
    let operation = memo::remove(&context, request.operation.as_deref(), &RecordId(id.clone())).await?;
    state.events.poke();
    Ok(Json(Gone { operation, gone: [id] }))
}
