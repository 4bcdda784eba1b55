//! The `OpenAPI` description of the public interface.

use axum::Json;
use utoipa::OpenApi;
use utoipa::openapi::security::{ApiKey, ApiKeyValue, Http, HttpAuthScheme, SecurityScheme};

use super::{coding, codings, history, material, results, search, suggestions};

#[derive(OpenApi)]
#[openapi(
    info(
        title = "propos",
        description = "Interviews, codes, passages and results of one study. Positions count Unicode scalar \
            values in a transcript's plain text, the end not included. A statistic without value is \
            `{\"undefined\": \"reason\"}`, never 0."
    ),
    paths(
        material::study,
        material::codebook,
        material::transcript,
        codings::list,
        coding::put,
        coding::patch,
        coding::delete,
        search::search,
        results::matrix,
        results::typology,
        results::link,
        results::indicators,
        suggestions::list,
        suggestions::decide,
        history::list,
        history::undo,
        history::redo
    ),
    security(("token" = []), ("session" = [])),
    tags(
        (name = "material", description = "What the study holds"),
        (name = "codings", description = "Coded passages"),
        (name = "search", description = "Words across interviews"),
        (name = "results", description = "What is computed, as the commands' JSON (docs/API.md)"),
        (name = "suggestions", description = "Codes proposed for sentences that nobody coded, computed on this machine"),
        (name = "history", description = "Who changed what, and undoing it")
    )
)]
struct Description;

/// Describes the whole interface.
pub(crate) fn description() -> utoipa::openapi::OpenApi {
    let mut whole = Description::openapi();
    let components = whole.components.get_or_insert_with(Default::default);
    components.add_security_scheme("token", SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer)));
    let cookie = ApiKey::Cookie(ApiKeyValue::new("propos-PORT"));
    components.add_security_scheme("session", SecurityScheme::ApiKey(cookie));
    whole
}

/// Answers with the description.
pub(crate) async fn answer() -> Json<utoipa::openapi::OpenApi> {
    Json(description())
}
