//! One's own preferences: language, theme, favourites, keys.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Html;

use crate::app::{codebook, preference};
use crate::domain::codebook::Theme;
use crate::web::error::WebError;
use crate::web::page::{Nav, Page, render};
use crate::web::session::Session;
use crate::web::state::AppState;

/// Favourites that digits put.
const FAVOURITES: usize = 9;

#[derive(Template)]
#[template(path = "preferences.html")]
struct PreferencesPage {
    page: Page,
    themes: Vec<Theme>,
    favourites: Vec<String>,
}

/// Answers with the preferences.
pub(crate) async fn page(
    State(state): State<Arc<AppState>>,
    session: Session,
) -> Result<Html<String>, WebError> {
    let context = state.context(&session);
    let page = Page::new(&state, &session, Nav::Other, session.catalog.plain("page-preferences")).await?;
    let kept = preference::get(&context, "favourites").await?;
    let kept = kept.as_ref().and_then(|kept| kept.as_array().cloned()).unwrap_or_default();
    let mut favourites: Vec<String> = kept.iter().filter_map(|one| one.as_str().map(str::to_owned)).collect();
    favourites.resize(FAVOURITES, String::new());
    render(&PreferencesPage { page, themes: codebook::themes(&context).await?, favourites })
}
