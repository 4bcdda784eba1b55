//! What stayed of a text in its next version, and where.
//!
//! Lines first, then words within the lines that changed: those that are unique in both texts give
//! fixed points (patience diff, Bram Cohen), and small rests are settled by the longest common
//! subsequence. A rest too large for it counts as changed.

use std::collections::HashMap;
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::index::TextIndex;
use super::offset_map::OffsetMap;
use super::span::Span;

/// Largest table, in cells, that a longest common subsequence may fill.
const TABLE: usize = 250_000;

/// How one text became another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Alignment {
    /// From the new text (plain) to the old (source).
    map: OffsetMap,
    new_len: usize,
}

/// What became of a span of the old text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Followed {
    /// Where it is, or should be, in the new text; empty when nothing stands there.
    pub span: Span,
    /// Whether it is there unchanged.
    pub is_intact: bool,
    /// Whether its first or its last character stayed, and at the other end that one or the one beside
    /// the span.
    pub keeps_ends: bool,
}

impl Alignment {
    /// Aligns two texts.
    pub fn new(old: &str, new: &str) -> Self {
        let new_len = new.chars().count();
        if old == new {
            return Self { map: OffsetMap::identity(new_len), new_len };
        }
        let mut names = HashMap::new();
        let old_lines = tokens(old.split_inclusive('\n'), 0, &mut names);
        let new_lines = tokens(new.split_inclusive('\n'), 0, &mut names);
        let mut pairs = Pairs::default();
        for (old_gap, new_gap) in pairs.pair(&old_lines, &new_lines) {
            let mut names = HashMap::new();
            let old_words = words_of(&old_lines[old_gap], &mut names);
            let new_words = words_of(&new_lines[new_gap], &mut names);
            for (old_gap, new_gap) in pairs.pair(&old_words, &new_words) {
                pairs.pair_longest(&old_words[old_gap], &new_words[new_gap]);
            }
        }
        Self { map: pairs.into_map(&TextIndex::new(old), &TextIndex::new(new)), new_len }
    }

    /// Aligns two texts of which one is the other with one stretch changed: all that they share at
    /// their beginnings and ends stays, whatever else would pair.
    pub fn of_edit(old: &str, new: &str) -> Self {
        let alike = |(one, other): &(char, char)| one == other;
        let before = old.chars().zip(new.chars()).take_while(alike).count();
        let (old_len, new_len) = (old.chars().count(), new.chars().count());
        let rest = old_len.min(new_len) - before;
        let after = old.chars().rev().zip(new.chars().rev()).take(rest).take_while(alike).count();
        let (old_index, new_index) = (TextIndex::new(old), TextIndex::new(new));
        let changed = Self::new(
            old_index.slice(Span::new(before, old_len - after)),
            new_index.slice(Span::new(before, new_len - after)),
        );
        let mut map = OffsetMap::default();
        map.push(0, 0, before);
        for run in changed.map.runs() {
            map.push(before + run.plain_start, before + run.source_start, run.len);
        }
        map.push(new_len - after, old_len - after, after);
        Self { map, new_len }
    }

    /// Says where a span of the old text is now. An end that was changed goes to the edge of what
    /// replaced it.
    pub fn follow(&self, old: Span) -> Followed {
        let runs = self.map.runs();
        let (start, end) = (old.start.0, old.end.0);
        let first = runs.partition_point(|run| run.source_start + run.len <= start);
        let new_start = match (runs.get(first), first.checked_sub(1)) {
            (Some(run), _) if run.source_start <= start => run.plain_start + (start - run.source_start),
            (_, Some(before)) => runs[before].plain_start + runs[before].len,
            (_, None) => 0,
        };
        let after = runs.partition_point(|run| run.source_start < end);
        let last = after.checked_sub(1).map(|last| runs[last]);
        let new_end = match last {
            Some(run) if end <= run.source_start + run.len => run.plain_start + (end - run.source_start),
            _ => runs.get(after).map_or(self.new_len, |run| run.plain_start),
        };
        let is_intact = first + 1 == after
            && runs
                .get(first)
                .is_some_and(|run| run.source_start <= start && end <= run.source_start + run.len);
        let (starts, ends) = (
            runs.get(first).is_some_and(|run| run.source_start <= start),
            last.is_some_and(|run| end <= run.source_start + run.len),
        );
        // An end that changed is where it was if what stands beside it stayed.
        let before = first.checked_sub(1).map(|before| runs[before]);
        let follows = before.map_or(start == 0, |run| run.source_start + run.len == start);
        let precedes = runs.get(after).is_some_and(|run| run.source_start == end);
        let keeps_ends = (starts && (ends || precedes)) || (follows && ends);
        Followed { span: Span::new(new_start, new_end.max(new_start)), is_intact, keeps_ends }
    }
}

