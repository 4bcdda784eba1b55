//! The page of the codebook: the tree, and what is open of it.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Html;
use serde::Deserialize;

use super::view::{self, CodeView};
use crate::app::codebook::{self, Shelf, ShelfCode};
use crate::app::coders;
use crate::app::codes::CodeChoices;
use crate::domain::CodeId;
use crate::i18n::format::Format;
use crate::web::error::WebError;
use crate::web::page::{Nav, Page, render};
use crate::web::session::Session;
use crate::web::state::AppState;

/// A theme in the tree.
pub(super) struct TreeTheme {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) index: usize,
    pub(super) count: usize,
    pub(super) colour: String,
    pub(super) summary: String,
    pub(super) is_current: bool,
    pub(super) codes: Vec<TreeCode>,
}

/// A code in the tree.
pub(super) struct TreeCode {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) parent: String,
    pub(super) definition: String,
    pub(super) variant: usize,
    /// From 2: its theme is on level 1.
    pub(super) level: usize,
    pub(super) count: usize,
    pub(super) is_current: bool,
    pub(super) is_retired: bool,
}

/// What is open beside the tree.
enum Open {
    /// The whole codebook.
    All,
    /// A theme: its place in the list.
    Theme(usize),
    /// A code.
    Code(Box<CodeView>),
}

#[derive(Template)]
#[template(path = "codebook.html")]
struct CodebookPage {
    page: Page,
    operation: i64,
    themes: Vec<TreeTheme>,
    open: Open,
    choices: String,
}

impl CodebookPage {
    fn theme(&self) -> Option<&TreeTheme> {
        match self.open {
            Open::Theme(place) => self.themes.get(place),
            _ => None,
        }
    }

    fn code(&self) -> Option<&CodeView> {
        match &self.open {
            Open::Code(code) => Some(code),
            _ => None,
        }
    }

    fn is_all(&self) -> bool {
        matches!(self.open, Open::All)
    }
}

/// Which theme is open.
#[derive(Debug, Deserialize)]
pub(crate) struct Which {
    theme: Option<String>,
}

/// Answers with the codebook, or with a theme of it.
pub(crate) async fn page(
    State(state): State<Arc<AppState>>,
    session: Session,
    Query(which): Query<Which>,
) -> Result<Html<String>, WebError> {
    let context = state.context(&session);
    let shelf = codebook::shelf(&context).await?;
    let open = match &which.theme {
        None => Open::All,
        Some(id) => {
            let place = shelf.themes.iter().position(|theme| theme.theme.id.as_str() == id);
            Open::Theme(place.ok_or_else(|| WebError::missing("codebook-unknown-theme", &[("theme", id)]))?)
        }
    };
    answer(&state, &session, &shelf, open).await
}

/// Answers with a code.
pub(crate) async fn code(
    State(state): State<Arc<AppState>>,
    session: Session,
    Path(id): Path<String>,
) -> Result<Html<String>, WebError> {
    let context = state.context(&session);
    let shelf = codebook::shelf(&context).await?;
    let id = CodeId(id);
    if !shelf.themes.iter().flat_map(|theme| &theme.codes).any(|code| code.code.id == id) {
        return Err(WebError::missing("codebook-unknown-code", &[("code", id.as_str())]));
    }
    let found = codebook::code_page(&context, &shelf, &id).await?;
    let coders = coders::list(&context).await?;
    let names = coders.into_iter().map(|coder| (coder.id.0, coder.name)).collect();
    let view = view::lay_out(&session, &shelf, &found, &names);
    answer(&state, &session, &shelf, Open::Code(Box::new(view))).await
}

async fn answer(
    state: &AppState,
    session: &Session,
    shelf: &Shelf,
    open: Open,
) -> Result<Html<String>, WebError> {
    let nav = session.catalog.plain("nav-codebook");
    let title = match &open {
        Open::All => nav,
        Open::Theme(place) => {
            shelf.themes.get(*place).map_or(nav.clone(), |theme| format!("{}, {nav}", theme.theme.title))
        }
        Open::Code(code) => format!("{}, {nav}", code.title),
    };
    let page = Page::new(state, session, Nav::Codebook, title).await?;
    let choices = CodeChoices::of(&state.context(session)).await?;
    let choices = serde_json::to_string(&choices).unwrap_or_default();
    let themes = tree(session, shelf, &open);
    render(&CodebookPage { page, operation: shelf.operation, themes, open, choices })
}

fn tree(session: &Session, shelf: &Shelf, open: &Open) -> Vec<TreeTheme> {
    let format = Format::new(session.language);
    let themes = shelf.themes.iter().enumerate().map(|(index, shown)| TreeTheme {
        id: shown.theme.id.0.clone(),
        title: shown.theme.title.clone(),
        index,
        count: shown.codes.iter().map(|code| code.count).sum(),
        colour: shown.theme.colour.clone().unwrap_or_default(),
        summary: shown.theme.summary.clone(),
        is_current: matches!(open, Open::Theme(place) if *place == index),
        codes: shown.codes.iter().map(|code| tree_code(format, code, open)).collect(),
    });
    themes.collect()
}

fn tree_code(format: Format, shown: &ShelfCode, open: &Open) -> TreeCode {
    let code = &shown.code;
    TreeCode {
        id: code.id.0.clone(),
        title: code.title.clone(),
        parent: code.parent.as_ref().map(|parent| parent.0.clone()).unwrap_or_default(),
        definition: format.spaced(&code.definition),
        variant: shown.variant,
        level: shown.depth + 2,
        count: shown.count,
        is_current: matches!(open, Open::Code(view) if view.id == code.id.0),
        is_retired: code.retired.is_some(),
    }
}
