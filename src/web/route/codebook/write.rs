//! Changes of the codebook that its page asks for, each one operation.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::app::codebook::{self, CodebookChange, Recoded, Split, SplitTarget};
use crate::domain::codebook::{CodePatch, Seat, ThemePatch};
use crate::domain::{AxisId, CodeId, RecordId, ThemeId};
use crate::web::error::WebError;
use crate::web::session::Session;
use crate::web::state::AppState;

type Answer = Result<Json<Value>, WebError>;

/// A new theme, or what changes of one.
#[derive(Debug, Deserialize)]
pub(crate) struct Theme {
    operation: Option<String>,
    title: Option<String>,
    colour: Option<String>,
    summary: Option<String>,
    /// Another place: the theme after it, `null` for the last.
    #[serde(default, deserialize_with = "given")]
    before: Option<Option<ThemeId>>,
}

/// A new code.
#[derive(Debug, Deserialize)]
pub(crate) struct NewCode {
    operation: Option<String>,
    #[serde(flatten)]
    seat: WireSeat,
    title: String,
    #[serde(default)]
    definition: String,
}

/// Where a code goes.
#[derive(Debug, Deserialize)]
pub(crate) struct WireSeat {
    theme: ThemeId,
    parent: Option<CodeId>,
    before: Option<CodeId>,
}

impl From<WireSeat> for Seat {
    fn from(seat: WireSeat) -> Self {
        Self { theme: seat.theme, parent: seat.parent, before: seat.before }
    }
}

/// What changes of a code.
#[derive(Debug, Deserialize)]
pub(crate) struct Code {
    operation: Option<String>,
    title: Option<String>,
    definition: Option<String>,
    include: Option<String>,
    exclude: Option<String>,
    examples: Option<Vec<String>>,
    weights: Option<Vec<(AxisId, f64)>>,
}

/// Another place for a code.
#[derive(Debug, Deserialize)]
pub(crate) struct Move {
    operation: Option<String>,
    #[serde(flatten)]
    seat: WireSeat,
}

/// Why a code is given no more, and what is given in its place.
#[derive(Debug, Deserialize)]
pub(crate) struct Retirement {
    operation: Option<String>,
    #[serde(default)]
    reason: String,
    into: Option<CodeId>,
}

/// Passages of a code, and where they go.
#[derive(Debug, Deserialize)]
pub(crate) struct Passages {
    operation: Option<String>,
    codings: Vec<RecordId>,
    into: Option<CodeId>,
    new: Option<New>,
}

/// A code made for passages.
#[derive(Debug, Deserialize)]
pub(crate) struct New {
    #[serde(flatten)]
    seat: WireSeat,
    title: String,
    #[serde(default)]
    definition: String,
}

/// Tells `null` from what is not given.
fn given<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Option<Option<ThemeId>>, D::Error> {
    Deserialize::deserialize(from).map(Some)
}

async fn put(state: &AppState, session: &Session, operation: Option<&str>, wanted: CodebookChange) -> Answer {
    let changed = codebook::change(&state.context(session), operation, &wanted).await?;
    state.events.poke();
    Ok(Json(json!({ "operation": changed.operation, "code": changed.code, "theme": changed.theme })))
}

/// Makes a theme.
pub(crate) async fn make_theme(
    State(state): State<Arc<AppState>>,
    session: Session,
    Json(asked): Json<Theme>,
) -> Answer {
    let (title, colour) = (asked.title.unwrap_or_default(), asked.colour.unwrap_or_default());
    put(&state, &session, asked.operation.as_deref(), CodebookChange::NewTheme { title, colour }).await
}

/// Changes or moves a theme.
pub(crate) async fn change_theme(
    State(state): State<Arc<AppState>>,
    session: Session,
    Path(id): Path<String>,
    Json(asked): Json<Theme>,
) -> Answer {
    let theme = ThemeId(id);
    let wanted = match asked.before {
        Some(before) => CodebookChange::MoveTheme { theme, before },
        None => {
            let patch = ThemePatch { title: asked.title, colour: asked.colour, summary: asked.summary };
            CodebookChange::Theme { theme, patch }
        }
    };
    put(&state, &session, asked.operation.as_deref(), wanted).await
}

