//! How firmly cases stand: what only draws can tell, set beside a grouping that was made without them,
//! and what the trials come to.

use super::model::{Membership, Typology};
use crate::analysis::statistics::undefined::{Defined, Undefined};

/// What removing each case in turn does to the others.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Removals {
    /// Removals after which the others could be grouped.
    pub made: usize,
    /// Those that leave every other case in its profile.
    pub same: usize,
    /// Mean adjusted Rand index with the retained partition.
    pub mean: f64,
    /// The smallest one.
    pub least: f64,
}

impl Typology {
    /// Sums up what removing each case in turn does to the others.
    ///
    /// # Errors
    /// [`Undefined::TooFew`] when the others could never be grouped.
    pub fn removals(&self) -> Defined<Removals> {
        let known: Vec<f64> = self.left_out.iter().filter_map(|one| one.ari.ok()).collect();
        if known.is_empty() {
            let why = self.left_out.iter().find_map(|one| one.ari.err());
            return Err(why.unwrap_or(Undefined::TooFew { needed: 2, present: 0 }));
        }
        Ok(Removals {
            made: known.len(),
            same: known.iter().filter(|ari| **ari > 1.0 - 1e-9).count(),
            mean: known.iter().sum::<f64>() / known.len() as f64,
            least: known.iter().copied().fold(f64::INFINITY, f64::min),
        })
    }

    /// Lists the cases that stand nearer to another profile than to their own (negative silhouette).
    pub fn misplaced(&self) -> impl Iterator<Item = &Membership> {
        self.membership.iter().filter(|one| one.silhouette.is_ok_and(|value| value < 0.0))
    }

    /// Counts the other methods that group a case, given by its place in `cases`.
    pub fn grouping(&self, case: usize) -> usize {
        self.methods.iter().filter(|moves| moves.labels.get(case).copied().flatten().is_some()).count()
    }

    /// Takes from `drawn`, the same grouping made with its draws, what the draws say. Tells whether it
    /// did: a grouping of other cases or in other profiles says nothing of this one.
    pub fn take_draws(&mut self, drawn: &Self) -> bool {
        if self.cases != drawn.cases || self.labels != drawn.labels {
            return false;
        }
        self.structure.gaussian_null.clone_from(&drawn.structure.gaussian_null);
        self.coder_draws = drawn.coder_draws;
        self.weight_draws = drawn.weight_draws;
        self.stability.clone_from(&drawn.stability);
        for (own, theirs) in self.membership.iter_mut().zip(&drawn.membership) {
            own.coder_shares.clone_from(&theirs.coder_shares);
            (own.kept, own.kept_weights) = (theirs.kept, theirs.kept_weights);
            own.boundary = theirs.boundary;
        }
        true
    }
}
