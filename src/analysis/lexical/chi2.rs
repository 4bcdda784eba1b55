//! The χ² of two groups of segments × terms, from three numbers that a move changes little.
//!
//! With `a` the presences of each term in the first group, `c` those in both, `R` their sum over terms in
//! the first group and `N` in both: `χ² = N² / (R (N − R)) × (Σ a²/c − R²/N)`. Moving a segment changes
//! `Σ a²/c` by a sum over its terms and `R` by their number.

use super::table::SegmentTable;

/// A parting of the segments of a table in two, with what its χ² needs.
#[derive(Clone, Debug)]
pub(super) struct TwoGroups<'t> {
    table: &'t SegmentTable,
    /// 1 / presences of each term.
    inverse: Vec<f64>,
    /// Presences of each term in the first group.
    in_first: Vec<f64>,
    /// Whether each segment is in the second group.
    pub(super) second: Vec<bool>,
    /// Presences of the first group.
    first_total: f64,
    total: f64,
    /// Σ a²/c.
    squares: f64,
}

impl<'t> TwoGroups<'t> {
    /// Parts the segments of a table without empty segment or term.
    pub(super) fn new(table: &'t SegmentTable, second: Vec<bool>) -> Self {
        let inverse = table.frequencies().iter().map(|count| 1.0 / f64::from((*count).max(1))).collect();
        let mut in_first = vec![0.0; table.width()];
        let mut first_total = 0.0;
        for (row, _) in table.rows().zip(&second).filter(|(_, second)| !**second) {
            for term in row {
                in_first[*term as usize] += 1.0;
            }
            first_total += row.len() as f64;
        }
        let total = table.presences() as f64;
        let mut groups = Self { table, inverse, in_first, second, first_total, total, squares: 0.0 };
        groups.sum_squares();
        groups
    }

    pub(super) fn inverse(&self, term: u32) -> f64 {
        self.inverse[term as usize]
    }

    /// Sums anew, so that no error piles up: the χ² depends on the groups alone, not on the moves.
    fn sum_squares(&mut self) {
        self.squares = self.in_first.iter().zip(&self.inverse).map(|(a, inverse)| a * a * inverse).sum();
    }

    /// The χ² of the groups.
    pub(super) fn chi2(&self) -> f64 {
        self.chi2_of(self.squares, self.first_total)
    }

    fn chi2_of(&self, squares: f64, first_total: f64) -> f64 {
        let rest = self.total - first_total;
        // A group without a presence is none.
        if first_total < 0.5 || rest < 0.5 {
            return f64::NEG_INFINITY;
        }
        let excess = squares - first_total * first_total / self.total;
        self.total * self.total / (first_total * rest) * excess
    }

    /// What moving a segment to the other group adds to Σ a²/c.
    pub(super) fn added(&self, segment: usize) -> f64 {
        let sign = if self.second[segment] { 2.0 } else { -2.0 };
        self.table
            .row(segment)
            .iter()
            .map(|term| {
                let term = *term as usize;
                (sign * self.in_first[term] + 1.0) * self.inverse[term]
            })
            .sum()
    }

    /// The χ² after a move of a segment of `terms` terms, from the second group or from the first, that
    /// adds `added` to Σ a²/c. It rises with `added`.
    pub(super) fn after(&self, added: f64, terms: usize, from_second: bool) -> f64 {
        let change = if from_second { terms as f64 } else { -(terms as f64) };
        self.chi2_of(self.squares + added, self.first_total + change)
    }

    /// Moves a segment to the other group.
    pub(super) fn flip(&mut self, segment: usize) {
        self.step(segment);
        self.sum_squares();
    }

    /// Moves a segment, Σ a²/c following by differences.
    pub(super) fn step(&mut self, segment: usize) {
        self.squares += self.added(segment);
        let change = if self.second[segment] { 1.0 } else { -1.0 };
        for term in self.table.row(segment) {
            self.in_first[*term as usize] += change;
        }
        self.first_total += change * self.table.row(segment).len() as f64;
        self.second[segment] = !self.second[segment];
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Σ (observed − expected)² / expected, by the definition.
    fn by_definition(table: &SegmentTable, second: &[bool]) -> f64 {
        let mut counts = vec![[0.0_f64; 2]; table.width()];
        for (row, second) in table.rows().zip(second) {
            for term in row {
                counts[*term as usize][usize::from(*second)] += 1.0;
            }
        }
        let totals = [0, 1].map(|group| counts.iter().map(|row| row[group]).sum::<f64>());
        let all = totals[0] + totals[1];
        let mut sum = 0.0;
        for row in &counts {
            for group in [0, 1] {
                let expected = (row[0] + row[1]) * totals[group] / all;
                sum += (row[group] - expected) * (row[group] - expected) / expected;
            }
        }
        sum
    }

    proptest! {
        #[test]
        fn moves_follow_the_definition(
            rows in prop::collection::vec(prop::collection::vec(0_u32..6, 1..5), 3..12),
            moves in prop::collection::vec(0_usize..12, 1..6),
        ) {
            let rows: Vec<Vec<u32>> = rows.into_iter().chain([(0..6).collect()]).collect();
            let table = SegmentTable::new(6, rows);
            let mut groups = TwoGroups::new(&table, (0..table.len()).map(|i| i % 2 == 1).collect());
            for segment in moves.into_iter().filter(|segment| *segment < table.len()) {
                let (added, from) = (groups.added(segment), groups.second[segment]);
                let foreseen = groups.after(added, table.row(segment).len(), from);
                groups.flip(segment);
                if groups.second.iter().all(|s| *s) || groups.second.iter().all(|s| !*s) {
                    prop_assert!(groups.chi2().is_infinite());
                    continue;
                }
                let exact = by_definition(&table, &groups.second);
                prop_assert!((groups.chi2() - exact).abs() < 1e-9 && (foreseen - exact).abs() < 1e-9);
            }
        }
    }
}
