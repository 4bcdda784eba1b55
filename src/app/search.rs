//! Searching the interviews: the index finds turns, the store says which carry a code or belong to
//! an interview with an attribute.

use std::collections::BTreeSet;

use serde::Serialize;

use super::codings::{codes_named, interviews_with};
use super::context::Context;
use super::error::AppError;
use super::index::catch_up;
use crate::domain::TranscriptId;
use crate::search::{
    Filter, FilterField, FilterTerm, Index, Order, Page, ParsedQuery, TurnSet, parse, snippet,
};
use crate::text::Span;

/// What to search.
#[derive(Clone, Debug, Default)]
pub struct SearchRequest {
    /// The query as typed.
    pub query: String,
    /// At most so many turns.
    pub limit: usize,
    /// Words of context; none: the whole turn.
    pub context: Option<usize>,
}

/// A turn found.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FoundTurn {
    /// Its interview.
    pub transcript: String,
    /// Its number.
    pub turn: u32,
    /// Line of the source file where it begins.
    pub line: usize,
    /// Its speaker.
    pub speaker: String,
    /// `interviewer` or `respondent`.
    pub role: crate::domain::transcript::Role,
    /// Its speech, or the part of it round the first mark.
    pub text: String,
    /// What matched, in scalar values of `text`.
    pub marks: Vec<Span>,
    /// Whether words stand before, when `text` is a part.
    pub cut_before: bool,
    /// Whether words stand after.
    pub cut_after: bool,
    /// Its relevance.
    pub score: f32,
}

/// The turns found.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SearchOutcome {
    /// How many in all.
    pub total: u64,
    /// The first of them: by interview, then by place in it.
    pub hits: Vec<FoundTurn>,
}

/// Finds turns.
///
/// # Errors
/// The query does not read, or names a code or attribute that the study does not have.
pub async fn search(context: &Context, request: &SearchRequest) -> Result<SearchOutcome, AppError> {
    let query = parse(&request.query)?;
    let index = catch_up(context).await?;
    let filter = filter(context, &query).await?;
    let page = Page { limit: request.limit, offset: 0, order: Order::Relevance };
    let found = index.search(&query, &filter, page)?;
    let mut hits: Vec<FoundTurn> = found
        .hits
        .into_iter()
        .map(|hit| {
            let whole = |text: String, marks: Vec<Span>| (text, marks, false, false);
            let (text, marks, cut_before, cut_after) = match request.context {
                Some(words) if !hit.marks.is_empty() => {
                    let part = snippet(&hit.text, &hit.marks, words);
                    (part.text, part.marks, part.cut_before, part.cut_after)
                }
                _ => whole(hit.text, hit.marks),
            };
            FoundTurn {
                transcript: hit.transcript.0,
                turn: hit.turn,
                line: hit.line,
                speaker: hit.speaker,
                role: hit.role,
                text,
                marks,
                cut_before,
                cut_after,
                score: hit.score,
            }
        })
        .collect();
    // The most relevant were kept; they read best interview by interview.
    hits.sort_by(|a, b| (&a.transcript, a.turn).cmp(&(&b.transcript, b.turn)));
    Ok(SearchOutcome { total: found.total_turns, hits })
}

/// Counts the turns that a query finds.
///
/// # Errors
/// As for [`search`].
pub async fn count(context: &Context, query: &str) -> Result<u64, AppError> {
    let query = parse(query)?;
    let index: Index = catch_up(context).await?;
    let filter = filter(context, &query).await?;
    Ok(index.count(&query, &filter)?)
}

/// Resolves the filters of a query.
pub(super) async fn filter(context: &Context, query: &ParsedQuery) -> Result<Filter, AppError> {
    let (mut filter, others) = Filter::of(query);
    for term in others {
        match &term.field {
            FilterField::Code => {
                let turns = turns_with(context, term).await?;
                if term.negated { filter.drop_turns(turns) } else { filter.keep_turns(turns) }
            }
            FilterField::Attribute(name) => {
                let interviews = interviews(context, name, term).await?;
                if term.negated {
                    filter.drop_transcripts(interviews)
                } else {
                    filter.keep_transcripts(interviews)
                }
            }
            FilterField::Speaker | FilterField::Role | FilterField::Transcript => {}
        }
    }
    Ok(filter)
}

/// Gathers the turns that carry one of the codes named, or a code under it.
async fn turns_with(context: &Context, term: &FilterTerm) -> Result<TurnSet, AppError> {
    let mut turns = TurnSet::default();
    for value in &term.values {
        for code in codes_named(context, value, true).await? {
            for (transcript, carried) in context.store.turns_of_code(&code).await? {
                turns.extend(transcript, carried.into_iter().flat_map(|(first, last)| first..=last));
            }
        }
    }
    Ok(turns)
}

async fn interviews(
    context: &Context,
    name: &str,
    term: &FilterTerm,
) -> Result<BTreeSet<TranscriptId>, AppError> {
    let mut interviews = BTreeSet::new();
    for value in &term.values {
        let wanted = [(name.to_owned(), value.clone())];
        interviews.extend(interviews_with(context, None, &wanted).await?.unwrap_or_default());
    }
    Ok(interviews)
}
