//! The page, in the order of the report.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Html;
use tokio::task::spawn_blocking;

use super::joint::{Joint, joint};
use super::reliability::{ScaleCard, scales};
use super::weighted;
use crate::app::AppError;
use crate::app::findings::Overview;
use crate::i18n::Catalog;
use crate::report::document::Block;
use crate::report::render::fragment;
use crate::report::{Chapter, chapter, numbered};
use crate::web::error::WebError;
use crate::web::page::grid::Grid;
use crate::web::page::{Nav, Page, render};
use crate::web::route::door::{is_called, opened};
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
    practices: String,
    sample: String,
    weighted: String,
    threshold: String,
}

/// Where the page is.
const HERE: &str = "/questionnaire";

/// Answers with the questionnaire.
pub(crate) async fn page(
    State(state): State<Arc<AppState>>,
    session: Session,
) -> Result<Html<String>, WebError> {
    let overview = state.overview(&session).await?;
    // Weights take the processor, once for each state of the study.
    let (of, words) = (Arc::clone(&overview), Arc::clone(&session.catalog));
    spawn_blocking(move || of.weighted(&words).is_some())
        .await
        .map_err(|_| AppError::Stopped { what: "weights" })?;
    let title = session.catalog.plain("nav-questionnaire");
    let page = Page::new(&state, &session, Nav::Questionnaire, title).await?;
    let shown = overview.survey.is_some().then(|| shown(&page, &overview, &session.catalog));
    render(&QuestionnairePage { page, shown })
}

fn shown(page: &Page, overview: &Overview, words: &Catalog) -> Shown {
    let findings = &overview.findings;
    let survey = chapter(findings, words, Chapter::Questionnaire);
    let material = chapter(findings, words, Chapter::Material);
    // In the order of the page, so that figures are numbered as they are met.
    let mut placed: Vec<(Part, Block)> = Vec::new();
    for part in Part::ALL {
        let from = if part == Part::Sample { &material } else { &survey };
        placed.extend(from.iter().filter(|block| part.holds(block)).map(|block| (part, block.clone())));
        if part == Part::Weighted {
            let weighted = weighted::blocks(Grid::of(page), overview);
            placed.extend(weighted.into_iter().map(|block| (part, block)));
        }
    }
    let (parts, blocks): (Vec<Part>, Vec<Block>) = placed.into_iter().unzip();
    let blocks = opened(numbered(blocks, words), findings, words, HERE);
    let pick = |wanted: Part| -> String {
        let own = parts.iter().zip(&blocks).filter(|(part, _)| **part == wanted);
        fragment(&own.map(|(_, block)| block.clone()).collect::<Vec<_>>(), words)
    };
    let joint = blocks.iter().find_map(|block| match block {
        Block::Table(table) if table.name == "joint" => joint(page, overview, table, words),
        _ => None,
    });
    Shown {
        lead: pick(Part::Lead),
        scales: scales(page, overview),
        scores: pick(Part::Scores),
        joint,
        assignment: pick(Part::Assignment),
        items: pick(Part::Items),
        practices: pick(Part::Practices),
        sample: pick(Part::Sample),
        weighted: pick(Part::Weighted),
        threshold: overview.material.settings.report.threshold.to_string(),
    }
}

/// A part of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Lead,
    Items,
    Scores,
    Joint,
    Assignment,
    Practices,
    Sample,
    Weighted,
}

impl Part {
    /// In the order of the page.
    const ALL: [Self; 8] = [
        Self::Lead,
        Self::Items,
        Self::Scores,
        Self::Joint,
        Self::Assignment,
        Self::Practices,
        Self::Sample,
        Self::Weighted,
    ];

    /// Tells whether a block of the report belongs here.
    fn holds(self, block: &Block) -> bool {
        let called = |names: &[&str]| names.iter().any(|name| is_called(block, name));
        match self {
            Self::Lead => matches!(block, Block::Paragraph(_)),
            Self::Items => called(&["items", "ratings"]),
            Self::Scores => called(&["scores"]),
            Self::Joint => called(&["joint"]),
            // What the table does not say stands beside it.
            Self::Assignment => called(&["assignment"]) || matches!(block, Block::Box { .. }),
            Self::Practices => called(&["practices"]),
            Self::Sample => called(&["sample"]),
            // The report has none.
            Self::Weighted => false,
        }
    }
}
