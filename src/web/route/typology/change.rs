//! Decisions of the team, each one operation.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use serde::{Deserialize, Serialize};

use crate::app::adopt::{self, ProfileName};
use crate::domain::settings::{Level, Measure, Quadrant, Verdict};
use crate::domain::{AxisId, CodeId, TranscriptId};
use crate::web::error::WebError;
use crate::web::session::Session;
use crate::web::state::AppState;

/// The operation that a decision made.
#[derive(Debug, Serialize)]
pub(crate) struct Made {
    operation: i64,
}

/// Where a case is put; an empty place: where it is computed to stand.
#[derive(Debug, Deserialize)]
pub(crate) struct Assigned {
    operation: String,
    quadrant: String,
    #[serde(default)]
    reason: String,
}

/// What a profile is called.
#[derive(Debug, Deserialize)]
pub(crate) struct Named {
    operation: String,
    name: String,
    #[serde(default)]
    reason: String,
}

/// What the team writes of a profile.
#[derive(Debug, Deserialize)]
pub(crate) struct Portrayed {
    operation: String,
    portrait: String,
}

/// How an axis is measured.
#[derive(Debug, Deserialize)]
pub(crate) struct Measured {
    operation: String,
    measure: String,
}

/// What a code weighs on an axis.
#[derive(Debug, Deserialize)]
pub(crate) struct Weighed {
    operation: String,
    axis: String,
    weight: f64,
}

/// What the team concludes; an empty verdict takes it away.
#[derive(Debug, Deserialize)]
pub(crate) struct Concluded {
    operation: String,
    verdict: String,
    #[serde(default)]
    text: String,
}

/// Puts a case in a profile.
pub(crate) async fn assign(
    State(state): State<Arc<AppState>>,
    session: Session,
    Path(case): Path<String>,
    Json(body): Json<Assigned>,
) -> Result<Json<Made>, WebError> {
    let place = match body.quadrant.as_str() {
        "" => None,
        place => Some(quadrant(place)?),
    };
    let operation = named(&body.operation)?;
    let context = state.context(&session);
    made(&state, adopt::assign(&context, operation, &TranscriptId(case), place, &body.reason).await?)
}

/// Names a profile.
pub(crate) async fn name(
    State(state): State<Arc<AppState>>,
    session: Session,
    Path(place): Path<String>,
    Json(body): Json<Named>,
) -> Result<Json<Made>, WebError> {
    let given = ProfileName { name: &body.name, reason: &body.reason };
    let (context, operation) = (state.context(&session), named(&body.operation)?);
    made(&state, adopt::name(&context, operation, quadrant(&place)?, given, session.language).await?)
}

/// Writes the portrait of a profile.
pub(crate) async fn portray(
    State(state): State<Arc<AppState>>,
    session: Session,
    Path(place): Path<String>,
    Json(body): Json<Portrayed>,
) -> Result<Json<Made>, WebError> {
    let (context, operation) = (state.context(&session), named(&body.operation)?);
    let done =
        adopt::portray(&context, operation, quadrant(&place)?, &body.portrait, session.language).await?;
    made(&state, done)
}

/// Measures an axis otherwise.
pub(crate) async fn measure(
    State(state): State<Arc<AppState>>,
    session: Session,
    Path(axis): Path<String>,
    Json(body): Json<Measured>,
) -> Result<Json<Made>, WebError> {
    let measure = Measure::parse(&body.measure)
        .ok_or_else(|| WebError::missing("unknown", &[("name", &body.measure)]))?;
    let (context, operation) = (state.context(&session), named(&body.operation)?);
    made(&state, adopt::measure(&context, operation, &AxisId(axis), measure).await?)
}

/// Weighs a code on an axis.
pub(crate) async fn weigh(
    State(state): State<Arc<AppState>>,
    session: Session,
    Path(code): Path<String>,
    Json(body): Json<Weighed>,
) -> Result<Json<Made>, WebError> {
    let (context, operation) = (state.context(&session), named(&body.operation)?);
    let axis = AxisId(body.axis);
    made(&state, adopt::weigh(&context, operation, &CodeId(code), &axis, body.weight).await?)
}

/// Concludes on a profile.
pub(crate) async fn conclude(
    State(state): State<Arc<AppState>>,
    session: Session,
    Path(place): Path<String>,
    Json(body): Json<Concluded>,
) -> Result<Json<Made>, WebError> {
    let verdict = match body.verdict.as_str() {
        "" => None,
        "confirms" => Some(Verdict::Confirms),
        "extends" => Some(Verdict::Extends),
        "contradicts" => Some(Verdict::Contradicts),
        other => return Err(WebError::missing("unknown", &[("name", other)])),
    };
    let (context, operation) = (state.context(&session), named(&body.operation)?);
    let place = quadrant(&place)?;
    let done = adopt::conclude(&context, operation, place, verdict, &body.text, session.language).await?;
    made(&state, done)
}

fn made(state: &AppState, operation: i64) -> Result<Json<Made>, WebError> {
    state.events.poke();
    Ok(Json(Made { operation }))
}

/// Reads the identifier that a page gives its request.
fn named(operation: &str) -> Result<&str, WebError> {
    let is_one =
        operation.len() == 36 && operation.chars().all(|letter| letter == '-' || letter.is_ascii_hexdigit());
    if is_one { Ok(operation) } else { Err(WebError::bad("bad-operation", &[])) }
}

/// Reads a place on the two axes: `high-low` is high across, low upwards.
fn quadrant(text: &str) -> Result<Quadrant, WebError> {
    let level = |word: &str| match word {
        "low" => Some(Level::Low),
        "high" => Some(Level::High),
        _ => None,
    };
    text.split_once('-')
        .and_then(|(first, second)| Some(Quadrant { horizontal: level(first)?, vertical: level(second)? }))
        .ok_or_else(|| WebError::missing("unknown", &[("name", text)]))
}

/// Writes a place on the two axes.
pub(crate) fn place(quadrant: Quadrant) -> String {
    let word = |level| match level {
        Level::Low => "low",
        Level::High => "high",
    };
    format!("{}-{}", word(quadrant.horizontal), word(quadrant.vertical))
}
