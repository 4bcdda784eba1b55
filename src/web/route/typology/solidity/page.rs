//! The page: its parts in their order, or how far the trials are.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Html;

use super::trial::Trial;
use crate::analysis::typology::Typology;
use crate::app::findings::Overview;
use crate::app::typology::verdict_in_words;
use crate::i18n::Catalog;
use crate::report::document::Block;
use crate::report::numbered;
use crate::report::render::fragment;
use crate::web::error::WebError;
use crate::web::page::grid::Grid;
use crate::web::page::{Nav, Page, render};
use crate::web::route::door::opened;
use crate::web::session::Session;
use crate::web::state::AppState;

/// Where the page is.
const HERE: &str = "/typology/solidity";

/// A part of the page.
struct Part {
    anchor: &'static str,
    title: String,
    body: String,
}

/// All that stands on the page once the trials are made.
struct Shown {
    lead: String,
    verdict: String,
    parts: Vec<Part>,
}

#[derive(Template)]
#[template(path = "solidity.html")]
struct SolidityPage {
    page: Page,
    shown: Option<Shown>,
    /// Why there are no profiles, else empty: the trials are under way.
    nothing: String,
}

/// Answers with the trials.
pub(crate) async fn page(
    State(state): State<Arc<AppState>>,
    session: Session,
) -> Result<Html<String>, WebError> {
    let overview = state.overview(&session).await?;
    // Begun now, told by the page when they are made.
    let _under_way = state.draw(&session, &overview, true);
    let title = session.catalog.plain("trial-title");
    let page = Page::new(&state, &session, Nav::Typology, title).await?;
    let tried = state.tried(&overview);
    let shown = tried.and_then(|typology| shown(&page, &overview, &typology, &session.catalog));
    let nothing = overview.no_profiles.clone().unwrap_or_default();
    render(&SolidityPage { page, shown, nothing })
}

fn shown(page: &Page, overview: &Overview, typology: &Typology, words: &Catalog) -> Option<Shown> {
    let trials = typology.stability.as_ref()?;
    let trial = Trial { grid: Grid::of(page), overview, typology, trials };
    let told: [(&'static str, &str, Vec<Block>); 6] = [
        ("structure", "stability-structure", trial.structure()),
        ("optimum", "trial-part-optimum", trial.optimum()),
        ("places", "trial-part-places", trial.places()),
        ("redrawn", "trial-part-redrawn", trial.redrawn()),
        ("codes", "stability-without-code", trial.without_codes()),
        ("others", "stability-checks", trial.others()),
    ];
    // Numbered in the order of the page, then cut again into its parts.
    let lengths: Vec<usize> = told.iter().map(|(_, _, blocks)| blocks.len()).collect();
    let heads: Vec<(&'static str, String)> =
        told.iter().map(|(anchor, key, _)| (*anchor, words.plain(key))).collect();
    let blocks: Vec<Block> = told.into_iter().flat_map(|(_, _, blocks)| blocks).collect();
    let mut blocks = opened(numbered(blocks, words), &overview.findings, words, HERE).into_iter();
    let parts = heads
        .into_iter()
        .zip(lengths)
        .map(|((anchor, title), length)| {
            let own: Vec<Block> = blocks.by_ref().take(length).collect();
            Part { anchor, title, body: fragment(&own, words) }
        })
        .filter(|part| !part.body.is_empty())
        .collect();
    let arguments = [
        ("n", trials.cases.into()),
        ("groups", typology.groups.len().into()),
        ("seed", trials.seed.to_string().into()),
    ];
    Some(Shown {
        lead: words.text("trial-lead", &arguments),
        verdict: verdict_in_words(words, typology),
        parts,
    })
}
