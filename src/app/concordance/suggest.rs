//! « Did you mean »: the query with the words that the interviews hold.

use serde::Serialize;

use crate::app::AppError;
use crate::search::{Filter, Index, Order, Page, parse};
use crate::text::fold::fold;
use crate::text::token::tokens;

/// A query like the one that found nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Suggestion {
    /// The query to ask instead.
    pub query: String,
    /// Turns that it finds.
    pub turns: u64,
}

/// Rewrites a query with the nearest words that the interviews hold.
pub(super) fn suggest(index: &Index, query: &str) -> Result<Option<Suggestion>, AppError> {
    let mut rewritten = String::with_capacity(query.len());
    let mut at = 0;
    for token in tokens(query) {
        let Some((near, _)) = index.nearest_word(&fold(token.text))? else { continue };
        rewritten.push_str(query.get(at..token.start.0).unwrap_or_default());
        rewritten.push_str(&as_written(index, &near)?);
        at = token.end.0;
    }
    if at == 0 {
        return Ok(None);
    }
    rewritten.push_str(query.get(at..).unwrap_or_default());
    let Ok(parsed) = parse(&rewritten) else { return Ok(None) };
    let turns = index.count(&parsed, &Filter::of(&parsed).0)?;
    Ok((turns > 0).then_some(Suggestion { query: rewritten, turns }))
}

/// Finds how the interviews write a folded word: with its accents.
fn as_written(index: &Index, folded: &str) -> Result<String, AppError> {
    let Ok(query) = parse(&format!("={folded}")) else { return Ok(folded.to_owned()) };
    let page = Page { limit: 1, offset: 0, order: Order::Place };
    let found = index.search(&query, &Filter::default(), page)?;
    let written = found.hits.first().and_then(|hit| {
        let mark = hit.marks.first()?;
        Some(hit.text.chars().skip(mark.start.0).take(mark.len()).collect::<String>().to_lowercase())
    });
    Ok(written.unwrap_or_else(|| folded.to_owned()))
}
