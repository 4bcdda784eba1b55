//! Codes proposed for sentences that nobody coded, and answers to them.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, Query, State};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use tokio::task::block_in_place;
use utoipa::{IntoParams, ToSchema};

use super::results::written;
use super::shape::{Refusal, Stretch};
use crate::analysis::suggestion::Suggestion;
use crate::app::suggestion::{Answer, DecideRequest, Lesson, SuggestRequest, answer, standing};
use crate::domain::TranscriptId;
use crate::web::error::WebError;
use crate::web::session::Session;
use crate::web::state::AppState;

/// Which suggestions to list.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Wanted {
    /// Least precision on interviews held out, above 0 and at most 1; as the study says unless told, else 0.7.
    precision: Option<f64>,
    /// In this interview.
    transcript: Option<String>,
    /// Of this code, by id or title; no other is learned then, which takes less time.
    code: Option<String>,
    /// At most this many.
    limit: Option<usize>,
}

/// An answer to a suggestion.
#[derive(Debug, Deserialize, ToSchema)]
pub(crate) struct Answered {
    /// UUID of the operation: sent twice, it is made once.
    operation: Option<String>,
    /// `accepted` makes a coding whose origin says so; `rejected`; `ignored`, not judged.
    #[schema(example = "accepted")]
    answer: String,
    /// The precision under which it was listed; needed only when it was not listed to the same person
    /// since the server began.
    precision: Option<f64>,
    /// Its code, in the same case: no other is learned then.
    code: Option<String>,
}

/// What an answer did.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Decided {
    /// Number of the operation.
    operation: i64,
    /// `accepted`, `rejected` or `ignored`.
    answer: String,
    /// Codings made: 1 for an acceptance, 0 when one had put the same coding already.
    codings: usize,
    /// What was answered; nothing when the same request had answered it before.
    suggestion: Option<SuggestionShape>,
}

/// A code proposed for a sentence.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SuggestionShape {
    /// Names it by its interview, its words and its code: the same as long as they are.
    id: String,
    /// The interview.
    transcript: String,
    /// The turn.
    turn: u32,
    /// Its place in the plain text of the present version.
    span: Stretch,
    /// The words.
    text: String,
    /// The code.
    code: String,
}

impl From<Suggestion> for SuggestionShape {
    fn from(one: Suggestion) -> Self {
        Self {
            id: one.id,
            transcript: one.transcript.0,
            turn: one.turn,
            span: Stretch { start: one.span.start.0, end: one.span.end.0 },
            text: one.text,
            code: one.code.0,
        }
    }
}

/// Learns, measures and proposes, as `propos suggest --json`; the answer lists also how well each code
/// does and why one is silent. In a blind round, one's own codings alone are learned from.
#[utoipa::path(get, path = "/api/v1/suggestions", tag = "suggestions", params(Wanted),
    responses((status = 200, body = Value),
        (status = 404, description = "No interview yet, or no such code or interview", body = Refusal),
        (status = 422, description = "The precision is no share", body = Refusal)))]
pub(crate) async fn list(
    State(state): State<Arc<AppState>>,
    session: Session,
    Query(wanted): Query<Wanted>,
) -> Result<Json<Value>, WebError> {
    let context = state.context(&session);
    let precision = wanted.precision.map(share).transpose()?;
    let request = SuggestRequest {
        precision,
        transcript: wanted.transcript.map(TranscriptId),
        code: wanted.code,
        limit: wanted.limit,
    };
    let lesson = Lesson::load(&context, precision, request.code.as_deref()).await?;
    // Seconds of computing: other requests go on beside it.
    let proposals = block_in_place(|| lesson.learn(context.progress.as_ref()))?;
    let outcome = standing(&context, &proposals, &request).await?;
    state.suggesting.told(&session, proposals);
    written(&outcome)
}

/// Answers a suggestion.
#[utoipa::path(post, path = "/api/v1/suggestions/{id}", tag = "suggestions", request_body = Answered,
    params(("id" = String, Path, description = "The suggestion, as listed")),
    responses((status = 200, body = Decided),
        (status = 404, description = "It is not among those that stand, or its code was taken out", body = Refusal),
        (status = 409, description = "The text was corrected and no longer has its words", body = Refusal),
        (status = 422, description = "The answer or the precision does not read", body = Refusal)))]
pub(crate) async fn decide(
    State(state): State<Arc<AppState>>,
    session: Session,
    Path(id): Path<String>,
    Json(body): Json<Answered>,
) -> Result<Json<Decided>, WebError> {
    let context = state.context(&session);
    let given = Answer::parse(&body.answer)
        .ok_or_else(|| WebError::bad("bad-answer", &[("answer", &body.answer)]))?;
    let request = DecideRequest {
        operation: body.operation.unwrap_or_else(|| context.clock.identifier()),
        suggestions: vec![id],
        answer: given,
        precision: body.precision.map(share).transpose()?,
        code: body.code,
    };
    let done = match state.suggesting.holding(&session, &request.suggestions[0]) {
        Some(proposals) => answer(&context, &request, &proposals).await?,
        None => {
            let lesson = Lesson::load(&context, request.precision, request.code.as_deref()).await?;
            let proposals = block_in_place(|| lesson.learn(context.progress.as_ref()))?;
            answer(&context, &request, &proposals).await?
        }
    };
    state.events.poke();
    Ok(Json(Decided {
        operation: done.operation,
        answer: done.answer.name().to_owned(),
        codings: done.codings,
        suggestion: done.suggestions.into_iter().next().map(SuggestionShape::from),
    }))
}

/// Reads a precision.
pub(crate) fn share(precision: f64) -> Result<f64, WebError> {
    let text = precision.to_string();
    if precision > 0.0 && precision <= 1.0 {
        Ok(precision)
    } else {
        Err(WebError::bad("bad-precision", &[("precision", &text)]))
    }
}
