//! Which rows of a table stay on one page.

use crate::report::document::Table;
use crate::report::render::layout::width::{Setting, lines};

/// Lines over which a table may go on to the next page: kept whole, it would leave the page before it
/// half empty.
const LONG: usize = 16;

/// How a table breaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::report::render) struct Breaks {
    /// Whether it stays whole.
    pub is_short: bool,
    /// Of each row, whether the next one, or for the last the notes, stands on the same page.
    pub kept: Vec<bool>,
}

/// Decides where a table may break; `has_notes`: notes stand under it.
pub(in crate::report::render) fn breaks(table: &Table, setting: &Setting, has_notes: bool) -> Breaks {
    let last = table.rows.len().saturating_sub(1);
    let lines = lines(table, setting);
    let is_short = lines <= LONG;
    // Rows kept at either end of a long table; a row of several lines is company enough.
    let near = if lines > 2 * table.rows.len() { 0 } else { 2 };
    let kept = (0..table.rows.len())
        .map(|place| if place == last { has_notes } else { is_short || place < near || place + near >= last })
        .collect();
    Breaks { is_short, kept }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::document::{Cell, Column, Row};
    use crate::report::render::layout::width::set;

    fn kept(rows: usize, has_notes: bool) -> Breaks {
        let table = Table {
            columns: vec![Column::text("A")],
            rows: (0..rows).map(|_| Row::plain(vec![Cell::text("mot")])).collect(),
            ..Table::default()
        };
        breaks(&table, &set(&table, 9_638), has_notes)
    }

    #[test]
    fn a_short_table_stays_whole_and_a_long_one_keeps_its_ends() {
        assert_eq!(kept(3, false), Breaks { is_short: true, kept: vec![true, true, false] });
        let long = kept(20, true);
        assert!(!long.is_short);
        let free: Vec<usize> = (0..20).filter(|place| !long.kept[*place]).collect();
        assert_eq!(free, (2..17).collect::<Vec<_>>());
        assert!(kept(0, true).kept.is_empty());
    }
}
