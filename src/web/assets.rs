//! Styles, scripts, fonts and messages, embedded; their address holds the fingerprint of all of them,
//! so that a browser keeps them for ever and never mixes two builds.

use axum::extract::Path;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use rust_embed::RustEmbed;

use super::error::WebError;
use super::session::Session;
use crate::i18n::rooms::ROOMS;
use crate::text::Fingerprint;

#[derive(RustEmbed)]
#[folder = "assets/"]
#[exclude = "templates/*"]
#[exclude = "fonts/literata-static/*"]
#[exclude = "fonts/source-sans-3-static/*"]
#[exclude = "typeset/*"]
struct Assets;

/// Returns the fingerprint of all assets, as their addresses hold it.
pub(crate) fn version() -> String {
    // A debug build reads the files as they are now; a release build holds them.
    if cfg!(debug_assertions) {
        return "now".to_owned();
    }
    static VERSION: std::sync::OnceLock<String> = std::sync::OnceLock::new();
    VERSION
        .get_or_init(|| {
            let mut all = String::new();
            let mut names: Vec<_> = Assets::iter().collect();
            names.sort_unstable();
            for name in names {
                let hash = Assets::get(&name).map(|file| file.metadata.sha256_hash()).unwrap_or_default();
                all.push_str(&name);
                all.extend(hash.iter().map(|byte| format!("{byte:02x}")));
            }
            Fingerprint::of(all.as_bytes()).0[..16].to_owned()
        })
        .clone()
}

/// Answers with an embedded file.
pub(crate) async fn file(Path((_, path)): Path<(String, String)>) -> Result<Response, WebError> {
    let Some(found) = Assets::get(&path) else {
        return Err(WebError::missing("no-page", &[("path", &path)]));
    };
    let kept = if cfg!(debug_assertions) { "no-cache" } else { "public, max-age=31536000, immutable" };
    Ok(([(CONTENT_TYPE, kind(&path)), (CACHE_CONTROL, kept)], found.data).into_response())
}

/// Answers with a room of messages as its Fluent file, for scripts.
pub(crate) async fn messages(session: Session, Path(name): Path<String>) -> Result<Response, WebError> {
    let wanted = name.trim_end_matches(".ftl");
    let Some(room) = ROOMS.iter().find(|room| room.name == wanted) else {
        return Err(WebError::missing("no-page", &[("path", &name)]));
    };
    Ok(([(CONTENT_TYPE, "text/plain; charset=utf-8")], room.source(session.language)).into_response())
}

fn kind(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or("") {
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "svg" => "image/svg+xml",
        "woff2" => "font/woff2",
        _ => "text/plain; charset=utf-8",
    }
}
