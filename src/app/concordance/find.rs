//! Finding the places of a query.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::facet::{Facets, Found, Known, Swatch, TurnCodes, sift};
use super::line::{Line, cut};
use super::request::ConcordanceRequest;
use super::suggest::{Suggestion, suggest};
use crate::app::index::catch_up;
use crate::app::people::{CaseHead, heads};
use crate::app::search::filter;
use crate::app::{AppError, Context};
use crate::domain::TranscriptId;
use crate::domain::transcript::Role;
use crate::search::{Filter, Hit, Index, Order, Page, ParsedQuery, TurnSet, parse};
use crate::store::Position;
use crate::text::{Language, Span};

/// Turns whose places are counted one by one; beyond it, turns are counted.
const COUNTED: u64 = 2_000;

/// What the counts count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Unit {
    /// Places of the words.
    Places,
    /// Turns: too many to count their places, or a query without words.
    Turns,
}

/// The places in one interview.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Group {
    /// The interview.
    pub transcript: TranscriptId,
    /// Version of its text.
    pub version: u32,
    /// As people name it.
    pub label: String,
    /// What sorts its case.
    pub sorted_by: String,
    /// Places in it, also beyond this page.
    pub count: usize,
    /// Those of this page, in the order of the text.
    pub lines: Vec<Line>,
}

/// The places of a query.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Concordance {
    /// What is counted.
    pub unit: Unit,
    /// All places, also beyond this page.
    pub total: usize,
    /// Turns found.
    pub turns: usize,
    /// Interviews with at least one.
    pub transcripts: usize,
    /// The places of this page, by interview.
    pub groups: Vec<Group>,
    /// Counts by facet.
    pub facets: Facets,
    /// Turns to pass over for the next page.
    pub next: Option<usize>,
    /// What was perhaps meant, when nothing is found.
    pub suggestion: Option<Suggestion>,
}

/// One place, as a page names it when it codes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Place {
    /// The interview.
    pub transcript: TranscriptId,
    /// Version of its text.
    pub version: u32,
    /// Number of the turn.
    pub turn: u32,
    /// Where, in scalar values of the turn's speech.
    pub span: Span,
}

/// What a query finds, before the facets.
struct Haul {
    index: Index,
    query: ParsedQuery,
    found: Vec<Found>,
    /// With their words, when there are few.
    hits: Option<Vec<Hit>>,
    unit: Unit,
}

/// Finds the places of a query.
///
/// # Errors
/// The query does not read, or names a code or attribute that the study does not have.
pub async fn find(
    context: &Context,
    request: &ConcordanceRequest,
    language: Language,
) -> Result<Concordance, AppError> {
    let heads = heads(context, language).await?;
    check(context, request, &heads).await?;
    let haul = haul(context, request).await?;
    let swatches = Swatch::all(&context.store.codebook().await?);
    let codes = codes_by_turn(context, request, &swatches, &haul.found).await?;
    let known = Known { heads: &heads, swatches: &swatches, codes: &codes };
    let (kept, facets) = sift(&known, haul.found, &request.chosen);

    let mut counts: BTreeMap<&TranscriptId, usize> = BTreeMap::new();
    for turn in &kept {
        *counts.entry(&turn.transcript).or_default() += turn.weight;
    }
    let page: Vec<&Found> = kept.iter().skip(request.offset).take(request.limit).collect();
    let hits = match haul.hits {
        Some(hits) => of_page(hits, &page),
        None => read(&haul.index, &haul.query, &page)?,
    };
    let marks = coded(context, request, &hits).await?;
    let groups = group(&hits, &heads, &counts, &marks, &swatches, request.context);
    let nothing = kept.is_empty() && facets.transcripts.iter().all(|value| value.count == 0);
    let suggestion = if nothing { suggest(&haul.index, &request.query)? } else { None };
    let seen = request.offset + page.len();
    Ok(Concordance {
        unit: haul.unit,
        total: kept.iter().map(|turn| turn.weight).sum(),
        turns: kept.len(),
        transcripts: counts.len(),
        next: (seen < kept.len()).then_some(seen),
        groups,
        facets,
        suggestion,
    })
}

