//! Every address of the workbench, in one list.

use std::sync::Arc;

use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{delete, get, post, put};

use super::state::AppState;
use super::{api, assets, error, events, route, session, swatch};

/// Builds the router over `state`.
pub(crate) fn router(state: Arc<AppState>) -> Router {
    Router::new()
        // Pages.
        .route("/", get(route::home::page))
        .route("/search", get(route::search::page))
        .route("/matrices", get(route::matrices::page))
        .route("/matrices.csv", get(route::matrices::table))
        .route("/passages", get(route::passages::page))
        .route("/passages.csv", get(route::passages::table))
        .route("/transcripts", get(route::transcript::first))
        .route("/transcripts/{id}", get(route::transcript::page))
        // What pages ask for and send.
        .route("/page/events", get(events::stream))
        .route("/page/transcripts/{id}/correction", post(route::correction::correct))
        .route("/page/transcripts/{id}/correction/preview", post(route::correction::preview))
        .route("/page/search/results", get(route::search::results))
        .route("/page/search/places", get(route::search::places))
        .route("/page/search/codings", post(route::search::bulk))
        .route("/page/passages", get(route::passages::json))
        .route("/page/queries", get(route::passages::queries).post(route::passages::save))
        .route("/page/queries/{id}", delete(route::passages::remove))
        .route("/page/session", put(session::choose))
        // The public interface.
        .route("/api/v1/openapi.json", get(api::document::answer))
        .route("/api/v1/study", get(api::material::study))
        .route("/api/v1/codebook", get(api::material::codebook))
        .route("/api/v1/codings", get(api::codings::list))
        .route("/api/v1/search", get(api::search::search))
        .route("/api/v1/matrices/{columns}", get(api::results::matrix))
        .route("/api/v1/typology", get(api::results::typology))
        .route("/api/v1/link", get(api::results::link))
        .route("/api/v1/indicators", get(api::results::indicators))
        .route("/api/v1/operations", get(api::history::list))
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
