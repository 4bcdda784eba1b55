//! The page of one interview: read and code. The server renders the turns; scripts do the rest.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Html;

use crate::app::interview::{self, Interview};
use crate::domain::TranscriptId;
use crate::domain::transcript::Role;
use crate::web::error::WebError;
use crate::web::page::speech::{self, Block, ShownTurn};
use crate::web::page::{Nav, Page, render};
use crate::web::session::Session;
use crate::web::state::AppState;

#[derive(Template)]
#[template(path = "transcript.html")]
struct TranscriptPage {
    page: Page,
    id: String,
    /// `E09, Mme I.`
    heading: String,
    /// What is known of the person, in one line.
    facts: String,
    version: u32,
    language: &'static str,
    previous: Option<String>,
    next: Option<String>,
    blocks: Vec<Block>,
    /// Speakers that a corrected turn may be given.
    speakers: Vec<String>,
    /// Who speaks, and whether they ask.
    cast: Vec<(String, bool)>,
}

impl TranscriptPage {
    fn parts(&self) -> impl Iterator<Item = (&usize, &String)> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Part { number, title } => Some((number, title)),
            Block::Turn(_) => None,
        })
    }

    /// Names a turn for screen readers: « Tour 14, Mme I. ».
    fn turn_name(&self, turn: &ShownTurn) -> String {
        let arguments =
            [("number", i64::from(turn.number).into()), ("speaker", turn.speaker.as_str().into())];
        let key = if turn.speaker.is_empty() { "reader-turn-of-nobody" } else { "reader-turn" };
        self.page.catalog().text(key, &arguments)
    }
}

/// Answers with the page of an interview.
pub(crate) async fn page(
    State(state): State<Arc<AppState>>,
    session: Session,
    Path(id): Path<String>,
) -> Result<Html<String>, WebError> {
    let found = interview::load(&state.context(&session), &TranscriptId(id), session.language).await?;
    let Interview { transcript, language, previous, next, facts } = found;
    let heading = heading(&transcript);
    let page = Page::new(&state, &session, Nav::Transcripts, heading.as_str()).await?;
    let facts: Vec<String> = facts
        .into_iter()
        .map(|(role, value)| {
            let is_age = role == "age" && value.chars().all(|digit| digit.is_ascii_digit());
            if is_age { page.with("reader-age", "age", &value) } else { value.replace('\'', "’") }
        })
        .collect();
    let neighbour = |id: Option<TranscriptId>| id.map(|id| id.to_string());
    render(&TranscriptPage {
        id: transcript.id.to_string(),
        heading,
        facts: facts.join(", "),
        version: transcript.version.number,
        language: language.code(),
        previous: neighbour(previous),
        next: neighbour(next),
        blocks: speech::blocks(&transcript.version, language),
        cast: transcript
            .version
            .speakers
            .iter()
            .map(|speaker| (speaker.label.clone(), speaker.role == Role::Interviewer))
            .collect(),
        speakers: transcript.version.speakers.iter().map(|speaker| speaker.label.clone()).collect(),
        page,
    })
}

/// Writes `E09, Mme I.`: the identifier, and who answers most.
fn heading(transcript: &crate::domain::transcript::Transcript) -> String {
    let version = &transcript.version;
    let mut said = vec![0_usize; version.speakers.len()];
    for turn in version.turns.iter().filter(|turn| version.role(turn) == Role::Respondent) {
        if let Some(count) = turn.speaker.and_then(|speaker| said.get_mut(speaker)) {
            *count += turn.speech.len();
        }
    }
    let most = said.iter().enumerate().filter(|(_, count)| **count > 0).max_by_key(|(_, count)| **count);
    match most.and_then(|(speaker, _)| version.speakers.get(speaker)) {
        Some(speaker) => format!("{}, {}", transcript.id, speaker.label),
        None => transcript.id.to_string(),
    }
}
