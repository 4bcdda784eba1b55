//! Coding what is ticked: one operation, however many interviews it touches.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};

use crate::app::concordance::{Place, Scope, code};
use crate::domain::{CodeId, TranscriptId};
use crate::text::Span;
use crate::web::error::WebError;
use crate::web::session::Session;
use crate::web::state::AppState;

/// Places that are coded at once, at most.
pub(super) const MOST: usize = 5_000;

/// A place as the results named it; positions are the server's own and come back untouched.
#[derive(Debug, Deserialize)]
struct Hit {
    transcript: String,
    version: u32,
    turn: u32,
    from: usize,
    to: usize,
}

/// What is asked for.
#[derive(Debug, Deserialize)]
pub(crate) struct Asked {
    operation: String,
    code: String,
    scope: String,
    hits: Vec<Hit>,
}

/// What was done.
#[derive(Debug, Serialize)]
pub(crate) struct Done {
    operation: i64,
    coded: usize,
    already: usize,
    followed: bool,
}

/// Codes what is ticked.
pub(crate) async fn bulk(
    State(state): State<Arc<AppState>>,
    session: Session,
    Json(asked): Json<Asked>,
) -> Result<Json<Done>, WebError> {
    let scope = Scope::parse(&asked.scope)
        .ok_or_else(|| WebError::bad("bad-choice", &[("name", "scope"), ("value", &asked.scope)]))?;
    if asked.hits.len() > MOST {
        return Err(WebError::bad("too-many-places", &[("most", &MOST.to_string())]));
    }
    let places: Vec<Place> = asked
        .hits
        .into_iter()
        .map(|hit| Place {
            transcript: TranscriptId(hit.transcript),
            version: hit.version,
            turn: hit.turn,
            span: Span::new(hit.from, hit.to),
        })
        .collect();
    let context = state.context(&session);
    let done = code(&context, Some(asked.operation), CodeId(asked.code), scope, &places).await?;
    state.events.poke();
    Ok(Json(Done {
        operation: done.operation,
        coded: done.codings.len(),
        already: done.already.len(),
        followed: done.followed,
    }))
}
