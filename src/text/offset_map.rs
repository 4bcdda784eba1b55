//! Which scalar value of a derived text comes from which of its source.

use super::offset::CharOffset;
use super::span::Span;

/// A stretch that both texts share, one scalar value of the plain text for one of the source.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Run {
    /// Where it starts in the plain (derived) text, in scalar values.
    pub plain_start: usize,
    /// Where it starts in the source, in scalar values.
    pub source_start: usize,
    /// Its length in scalar values, the same in both.
    pub len: usize,
}

impl Run {
    fn plain_end(self) -> usize {
        self.plain_start + self.len
    }

    fn source_end(self) -> usize {
        self.source_start + self.len
    }
}

/// Maps positions of a derived text to its source and back.
///
/// It is a list of runs, increasing in both texts. What lies between two runs was removed from the
/// source (markup) or added to the derived text (a blank line): a position there snaps to the
/// nearest kept character inside the span asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OffsetMap {
    runs: Vec<Run>,
}

impl OffsetMap {
    /// Makes the map of a text of `len` scalar values that equals its source.
    pub fn identity(len: usize) -> Self {
        let mut map = Self::default();
        map.push(0, 0, len);
        map
    }

    /// Adds a run after those already there, and joins it to the last one where both touch.
    ///
    /// A run that would step back in either text is cut to what is new, so that the map stays
    /// increasing whatever is pushed.
    pub fn push(&mut self, plain_start: usize, source_start: usize, len: usize) {
        let mut run = Run { plain_start, source_start, len };
        if let Some(last) = self.runs.last_mut() {
            if run.plain_start == last.plain_end() && run.source_start == last.source_end() {
                last.len += len;
                return;
            }
            let back = last
                .plain_end()
                .saturating_sub(run.plain_start)
                .max(last.source_end().saturating_sub(run.source_start))
                .min(run.len);
            run = Run {
                plain_start: run.plain_start + back,
                source_start: run.source_start + back,
                len: run.len - back,
            };
        }
        if run.len > 0 {
            self.runs.push(run);
        }
    }

    /// Returns the runs, in order.
    pub fn runs(&self) -> &[Run] {
        &self.runs
    }

    /// Tells whether nothing was kept.
    pub fn is_empty(&self) -> bool {
        self.runs.is_empty()
    }

    /// Maps a span of the source to the plain text: the smallest that holds every kept character
    /// of it; none when the span holds no kept character.
    pub fn plain_span(&self, source: Span) -> Option<Span> {
        let (start, end) = (source.start.0, source.end.0);
        let first = self.runs.partition_point(|run| run.source_end() <= start);
        let after = self.runs.partition_point(|run| run.source_start < end);
        let (head, tail) = (self.runs.get(first)?, self.runs.get(after.checked_sub(1)?)?);
        let from = head.plain_start + start.saturating_sub(head.source_start);
        let to = tail.plain_start + (end - tail.source_start).min(tail.len);
        (first < after && from < to).then(|| Span::new(from, to))
    }

    /// Maps a span of the plain text to the source: the smallest that holds every kept character
    /// of it, removed markup between them included; none when all of it was added.
    pub fn source_span(&self, plain: Span) -> Option<Span> {
        let (start, end) = (plain.start.0, plain.end.0);
        let first = self.runs.partition_point(|run| run.plain_end() <= start);
        let after = self.runs.partition_point(|run| run.plain_start < end);
        let (head, tail) = (self.runs.get(first)?, self.runs.get(after.checked_sub(1)?)?);
        let from = head.source_start + start.saturating_sub(head.plain_start);
        let to = tail.source_start + (end - tail.plain_start).min(tail.len);
        (first < after && from < to).then(|| Span::new(from, to))
    }

    /// Maps a position of the plain text to the source; an added character gives the place of the
    /// kept one after it, the end of the text the end of the last kept one.
    pub fn source_of(&self, plain: CharOffset) -> CharOffset {
        let index = self.runs.partition_point(|run| run.plain_end() <= plain.0);
        CharOffset(match self.runs.get(index) {
            Some(run) => run.source_start + plain.0.saturating_sub(run.plain_start),
            None => self.runs.last().map_or(0, |run| run.source_end()),
        })
    }

