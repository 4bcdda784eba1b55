//! Code × code: codes that share turns, and extracts that overlap.

use std::collections::BTreeMap;

use serde::Serialize;

use super::extract::{extracts, placed};
use crate::domain::coding::Coding;
use crate::domain::id::{CodeId, TranscriptId};

/// What two codes share.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Pair {
    /// Turns where both are given, or pairs of extracts that overlap.
    pub shared: usize,
    /// Interviews where that happens at least once.
    pub interviews: usize,
}

/// A symmetric code × code table; the diagonal holds each code's own count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Cooccurrence {
    /// Rows and columns.
    pub codes: Vec<CodeId>,
    /// Row by row: the lower triangle with its diagonal.
    pub pairs: Vec<Vec<Pair>>,
}

impl Cooccurrence {
    fn empty(codes: &[CodeId]) -> Self {
        let pairs = (0..codes.len()).map(|row| vec![Pair::default(); row + 1]).collect();
        Self { codes: codes.to_vec(), pairs }
    }

    /// Returns what two codes share, by their places in the table.
    pub fn pair(&self, one: usize, other: usize) -> Pair {
        self.pairs[one.max(other)][one.min(other)]
    }
}

/// Counts in one table, remembering in which interview each pair was last seen.
struct Count {
    table: Cooccurrence,
    seen: Vec<Vec<usize>>,
}

impl Count {
    fn new(codes: &[CodeId]) -> Self {
        Self {
            table: Cooccurrence::empty(codes),
            seen: (0..codes.len()).map(|row| vec![usize::MAX; row + 1]).collect(),
        }
    }

    fn add(&mut self, one: usize, other: usize, interview: usize) {
        let (row, column) = (one.max(other), one.min(other));
        let pair = &mut self.table.pairs[row][column];
        pair.shared += 1;
        if self.seen[row][column] != interview {
            self.seen[row][column] = interview;
            pair.interviews += 1;
        }
    }
}

fn columns(codes: &[CodeId]) -> BTreeMap<&CodeId, usize> {
    codes.iter().enumerate().map(|(index, code)| (code, index)).collect()
}

/// Counts the turns that two codes share; a coding counts in every turn it touches, once a turn
/// whoever coded it. Codes not listed are left out.
pub fn by_turn(codes: &[CodeId], codings: &[Coding]) -> Cooccurrence {
    let columns = columns(codes);
    let transcripts = transcripts(codings);
    let mut places: Vec<(usize, u32, usize)> = Vec::with_capacity(codings.len());
    for coding in codings.iter().filter(|coding| placed(coding)) {
        let (Some(&code), Some(&transcript)) =
            (columns.get(&coding.code), transcripts.get(&coding.transcript))
        else {
            continue;
        };
        places.extend((coding.turns.0..=coding.turns.1).map(|turn| (transcript, turn, code)));
    }
    places.sort_unstable();
    places.dedup();
    let mut count = Count::new(codes);
    for turn in places.chunk_by(|left, right| (left.0, left.1) == (right.0, right.1)) {
        for (index, &(interview, _, one)) in turn.iter().enumerate() {
            for &(_, _, other) in &turn[..=index] {
                count.add(one, other, interview);
            }
        }
    }
    count.table
}

/// Counts the pairs of extracts of two codes that share at least one scalar value; the diagonal
/// counts each code's extracts. Codes not listed are left out.
pub fn by_overlap(codes: &[CodeId], codings: &[Coding]) -> Cooccurrence {
    let columns = columns(codes);
    let transcripts = transcripts(codings);
    let mut found: Vec<(usize, usize, usize, usize)> = extracts(codings)
        .into_iter()
        .filter_map(|extract| {
            Some((
                *transcripts.get(&extract.transcript)?,
                extract.span.start.0,
                extract.span.end.0,
                *columns.get(&extract.code)?,
            ))
        })
        .collect();
    found.sort_unstable();
    let mut count = Count::new(codes);
    for interview in found.chunk_by(|left, right| left.0 == right.0) {
        // Extracts of one code are disjoint: never more open ones than codes.
        let mut open: Vec<(usize, usize)> = Vec::new();
        for &(transcript, start, end, code) in interview {
            open.retain(|&(until, _)| until > start);
            count.add(code, code, transcript);
            for &(_, other) in &open {
                count.add(code, other, transcript);
            }
            open.push((end, code));
        }
    }
    count.table
}

fn transcripts(codings: &[Coding]) -> BTreeMap<&TranscriptId, usize> {
    let mut ids: Vec<&TranscriptId> = codings.iter().map(|coding| &coding.transcript).collect();
    ids.sort_unstable();
    ids.dedup();
    ids.into_iter().enumerate().map(|(index, id)| (id, index)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::matrix::cases::tests::coding;

    #[test]
    fn a_turn_counts_once_whoever_coded_it() {
        let codes: Vec<CodeId> = vec!["a".into(), "b".into()];
        let mut crossing = coding("E01", "b", "c1", (5, 50), None);
        crossing.turns = (1, 2);
        let mut far = coding("E02", "a", "c1", (0, 3), None);
        far.turns = (2, 2);
        let mut near = coding("E02", "b", "c1", (4, 6), None);
        near.turns = (2, 2);
        let codings = vec![
            coding("E01", "a", "c1", (0, 10), None),
            coding("E01", "a", "c2", (0, 9), None),
            crossing,
            far,
            near,
            coding("E01", "unknown", "c2", (0, 9), None),
        ];
        let turns = by_turn(&codes, &codings);
        assert_eq!(turns.pair(0, 1), Pair { shared: 2, interviews: 2 });
        assert_eq!(turns.pair(1, 1), Pair { shared: 3, interviews: 2 });
        let overlaps = by_overlap(&codes, &codings);
        assert_eq!(overlaps.pair(1, 0), Pair { shared: 1, interviews: 1 });
        assert_eq!(overlaps.pair(0, 0), Pair { shared: 2, interviews: 2 });
    }
}
