//! Every address of the workbench, in one list.

use std::sync::Arc;

use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{get, put};

use super::state::AppState;
use super::{api, assets, error, events, route, session, swatch};

/// Builds the router over `state`.
pub(crate) fn router(state: Arc<AppState>) -> Router {
    Router::new()
        // Pages.
        .route("/", get(route::home::page))
        .route("/questionnaire", get(route::questionnaire::page::page))
        .route("/indicators", get(route::indicators::page))
        .route("/typology", get(route::typology::page::page))
        // What pages ask for and send.
        .route("/page/events", get(events::stream))
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
        .route("/page/typology/draws", get(route::typology::draws::progress))
        .route("/page/typology/assignments/{case}", put(route::typology::change::assign))
        .route("/page/typology/names/{place}", put(route::typology::change::name))
        .route("/page/typology/portraits/{place}", put(route::typology::change::portray))
        .route("/page/typology/measures/{axis}", put(route::typology::change::measure))
        .route("/page/typology/weights/{code}", put(route::typology::change::weigh))
        .route("/page/readings/{place}", put(route::typology::change::conclude))
        // What they are made of.
        .route("/plot.css", get(route::drawing::style))
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
