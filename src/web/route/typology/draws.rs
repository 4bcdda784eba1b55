//! How far the draws behind the page are.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use serde::Serialize;

use crate::web::behind::Stage;
use crate::web::error::WebError;
use crate::web::session::Session;
use crate::web::state::AppState;

/// How far the draws are.
#[derive(Debug, Serialize)]
pub(crate) struct Progress {
    /// They are made: the page asked again holds what they say.
    ready: bool,
    done: u64,
    total: u64,
}

/// Has the draws made, unless they are, and says how far they are.
pub(crate) async fn progress(
    State(state): State<Arc<AppState>>,
    session: Session,
) -> Result<Json<Progress>, WebError> {
    told(&state, &session, false).await
}

/// Has every trial made, unless they are, and says how far they are.
pub(crate) async fn trials(
    State(state): State<Arc<AppState>>,
    session: Session,
) -> Result<Json<Progress>, WebError> {
    told(&state, &session, true).await
}

/// Has the vocabulary of the profiles told, unless it is, and says how far it is.
pub(crate) async fn vocabulary(
    State(state): State<Arc<AppState>>,
    session: Session,
) -> Result<Json<Progress>, WebError> {
    let overview = state.overview(&session).await?;
    let is_under_way = matches!(state.vocabulary(&overview), Some(Stage::UnderWay(_)));
    Ok(Json(Progress { ready: !is_under_way, done: 0, total: 0 }))
}

async fn told(state: &Arc<AppState>, session: &Session, trials: bool) -> Result<Json<Progress>, WebError> {
    let overview = state.overview(session).await?;
    let gauge = state.draw(session, &overview, trials);
    let (done, total) = gauge.as_ref().map_or((0, 0), |gauge| gauge.told());
    Ok(Json(Progress { ready: gauge.is_none(), done, total }))
}
