//! What the page of an interview holds: its codings and memos, what changed since, where its reader is.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::coding::wired;
use crate::app::coding::{changes, last_code};
use crate::app::{Context, codebook, coders, preference};
use crate::domain::coding::Coding;
use crate::domain::{CodeId, RecordId, TranscriptId};
use crate::web::error::WebError;
use crate::web::events::Presence;
use crate::web::session::Session;
use crate::web::state::AppState;
use crate::web::wire::{WireCoding, WireMemo};

/// A person whose codings the page may show.
#[derive(Debug, Serialize)]
struct Person {
    id: String,
    name: String,
}

/// All that the page of an interview needs beside its text.
#[derive(Debug, Serialize)]
pub(crate) struct Desk {
    transcript: String,
    version: u32,
    operation: i64,
    coder: String,
    coders: Vec<Person>,
    blind: Option<Value>,
    codings: Vec<WireCoding>,
    memos: Vec<WireMemo>,
    place: Option<Value>,
    read: Value,
    favourites: Value,
    keys: Value,
    last: Option<String>,
}

/// Answers with everything.
pub(crate) async fn state(
    State(state): State<Arc<AppState>>,
    session: Session,
    Path(id): Path<String>,
) -> Result<Json<Desk>, WebError> {
    let context = state.context(&session);
    let transcript = TranscriptId(id);
    let found = changes(&context, &transcript, None).await?;
    let mut people = coders::list(&context).await?;
    if !people.iter().any(|coder| coder.id == session.coder) {
        people.insert(0, coders::Coder { id: session.coder.clone(), name: session.coder.0.clone() });
    }
    let place = preference::get(&context, &place_of(&transcript)).await?;
    let read = place.as_ref().map_or_else(|| json!([]), |place| place["read"].clone());
    let favourites = preference::get(&context, "favourites").await?.unwrap_or_else(|| json!([]));
    let keys = preference::get(&context, "keys").await?.unwrap_or_else(|| json!({}));
    Ok(Json(Desk {
        version: found.version.number,
        operation: found.operation,
        coder: session.coder.0.clone(),
        coders: people.into_iter().map(|coder| Person { name: coder.name, id: coder.id.0 }).collect(),
        blind: session.visibility.blind(&transcript).map(|blind| json!(blind)),
        codings: dated(&context, &found.codings).await?,
        memos: found.memos.into_iter().map(WireMemo::from).collect(),
        place: place.map(|place| json!({ "turn": place["turn"] })),
        read,
        favourites,
        keys,
        last: last_code(&context).await?.map(|code| code.0),
        transcript: transcript.0,
    }))
}

/// Writes codings with the version of the definition under which each was put.
async fn dated(context: &Context, codings: &[Coding]) -> Result<Vec<WireCoding>, WebError> {
    let mut wired = wired(context, codings).await?;
    let Some(first) = codings.first() else { return Ok(wired) };
    let versions = codebook::versions(context, None, Some(&first.transcript)).await?;
    for coding in &mut wired {
        let (id, code) = (RecordId(coding.id.clone()), CodeId(coding.code.clone()));
        (coding.definition, coding.stale) = versions.of(&id, &code);
    }
    Ok(wired)
}

/// From which operation.
#[derive(Debug, Deserialize)]
pub(crate) struct Since {
    since: i64,
}

/// What changed since an operation.
#[derive(Debug, Serialize)]
pub(crate) struct Changed {
    operation: i64,
    version: u32,
    codings: Vec<WireCoding>,
    gone: Vec<String>,
    memos: Vec<WireMemo>,
    memos_gone: Vec<String>,
}

/// Answers with what changed.
pub(crate) async fn since(
    State(state): State<Arc<AppState>>,
    session: Session,
    Path(id): Path<String>,
    Query(Since { since }): Query<Since>,
) -> Result<Json<Changed>, WebError> {
    let context = state.context(&session);
    let found = changes(&context, &TranscriptId(id), Some(since)).await?;
    Ok(Json(Changed {
        operation: found.operation,
        version: found.version.number,
        codings: dated(&context, &found.codings).await?,
        gone: found.gone.into_iter().map(|id| id.0).collect(),
        memos: found.memos.into_iter().map(WireMemo::from).collect(),
        memos_gone: found.memos_gone.into_iter().map(|id| id.0).collect(),
    }))
}

/// Where reading stopped, and which turns were read: first and last of each run.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Place {
    turn: u32,
    #[serde(default)]
    read: Vec<(u32, u32)>,
}

/// Keeps where reading stopped.
pub(crate) async fn keep_place(
    State(state): State<Arc<AppState>>,
    session: Session,
    Path(id): Path<String>,
    Json(place): Json<Place>,
) -> Result<StatusCode, WebError> {
    let context = state.context(&session);
    let body = json!({ "turn": place.turn, "read": place.read, "at": context.clock.now() });
    preference::put(&context, &place_of(&TranscriptId(id)), &body).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Where somebody is, and what they have lit.
#[derive(Debug, Deserialize)]
pub(crate) struct Here {
    turn: u32,
    from: Option<Value>,
    to: Option<Value>,
}

/// Tells the others where somebody is; nothing is stored.
pub(crate) async fn presence(
    State(state): State<Arc<AppState>>,
    session: Session,
    Path(transcript): Path<String>,
    Json(here): Json<Here>,
) -> StatusCode {
    state.events.presence(Presence {
        coder: session.coder.0,
        transcript,
        turn: here.turn,
        from: here.from,
        to: here.to,
    });
    StatusCode::NO_CONTENT
}

fn place_of(transcript: &TranscriptId) -> String {
    format!("place/{transcript}")
}
