//! Bringing interviews in: files chosen, or lying in the study's folder, are shown as they are
//! understood, and imported only when a person says so.

use std::collections::BTreeMap;
use std::sync::Arc;

use askama::Template;
use axum::Json;
use axum::extract::{DefaultBodyLimit, Multipart, State};
use axum::response::Html;
use serde::Deserialize;
use tokio::runtime::Handle;
use tokio::task::spawn_blocking;

use crate::app::AppError;
use crate::app::import::{self, Arrived, Brought, EXTENSIONS, Preview, Understood};
use crate::domain::diagnostic::{Diagnostic, Severity};
use crate::domain::transcript::{Casting, Role};
use crate::i18n::Catalog;
use crate::i18n::format::number;
use crate::web::error::WebError;
use crate::web::page::{Nav, Page, render};
use crate::web::session::Session;
use crate::web::state::AppState;

/// The most bytes that one request may bring.
const MAX_BYTES: usize = 256 << 20;
/// Findings shown of one file.
const FINDINGS: usize = 12;

/// Returns the bound on what a request may bring.
pub(crate) fn limit() -> DefaultBodyLimit {
    DefaultBodyLimit::max(MAX_BYTES)
}

#[derive(Template)]
#[template(path = "import/page.html")]
struct ImportPage {
    page: Page,
    /// Endings of files that may be chosen, as a browser wants them.
    accept: String,
    cards: Vec<Card>,
}

#[derive(Template)]
#[template(path = "import/cards.html")]
struct Cards {
    say: Arc<Catalog>,
    cards: Vec<Card>,
}

/// A file as it is understood.
struct Card {
    /// Its name, by which it is sent back.
    name: String,
    /// Whether it lies in the study's folder.
    lies: bool,
    /// What it is: `Word`, `texte, encodage windows-1252`.
    kind: String,
    /// Whether an earlier state of it is imported.
    is_changed: bool,
    /// Identifier, parts, times; none when it is refused.
    facts: Option<String>,
    speakers: Vec<Voice>,
    /// Labels that may be another's mistyped: one, the other, in words.
    alike: Vec<(String, String, String)>,
    /// Speaker, whether they ask, and first words of the first turns.
    first: Vec<(String, bool, String)>,
    findings: Vec<Finding>,
    more: usize,
    is_refused: bool,
    /// Whether nothing but direct identifiers of persons keeps it out, so that a person may insist.
    is_held: bool,
}

struct Voice {
    label: String,
    asks: bool,
    turns: String,
    words: String,
}

struct Finding {
    severity: &'static str,
    name: String,
    /// The line, in words; none of a file as a whole.
    place: Option<String>,
    words: String,
}

/// Answers with the page.
pub(crate) async fn page(
    State(state): State<Arc<AppState>>,
    session: Session,
) -> Result<Html<String>, WebError> {
    let waiting = import::waiting(&state.context(&session)).await?;
    let cards = waiting.into_iter().map(|waiting| Card {
        lies: true,
        is_changed: waiting.is_changed,
        ..card(&session.catalog, waiting.preview)
    });
    render(&ImportPage {
        page: Page::new(&state, &session, Nav::Transcripts, session.catalog.plain("bring-title")).await?,
        accept: EXTENSIONS.iter().map(|kind| format!(".{kind}")).collect::<Vec<_>>().join(","),
        cards: cards.collect(),
    })
}

/// Answers with what is understood of the files sent; writes nothing.
pub(crate) async fn preview(
    State(state): State<Arc<AppState>>,
    session: Session,
    form: Multipart,
) -> Result<Html<String>, WebError> {
    let context = state.context(&session);
    let sent = Sent::read(form).await?;
    let mut cards = Vec::new();
    for (name, bytes) in sent.files {
        cards.push(card(&session.catalog, import::look_at(&context.folder, &name, &bytes)?));
    }
    render(&Cards { say: Arc::clone(&session.catalog), cards })
}

/// Imports the files sent, and those named that lie in the folder; all or none.
pub(crate) async fn bring(
    State(state): State<Arc<AppState>>,
    session: Session,
    form: Multipart,
) -> Result<Json<Arrived>, WebError> {
    let mut sent = Sent::read(form).await?;
    let choices: Vec<Choice> = serde_json::from_str(&sent.choices)
        .map_err(|error| WebError::bad("unreadable", &[("reason", &error.to_string())]))?;
    let mut brought = Vec::new();
    for Choice { name, lies, speakers, same, permitted } in choices {
        let bytes = if lies { None } else { sent.files.remove(&name) };
        if !lies && bytes.is_none() {
            return Err(WebError::bad("unreadable", &[("reason", &name)]));
        }
        let casting = Casting { swap: false, roles: speakers, same };
        brought.push(Brought { name, bytes, casting, is_permitted: permitted });
    }
    // An import reads tables as streams that stay on their thread, and works long on large files.
    let (context, runtime) = (state.context(&session), Handle::current());
    let done = spawn_blocking(move || runtime.block_on(import::bring(&context, brought))).await;
    match done.unwrap_or(Err(AppError::Stopped { what: "import" })) {
        Ok(arrived) => {
            state.events.poke();
            Ok(Json(arrived))
        }
        Err(AppError::Refused(diagnostics)) => {
            let is_error = |found: &&Diagnostic| found.severity == Severity::Error;
            let told: Vec<String> = diagnostics
                .iter()
                .filter(is_error)
                .take(FINDINGS)
                .map(|found| session.catalog.diagnostic(found))
                .collect();
            Err(WebError::bad("import-refused", &[("findings", &told.join("\n"))]))
        }
        Err(error) => Err(error.into()),
    }
}

