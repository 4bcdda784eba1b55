//! Every address of the workbench, in one list.

use std::sync::Arc;

use axum::Router;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{delete, get, patch, post, put};

use super::state::AppState;
use super::{api, assets, error, events, route, session, swatch};

/// Builds the router over `state`.
pub(crate) fn router(state: Arc<AppState>) -> Router {
    Router::new()
        // Pages.
        .route("/", get(route::home::page))
        .route("/codebook", get(route::codebook::page))
        .route("/codebook/{code}", get(route::codebook::code))
        .route("/search", get(route::search::page))
        .route("/matrices", get(route::matrices::page))
        .route("/matrices.csv", get(route::matrices::table))
        .route("/passages", get(route::passages::page))
        .route("/passages.csv", get(route::passages::table))
        .route("/transcripts/{id}", get(route::transcript::page))
        .route("/questionnaire", get(route::questionnaire::page::page))
        .route("/indicators", get(route::indicators::page))
        .route("/typology", get(route::typology::page::page))
        // What pages ask for and send.
        .route("/page/events", get(events::stream))
        .route("/page/codebook", get(route::codebook::shelf))
        .route("/page/codebook/codes", post(route::codebook::make_code))
        .route("/page/codebook/themes", post(route::codebook::make_theme))
        .route("/page/codebook/themes/{id}", patch(route::codebook::change_theme))
        .route("/page/codes/{id}", patch(route::codebook::change_code))
        .route("/page/codes/{id}/move", post(route::codebook::move_code))
        .route("/page/codes/{id}/merge", post(route::codebook::merge))
        .route("/page/codes/{id}/split", post(route::codebook::split))
        .route("/page/codes/{id}/retire", post(route::codebook::retire))
        .route("/page/codes/{id}/reinstate", post(route::codebook::reinstate))
        .route("/page/codes/{id}/checked", post(route::codebook::check))
        .route("/page/transcripts/{id}/correction", post(route::correction::correct))
        .route("/page/transcripts/{id}/correction/preview", post(route::correction::preview))
        .route("/page/search/results", get(route::search::results))
        .route("/page/search/places", get(route::search::places))
        .route("/transcripts", get(route::home::list))
        .route("/pending", get(route::home::pending))
        .route("/memos", get(route::notebook::page))
        .route("/history", get(route::history::page))
        .route("/preferences", get(route::preferences::page))
        .route("/coders", get(route::coders::index))
        .route("/coders/{id}", get(route::coders::reading))
        // What pages ask for and send.
        .route("/page/coders/{id}", get(route::coders::data))
        .route("/page/coders/{id}/settle", post(route::coders::settle))
        .route("/page/pending/codings/{id}", post(route::home::repair))
        .route("/page/pending/rows/{id}", delete(route::home::drop_row))
        .route("/page/search/codings", post(route::search::bulk))
        .route("/page/passages", get(route::passages::json))
        .route("/page/queries", get(route::passages::queries).post(route::passages::save))
        .route("/page/queries/{id}", delete(route::passages::remove))
        .route("/page/session", put(session::choose))
        // The public interface.
        .route("/api/v1/openapi.json", get(api::document::answer))
        .route("/api/v1/study", get(api::material::study))
        .route("/api/v1/codebook", get(api::material::codebook))
        .route("/api/v1/transcripts/{id}", get(api::material::transcript))
        .route("/api/v1/codings", get(api::codings::list).post(api::coding::put))
        .route("/api/v1/codings/{id}", patch(api::coding::patch).delete(api::coding::delete))
        .route("/api/v1/search", get(api::search::search))
        .route("/api/v1/matrices/{columns}", get(api::results::matrix))
        .route("/api/v1/typology", get(api::results::typology))
        .route("/api/v1/link", get(api::results::link))
        .route("/api/v1/indicators", get(api::results::indicators))
        .route("/api/v1/operations", get(api::history::list))
        .route("/api/v1/undo", post(api::history::undo))
        .route("/api/v1/redo", post(api::history::redo))
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
