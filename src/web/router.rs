//! Every address of the workbench, in one list.

use std::sync::Arc;

use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{get, patch, post, put};

use super::state::AppState;
use super::{assets, error, events, route, session, swatch};

/// Builds the router over `state`.
pub(crate) fn router(state: Arc<AppState>) -> Router {
    Router::new()
        // Pages.
        .route("/", get(route::home::page))
        // What pages ask for and send.
        .route("/page/events", get(events::stream))
        .route("/page/session", put(session::choose))
        .route("/page/codings", post(route::coding::put))
        .route("/page/codings/{id}", patch(route::coding::patch).delete(route::coding::delete))
        .route("/page/codes", post(route::coding::make))
        .route("/page/undo", post(route::undo::undo))
        .route("/page/redo", post(route::undo::redo))
        .route("/page/memos", get(route::memo::list).post(route::memo::write))
        .route("/page/memos/{id}", patch(route::memo::change).delete(route::memo::remove))
        .route("/page/preferences", get(route::preference::list))
        .route("/page/preferences/{name}", put(route::preference::keep))
        .route("/page/transcripts/{id}/state", get(route::desk::state))
        .route("/page/transcripts/{id}/changes", get(route::desk::since))
        .route("/page/transcripts/{id}/place", put(route::desk::keep_place))
        .route("/page/transcripts/{id}/presence", put(route::desk::presence))
        // What they are made of.
        .route("/messages/{room}", get(assets::messages))
        .route("/study.css", get(swatch::style))
        .route("/assets/{version}/{*path}", get(assets::file))
        .fallback(error::not_found)
        // Read from the bottom up: the session is known before anything is answered, and failures
        // are told in its language.
        .layer(from_fn(error::tell))
        .layer(from_fn_with_state(Arc::clone(&state), session::guard))
        .layer(from_fn(session::harden))
        .with_state(state)
}
