//! What the study holds.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use serde::Serialize;
use utoipa::ToSchema;

use super::shape::{Refusal, Stretch, ThemeShape};
use crate::app;
use crate::domain::TranscriptId;
use crate::domain::transcript::{Role, TranscriptVersion};
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

/// A turn of speech.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SpeechShape {
    /// From 1, in the order of the text.
    number: u32,
    /// The label of who speaks, empty before the first.
    speaker: String,
    /// `interviewer` or `respondent`.
    #[schema(example = "respondent")]
    role: String,
    /// The speech, in `text`.
    span: Stretch,
    /// The part of the guide it stands in.
    part: Option<String>,
}

/// An interview in its present version.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TranscriptShape {
    /// Names it and its case.
    id: String,
    /// As the front matter says, else the identifier.
    title: String,
    /// `fr` or `en`: of the speech.
    language: String,
    /// Of the case, by name.
    attributes: std::collections::BTreeMap<String, String>,
    /// Number of the version; a correction makes the next.
    version: u32,
    /// The plain text, in which all positions count.
    text: String,
    /// In the order of the text.
    turns: Vec<SpeechShape>,
}

/// An interview: its text and its turns.
#[utoipa::path(get, path = "/api/v1/transcripts/{id}", tag = "material",
    params(("id" = String, Path, description = "The interview", example = "E09")),
    responses((status = 200, body = TranscriptShape), (status = 404, description = "No such interview", body = Refusal)))]
pub(crate) async fn transcript(
    State(state): State<Arc<AppState>>,
    session: Session,
    Path(id): Path<String>,
) -> Result<Json<TranscriptShape>, WebError> {
    let found = app::interview::load(&state.context(&session), &TranscriptId(id), session.language).await?;
    let transcript = found.transcript;
    let turns = turns(&transcript.version);
    Ok(Json(TranscriptShape {
        id: transcript.id.0,
        title: transcript.title,
        language: found.language.code().to_owned(),
        attributes: transcript.attributes.into_iter().collect(),
        version: transcript.version.number,
        text: transcript.version.text,
        turns,
    }))
}

fn turns(version: &TranscriptVersion) -> Vec<SpeechShape> {
    let part = |index: Option<usize>| Some(version.parts.get(index?)?.title.clone());
    let shaped = version.turns.iter().map(|turn| SpeechShape {
        number: turn.number,
        speaker: version.label(turn).to_owned(),
        role: match version.role(turn) {
            Role::Interviewer => "interviewer".to_owned(),
            Role::Respondent => "respondent".to_owned(),
        },
        span: Stretch { start: turn.speech.start.0, end: turn.speech.end.0 },
        part: part(turn.part),
    });
    shaped.collect()
}
