//! Who asks: the token of the opened address becomes a cookie; coder, language and theme are cookies
//! beside it. A write must come from our own pages: same origin, and the token that they hold.

use std::sync::Arc;

use axum::extract::{FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use axum::{Extension, Json};
use percent_encoding::{NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use serde::Deserialize;

use super::error::WebError;
use super::state::AppState;
use crate::app::round::{self, Visibility};
use crate::domain::CoderId;
use crate::i18n::Catalog;
use crate::text::Language;

/// The header that carries a page's token.
const TOKEN: HeaderName = HeaderName::from_static("x-propos-token");

/// Nothing is loaded but from ourselves, no script or style stands inside a page.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
     font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Who asks, and how they like their pages.
#[derive(Clone, Debug)]
pub(crate) struct Session {
    /// Who codes.
    pub(crate) coder: CoderId,
    /// Language of the pages.
    pub(crate) language: Language,
    /// `light`, `dark`, or as the system says.
    pub(crate) theme: Option<&'static str>,
    /// Messages in that language.
    pub(crate) catalog: Arc<Catalog>,
    /// What blind rounds leave of the others' work.
    pub(crate) visibility: Arc<Visibility>,
}

impl<S: Send + Sync> FromRequestParts<S> for Session {
    type Rejection = WebError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, WebError> {
        let Extension(session) =
            Extension::<Self>::from_request_parts(parts, state).await.map_err(|_| WebError::closed())?;
        Ok(session)
    }
}

/// Lets in requests that hold the session's cookie, and writes that come from our own pages.
pub(crate) async fn guard(State(state): State<Arc<AppState>>, mut request: Request, next: Next) -> Response {
    let headers = request.headers();
    let session = read(&state, headers);
    request.extensions_mut().insert(session.clone());
    let (headers, path) = (request.headers(), request.uri().path());
    if !is_ours(headers, state.port) {
        return told(&WebError::foreign(), &session, path);
    }
    if let Some(given) = token_in(request.uri().query()) {
        if request.method() == Method::GET && is_same(given, &state.token) {
            return opened(&state, path);
        }
        return told(&WebError::closed(), &session, path);
    }
    // A browser sends this header on a stranger's behalf only after asking us, and we never agree.
    let is_script =
        path.starts_with("/api/") && bearer(headers).is_some_and(|given| is_same(given, &state.token));
    let open = path.starts_with("/assets/");
    if !open
        && !is_script
        && !cookie(headers, &named("propos", state.port)).is_some_and(|held| is_same(&held, &state.token))
    {
        return told(&WebError::closed(), &session, path);
    }
    let reads = matches!(*request.method(), Method::GET | Method::HEAD);
    if !reads && !is_script && !may_write(headers, &state) {
        return told(&WebError::foreign(), &session, path);
    }
    if !open {
        match round::visible(state.own_context(), &session.coder).await {
            Ok(visibility) => {
                let session = Session { visibility: Arc::new(visibility), ..session };
                request.extensions_mut().insert(session);
            }
            // What cannot be decided is not shown.
            Err(error) => return told(&error.into(), &session, request.uri().path()),
        }
    }
    next.run(request).await
}

/// Adds what keeps strangers out of every answer.
pub(crate) async fn harden(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    // Words of interviews stay out of the browser's own stores.
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}

/// What a person chooses for their browser; what is absent stays.
#[derive(Debug, Deserialize)]
pub(crate) struct Choice {
    coder: Option<String>,
    language: Option<String>,
    theme: Option<String>,
}

/// Keeps what a person chose.
pub(crate) async fn choose(
    State(state): State<Arc<AppState>>,
    Json(choice): Json<Choice>,
) -> Result<Response, WebError> {
    let mut response = StatusCode::NO_CONTENT.into_response();
    let mut keep = |name: &str, value: &str| {
        let value = utf8_percent_encode(value, NON_ALPHANUMERIC);
        let text = format!("{}={value}; Path=/; SameSite=Strict; Max-Age=31536000", named(name, state.port));
        if let Ok(value) = HeaderValue::from_str(&text) {
            response.headers_mut().append(header::SET_COOKIE, value);
        }
    };
    if let Some(coder) = &choice.coder {
        let coder = coder.trim();
        if coder.is_empty() || coder.chars().count() > 60 || coder.chars().any(char::is_control) {
            return Err(WebError::bad("bad-coder", &[("coder", coder)]));
        }
        keep("propos-coder", coder);
    }
    if let Some(language) = &choice.language {
        let known = Language::parse(language).ok_or_else(|| WebError::bad("bad-language", &[]))?;
        keep("propos-language", known.code());
    }
    if let Some(theme) = &choice.theme {
        keep("propos-theme", theme_named(theme).unwrap_or("system"));
    }
    Ok(response)
}

fn read(state: &AppState, headers: &HeaderMap) -> Session {
    let kept = |name: &str| cookie(headers, &named(name, state.port));
    let language = kept("propos-language").and_then(|code| Language::parse(&code)).unwrap_or(state.language);
    Session {
        coder: kept("propos-coder").map_or_else(|| state.coder(), CoderId),
        language,
        theme: kept("propos-theme").and_then(|name| theme_named(&name)),
        catalog: state.catalog(language),
        visibility: Arc::default(),
    }
}

fn theme_named(name: &str) -> Option<&'static str> {
    ["light", "dark"].into_iter().find(|known| *known == name)
}

fn told(error: &WebError, session: &Session, path: &str) -> Response {
    error.respond(session, super::error::is_for_scripts(path))
}

/// Turns the token of the address into a cookie, and leaves it out of the address.
fn opened(state: &AppState, path: &str) -> Response {
    let mut response = Redirect::to(path).into_response();
    let text = format!("{}={}; Path=/; HttpOnly; SameSite=Strict", named("propos", state.port), state.token);
    if let Ok(value) = HeaderValue::from_str(&text) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
    response
}

/// Returns the token that a script sends.
fn bearer(headers: &HeaderMap) -> Option<&str> {
    headers.get(header::AUTHORIZATION)?.to_str().ok()?.strip_prefix("Bearer ")
}

/// Cookies know no port: two studies open at once must not share theirs.
fn named(name: &str, port: u16) -> String {
    format!("{name}-{port}")
}

fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    let all = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    let held = all
        .flat_map(|text| text.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(known, _)| *known == name)?
        .1;
    Some(percent_decode_str(held).decode_utf8_lossy().into_owned())
}

fn token_in(query: Option<&str>) -> Option<&str> {
    query?.split('&').find_map(|pair| pair.strip_prefix("token="))
}

/// Compares without telling by its time how much was right.
fn is_same(given: &str, held: &str) -> bool {
    given.len() == held.len() && given.bytes().zip(held.bytes()).fold(0, |all, (a, b)| all | (a ^ b)) == 0
}

/// Tells whether a request names us as its host: a stranger's name that leads here is no name of ours.
fn is_ours(headers: &HeaderMap, port: u16) -> bool {
    let host = headers.get(header::HOST).and_then(|value| value.to_str().ok()).unwrap_or("");
    hosts(port).iter().any(|known| known == host)
}

fn may_write(headers: &HeaderMap, state: &AppState) -> bool {
    let text = |name| headers.get(name).and_then(|value: &HeaderValue| value.to_str().ok()).unwrap_or("");
    let origin = text(header::ORIGIN);
    hosts(state.port).iter().any(|host| origin.strip_prefix("http://") == Some(host))
        && is_same(text(TOKEN), &state.write_token)
}

fn hosts(port: u16) -> [String; 3] {
    ["127.0.0.1", "localhost", "[::1]"].map(|name| format!("{name}:{port}"))
}