/// Lists every place of a query, at most `most`.
///
/// # Errors
/// As for [`find`].
pub async fn places(
    context: &Context,
    request: &ConcordanceRequest,
    most: usize,
) -> Result<Vec<Place>, AppError> {
    let heads = heads(context, Language::Fr).await?;
    check(context, request, &heads).await?;
    let haul = haul(context, request).await?;
    let swatches = Swatch::all(&context.store.codebook().await?);
    let codes = codes_by_turn(context, request, &swatches, &haul.found).await?;
    let known = Known { heads: &heads, swatches: &swatches, codes: &codes };
    let (kept, _) = sift(&known, haul.found, &request.chosen);
    let page: Vec<&Found> = kept.iter().take(most).collect();
    let hits = match haul.hits {
        Some(hits) => of_page(hits, &page),
        None => read(&haul.index, &haul.query, &page)?,
    };
    let version = |id: &TranscriptId| {
        heads.binary_search_by(|head| head.id.cmp(id)).ok().map_or(0, |at| heads[at].version)
    };
    let places = hits.iter().flat_map(|hit| {
        spans(hit).into_iter().map(|span| Place {
            transcript: hit.transcript.clone(),
            version: version(&hit.transcript),
            turn: hit.turn,
            span,
        })
    });
    Ok(places.take(most).collect())
}

/// Refuses what the study does not have.
async fn check(context: &Context, request: &ConcordanceRequest, heads: &[CaseHead]) -> Result<(), AppError> {
    let unknown =
        |kind: &'static str, name: &str| AppError::Unknown { kind, name: name.to_owned(), nearest: None };
    for code in &request.chosen.codes {
        if context.store.codebook().await?.find(code).is_none() {
            return Err(unknown("code", code.as_str()));
        }
    }
    for id in &request.chosen.transcripts {
        if !heads.iter().any(|head| &head.id == id) {
            return Err(unknown("transcript", id.as_str()));
        }
    }
    for (name, _) in &request.chosen.attributes {
        if !heads.iter().any(|head| head.attribute(name).is_some()) {
            return Err(unknown("attribute", name));
        }
    }
    Ok(())
}

async fn haul(context: &Context, request: &ConcordanceRequest) -> Result<Haul, AppError> {
    let query = parse(&request.query)?;
    let index = catch_up(context).await?;
    let filter = filter(context, &query).await?;
    let worded = query.expression.as_ref().is_some_and(|words| !words.is_negative());
    if index.count(&query, &filter)? <= COUNTED {
        let page = Page { limit: usize::MAX, offset: 0, order: Order::Place };
        let hits = index.search(&query, &filter, page)?.hits;
        let found = hits
            .iter()
            .map(|hit| Found {
                transcript: hit.transcript.clone(),
                turn: hit.turn,
                role: hit.role,
                weight: hit.marks.len().max(1),
            })
            .collect();
        let unit = if worded { Unit::Places } else { Unit::Turns };
        return Ok(Haul { index, query, found, hits: Some(hits), unit });
    }
    let mut found = Vec::new();
    for role in [Role::Respondent, Role::Interviewer] {
        let mut filter = filter.clone();
        filter.keep_role(role);
        let turns = index.turns(&query, &filter)?;
        found.extend(turns.iter().map(|(transcript, turn)| Found {
            transcript: transcript.clone(),
            turn,
            role,
            weight: 1,
        }));
    }
    found.sort_unstable_by(|a, b| (&a.transcript, a.turn).cmp(&(&b.transcript, b.turn)));
    Ok(Haul { index, query, found, hits: None, unit: Unit::Turns })
}

/// Gathers the codes of the turns of the interviews found, as ranks of `swatches`.
async fn codes_by_turn(
    context: &Context,
    request: &ConcordanceRequest,
    swatches: &[Swatch],
    found: &[Found],
) -> Result<TurnCodes, AppError> {
    let ranks: BTreeMap<&str, usize> =
        swatches.iter().enumerate().map(|(rank, one)| (one.code.as_str(), rank)).collect();
    let touched: BTreeSet<&TranscriptId> = found.iter().map(|turn| &turn.transcript).collect();
    let mut codes = TurnCodes::new();
    for (transcript, code, turns) in context.store.coded_turns(request.only.as_ref()).await? {
        let Some(rank) = ranks.get(code.as_str()).filter(|_| touched.contains(&transcript)) else { continue };
        let by_turn = codes.entry(transcript).or_default();
        for turn in turns.into_iter().flat_map(|(first, last)| first..=last) {
            let carried = by_turn.entry(turn).or_default();
            if !carried.contains(rank) {
                carried.push(*rank);
            }
        }
    }
    Ok(codes)
}

