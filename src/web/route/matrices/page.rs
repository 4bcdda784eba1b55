//! The page of a matrix.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Query, State};
use axum::response::Html;

use super::address::{Address, View};
use super::{accumulation, network};
use crate::app::crossing::{Axis, Crossing, Measure, Pair, Row, cross, pairs};
use crate::app::people::{CaseHead, heads};
use crate::app::{self, AppError};
use crate::i18n::Format;
use crate::web::error::WebError;
use crate::web::page::{Nav, Page, render};
use crate::web::session::Session;
use crate::web::state::AppState;

/// Ties that are drawn.
const TIES: usize = 20;
/// Pairs that are listed.
const PAIRS: usize = 40;

/// A choice of the page: words, address, whether it is made.
struct Choice {
    words: String,
    address: String,
    is_made: bool,
}

/// Rows of one theme.
struct ThemeRows {
    title: String,
    rows: Vec<Row>,
}

/// Two codes, what they share, and where their passages are.
struct Listed {
    words: String,
    shared: String,
    door: String,
}

#[derive(Template)]
#[template(path = "matrices/page.html")]
struct MatricesPage {
    page: Page,
    address: Address,
    axes: Vec<Choice>,
    measures: Vec<Choice>,
    views: Vec<Choice>,
    crossing: Option<Crossing>,
    themes: Vec<ThemeRows>,
    drawing: String,
    listed: Vec<Listed>,
    /// Codes met as interviews are added, written; none in another view.
    accumulation: Option<String>,
    /// Where the page stands, with what it shows.
    here: String,
    table: String,
    explanation: String,
}

impl MatricesPage {
    fn written(&self, value: &f64) -> String {
        written(&self.page, self.address.measure, *value)
    }

    /// Names a cell for who does not see the heads: « Isolement, E09, Mme I. : 3 passages ».
    fn said(&self, row: &Row, label: &str, value: &f64) -> String {
        let catalog = self.page.catalog();
        let arguments = [
            ("code", row.code.title.as_str().into()),
            ("column", label.into()),
            ("value", self.written(value).into()),
        ];
        catalog.text("matrices-cell", &arguments)
    }

    fn door(&self, row: &Row, condition: &str) -> String {
        self.address.door(&row.code.code, condition)
    }

    fn is_network(&self) -> bool {
        self.address.view == View::Network
    }

    /// Names the matrix among the figures that lead to their methods.
    fn figure(&self) -> &'static str {
        match self.address.axis {
            Axis::Transcripts => "matrix-transcripts",
            Axis::Codes => "matrix-codes",
            Axis::Attribute(_) => "matrix-attribute",
        }
    }

    fn is_codes(&self) -> bool {
        self.address.axis == Axis::Codes
    }

    /// Tells whether rows are added up; codes by codes have their own counts on the diagonal.
    fn has_totals(&self) -> bool {
        let rows = self.themes.iter().flat_map(|theme| &theme.rows);
        !self.is_codes() && rows.into_iter().any(|row| row.total.is_some())
    }
}

/// Writes the value of a cell.
pub(super) fn written(page: &Page, measure: Measure, value: f64) -> String {
    let format = Format::new(page.catalog().language());
    format.decimal(value, u8::from(measure == Measure::Coverage))
}

