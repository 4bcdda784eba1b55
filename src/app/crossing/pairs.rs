//! The pairs of codes that come together most.

use serde::Serialize;

use super::cross::Crossing;
use crate::app::concordance::Swatch;

/// Two codes and what they share.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Pair {
    /// Rank of one in the rows.
    pub first: usize,
    /// Rank of the other, after it.
    pub second: usize,
    /// What they share.
    pub shared: f64,
}

impl Pair {
    /// Returns the two codes.
    pub fn codes<'a>(&self, crossing: &'a Crossing) -> Option<(&'a Swatch, &'a Swatch)> {
        Some((&crossing.rows.get(self.first)?.code, &crossing.rows.get(self.second)?.code))
    }
}

/// Lists the pairs of a crossing of codes that share most, at most `most` of them.
pub fn pairs(crossing: &Crossing, most: usize) -> Vec<Pair> {
    let mut pairs: Vec<Pair> = crossing
        .rows
        .iter()
        .enumerate()
        .flat_map(|(first, row)| {
            let after = row.cells.iter().enumerate().skip(first + 1);
            after.map(move |(second, cell)| Pair { first, second, shared: cell.value })
        })
        .filter(|pair| pair.shared > 0.0)
        .collect();
    pairs.sort_by(|a, b| b.shared.total_cmp(&a.shared).then((a.first, a.second).cmp(&(b.first, b.second))));
    pairs.truncate(most);
    pairs
}
