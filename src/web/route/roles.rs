//! Who asks and who answers in an interview of the study.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use serde::Deserialize;

use crate::app::roles::{self, Cast};
use crate::domain::TranscriptId;
use crate::domain::transcript::{Casting, Role};
use crate::web::error::WebError;
use crate::web::session::Session;
use crate::web::state::AppState;

/// A change as the page asks for it.
#[derive(Debug, Deserialize)]
pub(crate) struct Asked {
    operation: String,
    #[serde(default)]
    swap: bool,
    #[serde(default)]
    speakers: Vec<(String, Role)>,
}

/// Changes the roles; codings and memos stay on their words.
pub(crate) async fn change(
    State(state): State<Arc<AppState>>,
    session: Session,
    Path(id): Path<String>,
    Json(asked): Json<Asked>,
) -> Result<Json<Cast>, WebError> {
    let casting = Casting { swap: asked.swap, roles: asked.speakers, same: Vec::new() };
    let id = TranscriptId(id);
    let cast = roles::change(&state.context(&session), &id, &casting, Some(&asked.operation)).await?;
    state.events.poke();
    Ok(Json(cast))
}
