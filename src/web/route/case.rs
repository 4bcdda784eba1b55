//! An interview's portrait.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Html;

use crate::app::case::{Portrait, ScoreBeside, portrait};
use crate::app::codebook;
use crate::app::coders::Names;
use crate::app::interview::{self, Interview};
use crate::app::overview::{self, person};
use crate::domain::TranscriptId;
use crate::i18n::Value;
use crate::i18n::format::Format;
use crate::web::error::WebError;
use crate::web::page::{Nav, Page, render};
use crate::web::route::door::encoded;
use crate::web::route::home::titles;
use crate::web::route::notebook::{Note, notes};
use crate::web::session::Session;
use crate::web::state::AppState;

#[derive(Template)]
#[template(path = "case.html")]
struct CasePage {
    page: Page,
    id: String,
    /// Where the page stands.
    here: String,
    heading: String,
    facts: String,
    previous: Option<String>,
    next: Option<String>,
    attributes: Vec<(String, String)>,
    progress: Vec<(String, String)>,
    standing: Option<StandingView>,
    scores: Vec<ScoreView>,
    scores_about: String,
    themes: Vec<(usize, String, Vec<CodeView>)>,
    quotes: Vec<QuoteView>,
    notes: Vec<Note>,
}

struct StandingView {
    sentence: String,
    axes: Vec<String>,
    beside: Vec<String>,
    assigned: String,
}

struct ScoreView {
    title: String,
    own: String,
    median: String,
    /// Places on an axis of 100: person, lower quartile, width, median.
    at: Option<String>,
    from: String,
    width: String,
    middle: String,
}

struct CodeView {
    id: String,
    title: String,
    variant: usize,
    count: String,
    intensity: u8,
}

struct QuoteView {
    text: String,
    source: String,
    address: String,
    against: bool,
}

/// Answers with the portrait.
pub(crate) async fn page(
    State(state): State<Arc<AppState>>,
    session: Session,
    Path(id): Path<String>,
) -> Result<Html<String>, WebError> {
    let context = state.context(&session);
    let id = TranscriptId(id);
    let Interview { transcript, previous, next, facts, language } =
        interview::load(&context, &id, session.language).await?;
    let heading = session
        .catalog
        .text("case-title", &[("id", id.as_str().into()), ("person", person(&transcript).into())]);
    let page = Page::new(&state, &session, Nav::Transcripts, heading.as_str()).await?;
    let format = Format::new(session.language);
    let found = state.overview(&session).await?;
    let portrait = portrait(&found, &id, session.language);
    let titles = titles(&codebook::themes(&context).await?);
    let names = Names::load(&context).await?;
    let overview = overview::overview(&context).await?;
    let mut progress = Vec::new();
    if let Some(overview) = &overview
        && let Some(one) = overview.interviews.iter().find(|one| one.id == id)
    {
        let read = [("read", Value::from(one.read)), ("turns", one.turns.into())];
        progress.push((page.say("home-col-read"), session.catalog.text("case-read", &read)));
        for (coder, count) in overview.coders.iter().zip(&one.codings) {
            progress.push((names.of(coder).to_owned(), page.count("case-codings", count)));
        }
        progress.push((page.say("home-col-uncoded"), page.count("case-uncoded", &one.uncoded)));
    }
    let mut notes = notes(&state, &session).await?;
    notes.retain(|note| note.transcript == id.0);
    let spoken = Format::new(language);
    let portrait = portrait.unwrap_or(Portrait {
        attributes: transcript.attributes.clone(),
        respondent: None,
        scores: Vec::new(),
        codes: Vec::new(),
        standing: None,
        quotes: Vec::new(),
    });
    let quotes = portrait.quotes.iter().map(|quote| {
        let code = titles.get(&quote.code).cloned().unwrap_or_else(|| quote.code.clone());
        let arguments = [("code", code.into()), ("turn", Value::Ordinal(quote.turn.into()))];
        QuoteView {
            text: format.verbatim(&quote.text, language),
            source: session.catalog.text("case-quote", &arguments),
            address: format!("/transcripts/{id}#t{}", quote.turn),
            against: quote.counter_example,
        }
    });
    let themes = portrait.codes.iter().enumerate().map(|(theme, (title, codes))| {
        let codes = codes.iter().map(|code| CodeView {
            id: code.code.0.clone(),
            title: code.title.clone(),
            variant: code.variant,
            count: format.count(code.extracts),
            intensity: code.intensity,
        });
        (theme, spoken.spaced(title), codes.collect())
    });
    render(&CasePage {
        facts: facts.iter().map(|(id, value)| fact(&page, id, value, spoken)).collect::<Vec<_>>().join(", "),
        attributes: portrait
            .attributes
            .iter()
            .map(|(key, value)| (page.with("case-attribute", "key", key.as_str()), spoken.spaced(value)))
            .collect(),
        standing: standing(&page, &portrait, format),
        scores: portrait.scores.iter().map(|score| shown(score, format)).collect(),
        scores_about: match &portrait.respondent {
            Some(respondent) => page.with("case-scores-about", "respondent", respondent),
            None => page.say("case-scores-none"),
        },
        themes: themes.collect(),
        quotes: quotes.collect(),
        previous: previous.map(|id| id.0),
        next: next.map(|id| id.0),
        here: format!("/cases/{}", encoded(id.as_str())),
        id: id.0,
        heading,
        progress,
        notes,
        page,
    })
}

fn fact(page: &Page, id: &str, value: &str, spoken: Format) -> String {
    match value.parse::<i64>() {
        Ok(years) if id == "age" => page.catalog().text("home-age", &[("years", Value::Count(years))]),
        _ => spoken.spaced(value),
    }
}

fn standing(page: &Page, portrait: &Portrait, format: Format) -> Option<StandingView> {
    let found = portrait.standing.as_ref()?;
    let arguments = [("label", found.label.as_str().into()), ("name", Value::from(found.name.as_str()))];
    let axes = found.axes.iter().map(|(title, value, mean)| {
        let arguments = [
            ("axis", Value::from(title.as_str())),
            ("value", format.maybe(*value, 1).into()),
            ("mean", format.maybe(*mean, 1).into()),
        ];
        page.catalog().text("case-axis", &arguments)
    });
    Some(StandingView {
        sentence: page.catalog().text("case-standing", &arguments),
        axes: axes.collect(),
        beside: found.beside.iter().map(|id| id.0.clone()).collect(),
        assigned: found.assigned.as_ref().map_or_else(String::new, |(profile, reason)| {
            let arguments = [("profile", profile.as_str().into()), ("reason", Value::from(reason.as_str()))];
            page.catalog().text("case-assigned", &arguments)
        }),
    })
}

fn shown(score: &ScoreBeside, format: Format) -> ScoreView {
    let place = |value: f64| format!("{:.1}", value.clamp(0.0, 100.0));
    let (low, middle, high) = score.quartiles.unwrap_or_default();
    ScoreView {
        title: score.title.clone(),
        own: format.maybe(score.own, 0),
        median: format.maybe(score.quartiles.map(|(_, middle, _)| middle), 0),
        at: score.own.map(place),
        from: place(low),
        width: place(high - low),
        middle: place(middle),
    }
}
