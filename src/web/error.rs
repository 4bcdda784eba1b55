//! Failures told to a person: a page for a page, a key with its message for a script.

use askama::Template;
use axum::Json;
use axum::extract::Request;
use axum::http::{StatusCode, Uri};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Response};
use serde_json::{Map, Value as Json_, json};

use super::session::Session;
use crate::app::AppError;
use crate::app::coding::CodingError;
use crate::app::memo::MemoError;
use crate::app::typology::no_profiles_message;
use crate::i18n::{Catalog, Value};

/// A failure: its status, its key in the catalogues (`web-error-<key>`) and what the message names.
#[derive(Clone, Debug)]
pub(crate) struct WebError {
    status: StatusCode,
    key: &'static str,
    details: Vec<(&'static str, String)>,
    /// A message made elsewhere, when the catalogue of pages has none of its own.
    message: Option<(&'static str, Vec<(&'static str, String)>)>,
}

impl WebError {
    /// A failure with a status and the key of its message.
    pub(crate) fn new(status: StatusCode, key: &'static str, details: &[(&'static str, &str)]) -> Self {
        let details = details.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
        Self { status, key, details, message: None }
    }

    /// What was asked for cannot be right.
    pub(crate) fn bad(key: &'static str, details: &[(&'static str, &str)]) -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, key, details)
    }

    /// What was asked for is not there.
    pub(crate) fn missing(key: &'static str, details: &[(&'static str, &str)]) -> Self {
        Self::new(StatusCode::NOT_FOUND, key, details)
    }

    /// The request holds no session.
    pub(crate) fn closed() -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "closed", &[])
    }

    /// The request does not come from our own pages.
    pub(crate) fn foreign() -> Self {
        Self::new(StatusCode::FORBIDDEN, "foreign", &[])
    }

    /// Answers in the session's language: a page to a page, JSON to a script.
    pub(crate) fn respond(&self, session: &Session, as_json: bool) -> Response {
        let message = self.message(&session.catalog);
        if as_json {
            let details: Map<String, Json_> =
                self.details.iter().map(|(name, value)| ((*name).to_owned(), json!(value))).collect();
            let body = json!({ "key": self.key, "message": message, "details": details });
            return (self.status, Json(body)).into_response();
        }
        let page = FailurePage {
            language: session.language.code(),
            title: session.catalog.plain("web-error-title"),
            message,
            home: session.catalog.plain("web-error-home"),
            assets: super::assets::version(),
        };
        (self.status, Html(page.render().unwrap_or_default())).into_response()
    }

    /// Returns what it says to a person.
    pub(crate) fn message(&self, catalog: &Catalog) -> String {
        let (key, details) = match &self.message {
            Some((key, details)) => ((*key).to_owned(), details),
            None => (format!("web-error-{}", self.key), &self.details),
        };
        let arguments: Vec<(&str, Value<'_>)> =
            details.iter().map(|(name, value)| (*name, Value::of_text(value))).collect();
        let text = catalog.text(&key, &arguments);
        // What follows a colon on the command line is no sentence by itself.
        if self.key == "typology" {
            return catalog.text("web-error-typology", &[("reason", text.into())]);
        }
        text
    }
}

/// The page of a failure; it needs nothing of the study.
#[derive(Template)]
#[template(path = "failure.html")]
struct FailurePage {
    language: &'static str,
    title: String,
    message: String,
    home: String,
    assets: String,
}

impl IntoResponse for WebError {
    /// Leaves the message to [`tell`], which knows the language.
    fn into_response(self) -> Response {
        let mut response = self.status.into_response();
        response.extensions_mut().insert(self);
        response
    }
}

