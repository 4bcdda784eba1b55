//! Words across interviews.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Query, State};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::shape::{Refusal, Stretch};
use crate::app::search::{FoundTurn, SearchRequest};
use crate::domain::transcript::Role;
use crate::web::error::WebError;
use crate::web::session::Session;
use crate::web::state::AppState;

/// What to search.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Asked {
    /// The query, as `propos search` reads it.
    #[param(example = "aide event:séparation")]
    q: String,
    /// At most so many turns; 100 unless told.
    limit: Option<usize>,
    /// Words of context; the whole turn unless told.
    context: Option<usize>,
}

/// A turn found.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TurnShape {
    /// Its interview.
    transcript: String,
    /// Its number.
    turn: u32,
    /// Its speaker.
    speaker: String,
    /// `interviewer` or `respondent`.
    #[schema(example = "respondent")]
    role: String,
    /// Its speech, or the part of it round the first mark.
    text: String,
    /// What matched, in `text`.
    marks: Vec<Stretch>,
    /// Its relevance.
    score: f32,
}

/// The turns found.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Found {
    /// How many in all.
    total: u64,
    /// The most relevant of them, by interview and place.
    hits: Vec<TurnShape>,
}

impl From<FoundTurn> for TurnShape {
    fn from(hit: FoundTurn) -> Self {
        let marks =
            hit.marks.into_iter().map(|mark| Stretch { start: mark.start.0, end: mark.end.0 }).collect();
        let role = match hit.role {
            Role::Interviewer => "interviewer",
            Role::Respondent => "respondent",
        };
        Self {
            transcript: hit.transcript,
            turn: hit.turn,
            speaker: hit.speaker,
            role: role.to_owned(),
            text: hit.text,
            marks,
            score: hit.score,
        }
    }
}

/// Finds turns.
#[utoipa::path(get, path = "/api/v1/search", tag = "search", params(Asked),
    responses((status = 200, body = Found), (status = 422, description = "The query does not read", body = Refusal)))]
pub(crate) async fn search(
    State(state): State<Arc<AppState>>,
    session: Session,
    Query(asked): Query<Asked>,
) -> Result<Json<Found>, WebError> {
    let request = SearchRequest { query: asked.q, limit: asked.limit.unwrap_or(100), context: asked.context };
    let found = crate::app::search::search(&state.context(&session), &request).await?;
    Ok(Json(Found { total: found.total, hits: found.hits.into_iter().map(TurnShape::from).collect() }))
}
