//! Words in order with others among them, the last being a beginning if need be. tantivy's own
//! phrases with a slop take the words in the reversed order too, and its phrases with a prefix
//! silently take fifty words only, so this query reads the positions itself.

use tantivy::fieldnorm::FieldNormReader;
use tantivy::postings::{Postings, SegmentPostings};
use tantivy::query::{Bm25Weight, EmptyScorer, EnableScoring, Explanation, Query, Scorer, Weight};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocId, DocSet, Score, SegmentReader, TERMINATED, Term};

/// What this query reads of a word.
const POSITIONS: IndexRecordOption = IndexRecordOption::WithFreqsAndPositions;

/// Finds documents that hold `terms`, all of one field, in order, with at most `gap` other words
/// among them in all, then a word that begins with `prefix`, if there is one.
#[derive(Clone, Debug)]
pub(super) struct OrderedQuery {
    terms: Vec<Term>,
    prefix: Option<Term>,
    gap: u32,
}

impl OrderedQuery {
    /// Makes the query; none without terms.
    pub(super) fn new(terms: Vec<Term>, prefix: Option<Term>, gap: u32) -> Option<Self> {
        (!terms.is_empty()).then_some(Self { terms, prefix, gap })
    }
}

impl Query for OrderedQuery {
    fn weight(&self, scoring: EnableScoring<'_>) -> tantivy::Result<Box<dyn Weight>> {
        let bm25 = match scoring {
            EnableScoring::Enabled { statistics_provider, .. } => {
                Some(Bm25Weight::for_terms(statistics_provider, &self.terms)?)
            }
            EnableScoring::Disabled { .. } => None,
        };
        Ok(Box::new(OrderedWeight { query: self.clone(), bm25 }))
    }

    fn query_terms<'a>(&'a self, visitor: &mut dyn FnMut(&'a Term, bool)) {
        for term in &self.terms {
            visitor(term, true);
        }
    }
}

struct OrderedWeight {
    query: OrderedQuery,
    bm25: Option<Bm25Weight>,
}

impl Weight for OrderedWeight {
    fn scorer(&self, reader: &SegmentReader, boost: Score) -> tantivy::Result<Box<dyn Scorer>> {
        let mut slots = Vec::with_capacity(self.query.terms.len() + 1);
        let mut norms = FieldNormReader::constant(reader.max_doc(), 1);
        for term in &self.query.terms {
            match reader.inverted_index(term.field())?.read_postings(term, POSITIONS)? {
                Some(list) => slots.push(Slot::new(vec![list])),
                None => return Ok(Box::new(EmptyScorer)),
            }
            if self.bm25.is_some() {
                norms = reader.get_fieldnorms_reader(term.field())?;
            }
        }
        if let Some(prefix) = &self.query.prefix {
            slots.push(Slot::new(expand(reader, prefix)?));
        }
        let mut scorer = OrderedScorer {
            positions: vec![Vec::new(); slots.len()],
            slots,
            gap: self.query.gap,
            norms,
            bm25: self.bm25.as_ref().map(|weight| weight.boost_by(boost)),
            boost,
            count: 0,
        };
        scorer.settle();
        Ok(Box::new(scorer))
    }

    fn explain(&self, reader: &SegmentReader, doc: DocId) -> tantivy::Result<Explanation> {
        let mut scorer = self.scorer(reader, 1.0)?;
        let score = if scorer.doc() <= doc && scorer.seek(doc) == doc { scorer.score() } else { 0.0 };
        Ok(Explanation::new("words in order", score))
    }
}

/// Reads the postings of every word that begins as `prefix` does.
fn expand(reader: &SegmentReader, prefix: &Term) -> tantivy::Result<Vec<SegmentPostings>> {
    let inverted = reader.inverted_index(prefix.field())?;
    let beginning = prefix.serialized_value_bytes();
    let mut lists = Vec::new();
    let mut words = inverted.terms().range().ge(beginning).into_stream()?;
    while words.advance() && words.key().starts_with(beginning) {
        lists.push(inverted.read_postings_from_terminfo(words.value(), POSITIONS)?);
    }
    Ok(lists)
}

/// The places of one word of the query: of one term, or of any of several.
struct Slot {
    lists: Vec<SegmentPostings>,
    doc: DocId,
}

impl Slot {
    fn new(lists: Vec<SegmentPostings>) -> Self {
        let mut slot = Self { lists, doc: TERMINATED };
        slot.look();
        slot
    }

    fn look(&mut self) {
        self.doc = self.lists.iter().map(DocSet::doc).min().unwrap_or(TERMINATED);
    }

    fn advance(&mut self) {
        let here = self.doc;
        for list in self.lists.iter_mut().filter(|list| list.doc() == here && here != TERMINATED) {
            list.advance();
        }
        self.look();
    }

