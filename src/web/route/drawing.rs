//! The style sheet of drawings.

use axum::http::header::CONTENT_TYPE;
use axum::response::IntoResponse;

use crate::plot;

/// Answers with the style sheet of drawings.
pub(crate) async fn style() -> impl IntoResponse {
    ([(CONTENT_TYPE, "text/css; charset=utf-8")], plot::sheet())
}
