//! The page of passages.

use std::sync::Arc;

use askama::Template;
use axum::Json;
use axum::extract::{Query, State};
use axum::response::Html;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::offer::{Offer, offers};
use super::say;
use crate::app;
use crate::app::concordance::FacetValue;
use crate::app::passages::{
    Condition, Passage, PassageList, PassagePage, PassageQuery, Saved, counts, list, saved,
};
use crate::i18n::{Format, Value};
use crate::web::error::WebError;
use crate::web::page::{Nav, Page, render};
use crate::web::session::Session;
use crate::web::state::AppState;

/// Passages of one page.
const PAGE: usize = 50;

/// One list of conditions, as chips.
struct Chips {
    title: String,
    /// Words of the condition, and the address without it.
    chips: Vec<(String, String)>,
}

/// One list of counts at the side.
struct Facet {
    title: String,
    /// Value, and the address with or without it.
    values: Vec<(FacetValue, String)>,
}

#[derive(Template)]
#[template(path = "passages/page.html")]
struct PassagesPage {
    page: Page,
    query: PassageQuery,
    pairs: String,
    found: PassageList,
    chips: Vec<Chips>,
    facets: Vec<Facet>,
    offers: Vec<Offer>,
    saved: Vec<(Saved, String, bool)>,
    summary: String,
    table: String,
    previous: Option<String>,
    next: Option<String>,
    range: String,
}

impl PassagesPage {
    fn source(&self, passage: &Passage) -> String {
        say::source(self.page.catalog(), &passage.source)
    }

    /// Address of the passage in its interview.
    fn place(&self, passage: &Passage) -> String {
        let id = utf8_percent_encode(&passage.source.transcript, NON_ALPHANUMERIC);
        let turn = passage.source.turn;
        format!("/transcripts/{id}?turn={turn}&coding={}#t{turn}", passage.id)
    }

    /// The words with their marks, as they are quoted.
    fn quoted(&self, passage: &Passage) -> String {
        let words = passage.exact.split('\n').filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ");
        Format::new(self.page.catalog().language()).quoted(&words)
    }
}

/// Reads the query of an address.
pub(super) fn query_of(pairs: &[(String, String)]) -> Result<PassageQuery, WebError> {
    PassageQuery::read(pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())))
        .map_err(|value| WebError::bad("bad-condition", &[("value", &value)]))
}

fn page_of(pairs: &[(String, String)]) -> PassagePage {
    let offset = pairs.iter().find(|(name, _)| name == "offset");
    PassagePage {
        offset: offset.and_then(|(_, value)| value.parse().ok()).unwrap_or(0),
        limit: PAGE,
        only: None,
    }
}

/// Answers with the page.
pub(crate) async fn page(
    State(state): State<Arc<AppState>>,
    session: Session,
    Query(pairs): Query<Vec<(String, String)>>,
) -> Result<Html<String>, WebError> {
    let query = query_of(&pairs)?;
    let wanted = page_of(&pairs);
    let context = state.context(&session);
    let language = session.language;
    let found = list(&context, &query, &wanted, language).await?;
    let counted = counts(&context, &query, wanted.only.as_ref(), language).await?;
    let themes = app::codebook::themes(&context).await?;
    let heads = app::people::heads(&context, language).await?;
    let coders = app::coders::list(&context).await?;
    let named = saved(&context).await?;
    let page = Page::new(&state, &session, Nav::Passages, session.catalog.plain("nav-passages")).await?;
    let catalog = page.catalog();
    let mut chips = Vec::new();
    for (name, list) in [("all", &query.all), ("any", &query.any), ("not", &query.not)] {
        if list.is_empty() {
            continue;
        }
        let without = |one: &Condition| say::address("/passages", &query.without(name, one));
        chips.push(Chips {
            title: catalog.plain(&format!("passages-list-{name}")),
            chips: list
                .iter()
                .map(|one| (say::condition(catalog, &themes, &coders, one), without(one)))
                .collect(),
        });
    }
    let facet = |title: String, values: Vec<FacetValue>| Facet {
        title,
        values: values
            .into_iter()
            .filter_map(|value| {
                let condition = Condition::parse(&value.value)?;
                let to = if value.chosen {
                    query.without("all", &condition)
                } else {
                    query.with("all", condition)
                };
                Some((value, say::address("/passages", &to)))
            })
            .collect(),
    };
    let mut intensities = counted.intensities;
    for value in &mut intensities {
        value.label = if value.label.is_empty() {
            catalog.plain("passages-intensity-none")
        } else {
            catalog.text("passages-is-intensity", &[("name", value.label.as_str().into())])
        };
    }
    let mut facets = vec![facet(catalog.plain("passages-facet-code"), counted.codes)];
    facets.extend(counted.attributes.into_iter().map(|one| facet(one.title, one.values)));
    facets.push(facet(catalog.plain("passages-facet-transcript"), counted.transcripts));
    facets.push(facet(catalog.plain("passages-facet-coder"), counted.coders));
    facets.push(facet(catalog.plain("passages-facet-intensity"), intensities));
    facets.retain(|facet| !facet.values.is_empty());
    let here = say::address("/passages", &query);
    let at = |offset: usize| {
        let sign = if here.contains('?') { '&' } else { '?' };
        if offset == 0 { here.clone() } else { format!("{here}{sign}offset={offset}") }
    };
    let (first, last) = (wanted.offset + 1, wanted.offset + found.passages.len());
    let view = PassagesPage {
        pairs: serde_json::to_string(&query.pairs()).unwrap_or_default(),
        summary: summary(catalog, &found),
        table: say::address("/passages.csv", &query),
        previous: (wanted.offset > 0).then(|| at(wanted.offset.saturating_sub(PAGE))),
        next: found.next.map(at),
        range: catalog.text(
            "passages-range",
            &[("first", first.into()), ("last", last.into()), ("total", found.total.into())],
        ),
        offers: offers(catalog, &themes, &heads, &coders),
        saved: named
            .into_iter()
            .map(|one| {
                let asks = PassageQuery::read(one.pairs.iter().map(|(a, b)| (a.as_str(), b.as_str())));
                let asks = asks.unwrap_or_default();
                let is_here = asks == query;
                (one, say::address("/passages", &asks), is_here)
            })
            .collect(),
        chips,
        facets,
        found,
        query,
        page,
    };
    render(&view)
}

fn summary(catalog: &crate::i18n::Catalog, found: &PassageList) -> String {
    let format = Format::new(catalog.language());
    catalog.text(
        "passages-summary",
        &[
            ("count", found.total.into()),
            ("share", Value::from(percent(format, found.total, found.of_passages))),
            ("passages", found.of_passages.into()),
            ("transcripts", found.transcripts.into()),
            ("all", found.of_transcripts.into()),
        ],
    )
}

#[allow(clippy::cast_precision_loss, reason = "counts of passages stay far under 2^53")]
fn percent(format: Format, part: usize, whole: usize) -> String {
    if whole == 0 {
        return format.maybe(None, 0);
    }
    format.percent(100.0 * part as f64 / whole as f64, 1)
}

/// Answers with passages as JSON.
pub(crate) async fn json(
    State(state): State<Arc<AppState>>,
    session: Session,
    Query(pairs): Query<Vec<(String, String)>>,
) -> Result<Json<PassageList>, WebError> {
    let query = query_of(&pairs)?;
    Ok(Json(list(&state.context(&session), &query, &page_of(&pairs), session.language).await?))
}
