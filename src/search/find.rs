//! Answers a question: how many turns, and the first of them with what to mark.

use tantivy::TantivyDocument;
use tantivy::schema::Value;

use super::collect::{Candidate, TurnCollector};
use super::compile::compile;
use super::error::SearchError;
use super::filter::{Filter, TurnSet};
use super::index::{Index, guarded};
use super::matching::Marker;
use super::query::expression::ParsedQuery;
use super::snapshot::Snapshot;
use crate::domain::TranscriptId;
use crate::domain::transcript::Role;
use crate::text::{CharOffset, Language, Span};

/// In which order turns are given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// The most relevant first (BM25); equals in the order of the study.
    #[default]
    Relevance,
    /// In the order of the study: transcripts by id, turns by number.
    Place,
}

/// Which of the turns found are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page {
    /// At most so many.
    pub limit: usize,
    /// After so many.
    pub offset: usize,
    /// In which order.
    pub order: Order,
}

impl Default for Page {
    /// The first fifty, by relevance.
    fn default() -> Self {
        Self { limit: 50, offset: 0, order: Order::Relevance }
    }
}

/// A turn found.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// Its transcript.
    pub transcript: TranscriptId,
    /// Its number.
    pub turn: u32,
    /// Line of the source file where it begins.
    pub line: usize,
    /// Where its speech begins in the plain text: add it to a mark for its place there.
    pub start: CharOffset,
    /// Its speaker's label, empty when there is none.
    pub speaker: String,
    /// Its speaker's role.
    pub role: Role,
    /// Its speech.
    pub text: String,
    /// What matched, in scalar values of `text`; sorted, disjoint, a phrase being one.
    pub marks: Vec<Span>,
    /// Its relevance; 0 when turns are given by place.
    pub score: f32,
}

/// The turns found.
#[derive(Clone, Debug, PartialEq)]
pub struct Hits {
    /// How many there are in all.
    pub total_turns: u64,
    /// Those of the page.
    pub hits: Vec<Hit>,
}

impl Index {
    /// Finds the turns that match `query` and pass `filter`.
    ///
    /// # Errors
    ///
    /// When the index cannot be read.
    pub fn search(&self, query: &ParsedQuery, filter: &Filter, page: Page) -> Result<Hits, SearchError> {
        self.answer(|snapshot| {
            let wanted = if page.limit == 0 { 0 } else { page.limit.saturating_add(page.offset) };
            let (total_turns, found) = self.collect(snapshot, query, filter, page.order, wanted)?;
            let mut markers = [Language::Fr, Language::En].map(|language| {
                query.expression.as_ref().map(|expression| Marker::new(expression, language))
            });
            let mut hits = Vec::new();
            for candidate in found.into_iter().skip(page.offset) {
                hits.push(self.hit(snapshot, candidate, &mut markers)?);
            }
            Ok(Hits { total_turns, hits })
        })
    }

    /// Counts the turns that match `query` and pass `filter`.
    ///
    /// # Errors
    ///
    /// When the index cannot be read.
    pub fn count(&self, query: &ParsedQuery, filter: &Filter) -> Result<u64, SearchError> {
        self.answer(|snapshot| Ok(self.collect(snapshot, query, filter, Order::Place, 0)?.0))
    }

    /// Returns every turn that matches `query` and passes `filter`, for analyses.
    ///
    /// # Errors
    ///
    /// When the index cannot be read.
    pub fn turns(&self, query: &ParsedQuery, filter: &Filter) -> Result<TurnSet, SearchError> {
        self.answer(|snapshot| {
            let found = self.collect(snapshot, query, filter, Order::Place, usize::MAX)?.1;
            let turns = found.into_iter().filter_map(|Candidate { address, .. }| {
                let segment = snapshot.segments.get(address.segment_ord as usize)?;
                let id = segment.transcripts.get(segment.transcript(address.doc_id))?;
                Some((id.clone(), segment.turn(address.doc_id)))
            });
            Ok(turns.collect())
        })
    }

    fn answer<T>(&self, question: impl FnOnce(&Snapshot) -> tantivy::Result<T>) -> Result<T, SearchError> {
        let snapshot = self.snapshot();
        guarded(self.path(), || question(&snapshot))
    }

    fn collect(
        &self,
        snapshot: &Snapshot,
        query: &ParsedQuery,
        filter: &Filter,
        order: Order,
        wanted: usize,
    ) -> tantivy::Result<(u64, Vec<Candidate>)> {
        let words = compile(query.expression.as_ref(), self.fields());
        let collector = TurnCollector { snapshot, filter, order, wanted };
        let found = snapshot.searcher.search(&words, &collector)?;
        Ok((found.total, found.first))
    }

    fn hit(
        &self,
        snapshot: &Snapshot,
        candidate: Candidate,
        markers: &mut [Option<Marker<'_>>; 2],
    ) -> tantivy::Result<Hit> {
        let address = candidate.address;
        let doc = address.doc_id;
        let document: TantivyDocument = snapshot.searcher.doc(address)?;
        let stored = document.get_first(self.fields().exact);
        let text = stored.as_ref().and_then(|value| value.as_str()).unwrap_or_default().to_owned();
        let Some(segment) = snapshot.segments.get(address.segment_ord as usize) else {
            return Err(tantivy::TantivyError::InternalError("hit in no segment".to_owned()));
        };
        let marker = match segment.language(doc) {
            Language::Fr => &mut markers[0],
            Language::En => &mut markers[1],
        };
        Ok(Hit {
            transcript: segment
                .transcripts
                .get(segment.transcript(doc))
                .cloned()
                .unwrap_or_else(|| TranscriptId::from("")),
            turn: segment.turn(doc),
            line: segment.line(doc),
            start: CharOffset(segment.start(doc)),
            speaker: segment.speakers.get(segment.speaker(doc)).cloned().unwrap_or_default(),
            role: segment.role(doc),
            marks: marker.as_mut().and_then(|marker| marker.marks(&text)).unwrap_or_default(),
            text,
            score: candidate.score,
        })
    }
}
