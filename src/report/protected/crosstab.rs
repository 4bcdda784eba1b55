//! Respondents near each profile, by event, as they may be published.

use crate::analysis::disclosure::{Protected, Published, protect};
use crate::report::findings::Assignment;
use crate::text::fold::fold;

/// Respondents near each profile, by event, with what the rule of assignment is worth.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::report) struct Crosstab {
    /// The facts, without their counts.
    pub(in crate::report) facts: Assignment,
    /// The counts: one column a profile, then the undetermined.
    pub(in crate::report) table: Protected,
    /// Respondents that V rests on; hidden when it would give the undetermined back.
    pub(in crate::report) cramers_n: Published,
}

impl Crosstab {
    pub(super) fn of(assignment: &Assignment, threshold: u64) -> Self {
        let table = protect(&assignment.counts, threshold);
        let is_undetermined_hidden = table.column_totals.last().is_some_and(|total| total.is_hidden());
        let n = u64::try_from(assignment.cramers_n).unwrap_or(u64::MAX);
        Self {
            cramers_n: if is_undetermined_hidden || table.total.is_hidden() {
                Published::Complement
            } else {
                Published::alone(n, threshold)
            },
            facts: Assignment { counts: Vec::new(), cramers_n: 0, ..assignment.clone() },
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

    /// Tells whether the respondents of an event are hidden.
    pub(super) fn hides_row(&self, event: &str) -> bool {
        let row = self.facts.rows.iter().position(|row| fold(row) == fold(event));
        row.and_then(|row| self.table.row_totals.get(row)).is_some_and(|total| total.is_hidden())
    }
}