/// Keeps the hits of a page: both are in the order of the study.
fn of_page(hits: Vec<Hit>, page: &[&Found]) -> Vec<Hit> {
    let mut wanted = page.iter().peekable();
    let is_next = |hit: &Hit| {
        let found = wanted.peek().is_some_and(|one| one.transcript == hit.transcript && one.turn == hit.turn);
        if found {
            wanted.next();
        }
        found
    };
    let mut is_next = is_next;
    hits.into_iter().filter(|hit| is_next(hit)).collect()
}

/// Reads the words of a page of turns.
fn read(index: &Index, query: &ParsedQuery, page: &[&Found]) -> Result<Vec<Hit>, AppError> {
    let turns: TurnSet = page.iter().map(|one| (one.transcript.clone(), one.turn)).collect();
    let mut filter = Filter::default();
    filter.keep_turns(turns);
    let all = Page { limit: page.len(), offset: 0, order: Order::Place };
    Ok(index.search(query, &filter, all)?.hits)
}

/// Places of a turn that was found: its marks, or the turn when the query has no words.
fn spans(hit: &Hit) -> Vec<Span> {
    if hit.marks.is_empty() { vec![Span::default()] } else { hit.marks.clone() }
}

/// Lists the codings of the turns found.
async fn coded(
    context: &Context,
    request: &ConcordanceRequest,
    hits: &[Hit],
) -> Result<Vec<Position>, AppError> {
    let mut bounds: BTreeMap<&TranscriptId, (u32, u32)> = BTreeMap::new();
    for hit in hits {
        let (first, last) = bounds.entry(&hit.transcript).or_insert((hit.turn, hit.turn));
        (*first, *last) = ((*first).min(hit.turn), (*last).max(hit.turn));
    }
    let mut marks = Vec::new();
    for (transcript, turns) in bounds {
        marks.extend(context.store.positions_in(transcript, turns, request.only.as_ref()).await?);
    }
    Ok(marks)
}

fn group(
    hits: &[Hit],
    heads: &[CaseHead],
    counts: &BTreeMap<&TranscriptId, usize>,
    marks: &[Position],
    swatches: &[Swatch],
    context: Option<usize>,
) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for hit in hits {
        if groups.last().is_none_or(|group| group.transcript != hit.transcript) {
            let head = heads.iter().find(|head| head.id == hit.transcript);
            groups.push(Group {
                transcript: hit.transcript.clone(),
                version: head.map_or(0, |head| head.version),
                label: head.map_or_else(|| hit.transcript.0.clone(), CaseHead::label),
                sorted_by: head.map(CaseHead::sorted_by).unwrap_or_default(),
                count: counts.get(&hit.transcript).copied().unwrap_or(0),
                lines: Vec::new(),
            });
        }
        let Some(group) = groups.last_mut() else { continue };
        for span in spans(hit) {
            let place = Span::new(hit.start.0 + span.start.0, hit.start.0 + span.end.0);
            let holds = |position: &&Position| {
                position.transcript == hit.transcript
                    && if span.is_empty() {
                        (position.turns.0..=position.turns.1).contains(&hit.turn)
                    } else {
                        position.span.overlaps(place)
                    }
            };
            let carried: Vec<&Position> = marks.iter().filter(holds).collect();
            let part = cut(&hit.text, span, context);
            group.lines.push(Line {
                turn: hit.turn,
                speaker: hit.speaker.clone(),
                role: hit.role,
                span,
                before: part.before,
                hit: part.hit,
                after: part.after,
                cut_before: part.cut_before,
                cut_after: part.cut_after,
                codes: swatches
                    .iter()
                    .filter(|one| carried.iter().any(|position| position.code == one.code))
                    .cloned()
                    .collect(),
            });
        }
    }
    groups
}
