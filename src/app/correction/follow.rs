//! Codings carried from one version of a transcript to the next.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

use crate::domain::coding::Anchoring;
use crate::domain::coding::reanchor::Reanchored as Placed;
use crate::domain::{CodeId, CoderId, RecordId, TranscriptId};
use crate::store::StoredCoding;

/// How many anchors got each verdict.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdicts {
    /// Same words, same place.
    pub exact: usize,
    /// Same words, other place.
    pub moved: usize,
    /// Words changed a little.
    pub approximate: usize,
    /// Not found.
    pub lost: usize,
}

impl Verdicts {
    /// Counts one more.
    fn count(&mut self, anchoring: Anchoring) {
        match anchoring {
            Anchoring::Exact => self.exact += 1,
            Anchoring::Moved => self.moved += 1,
            Anchoring::Approximate { .. } => self.approximate += 1,
            Anchoring::Lost => self.lost += 1,
        }
    }

    /// Adds other counts.
    pub(crate) fn add(&mut self, other: Self) {
        self.exact += other.exact;
        self.moved += other.moved;
        self.approximate += other.approximate;
        self.lost += other.lost;
    }

    /// Counts them all.
    pub fn total(&self) -> usize {
        self.exact + self.moved + self.approximate + self.lost
    }
}

/// A coding that did not stay as it was: to be looked at.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Reanchored {
    /// The coding.
    pub id: RecordId,
    /// In which transcript.
    pub transcript: TranscriptId,
    /// Which code.
    pub code: CodeId,
    /// Whose.
    pub coder: CoderId,
    /// The verdict.
    #[serde(flatten)]
    pub anchoring: Anchoring,
    /// The words before.
    pub before: String,
    /// The words now; empty when lost.
    pub after: String,
}

/// Codings on the next version.
#[derive(Clone)]
pub(crate) struct Followed {
    /// As many as there were.
    pub(crate) codings: Vec<StoredCoding>,
    /// What became of them.
    pub(crate) verdicts: Verdicts,
    /// Those whose words changed or were lost, and those moved in a turn that is told of; the worst
    /// first.
    pub(crate) touched: Vec<Reanchored>,
}

/// Puts codings where they were placed on version `version`; `tells` says of which turns moved codings
/// are told.
pub(crate) fn follow(
    codings: Vec<StoredCoding>,
    placed: Vec<Placed>,
    version: u32,
    tells: impl Fn((u32, u32)) -> bool,
) -> Followed {
    let mut followed = Followed {
        codings: Vec::with_capacity(codings.len()),
        verdicts: Verdicts::default(),
        touched: vec![],
    };
    for (mut stored, placed) in codings.into_iter().zip(placed) {
        let coding = &mut stored.coding;
        let verdict = placed.verdict;
        followed.verdicts.count(verdict);
        let is_told = match verdict {
            Anchoring::Exact => false,
            Anchoring::Moved => tells(coding.turns),
            // A coding that was lost before and is still not found keeps its last known words.
            Anchoring::Approximate { .. } | Anchoring::Lost => true,
        };
        if is_told {
            followed.touched.push(Reanchored {
                id: coding.id.clone(),
                transcript: coding.transcript.clone(),
                code: coding.code.clone(),
                coder: coding.coder.clone(),
                anchoring: verdict,
                before: coding.anchor.exact.clone(),
                after: if verdict == Anchoring::Lost { String::new() } else { placed.anchor.exact.clone() },
            });
        }
        coding.version = version;
        coding.anchor = placed.anchor;
        coding.anchoring = verdict;
        coding.turns = placed.turns;
        followed.codings.push(stored);
    }
    followed.touched.sort_by(|one, other| worst_first(one.anchoring, other.anchoring));
    followed
}

fn worst_first(one: Anchoring, other: Anchoring) -> Ordering {
    let kept = |anchoring: Anchoring| match anchoring {
        Anchoring::Lost => -1.0,
        Anchoring::Approximate { score } => score.clamp(0.0, 1.0),
        Anchoring::Moved => 2.0,
        Anchoring::Exact => 3.0,
    };
    kept(one).total_cmp(&kept(other))
}
