//! What is computed, as the commands write it with `--json`.

use std::sync::Arc;

use axum::Json;
use axum::extract::{Path, Query, State};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use tokio::task::block_in_place;
use utoipa::IntoParams;

use super::shape::Refusal;
use crate::app::material::Material;
use crate::app::matrix::{Columns, Unit, count};
use crate::app::typology::{TypologyRequest, compute};
use crate::app::{indicators as casework, link as linkage};
use crate::domain::settings::Measure;
use crate::web::error::WebError;
use crate::web::session::Session;
use crate::web::state::AppState;

/// What a cell counts.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Cell {
    /// `segments` (unless told), `interviews` or `words`.
    unit: Option<String>,
}

/// How the interviews are grouped.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct Grouping {
    /// How many profiles; as the study says unless told.
    profiles: Option<usize>,
    /// `presence`, `segments`, `rate`, `coverage`, `mean-intensity` or `intensity`.
    measure: Option<String>,
    /// Seed of the draws.
    seed: Option<u64>,
    /// Puts the partition to every trial, which takes longer.
    stability: Option<bool>,
}

/// Crosses codes with interviews, codes, or an attribute.
#[utoipa::path(get, path = "/api/v1/matrices/{columns}", tag = "results", params(Cell,
    ("columns" = String, Path, description = "`transcripts`, `codes`, or the name of an attribute")),
    responses((status = 200, body = Value), (status = 404, description = "No such attribute", body = Refusal)))]
pub(crate) async fn matrix(
    State(state): State<Arc<AppState>>,
    session: Session,
    Path(columns): Path<String>,
    Query(cell): Query<Cell>,
) -> Result<Json<Value>, WebError> {
    let columns = match columns.as_str() {
        "transcripts" => Columns::Transcripts,
        "codes" => Columns::Codes,
        _ => Columns::Attribute(columns),
    };
    let unit = match cell.unit.as_deref() {
        None | Some("segments") => Unit::Segments,
        Some("interviews") => Unit::Interviews,
        Some("words") => Unit::Words,
        Some(other) => return Err(WebError::bad("bad-unit", &[("unit", other)])),
    };
    written(&count(&state.context(&session), &columns, unit).await?)
}

/// Groups the interviews into profiles.
#[utoipa::path(get, path = "/api/v1/typology", tag = "results", params(Grouping),
    responses((status = 200, body = Value), (status = 404, description = "Nothing is coded yet", body = Refusal)))]
pub(crate) async fn typology(
    State(state): State<Arc<AppState>>,
    session: Session,
    Query(grouping): Query<Grouping>,
) -> Result<Json<Value>, WebError> {
    let measure = match grouping.measure.as_deref() {
        None => None,
        Some(name) => {
            Some(Measure::parse(name).ok_or_else(|| WebError::bad("bad-measure", &[("measure", name)]))?)
        }
    };
    let request = TypologyRequest {
        profiles: grouping.profiles,
        measure,
        seed: grouping.seed,
        stability: grouping.stability.unwrap_or(false),
        without_draws: false,
    };
    let context = state.context(&session);
    let material = Material::load(&context).await?;
    // Seconds of computing: other requests go on beside it.
    let outcome = block_in_place(|| compute(&context, &material, &request, session.language))?;
    written(&outcome)
}

/// Links profiles and questionnaire.
#[utoipa::path(get, path = "/api/v1/link", tag = "results",
    responses((status = 200, body = Value), (status = 404, description = "No questionnaire, or nothing coded", body = Refusal)))]
pub(crate) async fn link(
    State(state): State<Arc<AppState>>,
    session: Session,
) -> Result<Json<Value>, WebError> {
    written(&linkage::link(&state.context(&session), session.language).await?)
}

/// Counts what was done, for whom and how long.
#[utoipa::path(get, path = "/api/v1/indicators", tag = "results",
    responses((status = 200, body = Value), (status = 404, description = "No administrative records", body = Refusal)))]
pub(crate) async fn indicators(
    State(state): State<Arc<AppState>>,
    session: Session,
) -> Result<Json<Value>, WebError> {
    written(&casework::compute(&state.context(&session), session.language).await?)
}

pub(super) fn written(result: &impl Serialize) -> Result<Json<Value>, WebError> {
    Ok(Json(serde_json::to_value(result).map_err(crate::app::AppError::from)?))
}
