//! The switching step: the segment whose move raises χ² most is moved, until none raises it.
//!
//! Each move changes what every other would bring. Looking at all segments after each move takes hours on
//! a million presences, so most are bounded instead: among segments of one group with as many terms, χ²
//! after the move rises with what the move adds to Σ a²/c, and one move changes that by little for segments
//! that share only frequent terms with the one moved. The segments that could be best are looked at again,
//! all of them as soon as a bound no longer tells. The result is the one of looking at all each time.

use super::chi2::TwoGroups;
use super::table::SegmentTable;

/// Segments looked at after each move.
const WATCHED: usize = 1_024;
/// A term of at most this many segments is rare: those that hold it are watched once it has moved.
const RARE: usize = 48;
/// The part of χ² below which a rise is rounding.
const ROUNDING: f64 = 1e-12;

/// The most that moves out of one group, of segments of as many terms, can add among those not watched.
#[derive(Clone, Copy)]
struct Bound {
    terms: usize,
    from_second: bool,
    added: f64,
}

struct Switch<'g, 't> {
    table: &'t SegmentTable,
    groups: &'g mut TwoGroups<'t>,
    holders: (Vec<usize>, Vec<u32>),
    watched: Vec<usize>,
    is_watched: Vec<bool>,
    bounds: Vec<Bound>,
    /// What moves since the bounds were taken may have added to them: out of the first group, the second.
    slack: [f64; 2],
    /// Whether all segments were looked at since the last move: then the best of those watched is the best.
    fresh: bool,
}

/// Moves segments until no single move raises χ²; of equal moves, the one of the first segment. Returns the
/// number of moves.
///
/// Source: Reinert (1983), Les cahiers de l’analyse des données 8.
pub(super) fn switch<'t>(table: &'t SegmentTable, groups: &mut TwoGroups<'t>) -> usize {
    let mut switch = Switch {
        table,
        holders: table.transpose(),
        watched: Vec::new(),
        is_watched: vec![false; table.len()],
        bounds: Vec::new(),
        slack: [0.0; 2],
        fresh: false,
        groups,
    };
    switch.look_at_all();
    // χ² rises at each move, so that no parting comes back; the limit only stops a table of rounding.
    let most = 20 * table.len() + 100;
    for moves in 0..most {
        match switch.best() {
            Some(segment) => switch.move_one(segment),
            None => return moves,
        }
    }
    most
}

impl Switch<'_, '_> {
    fn after(&self, segment: usize) -> f64 {
        let terms = self.table.row(segment).len();
        self.groups.after(self.groups.added(segment), terms, self.groups.second[segment])
    }

    /// The move that raises χ² most, if one does.
    fn best(&mut self) -> Option<usize> {
        loop {
            let present = self.groups.chi2();
            let least = present + ROUNDING * present.abs().max(1.0);
            let mut best: Option<(f64, usize)> = None;
            for &segment in &self.watched {
                let after = self.after(segment);
                let better = best.is_none_or(|(most, at)| after > most || (after >= most && segment < at));
                if after > least && better {
                    best = Some((after, segment));
                }
            }
            let to_beat = best.map_or(least, |(after, _)| after);
            let surely = self.bounds.iter().all(|bound| {
                let added = bound.added + self.slack[usize::from(bound.from_second)];
                self.groups.after(added, bound.terms, bound.from_second) < to_beat
            });
            if surely || self.fresh {
                return best.map(|(_, segment)| segment);
            }
            self.look_at_all();
        }
    }

