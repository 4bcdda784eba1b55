//! Hides small counts of one list that is shown with its total.

use std::ops::Range;

use super::count::{Published, is_small};

/// A list of counts as it may be published, with its total.
///
/// Holds nothing that a reader of the published list does not know: the counts shown, the total, and
/// by difference what the hidden ones make together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProtectedList {
    /// One a count.
    pub cells: Vec<Published>,
    /// Their sum.
    pub total: Published,
    /// Sum of the hidden ones; nothing when the total is hidden.
    together: u64,
}

/// Hides the small counts of a list; when a single one is hidden, or the hidden ones make less than
/// `threshold` together, the next smallest goes with them.
pub fn protect_list(counts: &[u64], threshold: u64) -> ProtectedList {
    protect_list_after(counts, threshold, &|_| false)
}

/// Hides as [`protect_list`] does a list that repeats counts of an earlier table: a cell of which
/// `is_hidden` holds was hidden there and stays hidden here.
pub fn protect_list_after(
    counts: &[u64],
    threshold: u64,
    is_hidden: &dyn Fn(usize) -> bool,
) -> ProtectedList {
    let mut cells: Vec<Published> = counts
        .iter()
        .enumerate()
        .map(|(place, &count)| match Published::alone(count, threshold) {
            Published::Count(count) if count > 0 && is_hidden(place) => Published::Complement,
            cell => cell,
        })
        .collect();
    let total = counts.iter().fold(0_u64, |sum, count| sum.saturating_add(*count));
    loop {
        let hidden: Vec<u64> =
            cells.iter().zip(counts).filter(|(cell, _)| cell.is_hidden()).map(|(_, count)| *count).collect();
        let together = hidden.iter().fold(0_u64, |sum, count| sum.saturating_add(*count));
        let is_safe = hidden.is_empty() || hidden.len() > 1 && !is_small(together, threshold);
        let next = counts
            .iter()
            .enumerate()
            .filter(|(place, count)| **count > 0 && cells.get(*place).is_some_and(|cell| !cell.is_hidden()))
            .min_by_key(|(place, count)| (**count, *place))
            .and_then(|(place, _)| cells.get_mut(place));
        match next.filter(|_| !is_safe) {
            Some(cell) => *cell = Published::Complement,
            None => {
                // One count alone in its list is its total: both are hidden or none.
                let total = if is_safe { Published::Count(total) } else { Published::Small };
                let together = if is_safe { together } else { 0 };
                return ProtectedList { cells, total, together };
            }
        }
    }
}

impl ProtectedList {
    /// Takes cells and total as they are published, whatever decided that.
    pub fn of(cells: Vec<Published>, total: Published) -> Self {
        let shown = cells.iter().filter_map(|cell| cell.count()).fold(0_u64, u64::saturating_add);
        let is_open = cells.iter().any(|cell| cell.is_hidden());
        let together = if is_open { total.count().unwrap_or(0).saturating_sub(shown) } else { 0 };
        Self { cells, total, together }
    }

    /// Counts of the list as a figure may draw them: the hidden ones, alike, share what they make
    /// together.
    #[allow(clippy::cast_precision_loss, reason = "counts of persons stay far under 2^53")]
    pub fn drawn(&self) -> Vec<f64> {
        let hidden = self.cells.iter().filter(|cell| cell.is_hidden()).count();
        let each = if hidden == 0 { 0.0 } else { self.together as f64 / hidden as f64 };
        self.cells.iter().map(|cell| cell.count().map_or(each, |count| count as f64)).collect()
    }

    /// Tells which ones are hidden.
    pub fn hidden(&self) -> Vec<bool> {
        self.cells.iter().map(|cell| cell.is_hidden()).collect()
    }

    /// Tells whether anything is hidden.
    pub fn hides(&self) -> bool {
        self.total.is_hidden() || self.cells.iter().any(|cell| cell.is_hidden())
    }

    /// Sum of some neighbours; none when it would split the hidden ones.
    pub fn sum(&self, places: Range<usize>) -> Option<u64> {
        self.total.count()?;
        let (mut shown, mut inside, mut outside) = (0_u64, 0, 0);
        for (place, cell) in self.cells.iter().enumerate() {
            match (cell.count(), places.contains(&place)) {
                (Some(count), true) => shown = shown.saturating_add(count),
                (None, true) => inside += 1,
                (None, false) => outside += 1,
                (Some(_), false) => {}
            }
        }
        match (inside, outside) {
            (0, _) => Some(shown),
            (_, 0) => Some(shown.saturating_add(self.together)),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_hides_two_or_none() {
        use Published::{Complement, Count, Small};
        assert_eq!(protect_list(&[8, 3, 0, 6], 5).cells, [Count(8), Small, Count(0), Complement]);
        assert_eq!(protect_list(&[4, 3, 60], 5).cells, [Small, Small, Count(60)]);
        assert_eq!(protect_list(&[7, 0], 5).cells, [Count(7), Count(0)]);
    }

    #[test]
    fn hidden_counts_that_are_few_together_take_one_more() {
        use Published::{Complement, Count, Small};
        // Two hidden ones that make two are one each.
        assert_eq!(protect_list(&[1, 1, 60, 9], 5).cells, [Small, Small, Count(60), Complement]);
    }

    #[test]
    fn a_count_alone_in_its_list_hides_the_total() {
        let alone = protect_list(&[3, 0], 5);
        assert_eq!((alone.total, alone.drawn()), (Published::Small, vec![0.0, 0.0]));
        assert_eq!(alone.sum(0..2), None);
        assert_eq!(protect_list(&[], 5).total, Published::Count(0));
    }

    #[test]
    fn a_figure_draws_the_hidden_ones_alike() {
        assert_eq!(protect_list(&[3, 9, 100], 5).drawn(), [6.0, 6.0, 100.0]);
        assert_eq!(protect_list(&[3, 9, 100], 5), protect_list(&[4, 8, 100], 5));
    }

    #[test]
    fn a_sum_never_splits_the_hidden_ones() {
        let list = protect_list(&[3, 9, 100, 50], 5);
        assert_eq!((list.sum(0..2), list.sum(2..4), list.sum(1..4)), (Some(12), Some(150), None));
    }

    #[test]
    fn what_was_hidden_before_stays_hidden_with_no_other() {
        use Published::{Complement, Count, Small};
        let list = protect_list_after(&[3, 20, 90], 5, &|place| place == 2);
        assert_eq!(list.cells, [Small, Count(20), Complement]);
    }
}