    /// Maps a position of the source to the plain text; a removed character gives the place of the
    /// kept one after it, the end of the source the end of the last kept one.
    pub fn plain_of(&self, source: CharOffset) -> CharOffset {
        let index = self.runs.partition_point(|run| run.source_end() <= source.0);
        CharOffset(match self.runs.get(index) {
            Some(run) => run.plain_start + source.0.saturating_sub(run.source_start),
            None => self.runs.last().map_or(0, |run| run.plain_end()),
        })
    }

    /// Chains two maps: this one leads to a middle text, `earlier` from there to the first source.
    #[must_use]
    pub fn through(&self, earlier: &Self) -> Self {
        let mut chained = Self::default();
        for run in &self.runs {
            let first = earlier.runs.partition_point(|known| known.plain_end() <= run.source_start);
            for known in &earlier.runs[first..] {
                if known.plain_start >= run.source_end() {
                    break;
                }
                let from = known.plain_start.max(run.source_start);
                let to = known.plain_end().min(run.source_end());
                chained.push(
                    run.plain_start + (from - run.source_start),
                    known.source_start + (from - known.plain_start),
                    to - from,
                );
            }
        }
        chained
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Source `**A :** oui *non*`, plain `A : oui non`.
    fn sample() -> OffsetMap {
        let mut map = OffsetMap::default();
        map.push(0, 2, 3);
        map.push(3, 7, 5);
        map.push(8, 13, 3);
        map
    }

    #[test]
    fn markup_at_the_ends_of_a_span_is_left_out() {
        let map = sample();
        assert_eq!(map.plain_span(Span::new(0, 17)), Some(Span::new(0, 11)));
        assert_eq!(map.plain_span(Span::new(5, 13)), Some(Span::new(3, 8)));
        assert_eq!(map.plain_span(Span::new(12, 16)), Some(Span::new(8, 11)));
        assert_eq!(map.plain_span(Span::new(8, 8)), None);
        assert_eq!(map.plain_span(Span::new(5, 7)), None);
        assert_eq!(map.plain_span(Span::new(16, 99)), None);
        assert_eq!(map.plain_span(Span::new(14, 99)), Some(Span::new(9, 11)));
    }

    #[test]
    fn a_span_goes_back_to_its_source_with_the_markup_inside() {
        let map = sample();
        assert_eq!(map.source_span(Span::new(4, 11)), Some(Span::new(8, 16)));
        assert_eq!(map.source_of(CharOffset(8)), CharOffset(13));
        assert_eq!(map.source_of(CharOffset(11)), CharOffset(16));
        assert_eq!(map.plain_of(CharOffset(12)), CharOffset(8));
        assert_eq!(OffsetMap::default().source_span(Span::new(0, 3)), None);
    }

    #[test]
    fn a_run_that_steps_back_is_cut() {
        let mut map = sample();
        map.push(10, 15, 3);
        // The new part, 11..13, touches the last run and the map stays increasing.
        assert!(map.runs().windows(2).all(|pair| pair[0].plain_end() <= pair[1].plain_start));
        assert_eq!(map.source_span(Span::new(11, 13)), Some(Span::new(16, 18)));
    }

    proptest! {
        #[test]
        fn every_kept_character_goes_both_ways(steps in prop::collection::vec((0_usize..4, 0_usize..4, 1_usize..6), 1..20)) {
            let (mut plain, mut source, mut map) = (0, 0, OffsetMap::default());
            let mut pairs = Vec::new();
            for (added, removed, len) in steps {
                (plain, source) = (plain + added, source + removed);
                map.push(plain, source, len);
                pairs.extend((0..len).map(|step| (plain + step, source + step)));
                (plain, source) = (plain + len, source + len);
            }
            for (plain, source) in pairs {
                prop_assert_eq!(map.source_of(CharOffset(plain)), CharOffset(source));
                prop_assert_eq!(map.plain_of(CharOffset(source)), CharOffset(plain));
                prop_assert_eq!(map.plain_span(Span::new(source, source + 1)), Some(Span::new(plain, plain + 1)));
                prop_assert_eq!(map.source_span(Span::new(plain, plain + 1)), Some(Span::new(source, source + 1)));
            }
            prop_assert_eq!(map.through(&OffsetMap::identity(source)), map);
        }
    }
}
