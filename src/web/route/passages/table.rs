//! All passages of a query as a file.

use std::sync::Arc;

use axum::extract::{Query, State};
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

use super::page::query_of;
use crate::app::passages::write_table;
use crate::web::error::WebError;
use crate::web::session::Session;
use crate::web::state::AppState;

/// Answers with all passages of a query as delimited text.
pub(crate) async fn table(
    State(state): State<Arc<AppState>>,
    session: Session,
    Query(pairs): Query<Vec<(String, String)>>,
) -> Result<Response, WebError> {
    let query = query_of(&pairs)?;
    // Spreadsheets read accents right when the file begins with this mark.
    let mut bytes = "\u{feff}".as_bytes().to_vec();
    write_table(&state.context(&session), &query, None, session.language, &mut bytes).await?;
    let headers = [
        (CONTENT_TYPE, "text/csv; charset=utf-8"),
        (CONTENT_DISPOSITION, "attachment; filename=\"passages.csv\""),
    ];
    Ok((headers, bytes).into_response())
}
