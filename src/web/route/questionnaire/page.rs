//! The page, in the order of the report.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Html;

use super::joint::{Joint, joint};
use super::reliability::{ScaleCard, scales};
use crate::app::findings::Overview;
use crate::i18n::Catalog;
use crate::report::document::Block;
use crate::report::{Chapter, chapter};
use crate::web::error::WebError;
use crate::web::page::{Nav, Page, render};
use crate::web::route::door::{is_called, opened, written};
use crate::web::session::Session;
use crate::web::state::AppState;

#[derive(Template)]
#[template(path = "questionnaire.html")]
struct QuestionnairePage {
    page: Page,
    shown: Option<Shown>,
}

/// All that stands on the page; a part is empty where the study has nothing for it.
struct Shown {
    lead: String,
    scales: Vec<ScaleCard>,
    scores: String,
    joint: Option<Joint>,
    assignment: String,
    items: String,
    ratings: String,
    practices: String,
    sample: String,
    threshold: String,
}

/// Answers with the questionnaire.
pub(crate) async fn page(
    State(state): State<Arc<AppState>>,
    session: Session,
) -> Result<Html<String>, WebError> {
    let overview = state.overview(&session).await?;
    let title = session.catalog.plain("nav-questionnaire");
    let page = Page::new(&state, &session, Nav::Questionnaire, title).await?;
    let shown = overview.survey.is_some().then(|| shown(&page, &overview, &session.catalog));
    render(&QuestionnairePage { page, shown })
}

fn shown(page: &Page, overview: &Overview, words: &Catalog) -> Shown {
    let findings = &overview.findings;
    let blocks = chapter(findings, words, Chapter::Questionnaire);
    let sample = chapter(findings, words, Chapter::Material);
    let pick = |from: &[Block], wanted: &dyn Fn(&Block) -> bool| -> String {
        written(from.iter().filter(|block| wanted(block)).cloned().collect(), findings, words)
    };
    let called = |name: &'static str| move |block: &Block| is_called(block, name);
    let joint = opened(blocks.clone(), findings).iter().find_map(|block| match block {
        Block::Table(table) if table.name == "joint" => joint(page, overview, table, words),
        _ => None,
    });
    Shown {
        lead: pick(&blocks, &|block| matches!(block, Block::Paragraph(_))),
        scales: scales(page, overview),
        scores: pick(&blocks, &called("scores")),
        joint,
        // What the table does not say stands beside it.
        assignment: pick(&blocks, &|block| {
            is_called(block, "assignment") || matches!(block, Block::Box { .. })
        }),
        items: pick(&blocks, &called("items")),
        ratings: pick(&blocks, &called("ratings")),
        practices: pick(&blocks, &called("practices")),
        sample: pick(&sample, &called("sample")),
        threshold: overview.material.settings.report.threshold.to_string(),
    }
}