/// Answers with the page.
pub(crate) async fn page(
    State(state): State<Arc<AppState>>,
    session: Session,
    Query(pairs_of_address): Query<Vec<(String, String)>>,
) -> Result<Html<String>, WebError> {
    let address = Address::read(&pairs_of_address)?;
    let context = state.context(&session);
    let crossing = match cross(&context, &address.axis, address.measure, None, session.language).await {
        Ok(crossing) => Some(crossing),
        Err(AppError::Empty { .. }) => None,
        Err(error) => return Err(error.into()),
    };
    let themes = app::codebook::themes(&context).await?;
    let heads = heads(&context, session.language).await?;
    let page = Page::new(&state, &session, Nav::Passages, session.catalog.plain("matrices-title")).await?;
    let most = crossing.as_ref().map(|crossing| pairs(crossing, PAIRS)).unwrap_or_default();
    let (mut drawing, mut listed) = (String::new(), Vec::new());
    if let (View::Network, Some(crossing)) = (address.view, &crossing) {
        let title = page.say("matrices-network");
        drawing =
            network::draw(&page, crossing, most.get(..TIES.min(most.len())).unwrap_or_default(), &title);
        listed = most.iter().filter_map(|pair| list(&page, &address, crossing, pair)).collect();
    }
    let rows = crossing.as_ref().map(|crossing| crossing.rows.clone()).unwrap_or_default();
    let curve = match (address.view, &crossing) {
        (View::Accumulation, Some(_)) => {
            let here = Address::write("/matrices", &address.axis, None, address.view);
            Some(accumulation::written_for(&page, &*state.overview(&session).await?, &here))
        }
        _ => None,
    };
    let view = MatricesPage {
        axes: axes(&page, &address, &heads),
        measures: Measure::of(&address.axis)
            .iter()
            .map(|measure| Choice {
                words: page.say(&format!("matrices-measure-{}", measure.name())),
                address: Address::write("/matrices", &address.axis, Some(*measure), address.view),
                is_made: *measure == address.measure,
            })
            .collect(),
        views: views(&page, &address),
        themes: themes
            .into_iter()
            .enumerate()
            .map(|(at, theme)| ThemeRows {
                title: theme.title,
                rows: rows.iter().filter(|row| row.code.theme == at).cloned().collect(),
            })
            .filter(|theme| !theme.rows.is_empty())
            .collect(),
        here: Address::write("/matrices", &address.axis, Some(address.measure), address.view),
        table: Address::write("/matrices.csv", &address.axis, Some(address.measure), View::Table),
        explanation: page.say(&format!("matrices-explain-{}", address.measure.name())),
        accumulation: curve,
        crossing,
        drawing,
        listed,
        address,
        page,
    };
    render(&view)
}

fn axes(page: &Page, address: &Address, heads: &[CaseHead]) -> Vec<Choice> {
    let mut axes = vec![
        (page.say("matrices-by-transcripts"), Axis::Transcripts),
        (page.say("matrices-by-codes"), Axis::Codes),
    ];
    let mut attributes: Vec<(String, Axis)> = CaseHead::sorting(heads)
        .into_iter()
        .map(|(name, title)| (page.with("matrices-by-attribute", "name", &title), Axis::Attribute(name)))
        .collect();
    // What an address names is offered even when it does not sort cases.
    if let Axis::Attribute(name) = &address.axis
        && !attributes.iter().any(|(_, axis)| axis == &address.axis)
    {
        attributes.push((page.with("matrices-by-attribute", "name", name), address.axis.clone()));
    }
    axes.append(&mut attributes);
    axes.into_iter()
        .map(|(words, axis)| Choice {
            words,
            address: Address::write("/matrices", &axis, None, View::Table),
            is_made: axis == address.axis,
        })
        .collect()
}

fn views(page: &Page, address: &Address) -> Vec<Choice> {
    let views = View::of(&address.axis);
    if views.len() < 2 {
        return Vec::new();
    }
    views
        .iter()
        .map(|view| Choice {
            words: page.say(&format!("matrices-view-{}", view.name())),
            address: Address::write("/matrices", &address.axis, Some(address.measure), *view),
            is_made: *view == address.view,
        })
        .collect()
}

fn list(page: &Page, address: &Address, crossing: &Crossing, pair: &Pair) -> Option<Listed> {
    let (first, second) = pair.codes(crossing)?;
    Some(Listed {
        words: format!("{} – {}", first.title, second.title),
        shared: written(page, address.measure, pair.shared),
        door: address.door(&first.code, second.code.as_str()),
    })
}
