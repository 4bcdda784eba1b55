//! The first page: where the study stands, what to do next, what waits, what happened last.

use std::collections::BTreeMap;
use std::sync::Arc;

use askama::Template;
use axum::extract::State;
use axum::response::Html;

use super::interviews::Table;
use super::waiting::{Line, lines};
use crate::app::coders::Names;
use crate::app::overview::{self, Overview};
use crate::app::pending::{self, Pending};
use crate::app::{codebook, history};
use crate::i18n::Value;
use crate::i18n::format::spacing::spaced;
use crate::web::error::WebError;
use crate::web::page::history::{Done, done};
use crate::web::page::{Nav, Page, render};
use crate::web::session::Session;
use crate::web::state::AppState;

/// Changes told on the first page.
const RECENT: usize = 6;

#[derive(Template)]
#[template(path = "home.html")]
struct HomePage {
    page: Page,
    study: Option<StudyView>,
}

struct StudyView {
    title: String,
    facts: String,
    saved: Option<String>,
    next: Next,
    table: Table,
    waiting: Vec<Line>,
    recent: Vec<Done>,
}

/// What to do next.
struct Next {
    title: String,
    quote: String,
    detail: String,
    action: String,
    address: String,
}

/// Answers with the first page.
pub(crate) async fn page(
    State(state): State<Arc<AppState>>,
    session: Session,
) -> Result<Html<String>, WebError> {
    let page = Page::new(&state, &session, Nav::Home, session.catalog.plain("nav-home")).await?;
    let context = state.context(&session);
    let overview = overview::overview(&context).await?.filter(|found| !found.interviews.is_empty());
    let Some(overview) = overview else { return render(&HomePage { page, study: None }) };
    let names = Names::load(&context).await?;
    let pending = pending::pending(&context).await?;
    let titles = titles(&codebook::themes(&context).await?);
    let recent: Vec<Done> = history::recent(&context, 0, RECENT)
        .await?
        .iter()
        .map(|entry| done(page.catalog(), &names, &titles, entry, &session.coder))
        .collect();
    let study = StudyView {
        facts: facts(&page, &overview),
        saved: recent.first().map(|done| done.at.clone()),
        next: next(&page, &overview, &pending),
        table: Table::of(&overview, &names, &page, session.language),
        waiting: lines(&page, &pending, &names),
        recent,
        title: spaced(&overview.title, overview.language),
    };
    render(&HomePage { page, study: Some(study) })
}

/// Titles of codes, by id.
pub(crate) fn titles(themes: &[crate::domain::codebook::Theme]) -> BTreeMap<String, String> {
    let codes = themes.iter().flat_map(|theme| &theme.codes);
    codes.map(|code| (code.id.0.clone(), code.title.clone())).collect()
}

fn facts(page: &Page, overview: &Overview) -> String {
    let persons = (0..overview.coders.len())
        .filter(|at| {
            overview.interviews.iter().any(|one| one.codings.get(*at).is_some_and(|count| *count > 0))
        })
        .count();
    let arguments = [
        ("interviews", Value::from(overview.interviews.len())),
        ("words", overview.words.into()),
        ("codings", overview.codings.into()),
        ("persons", persons.into()),
        ("respondents", overview.respondents.into()),
    ];
    page.catalog().text("home-facts", &arguments)
}

/// Chooses what to do next: go on reading, begin an interview, settle, fill what is left uncoded, look
/// at the profiles.
fn next(page: &Page, overview: &Overview, pending: &Pending) -> Next {
    let catalog = page.catalog();
    if let Some(resume) = &overview.resume {
        let place = [("id", resume.transcript.as_str().into()), ("turn", Value::Ordinal(resume.turn.into()))];
        let read = [("read", Value::from(resume.read)), ("turns", resume.turns.into())];
        return Next {
            title: catalog.text("home-resume", &place),
            quote: shortened(&spaced(&resume.words, overview.language)),
            detail: catalog.text("home-resume-read", &read),
            action: page.say("home-resume-do"),
            address: format!("/transcripts/{}#t{}", resume.transcript, resume.turn),
        };
    }
    let mine = |one: &&overview::InterviewState| one.codings.first().copied().unwrap_or(0);
    if let Some(one) = overview.interviews.iter().find(|one| mine(one) == 0) {
        let arguments = [("id", one.id.as_str().into()), ("person", Value::from(one.person.as_str()))];
        return Next {
            title: catalog.text("home-begin", &arguments),
            quote: String::new(),
            detail: page.count("home-begin-turns", &one.turns),
            action: page.say("home-begin-do"),
            address: format!("/transcripts/{}", one.id),
        };
    }
    if let Some(one) = pending.questions.iter().rev().max_by_key(|one| one.total - one.left) {
        return Next {
            title: page.with("home-settle", "id", one.transcript.as_str()),
            quote: String::new(),
            detail: page.count("home-settle-left", &one.left),
            action: page.say("home-settle-do"),
            address: format!("/coders/{}", one.transcript),
        };
    }
    if let Some(one) =
        overview.interviews.iter().rev().max_by_key(|one| one.uncoded).filter(|one| one.uncoded > 0)
    {
        return Next {
            title: page.with("home-uncoded", "id", one.id.as_str()),
            quote: String::new(),
            detail: page.count("home-uncoded-left", &one.uncoded),
            action: page.say("home-begin-do"),
            address: format!("/transcripts/{}", one.id),
        };
    }
    Next {
        title: page.say("home-typology"),
        quote: String::new(),
        detail: page.say("home-typology-detail"),
        action: page.say("home-typology-do"),
        address: "/typology".to_owned(),
    }
}

/// Keeps the first words, up to a line or two.
fn shortened(text: &str) -> String {
    let mut kept: String = text.chars().take(140).collect();
    if kept.len() < text.len() {
        let cut = kept.rfind(' ').unwrap_or(kept.len());
        kept.truncate(cut);
        kept.push_str(" …");
    }
    kept
}
