//! What the study holds.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;

use super::shape::{Refusal, ThemeShape};
use crate::app;
use crate::web::error::WebError;
use crate::web::session::Session;
use crate::web::state::AppState;

/// A study at a glance.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct StudyShape {
    /// As the report's cover reads.
    title: String,
    /// `fr` or `en`.
    #[schema(example = "fr")]
    language: String,
    /// Identifiers of the interviews, sorted.
    transcripts: Vec<String>,
    /// Who has coded, sorted.
    coders: Vec<String>,
    /// Number of the newest operation.
    operation: i64,
}

/// The study at a glance.
#[utoipa::path(get, path = "/api/v1/study", tag = "material",
    responses((status = 200, body = StudyShape), (status = 404, description = "Nothing was imported yet", body = Refusal)))]
pub(crate) async fn study(
    State(state): State<Arc<AppState>>,
    session: Session,
) -> Result<Json<StudyShape>, WebError> {
    let context = state.context(&session);
    let glance = app::study::glance(&context).await?;
    Ok(Json(StudyShape {
        title: glance.title,
        language: glance.language.code().to_owned(),
        transcripts: glance.transcripts.into_iter().map(|id| id.0).collect(),
        coders: glance.coders.into_iter().map(|coder| coder.0).collect(),
        operation: glance.operation,
    }))
}

/// The themes with their codes, in the order of the codebook.
#[utoipa::path(get, path = "/api/v1/codebook", tag = "material", responses((status = 200, body = Vec<ThemeShape>)))]
pub(crate) async fn codebook(
    State(state): State<Arc<AppState>>,
    session: Session,
) -> Result<Json<Vec<ThemeShape>>, WebError> {
    let themes = app::codebook::themes(&state.context(&session)).await?;
    Ok(Json(themes.into_iter().map(ThemeShape::from).collect()))
}
