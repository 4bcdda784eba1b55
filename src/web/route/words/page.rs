//! The page, or how far it is.

use std::sync::Arc;

use askama::Template;
use axum::Json;
use axum::extract::{Query, State};
use axum::response::Html;
use serde::Serialize;

use super::address::{Asked, pairs};
use super::class::{ClassView, class};
use super::{crossing, vocabulary};
use crate::analysis::lexical::Term;
use crate::analysis::statistics::undefined::Undefined;
use crate::app::findings::Overview;
use crate::app::lexical::{ClassesOutcome, LexicalOutcome, LexicalRequest, USUAL_SHARE};
use crate::i18n::Catalog;
use crate::report::document::Block;
use crate::report::numbered;
use crate::report::render::fragment;
use crate::web::behind::Stage;
use crate::web::error::WebError;
use crate::web::page::grid::Grid;
use crate::web::page::reason::reason as general;
use crate::web::page::{Nav, Page, render};
use crate::web::route::door::opened;
use crate::web::session::Session;
use crate::web::state::AppState;

/// All that stands on the page once the words are counted.
struct Shown {
    lead: String,
    /// What is said of all classes.
    remarks: Vec<String>,
    classes: Vec<ClassView>,
    /// Classes and profiles, written; empty without profiles.
    crossing: String,
    /// Vocabulary of the profiles, written; empty without profiles.
    vocabulary: String,
}

#[derive(Template)]
#[template(path = "words.html")]
struct WordsPage {
    page: Page,
    request: LexicalRequest,
    /// Where the page stands, with what it asks.
    here: String,
    /// Where to ask how far it is; empty when it is made.
    waiting: String,
    shown: Option<Shown>,
    /// Why nothing is shown, else empty.
    nothing: String,
    spoken: &'static str,
}

impl WordsPage {
    fn counts_forms(&self) -> bool {
        self.request.term == Term::Form
    }
}

/// How far the words are.
#[derive(Debug, Serialize)]
pub(crate) struct Progress {
    ready: bool,
    done: u64,
    total: u64,
}

/// Answers with the page.
pub(crate) async fn page(
    State(state): State<Arc<AppState>>,
    session: Session,
    Query(asked): Query<Asked>,
) -> Result<Html<String>, WebError> {
    let request = asked.request()?;
    let page = Page::new(&state, &session, Nav::Search, session.catalog.plain("words-title")).await?;
    let overview = state.overview(&session).await?;
    let asked = pairs(&request);
    let at = |path: &str| if asked.is_empty() { path.to_owned() } else { format!("{path}?{asked}") };
    let here = at("/words");
    let (mut waiting, mut nothing, mut told) = (String::new(), String::new(), None);
    match state.words(&session, &overview, request) {
        Stage::UnderWay(_) => waiting = at("/page/words"),
        Stage::Failed(error) => nothing = error.message(&session.catalog),
        Stage::Known(outcome) => told = Some(shown(&page, &overview, &outcome, &session.catalog, &here)),
    }
    let spoken = overview.material.settings.language.code();
    render(&WordsPage { page, request, here, waiting, shown: told, nothing, spoken })
}

/// Has the words counted, unless they are, and says how far they are.
pub(crate) async fn progress(
    State(state): State<Arc<AppState>>,
    session: Session,
    Query(asked): Query<Asked>,
) -> Result<Json<Progress>, WebError> {
    let overview = state.overview(&session).await?;
    Ok(Json(match state.words(&session, &overview, asked.request()?) {
        Stage::UnderWay(gauge) => {
            let (done, total) = gauge.told();
            Progress { ready: false, done, total }
        }
        Stage::Known(_) | Stage::Failed(_) => Progress { ready: true, done: 0, total: 0 },
    }))
}

fn shown(page: &Page, overview: &Overview, outcome: &LexicalOutcome, words: &Catalog, here: &str) -> Shown {
    let grid = Grid::of(page);
    let arguments = [
        ("interviews", outcome.interviews.len().into()),
        ("words", outcome.words.into()),
        ("entries", outcome.entries.into()),
    ];
    let spoken = overview.material.settings.language;
    let seed = overview.material.settings.typology.seed;
    let names = vocabulary::names(overview);
    let (mut remarks, mut classes) = (Vec::new(), Vec::new());
    match &outcome.classes {
        Ok(found) => {
            remarks = told_of_all(words, outcome, found, grid);
            classes = found.classes.iter().map(|one| class(grid, one, spoken)).collect();
        }
        Err(why) => {
            let why = reason(words, *why);
            remarks.push(words.text("lexical-no-classes", &[("reason", why.into())]));
        }
    }
    let crossed: Vec<Block> = match &outcome.by_profile {
        Some(Ok(found)) => vec![crossing::crossing(grid, outcome, found, &names, seed)],
        Some(Err(why)) => {
            vec![grid.paragraph("lexical-no-crossing", &[("reason", reason(words, *why).into())])]
        }
        None => Vec::new(),
    };
    // Numbered in the order of the page.
    let count = crossed.len();
    let blocks: Vec<Block> =
        crossed.into_iter().chain(vocabulary::of_all(grid, outcome.vocabulary.as_ref(), &names)).collect();
    let blocks = opened(numbered(blocks, words), &overview.findings, words, here);
    let (crossed, said) = blocks.split_at(count.min(blocks.len()));
    Shown {
        lead: words.text("lexical-words", &arguments),
        remarks,
        classes,
        crossing: fragment(crossed, words),
        vocabulary: fragment(said, words),
    }
}

/// What has to be said of all classes together.
fn told_of_all(
    words: &Catalog,
    outcome: &LexicalOutcome,
    found: &ClassesOutcome,
    grid: Grid<'_>,
) -> Vec<String> {
    let mut said = vec![words.text(
        "lexical-segments",
        &[
            ("segments", found.segments.into()),
            ("size", outcome.request.settings.segment.into()),
            ("terms", found.terms.into()),
            ("share", grid.format.share(found.classified_share, 0).into()),
        ],
    )];
    if found.classified_share < USUAL_SHARE {
        said.push(words.plain("lexical-few-classified"));
    }
    if let Some(why) = found.tree.stopped.filter(|_| found.double.is_none()) {
        let arguments = [("classes", found.tree.classes.into()), ("reason", reason(words, why).into())];
        said.push(words.text("lexical-stopped", &arguments));
    }
    match &found.double {
        Some(Ok(double)) => {
            said.push(words.text("lexical-double", &[("classes", double.classes.len().into())]));
        }
        Some(Err(why)) => {
            said.push(words.text("lexical-no-double", &[("reason", reason(words, *why).into())]));
        }
        None => {}
    }
    said.push(words.plain("words-discourse"));
    said
}

/// Says why in the words of segments and profiles where there are some.
pub(super) fn reason(words: &Catalog, why: Undefined) -> String {
    let key = match why {
        Undefined::ConstantValues => "lexical-reason-constant",
        Undefined::NoObservations => "lexical-reason-nothing",
        Undefined::SingleGroup => "lexical-reason-single-group",
        Undefined::EmptyTable => "lexical-reason-empty-table",
        Undefined::NeverPresent => "lexical-reason-never",
        Undefined::AlwaysPresent => "lexical-reason-always",
        Undefined::TooFew { needed, present } => {
            let arguments = [("needed", needed.into()), ("present", present.into())];
            return words.text("lexical-reason-few", &arguments);
        }
        other => return general(words, other),
    };
    words.plain(key)
}