/// A line or a word with its place.
#[derive(Clone, Copy, Debug)]
struct Token<'text> {
    /// The same for equal texts.
    name: usize,
    /// In scalar values.
    start: usize,
    len: usize,
    text: &'text str,
}

fn tokens<'text>(
    pieces: impl Iterator<Item = &'text str>,
    from: usize,
    names: &mut HashMap<&'text str, usize>,
) -> Vec<Token<'text>> {
    let mut start = from;
    pieces
        .map(|text| {
            let fresh = names.len();
            let (name, len) = (*names.entry(text).or_insert(fresh), text.chars().count());
            start += len;
            Token { name, start: start - len, len, text }
        })
        .collect()
}

/// Cuts lines into words; blanks are left out, since they would pair anywhere.
fn words_of<'text>(lines: &[Token<'text>], names: &mut HashMap<&'text str, usize>) -> Vec<Token<'text>> {
    let cut = |line: &Token<'text>| tokens(line.text.split_word_bounds(), line.start, names);
    let words = lines.iter().flat_map(cut);
    words.filter(|word| !word.text.trim().is_empty()).collect()
}

type Gap = (Range<usize>, Range<usize>);

/// Stretches of the two texts that are equal: old start, new start, length.
#[derive(Debug, Default)]
struct Pairs(Vec<(usize, usize, usize)>);

impl Pairs {
    fn add(&mut self, old: &Token<'_>, new: &Token<'_>) {
        self.0.push((old.start, new.start, old.len));
    }

    /// Pairs equal beginnings and ends, then what is unique in both, then what lies between; gives
    /// the gaps in which nothing is unique.
    fn pair(&mut self, old: &[Token<'_>], new: &[Token<'_>]) -> Vec<Gap> {
        let (mut gaps, mut rest) = (Vec::new(), vec![(0..old.len(), 0..new.len())]);
        while let Some((mut o, mut n)) = rest.pop() {
            while !o.is_empty() && !n.is_empty() && old[o.start].name == new[n.start].name {
                self.add(&old[o.start], &new[n.start]);
                (o.start, n.start) = (o.start + 1, n.start + 1);
            }
            while !o.is_empty() && !n.is_empty() && old[o.end - 1].name == new[n.end - 1].name {
                (o.end, n.end) = (o.end - 1, n.end - 1);
                self.add(&old[o.end], &new[n.end]);
            }
            if o.is_empty() || n.is_empty() {
                continue;
            }
            let fixed = unique_in_order(&old[o.clone()], &new[n.clone()]);
            if fixed.is_empty() {
                gaps.push((o, n));
                continue;
            }
            let (mut from_old, mut from_new) = (o.start, n.start);
            for (in_old, in_new) in fixed {
                let (at_old, at_new) = (o.start + in_old, n.start + in_new);
                self.add(&old[at_old], &new[at_new]);
                rest.push((from_old..at_old, from_new..at_new));
                (from_old, from_new) = (at_old + 1, at_new + 1);
            }
            rest.push((from_old..o.end, from_new..n.end));
        }
        gaps
    }

    /// Pairs by the longest common subsequence, if the table is not too large.
    fn pair_longest(&mut self, old: &[Token<'_>], new: &[Token<'_>]) {
        let width = new.len() + 1;
        if (old.len() + 1).saturating_mul(width) > TABLE {
            return;
        }
        let mut longest = vec![0_u32; (old.len() + 1) * width];
        for o in (0..old.len()).rev() {
            for n in (0..new.len()).rev() {
                longest[o * width + n] = if old[o].name == new[n].name {
                    longest[(o + 1) * width + n + 1] + 1
                } else {
                    longest[(o + 1) * width + n].max(longest[o * width + n + 1])
                };
            }
        }
        let (mut o, mut n) = (0, 0);
        while o < old.len() && n < new.len() {
            if old[o].name == new[n].name {
                self.add(&old[o], &new[n]);
                (o, n) = (o + 1, n + 1);
            } else if longest[(o + 1) * width + n] >= longest[o * width + n + 1] {
                o += 1;
            } else {
                n += 1;
            }
        }
    }

