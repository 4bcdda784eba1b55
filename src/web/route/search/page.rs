//! The search page and its results.

use std::sync::Arc;

use askama::Template;
use axum::Json;
use axum::extract::{Query, State};
use axum::response::Html;
use serde::Serialize;

use super::address::{Address, Width};
use super::code::MOST;
use crate::app::AppError;
use crate::app::codes::CodeChoices;
use crate::app::concordance::{self, Concordance, FacetValue, Place, Unit};
use crate::i18n::Value;
use crate::web::error::WebError;
use crate::web::page::{Nav, Page, render};
use crate::web::session::Session;
use crate::web::state::AppState;

/// What was found, or why nothing could be looked for.
enum Outcome {
    /// Nothing is asked yet.
    Empty,
    /// The query does not read: its message.
    Refused(String),
    /// What was found.
    Found(Box<Concordance>),
}

/// Checkboxes of one facet.
struct FacetList {
    /// Name in the address.
    name: &'static str,
    /// What the value begins with in the address: an attribute's name.
    prefix: String,
    title: String,
    values: Vec<FacetValue>,
}

#[derive(Template)]
#[template(path = "search/page.html")]
struct SearchPage {
    page: Page,
    address: Address,
    outcome: Outcome,
    widths: Vec<(&'static str, String, bool)>,
    choices: String,
}

#[derive(Template)]
#[template(path = "search/results.html")]
struct Results {
    page: Page,
    address: Address,
    outcome: Outcome,
}

impl Page {
    /// Names a line for who does not see it.
    fn line(&self, interview: &str, turn: &u32, words: &str) -> String {
        let arguments = [
            ("interview", interview.into()),
            ("turn", Value::Ordinal((*turn).into())),
            ("words", words.into()),
        ];
        self.catalog().text("search-line", &arguments)
    }
}

impl Concordance {
    fn facets_of(&self, page: &Page) -> Vec<FacetList> {
        let facets = &self.facets;
        let roles = facets.roles.iter().cloned().map(|mut value| {
            value.label = page.say(&format!("search-role-{}", value.value));
            value
        });
        let mut lists = vec![FacetList {
            name: "role",
            prefix: String::new(),
            title: page.say("search-facet-role"),
            values: roles.collect(),
        }];
        lists.extend(facets.attributes.iter().map(|one| FacetList {
            name: "attribute",
            prefix: format!("{}=", one.name),
            title: one.title.clone(),
            values: one.values.clone(),
        }));
        for (name, key, values) in [
            ("code", "search-facet-code", &facets.codes),
            ("transcript", "search-facet-transcript", &facets.transcripts),
        ] {
            lists.push(FacetList {
                name,
                prefix: String::new(),
                title: page.say(key),
                values: values.clone(),
            });
        }
        lists.retain(|list| !list.values.is_empty());
        lists
    }

    fn is_filtered(&self) -> bool {
        let facets = &self.facets;
        let attributes = facets.attributes.iter().flat_map(|one| &one.values);
        let lists = facets.roles.iter().chain(&facets.codes).chain(&facets.transcripts).chain(attributes);
        lists.into_iter().any(|value| value.chosen)
    }

    /// « 80 occurrences dans 12 entretiens ».
    fn summary(&self, page: &Page) -> String {
        let key = match self.unit {
            Unit::Places => "search-summary-places",
            Unit::Turns => "search-summary-turns",
        };
        let arguments = [
            ("count", self.total.into()),
            ("turns", self.turns.into()),
            ("transcripts", self.transcripts.into()),
        ];
        page.catalog().text(key, &arguments)
    }

    fn counted(&self, page: &Page, count: &usize) -> String {
        let key = match self.unit {
            Unit::Places => "search-count-places",
            Unit::Turns => "search-count-turns",
        };
        page.count(key, count)
    }
}

/// Answers with the page.
pub(crate) async fn page(
    State(state): State<Arc<AppState>>,
    session: Session,
    Query(pairs): Query<Vec<(String, String)>>,
) -> Result<Html<String>, WebError> {
    let address = Address::read(&pairs)?;
    let outcome = find(&state, &session, &address).await?;
    let nav = session.catalog.plain("nav-search");
    let title = if address.query.is_empty() { nav } else { format!("{}, {nav}", address.query) };
    let page = Page::new(&state, &session, Nav::Search, title).await?;
    let choices =
        serde_json::to_string(&CodeChoices::of(&state.context(&session)).await?).unwrap_or_default();
    let widths = Width::ALL.map(|width| {
        let title = page.say(&format!("search-width-{}", width.name()));
        (width.name(), title, width == address.width)
    });
    render(&SearchPage { page, address, outcome, widths: widths.into(), choices })
}

/// Answers with the results alone, as one types.
pub(crate) async fn results(
    State(state): State<Arc<AppState>>,
    session: Session,
    Query(pairs): Query<Vec<(String, String)>>,
) -> Result<Html<String>, WebError> {
    let address = Address::read(&pairs)?;
    // The page that asks keeps what it shows, and says what the query lacks.
    let found = concordance::find(&state.context(&session), &address.request(), session.language).await?;
    let outcome = Outcome::Found(Box::new(found));
    let page = Page::new(&state, &session, Nav::Search, String::new()).await?;
    render(&Results { page, address, outcome })
}

/// Every place of a query, to be ticked at once.
#[derive(Debug, Serialize)]
pub(crate) struct Places {
    places: Vec<Place>,
    most: usize,
}

/// Answers with every place of a query.
pub(crate) async fn places(
    State(state): State<Arc<AppState>>,
    session: Session,
    Query(pairs): Query<Vec<(String, String)>>,
) -> Result<Json<Places>, WebError> {
    let address = Address::read(&pairs)?;
    let places = concordance::places(&state.context(&session), &address.request(), MOST).await?;
    Ok(Json(Places { places, most: MOST }))
}

async fn find(state: &AppState, session: &Session, address: &Address) -> Result<Outcome, WebError> {
    if address.query.trim().is_empty() {
        return Ok(Outcome::Empty);
    }
    let context = state.context(session);
    match concordance::find(&context, &address.request(), session.language).await {
        Ok(found) => Ok(Outcome::Found(Box::new(found))),
        // A query half typed is no failure of the page: it says what is missing.
        Err(error @ (AppError::Query(_) | AppError::Unknown { .. })) => {
            let error = WebError::from(error);
            Ok(Outcome::Refused(error.message(&session.catalog)))
        }
        Err(AppError::Empty { .. }) => Ok(Outcome::Empty),
        Err(error) => Err(error.into()),
    }
}
