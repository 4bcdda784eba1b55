//! One step of the descending classification: a table of segments is cut in two.

use serde::Serialize;

use super::axis::{Axis, first_axis};
use super::chi2::TwoGroups;
use super::switch::switch;
use super::table::SegmentTable;
use crate::analysis::statistics::undefined::Defined;

/// Greatest contingency coefficient at which a term may go on in both groups.
pub const CONTINGENCY: f64 = 0.3;
/// Fewest segments of a group in which a term must be to go on in it.
pub const LEAST_SEGMENTS: u32 = 3;

/// A table cut in two.
#[derive(Clone, Debug, PartialEq)]
pub struct Split {
    /// The axis along which it was cut.
    pub axis: Axis,
    /// Whether each segment is in the second group; the first segment is in the first.
    pub second: Vec<bool>,
    /// χ² of the two groups × terms after the best cut of the axis.
    pub chi2_cut: f64,
    /// The same after segments were moved.
    pub chi2: f64,
    /// How many were.
    pub moves: usize,
}

/// Cuts a table in two: along its first axis at the best of all cuts, then by moving single segments.
///
/// Segments that lie at one place on the axis keep their order; of cuts or moves that are equal the first
/// is taken. Every segment and every term of the table has a presence ([`SegmentTable::restrict`]).
///
/// # Errors
/// Those of [`first_axis`].
///
/// Source: Reinert (1983), Les cahiers de l’analyse des données 8. The moves of the R package rainette
/// (January 2026) may take another segment than the one found best, from the second move on.
pub fn split(table: &SegmentTable) -> Defined<Split> {
    let axis = first_axis(table)?;
    let mut order: Vec<usize> = (0..table.len()).collect();
    order.sort_by(|a, b| axis.segments[*a].total_cmp(&axis.segments[*b]).then(a.cmp(b)));
    let best = best_cut(table, &order);
    let mut second = vec![true; table.len()];
    for segment in &order[..best] {
        second[*segment] = false;
    }
    let mut groups = TwoGroups::new(table, second);
    let chi2_cut = groups.chi2();
    let moves = switch(table, &mut groups);
    let chi2 = groups.chi2();
    let mut second = groups.second;
    if second[0] {
        second.iter_mut().for_each(|group| *group = !*group);
    }
    Ok(Split { axis, second, chi2_cut, chi2, moves })
}

/// How many segments of the order come before the cut with the highest χ².
fn best_cut(table: &SegmentTable, order: &[usize]) -> usize {
    let mut groups = TwoGroups::new(table, vec![true; table.len()]);
    let (mut most, mut best) = (f64::NEG_INFINITY, 1);
    for (before, segment) in order[..order.len() - 1].iter().enumerate() {
        groups.step(*segment);
        let chi2 = groups.chi2();
        // Equal cuts differ by rounding.
        if chi2 > most + 1e-12 * most.abs().min(f64::MAX) || most == f64::NEG_INFINITY {
            (most, best) = (chi2, before + 1);
        }
    }
    best
}

/// How a term is shared between the two groups.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct TermShare {
    /// Segments of each group that hold it.
    pub segments: [u32; 2],
    /// √(χ² / (χ² + its segments)), χ² against a sharing by the groups' presences.
    pub contingency: f64,
    /// Whether the term goes on in each group.
    pub kept: [bool; 2],
}

/// Chooses the terms that go on in each group: those shared by both about evenly, and those that a group
/// has more than its part of; always in at least `least` segments of the group.
///
/// Source: Reinert (1983); the rule and its two defaults ([`CONTINGENCY`], [`LEAST_SEGMENTS`]) are those of
/// the R package rainette.
pub fn share_terms(table: &SegmentTable, second: &[bool], contingency: f64, least: u32) -> Vec<TermShare> {
    let mut segments = vec![[0_u32; 2]; table.width()];
    for (row, second) in table.rows().zip(second) {
        for term in row {
            segments[*term as usize][usize::from(*second)] += 1;
        }
    }
    let totals = [0, 1].map(|group| segments.iter().map(|counts| f64::from(counts[group])).sum::<f64>());
    let all = totals[0] + totals[1];
    segments
        .into_iter()
        .map(|counts| {
            let held = f64::from(counts[0]) + f64::from(counts[1]);
            let expected = totals.map(|total| if all > 0.0 { held * total / all } else { 0.0 });
            let distance = |group: usize| {
                let difference = f64::from(counts[group]) - expected[group];
                if expected[group] > 0.0 { difference * difference / expected[group] } else { 0.0 }
            };
            let chi2 = distance(0) + distance(1);
            let coefficient = if held > 0.0 { (chi2 / (chi2 + held)).sqrt() } else { 0.0 };
            let kept = [0, 1].map(|group| {
                let enough = counts[group] >= least;
                enough && (coefficient <= contingency || f64::from(counts[group]) > expected[group])
            });
            TermShare { segments: counts, contingency: coefficient, kept }
        })
        .collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use crate::analysis::statistics::undefined::Undefined;
    use proptest::prelude::*;

    #[test]
    fn two_worlds_are_parted() {
        let rows = [vec![0, 1, 4], vec![2, 3, 4], vec![0, 1], vec![2, 3], vec![0, 1, 4], vec![2, 3, 4]];
        let found = split(&SegmentTable::new(5, rows)).unwrap();
        assert_eq!(found.second, [false, true, false, true, false, true]);
        assert!(found.chi2 >= found.chi2_cut);
    }

    #[test]
    fn a_term_goes_on_where_it_is_at_home() {
        let rows = [vec![0, 2], vec![0, 2], vec![0, 2], vec![1, 2], vec![1, 2], vec![1, 2]];
        let shares = share_terms(
            &SegmentTable::new(3, rows),
            &[false, false, false, true, true, true],
            CONTINGENCY,
            LEAST_SEGMENTS,
        );
        assert_eq!(shares[0].kept, [true, false]);
        assert_eq!(shares[2].kept, [true, true]);
        assert!(
            (shares[0].contingency - 0.5_f64.sqrt()).abs() < 1e-12 && shares[2].contingency.abs() < 1e-12
        );
    }

    proptest! {
        #[test]
        fn no_single_move_raises_the_result(
            rows in prop::collection::vec(prop::collection::vec(0_u32..8, 1..6), 4..40),
        ) {
            let raw = SegmentTable::new(8, rows);
            let held: Vec<u32> =
                (0_u32..).zip(raw.frequencies()).filter(|(_, f)| *f > 0).map(|(term, _)| term).collect();
            let (table, _) = raw.restrict(&(0..raw.len()).collect::<Vec<_>>(), &held);
            match split(&table) {
                Err(reason) => prop_assert_eq!(reason, Undefined::ConstantValues),
                Ok(found) => {
                    prop_assert!(!found.second[0] && found.second.iter().any(|second| *second));
                    prop_assert!(found.chi2 >= found.chi2_cut * (1.0 - 1e-12));
                    for segment in 0..table.len() {
                        let mut moved = found.second.clone();
                        moved[segment] = !moved[segment];
                        let chi2 = TwoGroups::new(&table, moved).chi2();
                        prop_assert!(chi2 <= found.chi2 * (1.0 + 1e-9) + 1e-9);
                    }
                }
            }
        }
    }
}