    /// Makes the map, each gap shortened by the characters that its two sides share at its ends.
    fn into_map(mut self, old: &TextIndex<'_>, new: &TextIndex<'_>) -> OffsetMap {
        self.0.sort_unstable();
        self.0.push((old.len(), new.len(), 0));
        let (mut map, mut from_old, mut from_new) = (OffsetMap::default(), 0, 0);
        for (at_old, at_new, len) in self.0 {
            let (before, after) =
                (old.slice(Span::new(from_old, at_old)), new.slice(Span::new(from_new, at_new)));
            let common = before.chars().zip(after.chars()).take_while(|(one, other)| one == other).count();
            map.push(from_new, from_old, common);
            let rest = (at_old - from_old).min(at_new - from_new) - common;
            let ends = before.chars().rev().zip(after.chars().rev()).take(rest);
            let common = ends.take_while(|(one, other)| one == other).count();
            map.push(at_new - common, at_old - common, common);
            map.push(at_new, at_old, len);
            (from_old, from_new) = (at_old + len, at_new + len);
        }
        map
    }
}

/// Finds the tokens that are unique in both lists and stand in the same order: the longest
/// increasing subsequence of their pairs.
fn unique_in_order(old: &[Token<'_>], new: &[Token<'_>]) -> Vec<(usize, usize)> {
    let (in_old, in_new) = (places(old), places(new));
    let once = |places: &HashMap<usize, Option<usize>>, name| places.get(&name).copied().flatten();
    let both = old.iter().enumerate().filter_map(|(at, token)| {
        once(&in_old, token.name)?;
        Some((at, once(&in_new, token.name)?))
    });
    let pairs: Vec<(usize, usize)> = both.collect();
    // Patience sorting: the top of each pile, and for each pair the one it lies on.
    let (mut tops, mut below): (Vec<usize>, Vec<Option<usize>>) = (Vec::new(), Vec::new());
    for (index, (_, in_new)) in pairs.iter().enumerate() {
        let pile = tops.partition_point(|top| pairs[*top].1 < *in_new);
        below.push(pile.checked_sub(1).map(|pile| tops[pile]));
        if pile == tops.len() {
            tops.push(index);
        } else {
            tops[pile] = index;
        }
    }
    let chain = std::iter::successors(tops.last().copied(), |index| below[*index]);
    let mut chain: Vec<(usize, usize)> = chain.map(|index| pairs[index]).collect();
    chain.reverse();
    chain
}

/// Returns where each token stands, none when in several places.
fn places(tokens: &[Token<'_>]) -> HashMap<usize, Option<usize>> {
    let mut places = HashMap::with_capacity(tokens.len());
    for (at, token) in tokens.iter().enumerate() {
        places.entry(token.name).and_modify(|place| *place = None).or_insert(Some(at));
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn follow(old: &str, new: &str, part: &str) -> (String, bool) {
        let start = old[..old.find(part).unwrap()].chars().count();
        let followed = Alignment::new(old, new).follow(Span::new(start, start + part.chars().count()));
        (TextIndex::new(new).slice(followed.span).to_owned(), followed.is_intact)
    }

    #[test]
    fn what_did_not_change_is_followed_past_what_did() {
        let (old, new) = ("A : un\n\nB : deux, trois\n", "Titre\n\nA : un\n\nB : donc deux, trois\n");
        assert_eq!(follow(old, new, "deux, trois"), ("deux, trois".to_owned(), true));
        assert_eq!(follow(old, new, "B : deux"), ("B : donc deux".to_owned(), false));
    }

    #[test]
    fn a_changed_end_goes_to_the_edge_of_what_replaced_it() {
        let (old, new) = ("on a pris la fille avec nous", "on a pris sa grande avec nous");
        assert_eq!(follow(old, new, "la fille").0, "sa grande");
        assert_eq!(follow("a b c", "a c", "b").0.trim(), "");
        assert_eq!(follow("a b", "", "b").0, "");
    }

    proptest! {
        #[test]
        fn the_map_pairs_equal_characters(old in "([a-cé]{1,2}[ ,\n]?){0,60}", new in "([a-cé]{1,2}[ ,\n]?){0,60}") {
            let alignment = Alignment::new(&old, &new);
            let (old, new): (Vec<char>, Vec<char>) = (old.chars().collect(), new.chars().collect());
            for run in alignment.map.runs() {
                let (from, to) = (run.source_start, run.plain_start);
                prop_assert_eq!(&old[from..from + run.len], &new[to..to + run.len]);
            }
            for start in 0..old.len() {
                for end in start + 1..=old.len() {
                    let followed = alignment.follow(Span::new(start, end));
                    prop_assert!(followed.span.end.0 <= new.len());
                    if followed.is_intact {
                        prop_assert_eq!(&old[start..end], &new[followed.span.start.0..followed.span.end.0]);
                    }
                }
            }
        }
    }
}
