//! Gathers the turns that match and pass the filter: their count, and the first of them in order.

use std::cmp::Ordering;
use std::sync::Arc;

use tantivy::collector::{Collector, SegmentCollector};
use tantivy::{DocAddress, DocId, Score, SegmentOrdinal, SegmentReader};

use super::filter::{Filter, Gate};
use super::find::Order;
use super::snapshot::{Segment, Snapshot};
use crate::domain::transcript::Role;

/// One turn found.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate {
    pub(super) score: Score,
    /// Place of its transcript, then its number: the order of the study.
    pub(super) key: u64,
    pub(super) address: DocAddress,
}

/// Collects the first `wanted` turns in `order`.
pub(super) struct TurnCollector<'s> {
    pub(super) snapshot: &'s Snapshot,
    pub(super) filter: &'s Filter,
    pub(super) order: Order,
    pub(super) wanted: usize,
}

/// What was found: how many, and the first of them.
pub(super) struct Found {
    pub(super) total: u64,
    pub(super) first: Vec<Candidate>,
}

impl Collector for TurnCollector<'_> {
    type Fruit = Found;
    type Child = SegmentTurns;

    fn for_segment(&self, number: SegmentOrdinal, _: &SegmentReader) -> tantivy::Result<SegmentTurns> {
        let Some(segment) = self.snapshot.segments.get(number as usize) else {
            return Err(tantivy::TantivyError::InternalError(format!("segment {number} unknown")));
        };
        Ok(SegmentTurns {
            number,
            segment: Arc::clone(segment),
            sieve: Sieve::new(self.filter, segment),
            total: 0,
            top: Top { order: self.order, wanted: self.wanted, kept: Vec::new(), worst: None },
        })
    }

    fn requires_scoring(&self) -> bool {
        self.order == Order::Relevance && self.wanted > 0
    }

    fn merge_fruits(&self, found: Vec<Found>) -> tantivy::Result<Found> {
        let mut total = 0;
        let mut top = Top { order: self.order, wanted: self.wanted, kept: Vec::new(), worst: None };
        for part in found {
            total += part.total;
            for candidate in part.first {
                top.add(candidate);
            }
        }
        Ok(Found { total, first: top.finish() })
    }
}

/// Collects in one segment.
pub(super) struct SegmentTurns {
    number: SegmentOrdinal,
    segment: Arc<Segment>,
    sieve: Sieve,
    total: u64,
    top: Top,
}

impl SegmentCollector for SegmentTurns {
    type Fruit = Found;

    fn collect(&mut self, doc: DocId, score: Score) {
        if !self.sieve.accepts(&self.segment, doc) {
            return;
        }
        self.total += 1;
        // A worse score needs no place.
        if self.top.wanted == 0 || self.top.refuses(score) {
            return;
        }
        let transcript = self.segment.transcript(doc);
        let rank = self.segment.ranks.get(transcript).copied().unwrap_or(u32::MAX);
        let key = u64::from(rank) << 32 | u64::from(self.segment.turn(doc));
        self.top.add(Candidate { score, key, address: DocAddress::new(self.number, doc) });
    }

    fn harvest(self) -> Found {
        Found { total: self.total, first: self.top.finish() }
    }
}

/// The filter, brought to the numbers of one segment.
struct Sieve {
    gates: Option<Vec<Gate>>,
    speakers: Option<Vec<bool>>,
    roles: Option<[bool; 2]>,
}

impl Sieve {
    fn new(filter: &Filter, segment: &Segment) -> Self {
        let gates: Vec<Gate> = segment.transcripts.iter().map(|id| filter.gate(id)).collect();
        let speakers: Vec<bool> =
            segment.speakers.iter().map(|label| filter.accepts_speaker(label)).collect();
        let roles = [Role::Respondent, Role::Interviewer].map(|role| filter.accepts_role(role));
        // What accepts everything is not looked at.
        Self {
            gates: (!gates.iter().all(Gate::is_free)).then_some(gates),
            speakers: speakers.contains(&false).then_some(speakers),
            roles: roles.contains(&false).then_some(roles),
        }
    }

    fn accepts(&self, segment: &Segment, doc: DocId) -> bool {
        let role = || match segment.role(doc) {
            Role::Respondent => 0,
            Role::Interviewer => 1,
        };
        self.roles.is_none_or(|accepted| accepted[role()])
            && self
                .speakers
                .as_ref()
                .is_none_or(|accepted| accepted.get(segment.speaker(doc)).copied().unwrap_or(false))
            && self.gates.as_ref().is_none_or(|gates| {
                gates
                    .get(segment.transcript(doc))
                    .is_some_and(|gate| gate.is_free() || gate.accepts(segment.turn(doc)))
            })
    }
}

/// Keeps the first candidates in order; the list is cut when it holds twice what is wanted.
struct Top {
    order: Order,
    wanted: usize,
    kept: Vec<Candidate>,
    worst: Option<Score>,
}

impl Top {
    fn refuses(&self, score: Score) -> bool {
        self.order == Order::Relevance && self.worst.is_some_and(|worst| score < worst)
    }

    fn compare(order: Order, left: &Candidate, right: &Candidate) -> Ordering {
        match order {
            Order::Relevance => right.score.total_cmp(&left.score).then(left.key.cmp(&right.key)),
            Order::Place => left.key.cmp(&right.key),
        }
    }

    fn add(&mut self, candidate: Candidate) {
        self.kept.push(candidate);
        if self.kept.len() >= self.wanted.saturating_mul(2).max(64) {
            self.cut();
        }
    }

    fn cut(&mut self) {
        if self.kept.len() > self.wanted {
            let order = self.order;
            if let Some(last) = self.wanted.checked_sub(1) {
                self.kept.select_nth_unstable_by(last, |left, right| Self::compare(order, left, right));
                self.worst = self.kept.get(last).map(|candidate| candidate.score);
            }
            self.kept.truncate(self.wanted);
        }
    }

    fn finish(mut self) -> Vec<Candidate> {
        self.cut();
        self.kept.sort_unstable_by(|left, right| Self::compare(self.order, left, right));
        self.kept
    }
}