/// Makes a code.
pub(crate) async fn make_code(
    State(state): State<Arc<AppState>>,
    session: Session,
    Json(asked): Json<NewCode>,
) -> Answer {
    let NewCode { operation, seat, title, definition } = asked;
    let wanted = CodebookChange::NewCode { seat: seat.into(), title, definition };
    put(&state, &session, operation.as_deref(), wanted).await
}

/// Changes what is said of a code.
pub(crate) async fn change_code(
    State(state): State<Arc<AppState>>,
    session: Session,
    Path(id): Path<String>,
    Json(asked): Json<Code>,
) -> Answer {
    let Code { operation, title, definition, include, exclude, examples, weights } = asked;
    let patch = CodePatch { title, definition, include, exclude, examples, weights };
    put(&state, &session, operation.as_deref(), CodebookChange::Code { code: CodeId(id), patch }).await
}

/// Moves a code.
pub(crate) async fn move_code(
    State(state): State<Arc<AppState>>,
    session: Session,
    Path(id): Path<String>,
    Json(asked): Json<Move>,
) -> Answer {
    let wanted = CodebookChange::Move { code: CodeId(id), seat: asked.seat.into() };
    put(&state, &session, asked.operation.as_deref(), wanted).await
}

/// Retires a code.
pub(crate) async fn retire(
    State(state): State<Arc<AppState>>,
    session: Session,
    Path(id): Path<String>,
    Json(asked): Json<Retirement>,
) -> Answer {
    let wanted = CodebookChange::Retire { code: CodeId(id), reason: asked.reason, into: asked.into };
    put(&state, &session, asked.operation.as_deref(), wanted).await
}

/// Takes a retired code in use again.
pub(crate) async fn reinstate(
    State(state): State<Arc<AppState>>,
    session: Session,
    Path(id): Path<String>,
    Json(asked): Json<Retirement>,
) -> Answer {
    put(&state, &session, asked.operation.as_deref(), CodebookChange::Reinstate { code: CodeId(id) }).await
}

/// Merges a code into another.
pub(crate) async fn merge(
    State(state): State<Arc<AppState>>,
    session: Session,
    Path(id): Path<String>,
    Json(asked): Json<Retirement>,
) -> Answer {
    let into = asked.into.ok_or_else(|| WebError::bad("codebook-unknown-code", &[("code", "")]))?;
    let context = state.context(&session);
    let done =
        codebook::merge(&context, asked.operation.as_deref(), &CodeId(id), &into, &asked.reason).await?;
    Ok(recoded(&state, &done))
}

/// Gives passages of a code another one.
pub(crate) async fn split(
    State(state): State<Arc<AppState>>,
    session: Session,
    Path(id): Path<String>,
    Json(asked): Json<Passages>,
) -> Answer {
    let target = match (asked.into, asked.new) {
        (Some(into), _) => SplitTarget::Code(into),
        (None, Some(New { seat, title, definition })) => {
            SplitTarget::New { seat: seat.into(), title, definition }
        }
        (None, None) => return Err(WebError::bad("codebook-unknown-code", &[("code", "")])),
    };
    let split = Split { code: CodeId(id), codings: asked.codings, target };
    let done = codebook::split(&state.context(&session), asked.operation.as_deref(), &split).await?;
    Ok(recoded(&state, &done))
}

/// Notes that passages are still right.
pub(crate) async fn check(
    State(state): State<Arc<AppState>>,
    session: Session,
    Path(id): Path<String>,
    Json(asked): Json<Passages>,
) -> Answer {
    let context = state.context(&session);
    let operation =
        codebook::check(&context, asked.operation.as_deref(), &CodeId(id), &asked.codings).await?;
    state.events.poke();
    Ok(Json(json!({ "operation": operation })))
}

fn recoded(state: &AppState, done: &Recoded) -> Json<Value> {
    state.events.poke();
    let Recoded { operation, code, moved, joined } = done;
    Json(json!({ "operation": operation, "code": code, "moved": moved, "joined": joined }))
}
