//! Half-open stretches of a text.

use serde::{Deserialize, Serialize};

use super::offset::CharOffset;

/// A half-open range in Unicode scalar values: `start` is in it, `end` is not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// First scalar value of the span.
    pub start: CharOffset,
    /// First scalar value after it; never before `start`.
    pub end: CharOffset,
}

impl Span {
    /// Makes a span; ends given in the wrong order are swapped, so `start <= end` always holds.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start: CharOffset(start.min(end)), end: CharOffset(start.max(end)) }
    }

    /// Returns its length in scalar values.
    pub fn len(self) -> usize {
        self.end.0 - self.start.0
    }

    /// Tells whether it holds nothing.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Tells whether the two share at least one scalar value.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Tells whether `other` lies wholly in it.
    pub fn covers(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Returns what both hold, if anything.
    pub fn intersection(self, other: Self) -> Option<Self> {
        self.overlaps(other)
            .then(|| Self { start: self.start.max(other.start), end: self.end.min(other.end) })
    }
}

/// Joins spans that overlap or touch; the result is sorted and disjoint.
pub fn unite(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_unstable();
    let mut united: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match united.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            _ => united.push(span),
        }
    }
    united
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_that_touch_are_united() {
        let spans = vec![Span::new(5, 8), Span::new(0, 3), Span::new(3, 4), Span::new(7, 9)];
        assert_eq!(unite(spans), vec![Span::new(0, 4), Span::new(5, 9)]);
    }

    #[test]
    fn touching_spans_do_not_overlap() {
        assert!(!Span::new(0, 3).overlaps(Span::new(3, 5)));
        assert_eq!(Span::new(0, 4).intersection(Span::new(3, 5)), Some(Span::new(3, 4)));
    }
}
