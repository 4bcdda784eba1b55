//! The page: everything of it, from the findings as they stand.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Query, State};
use axum::response::Html;
use serde::Deserialize;
use tokio::task::spawn_blocking;

use super::axis::{AxisChoice, Weights};
use super::card::{Card, Tab};
use super::methods::{Methods, OpenCase};
use super::{axis, card, methods};
use crate::app::AppError;
use crate::app::findings::Overview;
use crate::i18n::Catalog;
use crate::report::document::{Block, Drawn};
use crate::report::{board, firmness};
use crate::web::behind::Stage;
use crate::web::error::WebError;
use crate::web::lexicon::Vocabulary;
use crate::web::page::{Nav, Page, render};
use crate::web::route::door::{encoded, written};
use crate::web::session::Session;
use crate::web::state::AppState;

/// What the page is asked to open.
#[derive(Debug, Deserialize)]
pub(crate) struct Open {
    profile: Option<String>,
    case: Option<String>,
}

#[derive(Template)]
#[template(path = "typology.html")]
struct TypologyPage {
    page: Page,
    shown: Option<Shown>,
    /// Why there are no profiles.
    nothing: String,
}

/// All that stands on the page.
struct Shown {
    /// Where the page stands, with what it has open.
    here: String,
    title: String,
    lead: String,
    plane: Drawn,
    table: String,
    axes: Vec<AxisChoice>,
    axis_titles: Vec<String>,
    weights: Vec<Weights>,
    tabs: Vec<Tab>,
    card: Card,
    methods: Methods,
    case: OpenCase,
    /// How firm the profiles are, once the draws are known.
    firm: Option<String>,
}

/// Answers with the typology.
pub(crate) async fn page(
    State(state): State<Arc<AppState>>,
    session: Session,
    Query(open): Query<Open>,
) -> Result<Html<String>, WebError> {
    let overview = state.overview(&session).await?;
    // Begun now, told by the page when they are made.
    let _under_way = state.draw(&session, &overview, false);
    let words = state.vocabulary(&overview);
    // Value-tests and their p take the processor, once for each state of the study.
    let (of, language) = (Arc::clone(&overview), session.language);
    spawn_blocking(move || of.sheets(language).is_some())
        .await
        .map_err(|_| AppError::Stopped { what: "profiles" })?;
    let page = Page::new(&state, &session, Nav::Typology, session.catalog.plain("nav-typology")).await?;
    let nothing = overview.no_profiles.clone().unwrap_or_default();
    let shown = shown(&page, &overview, &open, words.as_ref(), &session.catalog);
    render(&TypologyPage { page, shown, nothing })
}

fn shown(
    page: &Page,
    overview: &Overview,
    open: &Open,
    said: Option<&Stage<Vocabulary>>,
    words: &Catalog,
) -> Option<Shown> {
    let findings = &overview.findings;
    let typology = findings.typology.as_ref()?;
    let person = |id: &str| findings.people.iter().find(|person| person.id == id);
    let named = open.profile.as_ref();
    let rank = named
        .and_then(|name| typology.profiles.iter().position(|profile| profile.name == *name))
        .or_else(|| open.case.as_deref().and_then(person).and_then(|person| person.profile))
        .unwrap_or(0);
    let asked = open.case.as_deref().filter(|id| person(id).is_some());
    let board = board(findings, words, asked, &|case| address(None, Some(case)))?;
    let central = typology.profiles.get(rank)?.paragon.and_then(|at| findings.people.get(at));
    let first = || findings.people.iter().find(|person| person.profile == Some(rank));
    let case = asked.or_else(|| central.or_else(first).map(|person| person.id.as_str()))?;
    let here = address(named.map(String::as_str), asked);
    let lead = written(vec![Block::Paragraph(board.lead)], findings, words, &here);
    let table = written(vec![Block::Table(board.table)], findings, words, &here);
    Some(Shown {
        title: board.title,
        lead,
        plane: board.plane,
        table,
        axes: axis::axes(page, overview),
        axis_titles: axis::titles(page, overview),
        weights: axis::weights(page, overview),
        tabs: card::tabs(overview, rank, asked),
        card: card::card(page, overview, rank, said, &here)?,
        methods: methods::methods(page, overview, Some(case))?,
        case: methods::open_case(page, overview, case)?,
        firm: overview.is_drawn.then(|| written(firmness(findings, words), findings, words, &here)),
        here,
    })
}

/// The address of the page with a profile and a case open.
pub(super) fn address(profile: Option<&str>, case: Option<&str>) -> String {
    let parts: Vec<String> = [("profile", profile), ("case", case)]
        .into_iter()
        .filter_map(|(name, value)| Some(format!("{name}={}", encoded(value?))))
        .collect();
    if parts.is_empty() { "/typology".to_owned() } else { format!("/typology?{}", parts.join("&")) }
}
