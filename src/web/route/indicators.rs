//! The administrative indicators: what was done, for whom, how long.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Html;

use crate::report::{Chapter, chapter};
use crate::web::error::WebError;
use crate::web::page::{Nav, Page, render};
use crate::web::route::door::told;
use crate::web::session::Session;
use crate::web::state::AppState;

#[derive(Template)]
#[template(path = "indicators.html")]
struct IndicatorsPage {
    page: Page,
    /// The chapter of the report; empty without records.
    blocks: String,
    threshold: String,
}

/// Answers with the indicators.
pub(crate) async fn page(
    State(state): State<Arc<AppState>>,
    session: Session,
) -> Result<Html<String>, WebError> {
    let overview = state.overview(&session).await?;
    let title = session.catalog.plain("survey-indicators");
    let page = Page::new(&state, &session, Nav::Questionnaire, title).await?;
    let blocks = chapter(&overview.findings, &session.catalog, Chapter::Activity);
    let blocks = told(blocks, &overview.findings, &session.catalog, "/indicators");
    let threshold = overview.material.settings.report.threshold.to_string();
    render(&IndicatorsPage { page, blocks, threshold })
}
