//! Respondents near each profile, by event, as they may be published.

use crate::analysis::disclosure::{Protected, Published};
use crate::report::findings::Assignment;

/// Respondents near each profile, by event, with what the rule of assignment is worth.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::report) struct Crosstab {
    /// The facts, without their counts.
    pub(in crate::report) facts: Assignment,
    /// The counts: one column a profile, then the undetermined.
    pub(in crate::report) table: Protected,
    /// Respondents that V rests on; hidden when it would give the undetermined back.
    pub(in crate::report) cramers_n: Published,
    /// V is not told, since cells that it rests on are not.
    pub(in crate::report) is_association_hidden: bool,
}

impl Crosstab {
    /// The counts as they may be published; V goes with any hidden cell, which it would help find again.
    pub(super) fn of(assignment: &Assignment, table: Protected, near_any: Published) -> Self {
        let is_hiding = table.hidden() != (0, 0);
        let told = assignment.clone();
        Self {
            cramers_n: near_any,
            is_association_hidden: is_hiding && told.cramers_v.is_some(),
            facts: Assignment {
                counts: Vec::new(),
                cramers_n: 0,
                cramers_v: told.cramers_v.filter(|_| !is_hiding),
                cramers_interval: told.cramers_interval.filter(|_| !is_hiding),
                ..told
            },
            table,
        }
    }

    /// Respondents near a profile.
    pub(in crate::report) fn near(&self, profile: usize) -> Published {
        let profiles = self.table.column_totals.len().saturating_sub(1);
        let total = self.table.column_totals.get(..profiles).and_then(|totals| totals.get(profile));
        total.copied().unwrap_or(Published::Count(0))
    }

    /// Respondents near no profile.
    pub(in crate::report) fn undetermined(&self) -> Published {
        self.table.column_totals.last().copied().unwrap_or(Published::Count(0))
    }
}
