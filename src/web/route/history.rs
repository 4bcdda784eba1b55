//! The journal: who did what, when, page by page; one's own newest change can be taken back.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Query, State};
use axum::response::Html;
use serde::Deserialize;

use crate::app::coders::{self, Coder, Names};
use crate::app::{codebook, history};
use crate::web::error::WebError;
use crate::web::page::history::{Done, done};
use crate::web::page::{Nav, Page, render};
use crate::web::route::home::titles;
use crate::web::session::Session;
use crate::web::state::AppState;

/// Changes on a page.
const PER_PAGE: usize = 50;

/// Which changes.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Wanted {
    #[serde(default)]
    coder: String,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    transcript: String,
    /// From 1.
    #[serde(default)]
    page: usize,
}

#[derive(Template)]
#[template(path = "history.html")]
struct HistoryPage {
    page: Page,
    wanted: Wanted,
    coders: Vec<Coder>,
    kinds: Vec<(String, String)>,
    done: Vec<Done>,
    count: String,
    newer: Option<usize>,
    older: Option<usize>,
    /// Number of one's own newest change that stands.
    mine: Option<i64>,
}

impl HistoryPage {
    /// Tells whether a change is the one that one's next undo takes back.
    fn is_next(&self, number: &i64) -> bool {
        self.mine == Some(*number)
    }
}

/// Answers with the journal.
pub(crate) async fn page(
    State(state): State<Arc<AppState>>,
    session: Session,
    Query(mut wanted): Query<Wanted>,
) -> Result<Html<String>, WebError> {
    let context = state.context(&session);
    let page = Page::new(&state, &session, Nav::Other, session.catalog.plain("page-history")).await?;
    let names = Names::load(&context).await?;
    let titles = titles(&codebook::themes(&context).await?);
    let mut entries = history::recent(&context, 0, usize::MAX).await?;
    let mine = entries
        .iter()
        .map(|entry| &entry.operation)
        .find(|one| one.coder == session.coder.0 && one.undoes.is_none() && one.undone_by.is_none())
        .map(|one| one.number);
    let mut kinds: Vec<String> = entries.iter().map(|entry| entry.operation.kind.clone()).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let kinds = kinds
        .into_iter()
        .map(|kind| {
            let key = format!("history-kind-{kind}");
            let title = if session.catalog.has(&key) { session.catalog.plain(&key) } else { kind.clone() };
            (kind, title)
        })
        .collect();
    entries.retain(|entry| {
        let operation = &entry.operation;
        (wanted.coder.is_empty() || operation.coder == wanted.coder)
            && (wanted.kind.is_empty() || operation.kind == wanted.kind)
            && (wanted.transcript.is_empty()
                || entry.transcripts.iter().any(|id| id.as_str() == wanted.transcript))
    });
    let pages = entries.len().div_ceil(PER_PAGE).max(1);
    wanted.page = wanted.page.clamp(1, pages);
    let shown = entries.iter().skip((wanted.page - 1) * PER_PAGE).take(PER_PAGE);
    render(&HistoryPage {
        done: shown.map(|entry| done(&session.catalog, &names, &titles, entry, &session.coder)).collect(),
        count: page.count("history-count", &entries.len()),
        newer: (wanted.page > 1).then(|| wanted.page - 1),
        older: (wanted.page < pages).then_some(wanted.page + 1),
        coders: coders::list(&context).await?,
        kinds,
        page,
        wanted,
        mine,
    })
}
