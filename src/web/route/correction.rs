//! Correcting a transcript: what it would do, and doing it.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, State};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::app::correction::{self, CorrectionRequest, Reanchored, Verdicts};
use crate::domain::TranscriptId;
use crate::domain::transcript::correct::Correction;
use crate::text::{TextIndex, Utf16Offset};
use crate::web::error::WebError;
use crate::web::session::Session;
use crate::web::state::AppState;

/// A correction as the page asks for it.
#[derive(Debug, Deserialize)]
pub(crate) struct Asked {
    /// Of the correction; a trial has none.
    operation: Option<String>,
    version: u32,
    turn: u32,
    text: Option<String>,
    speaker: Option<String>,
    #[serde(default)]
    merge: bool,
    /// In UTF-16 units of the words given, else of those that stand.
    split_at: Option<usize>,
    /// Who speaks in the turn cut off; absent: the same.
    split_speaker: Option<String>,
}

/// Answers what a correction would do.
pub(crate) async fn preview(
    State(state): State<Arc<AppState>>,
    session: Session,
    Path(id): Path<String>,
    Json(asked): Json<Asked>,
) -> Result<Json<Value>, WebError> {
    let context = state.context(&session);
    let request = request(&state, &session, id, asked).await?;
    let preview = correction::preview(&context, &request).await?;
    Ok(Json(json!({
        "verdicts": verdicts(preview.verdicts),
        "touched": preview.touched.iter().map(touched).collect::<Vec<_>>(),
    })))
}

/// Makes a correction.
pub(crate) async fn correct(
    State(state): State<Arc<AppState>>,
    session: Session,
    Path(id): Path<String>,
    Json(asked): Json<Asked>,
) -> Result<Json<Value>, WebError> {
    let context = state.context(&session);
    let operation = asked.operation.clone().ok_or_else(|| WebError::bad("no-operation", &[]))?;
    let request = request(&state, &session, id, asked).await?;
    let outcome = correction::correct(&context, &operation, &request).await?;
    state.events.poke();
    Ok(Json(json!({
        "operation": outcome.operation,
        "version": outcome.version,
        "verdicts": verdicts(outcome.verdicts),
        "touched": outcome.touched.iter().map(touched).collect::<Vec<_>>(),
    })))
}

async fn request(
    state: &AppState,
    session: &Session,
    id: String,
    asked: Asked,
) -> Result<CorrectionRequest, WebError> {
    let transcript = TranscriptId(id);
    let split_at = match (asked.split_at, &asked.text) {
        (None, _) => None,
        (Some(at), Some(text)) => Some(TextIndex::new(text).char_of_utf16(Utf16Offset(at))),
        (Some(at), None) => {
            let context = state.context(session);
            let words = correction::words(&context, &transcript, asked.version, asked.turn).await?;
            Some(TextIndex::new(&words).char_of_utf16(Utf16Offset(at)))
        }
    };
    let correction = Correction {
        turn: asked.turn,
        text: asked.text,
        speaker: asked.speaker,
        merge: asked.merge,
        split_at,
        split_speaker: asked.split_speaker,
    };
    Ok(CorrectionRequest { transcript, version: asked.version, correction })
}

fn verdicts(verdicts: Verdicts) -> Value {
    let Verdicts { exact, moved, approximate, lost } = verdicts;
    json!({ "exact": exact, "moved": moved, "approximate": approximate, "lost": lost })
}

fn touched(touched: &Reanchored) -> Value {
    use crate::domain::coding::Anchoring;
    let (verdict, score) = match touched.anchoring {
        Anchoring::Exact => ("exact", None),
        Anchoring::Moved => ("moved", None),
        Anchoring::Approximate { score } => ("approximate", Some(score)),
        Anchoring::Lost => ("lost", None),
    };
    json!({
        "coding": touched.id,
        "code": touched.code,
        "coder": touched.coder,
        "before": touched.before,
        "after": touched.after,
        "verdict": verdict,
        "score": score,
    })
}
