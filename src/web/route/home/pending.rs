//! « À régler » in full: each thing that waits, and what may be done about it.

use std::sync::Arc;

use askama::Template;
use axum::Json;
use axum::extract::{Path, State};
use axum::response::Html;
use serde::Deserialize;
use serde_json::{Value as Json_, json};

use super::page::titles;
use super::waiting::{Line, lines};
use crate::app::codebook;
use crate::app::coders::Names;
use crate::app::pending::{self, Pending, Repair};
use crate::domain::RecordId;
use crate::domain::coding::{Anchoring, Passage};
use crate::domain::diagnostic::Severity;
use crate::i18n::Value;
use crate::web::error::WebError;
use crate::web::page::{Nav, Page, render};
use crate::web::session::Session;
use crate::web::state::AppState;

#[derive(Template)]
#[template(path = "pending.html")]
struct PendingPage {
    page: Page,
    lines: Vec<Line>,
    questions: Vec<(String, String)>,
    adjusted: Vec<Touched>,
    unplaced: Vec<Unplaced>,
    unlinked: Vec<(String, String)>,
    diagnostics: Vec<Found>,
}

struct Touched {
    id: String,
    transcript: String,
    address: String,
    place: String,
    code: String,
    who: String,
    words: String,
    verdict: String,
    is_lost: bool,
}

struct Unplaced {
    id: String,
    transcript: String,
    code: String,
    who: String,
    words: String,
    reason: String,
}

struct Found {
    severity: String,
    is_error: bool,
    place: String,
    message: String,
}

/// Answers with all that waits.
pub(crate) async fn page(
    State(state): State<Arc<AppState>>,
    session: Session,
) -> Result<Html<String>, WebError> {
    let context = state.context(&session);
    let page = Page::new(&state, &session, Nav::Home, session.catalog.plain("pending-title")).await?;
    let pending = pending::pending(&context).await?;
    let names = Names::load(&context).await?;
    let titles = titles(&codebook::themes(&context).await?);
    let title = |code: &str| titles.get(code).cloned().unwrap_or_else(|| code.to_owned());
    let catalog = &session.catalog;
    let questions = pending
        .questions
        .iter()
        .map(|one| {
            let arguments = [("left", Value::from(one.left)), ("total", one.total.into())];
            (one.transcript.0.clone(), catalog.text("pending-questions-of", &arguments))
        })
        .collect();
    let adjusted = pending
        .adjusted
        .iter()
        .map(|coding| {
            let is_lost = coding.anchoring == Anchoring::Lost;
            let turn = [("turn", Value::Ordinal(coding.turns.0.into()))];
            Touched {
                id: coding.id.0.clone(),
                transcript: coding.transcript.0.clone(),
                address: format!("/transcripts/{}#t{}", coding.transcript, coding.turns.0.max(1)),
                place: if is_lost { String::new() } else { catalog.text("pending-turn", &turn) },
                code: title(coding.code.as_str()),
                who: names.of(&coding.coder).to_owned(),
                words: coding.anchor.exact.clone(),
                verdict: catalog.plain(if is_lost { "pending-lost" } else { "pending-adjusted-one" }),
                is_lost,
            }
        })
        .collect();
    let diagnostics = diagnostics(&pending, &session);
    let unplaced = pending
        .unplaced
        .iter()
        .map(|row| Unplaced {
            id: row.id.clone(),
            transcript: row.row.transcript.0.clone(),
            code: title(&row.row.code),
            who: names.of(&row.row.coder).to_owned(),
            words: match &row.row.passage {
                Passage::Quote { exact, .. } => exact.clone(),
                Passage::Source(_) | Passage::OfFile { .. } => String::new(),
            },
            reason: catalog.diagnostic_message(&row.diagnostic),
        })
        .collect();
    let unlinked = pending.unlinked.iter().map(|one| {
        let key = match (&one.also, one.respondent.is_empty()) {
            (Some(_), _) => "pending-linked-twice",
            (None, true) => "pending-names-nobody",
            (None, false) => "pending-names-unknown",
        };
        let also = one.also.as_ref().map_or("", |also| also.as_str());
        let arguments = [("respondent", one.respondent.as_str().into()), ("also", also.into())];
        (one.transcript.0.clone(), catalog.text(key, &arguments))
    });
    let unlinked = unlinked.collect();
    let lines = lines(&page, &pending, &names);
    render(&PendingPage { page, lines, questions, adjusted, unplaced, unlinked, diagnostics })
}

fn diagnostics(pending: &Pending, session: &Session) -> Vec<Found> {
    pending
        .diagnostics
        .iter()
        .map(|one| Found {
            severity: session.catalog.plain(if one.severity == Severity::Error {
                "severity-error"
            } else {
                "severity-warning"
            }),
            is_error: one.severity == Severity::Error,
            place: one.place.to_string(),
            message: session.catalog.diagnostic_message(one),
        })
        .collect()
}

/// What is done about a coding or a row.
#[derive(Debug, Deserialize)]
pub(crate) struct Act {
    operation: String,
    #[serde(default)]
    accept: bool,
}

/// Accepts or removes a coding that an edit moved or lost.
pub(crate) async fn repair(
    State(state): State<Arc<AppState>>,
    session: Session,
    Path(id): Path<String>,
    Json(act): Json<Act>,
) -> Result<Json<Json_>, WebError> {
    let repair = if act.accept { Repair::Accept } else { Repair::Remove };
    let context = state.context(&session);
    let number = pending::repair(&context, &act.operation, &RecordId(id), repair).await?;
    state.events.poke();
    Ok(Json(json!({ "operation": number })))
}

/// Removes a row without a place.
pub(crate) async fn drop_row(
    State(state): State<Arc<AppState>>,
    session: Session,
    Path(id): Path<String>,
    Json(act): Json<Act>,
) -> Result<Json<Json_>, WebError> {
    let number = pending::drop_row(&state.context(&session), &act.operation, &id).await?;
    state.events.poke();
    Ok(Json(json!({ "operation": number })))
}
