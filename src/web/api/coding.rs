//! Coding passages: put, changed, removed. Each is one operation, made once however often it is sent.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::shape::{Refusal, Stretch};
use crate::app::coding::{Adjustment, Application, Applied, Selected, adjust, apply, remove};
use crate::domain::coding::Coding;
use crate::domain::{CodeId, RecordId, TranscriptId};
use crate::text::Span;
use crate::web::error::WebError;
use crate::web::session::Session;
use crate::web::state::AppState;

/// Codes to put on passages of one interview.
#[derive(Debug, Deserialize, ToSchema)]
pub(crate) struct Put {
    /// UUID of the operation: sent twice, it is made once and answers the same.
    operation: Option<String>,
    /// The interview.
    #[schema(example = "E09")]
    transcript: String,
    /// The version in which the spans count; a former one is followed to the present.
    version: u32,
    /// In scalar values of that version's text.
    spans: Vec<Stretch>,
    /// Every one of them is put on every span.
    codes: Vec<String>,
    /// 1 to 3.
    intensity: Option<u8>,
    /// Whether ends may stand within words; else they go to the words' ends.
    #[serde(default)]
    exact: bool,
}

/// What changes of a coding; what is absent stays.
#[derive(Debug, Deserialize, ToSchema)]
pub(crate) struct Patch {
    /// UUID of the operation.
    operation: Option<String>,
    /// Another code.
    code: Option<String>,
    /// Another passage, in `version`.
    span: Option<Stretch>,
    /// The version in which `span` counts.
    version: Option<u32>,
    /// Whether ends may stand within words.
    #[serde(default)]
    exact: bool,
    /// 1 to 3; 0 takes it away.
    intensity: Option<u8>,
    /// Another note.
    memo: Option<String>,
}

/// The operation that takes a coding away.
#[derive(Debug, Default, Deserialize, ToSchema)]
pub(crate) struct Removal {
    /// UUID of the operation.
    operation: Option<String>,
}

/// A coding as it stands now.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CodingShape {
    /// Its record.
    id: String,
    /// The interview.
    transcript: String,
    /// The version in which its span counts.
    version: u32,
    /// The code.
    code: String,
    /// Whose.
    coder: String,
    /// Its place.
    span: Stretch,
    /// Its words.
    exact: String,
    /// 1 to 3 when given.
    intensity: Option<u8>,
    /// The coder's note.
    memo: String,
}

/// What an operation did.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Done {
    /// Its number.
    operation: i64,
    /// What it put.
    codings: Vec<CodingShape>,
    /// What the same coder had put there already.
    already: Vec<CodingShape>,
    /// Whether the text had changed, and the passage was followed.
    followed: bool,
}

impl From<Coding> for CodingShape {
    fn from(coding: Coding) -> Self {
        let span = coding.anchor.span;
        Self {
            id: coding.id.0,
            transcript: coding.transcript.0,
            version: coding.version,
            code: coding.code.0,
            coder: coding.coder.0,
            span: Stretch { start: span.start.0, end: span.end.0 },
            exact: coding.anchor.exact,
            intensity: coding.intensity,
            memo: coding.memo,
        }
    }
}

impl From<Applied> for Done {
    fn from(applied: Applied) -> Self {
        let shaped = |codings: Vec<Coding>| codings.into_iter().map(CodingShape::from).collect();
        Self {
            operation: applied.operation,
            codings: shaped(applied.codings),
            already: shaped(applied.already),
            followed: applied.followed,
        }
    }
}

fn span(stretch: Stretch) -> Result<Span, WebError> {
    if stretch.start >= stretch.end {
        let (start, end) = (stretch.start.to_string(), stretch.end.to_string());
        return Err(WebError::bad("bad-span", &[("start", &start), ("end", &end)]));
    }
    Ok(Span::new(stretch.start, stretch.end))
}

/// Codes passages.
#[utoipa::path(post, path = "/api/v1/codings", tag = "codings", request_body = Put,
    responses((status = 200, body = Done),
        (status = 404, description = "The code, the interview or the version is unknown", body = Refusal),
        (status = 409, description = "The words are not in the present version", body = Refusal),
        (status = 422, description = "A span leaves the text, or holds no word", body = Refusal)))]
pub(crate) async fn put(
    State(state): State<Arc<AppState>>,
    session: Session,
    Json(body): Json<Put>,
) -> Result<Json<Done>, WebError> {
    let selected = Selected {
        transcript: TranscriptId(body.transcript),
        version: body.version,
        passages: body.spans.into_iter().map(span).collect::<Result<_, _>>()?,
        exact: body.exact,
    };
    let application = Application {
        request: body.operation,
        selected: vec![selected],
        codes: body.codes.into_iter().map(CodeId).collect(),
        ids: Vec::new(),
        intensity: body.intensity,
    };
    let applied = apply(&state.context(&session), &application).await?;
    state.events.poke();
    Ok(Json(applied.into()))
}

/// Changes a coding of one's own.
#[utoipa::path(patch, path = "/api/v1/codings/{id}", tag = "codings", request_body = Patch,
    params(("id" = String, Path, description = "The coding")),
    responses((status = 200, body = Done),
        (status = 403, description = "It is another person's", body = Refusal),
        (status = 404, description = "There is no such coding or code", body = Refusal)))]
pub(crate) async fn patch(
    State(state): State<Arc<AppState>>,
    session: Session,
    Path(id): Path<String>,
    Json(body): Json<Patch>,
) -> Result<Json<Done>, WebError> {
    let passage = match (body.span, body.version) {
        (Some(stretch), Some(version)) => Some((version, span(stretch)?, body.exact)),
        (Some(_), None) => return Err(WebError::bad("no-version", &[])),
        _ => None,
    };
    let adjustment = Adjustment {
        request: body.operation,
        id: RecordId(id),
        code: body.code.map(CodeId),
        passage,
        intensity: body.intensity.map(|value| (value != 0).then_some(value)),
        memo: body.memo,
    };
    let applied = adjust(&state.context(&session), &adjustment).await?;
    state.events.poke();
    Ok(Json(applied.into()))
}

/// Takes a coding of one's own away.
#[utoipa::path(delete, path = "/api/v1/codings/{id}", tag = "codings", request_body = Removal,
    params(("id" = String, Path, description = "The coding")),
    responses((status = 200, body = Done),
        (status = 403, description = "It is another person's", body = Refusal),
        (status = 404, description = "There is no such coding", body = Refusal)))]
pub(crate) async fn delete(
    State(state): State<Arc<AppState>>,
    session: Session,
    Path(id): Path<String>,
    Json(body): Json<Removal>,
) -> Result<Json<Done>, WebError> {
    let (operation, _) = remove(&state.context(&session), body.operation.as_deref(), &[RecordId(id)]).await?;
    state.events.poke();
    Ok(Json(Done { operation, codings: Vec::new(), already: Vec::new(), followed: false }))
}