impl From<AppError> for WebError {
    fn from(error: AppError) -> Self {
        match &error {
            AppError::Unknown { kind, name, .. } => {
                Self::missing("unknown", &[("kind", kind), ("name", name)])
            }
            AppError::Empty { missing } => Self::missing("empty", &[("missing", missing)]),
            AppError::QueryName { most } => Self::bad("query-name", &[("most", &most.to_string())]),
            AppError::StaleVersion { transcript, given, present } => Self::new(
                StatusCode::CONFLICT,
                "stale-version",
                &[
                    ("transcript", transcript.as_str()),
                    ("given", &given.to_string()),
                    ("present", &present.to_string()),
                ],
            ),
            AppError::Correction(error) => Self { details: error.details(), ..Self::bad(error.key(), &[]) },
            AppError::Unwritten { what } => Self::bad(unwritten(what), &[]),
            AppError::Codebook(error) => Self { details: error.details(), ..Self::bad(error.key(), &[]) },
            AppError::NothingToUndo => Self::new(StatusCode::CONFLICT, "nothing-to-undo", &[]),
            AppError::NothingToRedo => Self::new(StatusCode::CONFLICT, "nothing-to-redo", &[]),
            AppError::UndoConflict(operation) => Self {
                status: StatusCode::CONFLICT,
                key: "undo-conflict",
                details: vec![
                    ("coder", operation.coder.clone()),
                    ("number", operation.number.to_string()),
                    ("kind", operation.kind.clone()),
                    ("at", operation.at.clone()),
                ],
                message: None,
            },
            AppError::Coding(error) => {
                Self { status: status_of(error), key: error.key(), details: error.details(), message: None }
            }
            AppError::Memo(error) => Self {
                status: match error {
                    MemoError::UnknownSubject { .. } | MemoError::Gone => StatusCode::NOT_FOUND,
                    MemoError::NotYours { .. } => StatusCode::FORBIDDEN,
                    _ => StatusCode::UNPROCESSABLE_ENTITY,
                },
                key: error.key(),
                details: error.details(),
                message: None,
            },
            AppError::Query(error) => {
                let arguments = error.arguments().into_iter();
                let arguments = arguments.map(|(name, value)| (name, value.into_owned())).collect();
                Self { message: Some((error.key(), arguments)), ..Self::bad("query", &[]) }
            }
            AppError::Typology(reason) => {
                Self { message: Some(no_profiles_message(reason)), ..Self::bad("typology", &[]) }
            }
            _ => Self::new(StatusCode::INTERNAL_SERVER_ERROR, "internal", &[("reason", &reasons(&error))]),
        }
    }
}

/// Says what a decision lacks.
fn unwritten(what: &str) -> &'static str {
    match what {
        "reason" => "no-reason",
        "weight" => "bad-weight",
        "axis" => "empty-axis",
        "round-name" => "round-name",
        "round-coders" => "round-coders",
        "round-transcripts" => "round-transcripts",
        "round-until" => "round-until",
        _ => "no-words",
    }
}

fn status_of(error: &CodingError) -> StatusCode {
    match error {
        CodingError::UnknownCode { .. }
        | CodingError::UnknownTheme { .. }
        | CodingError::UnknownTranscript { .. }
        | CodingError::UnknownVersion { .. }
        | CodingError::Gone => StatusCode::NOT_FOUND,
        CodingError::NotYours { .. } => StatusCode::FORBIDDEN,
        CodingError::PassageGone { .. } | CodingError::CodeExists { .. } | CodingError::RequestReused => {
            StatusCode::CONFLICT
        }
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    }
}

/// Writes an error with what caused it: identifiers and paths, never words of interviews.
fn reasons(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(next) = cause {
        text.push_str(": ");
        text.push_str(&next.to_string());
        cause = next.source();
    }
    text
}

/// Answers an address that nothing has.
pub(crate) async fn not_found(uri: Uri) -> WebError {
    WebError::missing("no-page", &[("path", uri.path())])
}

/// Tells whether an address is asked by scripts, which read JSON.
pub(crate) fn is_for_scripts(path: &str) -> bool {
    path.starts_with("/page/") || path.starts_with("/api/")
}

/// Puts the message of a failure into its answer.
pub(crate) async fn tell(session: Session, request: Request, next: Next) -> Response {
    let as_json = is_for_scripts(request.uri().path());
    let response = next.run(request).await;
    match response.extensions().get::<WebError>() {
        Some(error) => error.respond(&session, as_json),
        // Refused before a handler read it: a body that is no JSON, a method that nothing answers.
        None if response.status().is_client_error() => {
            let reason = response.status().canonical_reason().unwrap_or_default();
            WebError::new(response.status(), "unreadable", &[("reason", reason)]).respond(&session, as_json)
        }
        None => response,
    }
}
