//! The pages of the methods, in the reader's language: what figures rest on.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Html;
use serde::Deserialize;

use crate::report::method::{Method, Part};
use crate::report::render::method_page;
use crate::web::error::WebError;
use crate::web::page::led::way_back;
use crate::web::page::{Nav, Page, render};
use crate::web::session::Session;
use crate::web::state::AppState;

/// Where a page of a method was asked for from.
#[derive(Debug, Deserialize)]
pub(crate) struct Asked {
    from: Option<String>,
}

/// A method in the list.
struct Entry {
    name: &'static str,
    title: &'static str,
    question: &'static str,
}

#[derive(Template)]
#[template(path = "methods/list.html")]
struct ListPage {
    page: Page,
    entries: Vec<Entry>,
}

#[derive(Template)]
#[template(path = "methods/page.html")]
struct MethodPage {
    page: Page,
    /// Its text, written.
    text: String,
    /// Where the reader comes from.
    back: Option<String>,
}

/// Answers with the list of the methods.
pub(crate) async fn list(
    State(state): State<Arc<AppState>>,
    session: Session,
) -> Result<Html<String>, WebError> {
    let page = Page::new(&state, &session, Nav::Other, session.catalog.plain("methods-title")).await?;
    let language = session.language;
    let entry = |method: &Method| Entry {
        name: method.name(),
        title: method.title(language),
        // The first paragraph is the question in one sentence.
        question: method.section(Part::Question, language).1.split("\n\n").next().unwrap_or_default(),
    };
    render(&ListPage { page, entries: Method::ALL.iter().map(entry).collect() })
}

/// Answers with the page of a method.
pub(crate) async fn page(
    State(state): State<Arc<AppState>>,
    session: Session,
    Path(name): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Html<String>, WebError> {
    let method = Method::named(&name)
        .ok_or_else(|| WebError::missing("no-page", &[("path", &format!("/methods/{name}"))]))?;
    let page = Page::new(&state, &session, Nav::Other, method.title(session.language)).await?;
    let back = way_back(asked.from.as_deref()).map(str::to_owned);
    render(&MethodPage { page, text: method_page(method, session.language), back })
}
