//! Opening, changing and closing rounds of coding.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::app::round::{self, Round};
use crate::domain::{CoderId, TranscriptId};
use crate::web::error::WebError;
use crate::web::session::Session;
use crate::web::state::AppState;

/// A round as a page writes it.
#[derive(Debug, Deserialize)]
pub(crate) struct Written {
    operation: String,
    name: String,
    coders: Vec<String>,
    transcripts: Vec<String>,
    #[serde(default)]
    blind: bool,
    #[serde(default)]
    until: Option<String>,
    #[serde(default)]
    closed: bool,
}

impl Written {
    fn round(self) -> (String, Round) {
        let round = Round {
            name: self.name.trim().to_owned(),
            coders: self.coders.into_iter().map(CoderId).collect(),
            transcripts: self.transcripts.into_iter().map(TranscriptId).collect(),
            blind: self.blind,
            until: self.until.filter(|day| !day.is_empty()),
            closed: self.closed,
        };
        (self.operation, round)
    }
}

/// Opens a round.
pub(crate) async fn open(
    State(state): State<Arc<AppState>>,
    session: Session,
    Json(written): Json<Written>,
) -> Result<Json<Value>, WebError> {
    keep(&state, &session, None, written).await
}

/// Puts a round in place of another.
pub(crate) async fn change(
    State(state): State<Arc<AppState>>,
    session: Session,
    Path(id): Path<String>,
    Json(written): Json<Written>,
) -> Result<Json<Value>, WebError> {
    keep(&state, &session, Some(&id), written).await
}

async fn keep(
    state: &AppState,
    session: &Session,
    id: Option<&str>,
    written: Written,
) -> Result<Json<Value>, WebError> {
    let (operation, round) = written.round();
    let (number, id) = round::keep(&state.context(session), &operation, id, &round).await?;
    state.events.poke();
    Ok(Json(json!({ "operation": number, "round": id })))
}
