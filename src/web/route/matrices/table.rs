//! A matrix as a file.

use std::sync::Arc;

use axum::extract::{Query, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

use super::address::Address;
use crate::app::crossing::cross;
use crate::web::error::WebError;
use crate::web::session::Session;
use crate::web::state::AppState;

/// Answers with a matrix as delimited text.
pub(crate) async fn table(
    State(state): State<Arc<AppState>>,
    session: Session,
    Query(pairs): Query<Vec<(String, String)>>,
) -> Result<Response, WebError> {
    let address = Address::read(&pairs)?;
    let crossing =
        cross(&state.context(&session), &address.axis, address.measure, None, session.language).await?;
    // Spreadsheets read accents right when the file begins with this mark.
    let mut bytes = "\u{feff}".as_bytes().to_vec();
    crossing.write_table(&mut bytes)?;
    let headers = [
        (CONTENT_TYPE, "text/csv; charset=utf-8"),
        (CONTENT_DISPOSITION, "attachment; filename=\"matrix.csv\""),
    ];
    Ok((headers, bytes).into_response())
}
