//! What only draws can tell, set beside a grouping that was made without them.

use super::model::Typology;

impl Typology {
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