/// What is said of a file that is brought.
#[derive(Debug, Deserialize)]
struct Choice {
    name: String,
    #[serde(default)]
    lies: bool,
    /// Roles, by label.
    #[serde(default)]
    speakers: Vec<(String, Role)>,
    /// Labels that are another's.
    #[serde(default)]
    same: Vec<(String, String)>,
    /// Whether identifiers of persons may come in with it.
    #[serde(default)]
    permitted: bool,
}

/// What a form sends.
#[derive(Default)]
struct Sent {
    files: BTreeMap<String, Vec<u8>>,
    choices: String,
}

impl Sent {
    async fn read(mut form: Multipart) -> Result<Self, WebError> {
        let unread = |error: axum::extract::multipart::MultipartError| {
            WebError::new(error.status(), "unreadable", &[("reason", &error.body_text())])
        };
        let mut sent = Self { choices: "[]".to_owned(), ..Self::default() };
        while let Some(field) = form.next_field().await.map_err(unread)? {
            match field.file_name().map(str::to_owned) {
                Some(name) => {
                    sent.files.insert(name, field.bytes().await.map_err(unread)?.to_vec());
                }
                None if field.name() == Some("choices") => {
                    sent.choices = field.text().await.map_err(unread)?;
                }
                None => {}
            }
        }
        Ok(sent)
    }
}

fn card(catalog: &Catalog, preview: Preview) -> Card {
    let encoding = preview.encoding.unwrap_or("none");
    let kind =
        catalog.text("bring-kind", &[("format", preview.format.into()), ("encoding", encoding.into())]);
    let errors = || preview.diagnostics.iter().filter(|found| found.severity == Severity::Error);
    let is_refused = preview.understood.is_none() || errors().any(|found| !import::is_identifier(found));
    let is_held = !is_refused && errors().next().is_some();
    let mut card = Card {
        name: preview.path,
        lies: false,
        kind,
        is_changed: false,
        facts: None,
        speakers: Vec::new(),
        alike: alike(catalog, &preview.diagnostics),
        first: Vec::new(),
        more: preview.diagnostics.len().saturating_sub(FINDINGS),
        findings: preview.diagnostics.iter().take(FINDINGS).map(|found| finding(catalog, found)).collect(),
        is_refused,
        is_held,
    };
    if let Some(understood) = preview.understood.filter(|_| !is_refused) {
        fill(catalog, &mut card, understood);
    }
    card
}

fn fill(catalog: &Catalog, card: &mut Card, understood: Understood) {
    let count = |count: usize| number::whole(i64::try_from(count).unwrap_or(i64::MAX), catalog.language());
    let asks = |label: &str| {
        understood.speakers.iter().any(|voice| voice.label == label && voice.role == Role::Interviewer)
    };
    card.first =
        understood.first.iter().map(|(label, words)| (label.clone(), asks(label), words.clone())).collect();
    let (times, first, last) = understood.times.unwrap_or_default();
    card.facts = Some(catalog.text(
        "bring-facts",
        &[
            ("id", understood.id.as_str().into()),
            ("parts", understood.parts.into()),
            ("unlabelled", understood.unlabelled.into()),
            ("times", times.into()),
            ("first", clock(first).into()),
            ("last", clock(last).into()),
        ],
    ));
    let voices = understood.speakers.into_iter().map(|voice| Voice {
        asks: voice.role == Role::Interviewer,
        turns: count(voice.turns),
        words: count(voice.words),
        label: voice.label,
    });
    card.speakers = voices.collect();
}

/// Finds the labels that the reader doubts.
fn alike(catalog: &Catalog, diagnostics: &[Diagnostic]) -> Vec<(String, String, String)> {
    let near = diagnostics.iter().filter(|found| found.key == "label-near");
    let pairs = near.filter_map(|found| Some((found.argument("label")?, found.argument("other")?)));
    pairs
        .map(|(label, other)| {
            let words = catalog.text("bring-same", &[("label", label.into()), ("other", other.into())]);
            (label.to_owned(), other.to_owned(), words)
        })
        .collect()
}

fn finding(catalog: &Catalog, found: &Diagnostic) -> Finding {
    let severity = match found.severity {
        Severity::Note => "note",
        Severity::Warning => "warning",
        Severity::Error => "error",
    };
    Finding {
        severity,
        name: catalog.plain(&format!("severity-{severity}")),
        place: found.place.line.map(|line| catalog.text("bring-line", &[("line", line.into())])),
        words: catalog.diagnostic_message(found),
    }
}

fn clock(seconds: u32) -> String {
    format!("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}
