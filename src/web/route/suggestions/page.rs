//! The page of suggestions, as they were found last; it computes nothing.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Query, State};
use axum::response::Html;
use serde::Deserialize;

use super::view::{Card, Group, Line, card, group, line, pooled, samples, summary};
use crate::analysis::suggestion::Suggestion;
use crate::app::suggestion::{self, Proposals, SuggestRequest, SuggestionOutcome, in_context, standing};
use crate::app::{Context, codebook, interview, round};
use crate::domain::TranscriptId;
use crate::web::error::WebError;
use crate::web::page::{Nav, Page, render};
use crate::web::session::Session;
use crate::web::state::AppState;

/// Suggestions of one code that are shown at once; others follow as these are answered.
const SHOWN: usize = 20;
/// In the address: all interviews, although a round gives some to the person.
const ALL: &str = "*";

/// Where the suggestions shown stand.
#[derive(Debug, Deserialize)]
pub(crate) struct Asked {
    transcript: Option<String>,
}

#[derive(Template)]
#[template(path = "suggestions/page.html")]
struct SuggestionsPage {
    page: Page,
    /// The precision asked for, in percent.
    percent: String,
    /// How far the computation is, while one is under way.
    under_way: Option<(u64, u64)>,
    /// The blind round that leaves the others out, in words.
    blind: String,
    found: Option<Shown>,
}

/// What was found.
struct Shown {
    /// When.
    at: String,
    /// From what, and how many codes speak.
    summary: String,
    /// Precision and recall over the codes that speak; empty when none does.
    pooled: String,
    /// Whether something changed since.
    is_stale: bool,
    /// Why nothing is shown; empty when something is.
    nothing: String,
    /// Interviews to choose from: address value, words, whether chosen.
    interviews: Vec<(String, String, bool)>,
    groups: Vec<Group>,
    /// Whether one of those shown stands in an interview that somebody coded.
    has_read: bool,
    lines: Vec<Line>,
}

/// Answers with the page.
pub(crate) async fn page(
    State(state): State<Arc<AppState>>,
    session: Session,
    Query(asked): Query<Asked>,
) -> Result<Html<String>, WebError> {
    let context = state.context(&session);
    let title = session.catalog.plain("suggestions-title");
    let page = Page::new(&state, &session, Nav::Suggestions, title).await?;
    let proposals = state.suggesting.shown(&session);
    let precision = match &proposals {
        Some(proposals) => proposals.found.settings.precision,
        None => suggestion::precision(&context).await?,
    };
    let found = match &proposals {
        Some(proposals) => {
            Some(shown(&context, &page, &session, proposals, asked.transcript.as_deref()).await?)
        }
        None => None,
    };
    let under_way = state.suggesting.under_way(&session).map(|gauge| gauge.told());
    let blind = session.visibility.any();
    let blind = blind.map_or_else(String::new, |blind| page.with("suggestions-blind", "round", &blind.round));
    // Typed back as it was: a field of numbers reads points in every language.
    let percent = format!("{}", (precision * 1000.0).round() / 10.0);
    render(&SuggestionsPage { page, percent, under_way, blind, found })
}

async fn shown(
    context: &Context,
    page: &Page,
    session: &Session,
    proposals: &Proposals,
    asked: Option<&str>,
) -> Result<Shown, WebError> {
    let outcome = standing(context, proposals, &SuggestRequest::default()).await?;
    let given = round::given(context, &session.coder).await?;
    let is_within = |one: &Suggestion| match asked.filter(|asked| !asked.is_empty()) {
        Some(ALL) => true,
        Some(id) => one.transcript.as_str() == id,
        None => given.as_ref().is_none_or(|given| given.contains(&one.transcript)),
    };
    let within: Vec<&Suggestion> = outcome.found.suggestions.iter().filter(|one| is_within(one)).collect();
    let samples = samples(&codebook::themes(context).await?);
    // The surest of each code first: as they are answered, others follow.
    let mut first: Vec<Suggestion> = Vec::new();
    for code in &outcome.found.codes {
        let mut of: Vec<&Suggestion> = within.iter().copied().filter(|one| one.code == code.code).collect();
        of.sort_by(|one, other| other.margin.total_cmp(&one.margin));
        first.extend(of.into_iter().take(SHOWN).cloned());
    }
    let first = in_context(context, &first).await?;
    let mut groups = Vec::new();
    for code in &outcome.found.codes {
        let of = |one: &Suggestion| one.code == code.code;
        let cards: Vec<Card> =
            first.iter().filter(|one| of(&one.suggestion)).map(|one| card(page, one)).collect();
        let total = within.iter().filter(|one| of(one)).count();
        if !cards.is_empty() {
            groups.push(group(page, code, &outcome, &samples, total, cards));
        }
    }
    let lines: Vec<Line> =
        outcome.found.codes.iter().map(|code| line(page, code, &outcome, &samples)).collect();
    Ok(Shown {
        at: proposals.at.clone(),
        summary: summary(page, &outcome),
        pooled: pooled(page, &outcome),
        is_stale: suggestion::is_stale(context, proposals).await?,
        nothing: if groups.is_empty() { nothing(page, &outcome) } else { String::new() },
        interviews: interviews(context, page, &outcome, given.as_deref(), asked.unwrap_or("")).await?,
        groups,
        has_read: first.iter().any(|one| one.suggestion.read),
        lines,
    })
}

fn nothing(page: &Page, outcome: &SuggestionOutcome) -> String {
    let speaks = outcome.found.codes.iter().any(|one| one.silence.is_none());
    match (speaks, outcome.total) {
        (false, _) => page.say("suggestions-nothing"),
        (true, 0) => page.say("suggestions-nothing-left"),
        (true, _) => page.say("suggestions-nothing-here"),
    }
}

/// Lists the interviews to choose from: one's own when a round gives some, all, and each with how many
/// suggestions stand in it.
async fn interviews(
    context: &Context,
    page: &Page,
    outcome: &SuggestionOutcome,
    given: Option<&[TranscriptId]>,
    chosen: &str,
) -> Result<Vec<(String, String, bool)>, WebError> {
    let counted = |is_in: &dyn Fn(&TranscriptId) -> bool| {
        outcome.found.suggestions.iter().filter(|one| is_in(&one.transcript)).count()
    };
    let titled = |key: &str, name: &str, count: usize| {
        page.catalog().text(key, &[("name", name.into()), ("count", count.into())])
    };
    let mut options = Vec::new();
    let all = titled("suggestions-all-interviews", "", outcome.total);
    match given {
        Some(given) => {
            let mine = titled("suggestions-my-interviews", "", counted(&|id| given.contains(id)));
            options.push((String::new(), mine, chosen.is_empty()));
            options.push((ALL.to_owned(), all, chosen == ALL));
        }
        None => options.push((String::new(), all, chosen.is_empty() || chosen == ALL)),
    }
    for id in interview::ids(context).await? {
        let count = counted(&|one| *one == id);
        let is_chosen = id.as_str() == chosen;
        if count > 0 || is_chosen {
            options.push((id.0.clone(), titled("suggestions-of-interview", id.as_str(), count), is_chosen));
        }
    }
    Ok(options)
}
