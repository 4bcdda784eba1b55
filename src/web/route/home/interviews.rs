//! The interviews, a line each: who, what happened, where one's codings lie, how far one is.

use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Html;

use crate::app::coders::Names;
use crate::app::overview::{self, InterviewState, Overview, STRIP, Track};
use crate::i18n::Value;
use crate::i18n::format::Format;
use crate::text::Language;
use crate::web::error::WebError;
use crate::web::page::{Nav, Page, render};
use crate::web::session::Session;
use crate::web::state::AppState;

/// Height of a track in a strip, and from one to the next.
const TRACK: f64 = 5.0;
const STEP: f64 = 6.5;

/// The table of interviews.
pub(crate) struct Table {
    /// Heading of the second column, when the study declares a characteristic for it.
    pub(crate) event: String,
    /// Names of coders, oneself first.
    pub(crate) coders: Vec<String>,
    /// Titles of the themes.
    pub(crate) themes: Vec<String>,
    /// Height of a strip.
    pub(crate) height: String,
    /// One an interview.
    pub(crate) rows: Vec<Row>,
}

/// One interview.
pub(crate) struct Row {
    pub(crate) id: String,
    pub(crate) person: String,
    /// Age, where the interviews give one.
    pub(crate) age: String,
    /// What happened, and what else is known.
    pub(crate) event: String,
    pub(crate) more: String,
    pub(crate) strip: String,
    /// Theme and drawing of each track.
    pub(crate) tracks: Vec<(usize, String)>,
    pub(crate) codings: Vec<String>,
    pub(crate) uncoded: String,
    pub(crate) memos: String,
    pub(crate) read: String,
    pub(crate) is_here: bool,
}

impl Table {
    /// Lays out the interviews of an overview.
    pub(crate) fn of(overview: &Overview, names: &Names, page: &Page, language: Language) -> Self {
        let format = Format::new(language);
        let mine = page.say("home-you");
        let coders = std::iter::once(mine)
            .chain(overview.coders.iter().skip(1).map(|coder| names.of(coder).to_owned()))
            .collect();
        let event = overview.characteristics.iter().find(|(id, _)| id != "age");
        let here = overview.resume.as_ref().map(|resume| &resume.transcript);
        let spoken = Format::new(overview.language);
        let rows = overview
            .interviews
            .iter()
            .map(|one| Row { is_here: here == Some(&one.id), ..row(one, page, format, spoken) });
        Self {
            event: event.map_or_else(String::new, |(_, title)| title.get(language).to_owned()),
            coders,
            themes: overview.themes.iter().map(|title| spoken.spaced(title)).collect(),
            height: number(height(overview.themes.len())),
            rows: rows.collect(),
        }
    }
}

fn row(one: &InterviewState, page: &Page, format: Format, spoken: Format) -> Row {
    let fact = |id: &str| one.facts.iter().find(|(known, _)| known == id).map(|(_, value)| value.as_str());
    let mut others = one.facts.iter().filter(|(id, _)| id != "age").map(|(_, value)| value.as_str());
    let age = fact("age").map_or_else(String::new, |age| match age.parse::<i64>() {
        Ok(years) => page.catalog().text("home-age", &[("years", Value::Count(years))]),
        Err(_) => age.to_owned(),
    });
    let strip = [("id", one.id.as_str().into()), ("count", one.codings.first().copied().unwrap_or(0).into())];
    Row {
        id: one.id.0.clone(),
        person: if one.person.is_empty() { one.title.clone() } else { one.person.clone() },
        age,
        event: spoken.spaced(&capitalised(others.next().unwrap_or(""))),
        more: spoken.spaced(&others.collect::<Vec<_>>().join(", ")),
        strip: page.catalog().text("home-strip", &strip),
        tracks: one
            .tracks
            .iter()
            .enumerate()
            .filter(|(_, track)| !track.0.is_empty())
            .map(|(theme, track)| (theme, drawing(theme, track)))
            .collect(),
        codings: one.codings.iter().map(|count| format.count(*count)).collect(),
        uncoded: format.count(one.uncoded),
        memos: format.count(one.memos),
        read: format!("{}/{}", one.read, one.turns),
        is_here: false,
    }
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn height(themes: usize) -> f64 {
    // At least one track, so that an empty strip is still seen.
    STEP * themes.max(1) as f64
}

fn number(value: f64) -> String {
    format!("{value}")
}

/// Draws the runs of a track as one path of rectangles.
fn drawing(theme: usize, track: &Track) -> String {
    use std::fmt::Write;
    let top = STEP * theme as f64 + 0.75;
    let mut path = String::new();
    for (from, len) in &track.0 {
        // A cell is a fraction of a pixel on a phone: none is drawn thinner than it can be seen.
        let len = (*len).max(2).min(STRIP - from);
        let _ = write!(path, "M{from} {top}h{len}v{TRACK}h-{len}z");
    }
    path
}

#[derive(Template)]
#[template(path = "transcripts.html")]
struct ListPage {
    page: Page,
    table: Option<Table>,
}

/// Answers with the list of interviews.
pub(crate) async fn list(
    State(state): State<Arc<AppState>>,
    session: Session,
) -> Result<Html<String>, WebError> {
    let context = state.context(&session);
    let page =
        Page::new(&state, &session, Nav::Transcripts, session.catalog.plain("nav-transcripts")).await?;
    let names = Names::load(&context).await?;
    let overview = overview::overview(&context).await?.filter(|found| !found.interviews.is_empty());
    let table = overview.map(|found| Table::of(&found, &names, &page, session.language));
    render(&ListPage { page, table })
}
