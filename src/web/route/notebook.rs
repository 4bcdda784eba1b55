//! All memos in one list: of the study, interviews, cases, codes, codings and turns.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Query, State};
use axum::response::Html;
use serde::Deserialize;

use crate::app::coders::{self, Coder, Names};
use crate::app::codings::CodingsRequest;
use crate::app::{codebook, codings, interview, memo};
use crate::domain::CoderId;
use crate::domain::memo::SubjectKind;
use crate::i18n::Value;
use crate::text::fold::fold;
use crate::web::error::WebError;
use crate::web::page::links::{Piece, linked};
use crate::web::page::{Nav, Page, initials, render};
use crate::web::route::home::titles;
use crate::web::session::Session;
use crate::web::state::AppState;

/// Which memos.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Wanted {
    #[serde(default)]
    kind: String,
    #[serde(default)]
    transcript: String,
    #[serde(default)]
    coder: String,
    #[serde(default)]
    q: String,
}

#[derive(Template)]
#[template(path = "memos.html")]
struct MemosPage {
    page: Page,
    wanted: Wanted,
    kinds: Vec<(&'static str, String)>,
    transcripts: Vec<String>,
    coders: Vec<Coder>,
    count: String,
    notes: Vec<Note>,
    is_filtered: bool,
}

/// A memo as the list shows it.
pub(crate) struct Note {
    /// Empty for the memo of a coding, which is written at the coding.
    pub(crate) id: String,
    pub(crate) kind: &'static str,
    pub(crate) about: String,
    pub(crate) address: String,
    pub(crate) transcript: String,
    pub(crate) coder: String,
    pub(crate) name: String,
    pub(crate) initials: String,
    pub(crate) is_me: bool,
    pub(crate) at: String,
    pub(crate) body: String,
    pub(crate) pieces: Vec<Piece>,
}

/// Lists every memo, the newest first; those of codings, in the order of the texts, after them.
pub(crate) async fn notes(state: &AppState, session: &Session) -> Result<Vec<Note>, WebError> {
    let context = state.context(session);
    let names = Names::load(&context).await?;
    let known = interview::ids(&context).await?;
    let titles = titles(&codebook::themes(&context).await?);
    let title = |code: &str| titles.get(code).cloned().unwrap_or_else(|| code.to_owned());
    let catalog = &session.catalog;
    let person = |coder: &CoderId| {
        let name = names.of(coder).to_owned();
        (initials(&name), name, *coder == session.coder)
    };
    let mut notes = Vec::new();
    for memo in memo::list(&context, None, None).await?.into_iter().rev() {
        let turn = memo.place.as_ref().and_then(|place| place.turn);
        let (about, address) = match memo.kind {
            SubjectKind::Study => (catalog.plain("memos-of-study"), "/".to_owned()),
            SubjectKind::Transcript => (memo.subject.clone(), format!("/transcripts/{}", memo.subject)),
            SubjectKind::Case => (
                catalog.text("memos-of-case", &[("id", memo.subject.as_str().into())]),
                format!("/cases/{}", memo.subject),
            ),
            SubjectKind::Code => (title(&memo.subject), format!("/codebook/{}", memo.subject)),
            SubjectKind::Turn => {
                let number = Value::Ordinal(turn.unwrap_or(0).into());
                let arguments = [("id", memo.subject.as_str().into()), ("turn", number)];
                let key = if turn.is_some() { "memos-of-turn" } else { "memos-of-lost-turn" };
                (
                    catalog.text(key, &arguments),
                    format!("/transcripts/{}#t{}", memo.subject, turn.unwrap_or(1)),
                )
            }
        };
        let of_interview =
            matches!(memo.kind, SubjectKind::Transcript | SubjectKind::Case | SubjectKind::Turn);
        let (initials, name, is_me) = person(&memo.coder);
        notes.push(Note {
            id: memo.id.0,
            kind: memo.kind.name(),
            about,
            address,
            transcript: if of_interview { memo.subject.clone() } else { String::new() },
            coder: memo.coder.0,
            name,
            initials,
            is_me,
            at: memo.at,
            pieces: linked(&memo.body, &known),
            body: memo.body,
        });
    }
    let passages = codings::list(&context, &CodingsRequest::default()).await?.passages;
    for passage in passages.into_iter().filter(|passage| !passage.memo.is_empty()) {
        let coder = CoderId(passage.coder);
        let (initials, name, is_me) = person(&coder);
        let arguments = [
            ("code", Value::from(title(&passage.code))),
            ("id", passage.transcript.as_str().into()),
            ("turn", Value::Ordinal(passage.turn.into())),
        ];
        notes.push(Note {
            id: String::new(),
            kind: "coding",
            about: catalog.text("memos-of-coding", &arguments),
            address: format!("/transcripts/{}#t{}", passage.transcript, passage.turn.max(1)),
            transcript: passage.transcript,
            coder: coder.0,
            name,
            initials,
            is_me,
            at: String::new(),
            pieces: linked(&passage.memo, &known),
            body: passage.memo,
        });
    }
    Ok(notes)
}

/// Answers with the memos wanted.
pub(crate) async fn page(
    State(state): State<Arc<AppState>>,
    session: Session,
    Query(wanted): Query<Wanted>,
) -> Result<Html<String>, WebError> {
    let context = state.context(&session);
    let page = Page::new(&state, &session, Nav::Other, session.catalog.plain("page-memos")).await?;
    let mut notes = notes(&state, &session).await?;
    let text = fold(&wanted.q);
    let same = |wanted: &str, value: &str| wanted.is_empty() || wanted == value;
    notes.retain(|note| {
        same(&wanted.kind, note.kind)
            && same(&wanted.transcript, &note.transcript)
            && same(&wanted.coder, &note.coder)
            && (text.is_empty() || fold(&note.body).contains(&text) || fold(&note.about).contains(&text))
    });
    let kinds = ["study", "transcript", "case", "code", "coding", "turn"]
        .map(|kind| (kind, session.catalog.plain(&format!("memos-kind-{kind}"))));
    render(&MemosPage {
        count: page.count("memos-count", &notes.len()),
        is_filtered: !(wanted.kind.is_empty()
            && wanted.transcript.is_empty()
            && wanted.coder.is_empty()
            && wanted.q.is_empty()),
        kinds: kinds.to_vec(),
        transcripts: interview::ids(&context).await?.into_iter().map(|id| id.0).collect(),
        coders: coders::list(&context).await?,
        page,
        wanted,
        notes,
    })
}
