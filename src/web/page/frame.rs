//! The frame of a page: title, navigation, who codes, and the messages of its language.

use std::sync::Arc;

use askama::Template;
use axum::response::Html;

use crate::app;
use crate::app::coders::Coder;
use crate::domain::CoderId;
use crate::i18n::{Catalog, Value};
use crate::web::assets;
use crate::web::error::WebError;
use crate::web::session::Session;
use crate::web::state::AppState;

/// The words of the top bar, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Nav {
    /// What to do next.
    Home,
    /// One interview.
    Transcripts,
    /// Themes and codes.
    Codebook,
    /// Words across interviews.
    Search,
    /// Coded passages and matrices.
    Passages,
    /// Codes proposed for sentences that nobody coded.
    Suggestions,
    /// Who coded, and how alike.
    Coders,
    /// Profiles.
    Typology,
    /// Scores, and their link with profiles.
    Questionnaire,
    /// None of them.
    Other,
}

/// A word of the top bar.
pub(crate) struct NavItem {
    /// Where it leads.
    pub(crate) address: &'static str,
    /// What it says.
    pub(crate) title: String,
    /// Whether the page stands under it.
    pub(crate) is_current: bool,
}

/// A person who codes, as the top bar shows them.
pub(crate) struct Person {
    /// Their identifier.
    pub(crate) id: String,
    /// As people call them.
    pub(crate) name: String,
    /// One or two letters.
    pub(crate) initials: String,
    /// Whether it is who acts here.
    pub(crate) is_me: bool,
}

impl Person {
    fn of(coder: Coder, me: &CoderId) -> Self {
        Self { initials: initials(&coder.name), is_me: coder.id == *me, id: coder.id.0, name: coder.name }
    }
}

/// What every page's template holds as `page`.
pub(crate) struct Page {
    /// Title of the window, before the program's name.
    pub(crate) title: String,
    /// Code of the language.
    pub(crate) language: &'static str,
    /// `light` or `dark` when chosen.
    pub(crate) theme: Option<&'static str>,
    /// The top bar.
    pub(crate) nav: Vec<NavItem>,
    /// Who acts, first, then the others.
    pub(crate) people: Vec<Person>,
    /// Who acts.
    pub(crate) coder: CoderId,
    /// Start of the addresses of assets.
    pub(crate) assets: String,
    /// What a write must carry.
    pub(crate) token: String,
    catalog: Arc<Catalog>,
}

impl Page {
    /// Makes the frame of a page called by the message `title`.
    pub(crate) async fn new(
        state: &AppState,
        session: &Session,
        nav: Nav,
        title: impl Into<String>,
    ) -> Result<Self, WebError> {
        let me = &session.coder;
        let coders = app::coders::list(&state.context(session)).await?;
        let mine = coders.iter().find(|coder| coder.id == *me).cloned();
        let mine = mine.unwrap_or_else(|| Coder { id: me.clone(), name: me.0.clone() });
        let others = coders.into_iter().filter(|coder| coder.id != *me);
        let people: Vec<Person> =
            std::iter::once(mine).chain(others).map(|coder| Person::of(coder, me)).collect();
        Ok(Self {
            title: title.into(),
            language: session.language.code(),
            theme: session.theme,
            nav: bar(&session.catalog, nav),
            people,
            coder: me.clone(),
            assets: format!("/assets/{}", assets::version()),
            token: state.write_token.clone(),
            catalog: Arc::clone(&session.catalog),
        })
    }

    /// Returns a message.
    pub(crate) fn say(&self, key: &str) -> String {
        self.catalog.plain(key)
    }

    /// Returns a message with a number, `{ $count }`.
    pub(crate) fn count(&self, key: &str, count: &usize) -> String {
        self.catalog.text(key, &[("count", (*count).into())])
    }

    /// Returns a message with a text, under the name that the message gives it.
    pub(crate) fn with(&self, key: &str, name: &str, text: &str) -> String {
        self.catalog.text(key, &[(name, Value::from(text))])
    }

    /// Returns the name of who acts.
    pub(crate) fn me(&self) -> &str {
        self.people.first().map_or("", |person| person.name.as_str())
    }

    /// Returns the catalogue, for messages with several arguments.
    pub(crate) fn catalog(&self) -> &Catalog {
        &self.catalog
    }
}

fn bar(catalog: &Catalog, current: Nav) -> Vec<NavItem> {
    [
        (Nav::Home, "/", "nav-home"),
        (Nav::Transcripts, "/transcripts", "nav-transcripts"),
        (Nav::Codebook, "/codebook", "nav-codebook"),
        (Nav::Search, "/search", "nav-search"),
        (Nav::Passages, "/passages", "nav-passages"),
        (Nav::Suggestions, "/suggestions", "nav-suggestions"),
        (Nav::Coders, "/coders", "nav-coders"),
        (Nav::Typology, "/typology", "nav-typology"),
        (Nav::Questionnaire, "/questionnaire", "nav-questionnaire"),
    ]
    .into_iter()
    .map(|(nav, address, key)| NavItem { address, title: catalog.plain(key), is_current: nav == current })
    .collect()
}

/// Takes the first letter of a name, with the digit that ends it, if any.
pub(crate) fn initials(name: &str) -> String {
    let first = name.chars().next().map(|letter| letter.to_uppercase().to_string()).unwrap_or_default();
    let last = name.chars().last().filter(|letter| letter.is_ascii_digit() && name.chars().count() > 1);
    last.map_or(first.clone(), |digit| format!("{first}{digit}"))
}

/// Renders a page's template.
pub(crate) fn render(template: &impl Template) -> Result<Html<String>, WebError> {
    template.render().map(Html).map_err(|error| {
        WebError::new(
            axum::http::StatusCode::INTERNAL_SERVER_ERROR,
            "internal",
            &[("reason", &error.to_string())],
        )
    })
}
