//! The first page: where the study stands, what to do next.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Html;

use crate::web::error::WebError;
use crate::web::page::{Nav, Page, render};
use crate::web::session::Session;
use crate::web::state::AppState;

#[derive(Template)]
#[template(path = "home.html")]
struct HomePage {
    page: Page,
}

/// Answers with the first page.
pub(crate) async fn page(
    State(state): State<Arc<AppState>>,
    session: Session,
) -> Result<Html<String>, WebError> {
    let page = Page::new(&state, &session, Nav::Home, session.catalog.plain("nav-home")).await?;
    render(&HomePage { page })
}
