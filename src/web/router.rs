//! Every address of the workbench, in one list.

use std::sync::Arc;

use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{delete, get, post, put};

use super::state::AppState;
use super::{assets, error, events, route, session, swatch};

/// Builds the router over `state`.
pub(crate) fn router(state: Arc<AppState>) -> Router {
    Router::new()
        // Pages.
        .route("/", get(route::home::page))
        .route("/transcripts", get(route::home::list))
        .route("/pending", get(route::home::pending))
        // What pages ask for and send.
        .route("/page/events", get(events::stream))
        .route("/page/pending/codings/{id}", post(route::home::repair))
        .route("/page/pending/rows/{id}", delete(route::home::drop_row))
        .route("/page/session", put(session::choose))
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
