//! Coded passages.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Query, State};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::shape::{Refusal, Stretch};
use crate::app::codings::{self, CodedPassage, CodingsRequest};
use crate::domain::coding::Anchoring;
use crate::domain::{CoderId, TranscriptId};
use crate::web::error::WebError;
use crate::web::session::Session;
use crate::web::state::AppState;

/// How many passages an answer holds when nothing is asked.
const LIMIT: usize = 1_000;

/// Which passages to list.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Wanted {
    /// Of this code, by id or title.
    code: Option<String>,
    /// Whether the codes under it count as it.
    #[serde(default)]
    sub_codes: bool,
    /// In this interview.
    transcript: Option<String>,
    /// By this coder.
    coder: Option<String>,
    /// In interviews with this attribute, `name=value`.
    attribute: Option<String>,
    /// At most this many; 1,000 unless told.
    limit: Option<usize>,
}

/// A coded passage.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct PassageShape {
    /// The coding.
    id: String,
    /// The interview.
    transcript: String,
    /// First turn touched, 0 when lost.
    turn: u32,
    /// Last turn touched.
    last_turn: u32,
    /// The code.
    code: String,
    /// Whose.
    coder: String,
    /// 1 to 3 when given.
    intensity: Option<u8>,
    /// The coder's note.
    memo: String,
    /// Place in the plain text of the present version.
    span: Stretch,
    /// Words before.
    prefix: String,
    /// The words.
    exact: String,
    /// Words after.
    suffix: String,
    /// `exact`, `moved`, `approximate` or `lost`: what became of it when the text last changed.
    #[schema(example = "exact")]
    verdict: String,
    /// Likeness of the words when approximate, 0 to 1.
    score: Option<f64>,
}

/// The passages found.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Passages {
    /// All that match, also beyond the limit.
    total: usize,
    /// Interviews with at least one.
    interviews: usize,
    /// In the order of the texts.
    passages: Vec<PassageShape>,
}

impl From<CodedPassage> for PassageShape {
    fn from(passage: CodedPassage) -> Self {
        let (verdict, score) = match passage.anchoring {
            Anchoring::Exact => ("exact", None),
            Anchoring::Moved => ("moved", None),
            Anchoring::Approximate { score } => ("approximate", Some(score)),
            Anchoring::Lost => ("lost", None),
        };
        Self {
            id: passage.id,
            transcript: passage.transcript,
            turn: passage.turn,
            last_turn: passage.last_turn,
            code: passage.code,
            coder: passage.coder,
            intensity: passage.intensity,
            memo: passage.memo,
            span: Stretch { start: passage.span.start.0, end: passage.span.end.0 },
            prefix: passage.prefix,
            exact: passage.exact,
            suffix: passage.suffix,
            verdict: verdict.to_owned(),
            score,
        }
    }
}

/// Lists coded passages in the order of the texts.
#[utoipa::path(get, path = "/api/v1/codings", tag = "codings", params(Wanted),
    responses((status = 200, body = Passages), (status = 404, description = "A code, interview, coder or attribute is unknown", body = Refusal)))]
pub(crate) async fn list(
    State(state): State<Arc<AppState>>,
    session: Session,
    Query(wanted): Query<Wanted>,
) -> Result<Json<Passages>, WebError> {
    let attributes = match &wanted.attribute {
        None => Vec::new(),
        Some(pair) => match pair.split_once('=') {
            Some((name, value)) => vec![(name.to_owned(), value.to_owned())],
            None => return Err(WebError::bad("bad-attribute", &[("attribute", pair)])),
        },
    };
    let request = CodingsRequest {
        code: wanted.code,
        with_sub_codes: wanted.sub_codes,
        transcript: wanted.transcript.map(TranscriptId),
        coder: wanted.coder.map(CoderId),
        attributes,
        limit: Some(wanted.limit.unwrap_or(LIMIT)),
    };
    let found = codings::list(&state.context(&session), &request).await?;
    let passages = found.passages.into_iter().map(PassageShape::from).collect();
    Ok(Json(Passages { total: found.total, interviews: found.interviews, passages }))
}
