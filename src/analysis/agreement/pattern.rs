//! Who judged a unit coded and who did not, counted over stretches of units.

use std::collections::BTreeMap;

use super::alpha::Coincidences;
use super::ratings::{Ratings, presence};
use crate::analysis::statistics::undefined::Defined;
use crate::text::Span;

/// How many units carry each pattern of judgements on one code: present, absent or none by coder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Patterns(BTreeMap<Vec<Option<bool>>, u64>);

impl Patterns {
    /// Adds units of one pattern.
    pub fn add(&mut self, pattern: &[Option<bool>], units: u64) {
        match self.0.get_mut(pattern) {
            _ if units == 0 => {}
            Some(count) => *count += units,
            None => {
                self.0.insert(pattern.to_vec(), units);
            }
        }
    }

    /// Adds the units of another count: further units, or another code on the same ones.
    pub fn merge(&mut self, other: &Self) {
        for (pattern, units) in &other.0 {
            self.add(pattern, *units);
        }
    }

    /// Makes ratings of them, 1 present and 0 absent.
    ///
    /// # Errors
    /// Those of [`Ratings::counted`].
    pub fn ratings(&self) -> Defined<Ratings> {
        Ratings::counted(self.0.iter().map(|(pattern, units)| (presence(pattern), *units)))
    }

    /// Counts how often presence and absence meet.
    pub fn coincidences(&self) -> Coincidences {
        let mut all = Coincidences::empty(&[0.0, 1.0]);
        for (pattern, units) in &self.0 {
            all.add_units(&presence(pattern), *units);
        }
        all
    }
}

/// Counts patterns block by block; a block is a run of units, blocks are disjoint and rising.
///
/// `coders` holds each coder's units as disjoint rising runs; none when a coder did not judge.
pub fn patterns(blocks: &[Span], coders: &[Option<Vec<Span>>]) -> Vec<Patterns> {
    let mut next = vec![0; coders.len()];
    blocks
        .iter()
        .map(|block| {
            let mut found = Patterns::default();
            let mut at = block.start.0;
            while at < block.end.0 {
                let mut until = block.end.0;
                let pattern: Vec<Option<bool>> = coders
                    .iter()
                    .zip(&mut next)
                    .map(|(runs, next)| {
                        let runs = runs.as_ref()?;
                        while runs.get(*next).is_some_and(|run| run.end.0 <= at) {
                            *next += 1;
                        }
                        let run = runs.get(*next);
                        let inside = run.is_some_and(|run| run.start.0 <= at);
                        let change = run.map(|run| if inside { run.end.0 } else { run.start.0 });
                        until = until.min(change.unwrap_or(until));
                        Some(inside)
                    })
                    .collect();
                found.add(&pattern, (until - at) as u64);
                at = until;
            }
            found
        })
        .collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use crate::analysis::agreement::alpha::{Level, alpha};
    use proptest::prelude::*;

    #[test]
    fn stretches_are_counted_block_by_block() {
        let coders = [Some(vec![Span::new(2, 6)]), Some(vec![Span::new(0, 3), Span::new(5, 9)]), None];
        let found = patterns(&[Span::new(0, 4), Span::new(4, 10)], &coders);
        let pattern = |a, b| vec![Some(a), Some(b), None];
        let first = [(pattern(false, true), 2), (pattern(true, false), 1), (pattern(true, true), 1)];
        assert_eq!(found[0], Patterns(first.into()));
        let second = [
            (pattern(true, false), 1),
            (pattern(true, true), 1),
            (pattern(false, true), 3),
            (pattern(false, false), 1),
        ];
        assert_eq!(found[1], Patterns(second.into()));
    }

    proptest! {
        #[test]
        fn stretches_say_what_units_say(
            cells in prop::collection::vec(prop::collection::vec(any::<bool>(), 3), 1..40),
            cut in 0_usize..40,
        ) {
            let cut = cut.min(cells.len());
            let runs = |coder: usize| {
                let own = cells.iter().enumerate().filter(|(_, unit)| unit[coder]);
                Some(crate::text::span::unite(own.map(|(at, _)| Span::new(at, at + 1)).collect()))
            };
            let found = patterns(
                &[Span::new(0, cut), Span::new(cut, cells.len())],
                &[runs(0), runs(1), runs(2)],
            );
            let mut all = Patterns::default();
            found.iter().for_each(|one| all.merge(one));
            let mut wanted = Patterns::default();
            for unit in &cells {
                wanted.add(&unit.iter().map(|x| Some(*x)).collect::<Vec<_>>(), 1);
            }
            prop_assert_eq!(&all, &wanted);
            prop_assert_eq!(all.ratings().unwrap().count(), cells.len() as u64);
            let ratings = Ratings::of_code(&cells.iter().map(|u| u.iter().map(|x| Some(*x)).collect()).collect::<Vec<_>>());
            match (all.coincidences().alpha(Level::Nominal), alpha(&ratings.unwrap(), Level::Nominal)) {
                (Ok(one), Ok(other)) => prop_assert!((one - other).abs() < 1e-9),
                (one, other) => prop_assert_eq!(one, other),
            }
        }
    }
}