    fn seek(&mut self, target: DocId) {
        if self.doc < target {
            for list in self.lists.iter_mut().filter(|list| list.doc() < target) {
                list.seek(target);
            }
            self.look();
        }
    }

    fn positions(&mut self, positions: &mut Vec<u32>) {
        positions.clear();
        for list in self.lists.iter_mut().filter(|list| list.doc() == self.doc) {
            list.append_positions_with_offset(0, positions);
        }
        positions.sort_unstable();
    }
}

struct OrderedScorer {
    slots: Vec<Slot>,
    positions: Vec<Vec<u32>>,
    gap: u32,
    norms: FieldNormReader,
    bm25: Option<Bm25Weight>,
    boost: Score,
    count: u32,
}

impl OrderedScorer {
    /// Moves on from the first list's document to the next that matches, itself included.
    fn settle(&mut self) -> DocId {
        loop {
            let doc = self.doc();
            if doc == TERMINATED {
                return TERMINATED;
            }
            if let Some(next) = self.first_beyond(doc) {
                self.seek_first(next);
                continue;
            }
            self.count = self.count_matches();
            if self.count > 0 {
                return doc;
            }
            self.advance_first();
        }
    }

    /// Brings the other words to `doc`; returns where one stands when it lacks `doc`.
    fn first_beyond(&mut self, doc: DocId) -> Option<DocId> {
        self.slots.iter_mut().skip(1).find_map(|slot| {
            slot.seek(doc);
            (slot.doc > doc).then_some(slot.doc)
        })
    }

    fn count_matches(&mut self) -> u32 {
        for (slot, positions) in self.slots.iter_mut().zip(&mut self.positions) {
            slot.positions(positions);
        }
        let lists: Vec<&[u32]> = self.positions.iter().map(Vec::as_slice).collect();
        u32::try_from(in_order(&lists, self.gap).count()).unwrap_or(u32::MAX)
    }

    fn advance_first(&mut self) {
        if let Some(first) = self.slots.first_mut() {
            first.advance();
        }
    }

    fn seek_first(&mut self, target: DocId) {
        if let Some(first) = self.slots.first_mut() {
            first.seek(target);
        }
    }
}

impl DocSet for OrderedScorer {
    fn advance(&mut self) -> DocId {
        self.advance_first();
        self.settle()
    }

    fn seek(&mut self, target: DocId) -> DocId {
        if self.doc() >= target {
            return self.doc();
        }
        self.seek_first(target);
        self.settle()
    }

    fn doc(&self) -> DocId {
        self.slots.first().map_or(TERMINATED, |first| first.doc)
    }

    fn size_hint(&self) -> u32 {
        let size = |slot: &Slot| slot.lists.iter().map(DocSet::size_hint).fold(0, u32::saturating_add);
        self.slots.iter().map(size).min().unwrap_or(0)
    }
}

impl Scorer for OrderedScorer {
    fn score(&mut self) -> Score {
        let norm = self.norms.fieldnorm_id(self.doc());
        self.bm25.as_ref().map_or(self.boost, |weight| weight.score(norm, self.count))
    }
}

/// Finds the first and last position of each match: one position of every list, rising, with at
/// most `gap` others among them. From each first position the nearest next ones are taken, which
/// gives the shortest match from there.
pub(super) fn in_order<'p>(lists: &'p [&'p [u32]], gap: u32) -> impl Iterator<Item = (u32, u32)> + 'p {
    let room = u64::from(gap) + lists.len() as u64 - lists.len().min(1) as u64;
    lists.first().copied().unwrap_or_default().iter().filter_map(move |first| {
        let mut last = *first;
        for list in lists.iter().skip(1) {
            last = *list.get(list.partition_point(|position| *position <= last))?;
        }
        (u64::from(last - first) <= room).then_some((*first, last))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(lists: &[&[u32]], gap: u32) -> Vec<(u32, u32)> {
        in_order(lists, gap).collect()
    }

    #[test]
    fn the_reversed_order_is_refused() {
        assert_eq!(found(&[&[3], &[1]], 5), []);
        assert_eq!(found(&[&[1], &[3]], 1), [(1, 3)]);
        assert_eq!(found(&[&[1], &[3]], 0), []);
    }

    #[test]
    fn a_word_twice_needs_two_places() {
        assert_eq!(found(&[&[4], &[4]], 5), []);
        assert_eq!(found(&[&[4, 5, 9], &[4, 5, 9]], 0), [(4, 5)]);
    }

    #[test]
    fn the_gap_counts_all_words_among_them() {
        assert_eq!(found(&[&[0], &[3], &[6]], 4), [(0, 6)]);
        assert_eq!(found(&[&[0], &[3], &[6]], 3), []);
        assert_eq!(found(&[&[u32::MAX - 1], &[u32::MAX]], u32::MAX), [(u32::MAX - 1, u32::MAX)]);
    }
}
