//! Segments × terms, present or absent: only what is present is kept.

/// A 0/1 table: the terms of each segment, rising.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SegmentTable {
    /// Where the terms of each segment begin, and where the last ones end.
    starts: Vec<usize>,
    terms: Vec<u32>,
    width: usize,
}

impl SegmentTable {
    /// Makes a table of `width` terms; a term given twice in a segment counts once, and one beyond the
    /// width is left out.
    pub fn new(width: usize, rows: impl IntoIterator<Item = Vec<u32>>) -> Self {
        let mut table = Self { starts: vec![0], terms: Vec::new(), width };
        for mut row in rows {
            row.sort_unstable();
            row.dedup();
            table.terms.extend(row.into_iter().filter(|term| (*term as usize) < width));
            table.starts.push(table.terms.len());
        }
        table
    }

    /// Counts the segments.
    pub fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// Tells whether there is no segment.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Counts the terms.
    pub fn width(&self) -> usize {
        self.width
    }

    /// Counts the presences.
    pub fn presences(&self) -> usize {
        self.terms.len()
    }

    /// The terms of a segment, rising.
    pub fn row(&self, segment: usize) -> &[u32] {
        &self.terms[self.starts[segment]..self.starts[segment + 1]]
    }

    /// The terms of every segment.
    pub fn rows(&self) -> impl Iterator<Item = &[u32]> {
        self.starts.windows(2).map(|bounds| &self.terms[bounds[0]..bounds[1]])
    }

    /// Counts the segments that hold each term.
    pub fn frequencies(&self) -> Vec<u32> {
        let mut counts = vec![0; self.width];
        for term in &self.terms {
            counts[*term as usize] += 1;
        }
        counts
    }

    /// Keeps some segments and some terms, renumbered in the order given by the terms' own; segments left
    /// without a term are dropped. Returns the table and what each of its segments was here.
    ///
    /// `terms` rises.
    pub fn restrict(&self, segments: &[usize], terms: &[u32]) -> (Self, Vec<usize>) {
        let mut place = vec![u32::MAX; self.width];
        for (new, old) in (0_u32..).zip(terms) {
            place[*old as usize] = new;
        }
        let mut kept = Vec::with_capacity(segments.len());
        let mut part = Self { starts: vec![0], terms: Vec::new(), width: terms.len() };
        for &segment in segments {
            let before = part.terms.len();
            part.terms.extend(
                self.row(segment).iter().map(|term| place[*term as usize]).filter(|new| *new != u32::MAX),
            );
            if part.terms.len() > before {
                part.starts.push(part.terms.len());
                kept.push(segment);
            }
        }
        (part, kept)
    }

    /// For each term, the segments that hold it, rising.
    pub(super) fn transpose(&self) -> (Vec<usize>, Vec<u32>) {
        let mut starts = Vec::with_capacity(self.width + 1);
        let mut total = 0;
        for frequency in self.frequencies() {
            starts.push(total);
            total += frequency as usize;
        }
        let mut next = starts.clone();
        starts.push(total);
        let mut holders = vec![0; total];
        for (segment, row) in (0_u32..).zip(self.rows()) {
            for term in row {
                let at = &mut next[*term as usize];
                holders[*at] = segment;
                *at += 1;
            }
        }
        (starts, holders)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_drops_segments_without_a_term() {
        let table = SegmentTable::new(4, [vec![3, 0, 3], vec![1], vec![2, 0], vec![9]]);
        assert_eq!((table.len(), table.presences(), table.row(0)), (4, 5, &[0, 3][..]));
        assert_eq!(table.frequencies(), [2, 1, 1, 1]);
        let (part, kept) = table.restrict(&[0, 1, 2], &[0, 2]);
        assert_eq!((kept, part.row(1), part.width()), (vec![0, 2], &[0, 1][..], 2));
        assert_eq!(table.transpose(), (vec![0, 2, 3, 4, 5], vec![0, 2, 1, 2, 0]));
        assert!(SegmentTable::default().is_empty());
    }
}