    /// Looks at every segment, watches those nearest to moving, and bounds the others.
    fn look_at_all(&mut self) {
        let mut seen: Vec<(f64, usize)> = (0..self.table.len()).map(|i| (self.after(i), i)).collect();
        let by_gain = |a: &(f64, usize), b: &(f64, usize)| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1));
        if seen.len() > WATCHED {
            seen.select_nth_unstable_by(WATCHED, by_gain);
        }
        self.is_watched.fill(false);
        self.watched.clear();
        self.watched.extend(seen.iter().take(WATCHED).map(|(_, segment)| *segment));
        for &segment in &self.watched {
            self.is_watched[segment] = true;
        }
        self.slack = [0.0; 2];
        self.fresh = true;
        self.bound_the_others();
    }

    fn bound_the_others(&mut self) {
        let longest = self.table.rows().map(<[u32]>::len).max().unwrap_or(0);
        let mut most = vec![[f64::NEG_INFINITY; 2]; longest + 1];
        for segment in (0..self.table.len()).filter(|segment| !self.is_watched[*segment]) {
            let place = &mut most[self.table.row(segment).len()][usize::from(self.groups.second[segment])];
            *place = place.max(self.groups.added(segment));
        }
        self.bounds.clear();
        for (terms, most) in most.into_iter().enumerate() {
            for (from_second, added) in [false, true].into_iter().zip(most) {
                if added > f64::NEG_INFINITY {
                    self.bounds.push(Bound { terms, from_second, added });
                }
            }
        }
    }

    fn move_one(&mut self, segment: usize) {
        let to_second = !self.groups.second[segment];
        let mut changed = 0.0;
        for &term in self.table.row(segment) {
            let holders = self.holders.0[term as usize]..self.holders.0[term as usize + 1];
            if holders.len() > RARE {
                changed += 2.0 * self.groups.inverse(term);
                continue;
            }
            for &holder in &self.holders.1[holders] {
                if !self.is_watched[holder as usize] {
                    self.is_watched[holder as usize] = true;
                    self.watched.push(holder as usize);
                }
            }
        }
        self.groups.flip(segment);
        self.fresh = false;
        // Fewer presences in the first group: leaving it costs less; and the other way round.
        self.slack[usize::from(!to_second)] += changed;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::{Rng, SeedableRng};
    use rand_chacha::ChaCha8Rng;

    /// The same, looking at every segment each time.
    fn slowly<'t>(table: &'t SegmentTable, groups: &mut TwoGroups<'t>) -> usize {
        for moves in 0.. {
            let present = groups.chi2();
            let mut best = (present + ROUNDING * present.abs().max(1.0), None);
            for segment in 0..table.len() {
                let added = groups.added(segment);
                let after = groups.after(added, table.row(segment).len(), groups.second[segment]);
                if after > best.0 {
                    best = (after, Some(segment));
                }
            }
            match best.1 {
                Some(segment) => groups.flip(segment),
                None => return moves,
            }
        }
        0
    }

    #[test]
    fn more_equal_segments_than_are_watched_move_in_their_order() {
        let rows = (0..3 * WATCHED).map(|i| if i % 3 == 0 { vec![0, 1] } else { vec![2, 1] });
        let table = SegmentTable::new(3, rows.chain([vec![0, 2]]));
        let start: Vec<bool> = (0..table.len()).map(|i| i % 3 == 0 && i % 2 == 0).collect();
        let (mut fast, mut slow) = (TwoGroups::new(&table, start.clone()), TwoGroups::new(&table, start));
        assert_eq!(switch(&table, &mut fast), slowly(&table, &mut slow));
        assert_eq!(fast.second, slow.second);
    }

    #[test]
    fn bounding_gives_what_looking_at_all_gives() {
        let mut draw = ChaCha8Rng::seed_from_u64(3);
        let width = 300_u32;
        let mut row = |size: usize| -> Vec<u32> {
            (0..size).map(|_| draw.gen_range(0..width).min(draw.gen_range(0..width))).collect()
        };
        let rows: Vec<Vec<u32>> = (0..5_000).map(|i| row(2 + i % 9)).collect();
        let raw = SegmentTable::new(width as usize, rows);
        let held: Vec<u32> =
            (0_u32..).zip(raw.frequencies()).filter(|(_, f)| *f > 0).map(|(t, _)| t).collect();
        let (table, _) = raw.restrict(&(0..raw.len()).collect::<Vec<_>>(), &held);
        let start: Vec<bool> = (0..table.len()).map(|i| table.row(i)[0] % 3 == 0).collect();
        let (mut fast, mut slow) = (TwoGroups::new(&table, start.clone()), TwoGroups::new(&table, start));
        let moves = switch(&table, &mut fast);
        assert!(moves > 500, "{moves}");
        assert_eq!(moves, slowly(&table, &mut slow));
        assert_eq!(fast.second, slow.second);
    }
}
