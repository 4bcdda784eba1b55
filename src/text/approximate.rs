//! Edit distance between texts, and the nearest place of a text to a pattern.
//!
//! Source: Myers 1999 (bit-parallel columns of Sellers' dynamic programme), in blocks as in Hyyrö
//! 2003: 64 rows a step, so that a quote of 200 characters costs four steps a character of text.

use std::collections::HashMap;

/// The rows of the programme where each character of the pattern stands, as bits.
struct Pattern {
    len: usize,
    blocks: usize,
    /// `blocks` words for each known character; the first set is empty, for all others.
    bits: Vec<u64>,
    ascii: [u32; 128],
    other: HashMap<char, u32>,
}

impl Pattern {
    fn new(characters: impl Iterator<Item = char> + Clone) -> Self {
        let len = characters.clone().count();
        let blocks = len.div_ceil(64).max(1);
        let mut pattern = Self { len, blocks, bits: vec![0; blocks], ascii: [0; 128], other: HashMap::new() };
        for (row, character) in characters.enumerate() {
            let fresh = u32::try_from(pattern.bits.len() / blocks).unwrap_or(0);
            let slot = match pattern.ascii.get_mut(character as usize) {
                Some(slot) => slot,
                None => pattern.other.entry(character).or_insert(0),
            };
            if *slot == 0 {
                *slot = fresh;
                pattern.bits.resize(pattern.bits.len() + blocks, 0);
            }
            let set = *slot as usize * blocks;
            pattern.bits[set + row / 64] |= 1 << (row % 64);
        }
        pattern
    }

    fn rows(&self, character: char) -> &[u64] {
        let set = match self.ascii.get(character as usize) {
            Some(slot) => *slot,
            None => self.other.get(&character).copied().unwrap_or(0),
        };
        &self.bits[set as usize * self.blocks..][..self.blocks]
    }
}

/// One column of the programme: vertical differences, and the score of its last row.
struct Column {
    plus: Vec<u64>,
    minus: Vec<u64>,
    score: usize,
}

impl Column {
    fn new(pattern: &Pattern) -> Self {
        Self { plus: vec![u64::MAX; pattern.blocks], minus: vec![0; pattern.blocks], score: pattern.len }
    }

    /// Takes one character of the text. `from_start`: the text counts from its start (distance),
    /// else a match may begin anywhere (search).
    fn step(&mut self, pattern: &Pattern, character: char, from_start: bool) {
        let (mut up, mut down) = (from_start, false);
        let last = (pattern.len - 1) % 64;
        for (block, rows) in pattern.rows(character).iter().enumerate() {
            let (plus, minus) = (self.plus[block], self.minus[block]);
            let equal = rows | u64::from(down);
            let vertical = rows | minus;
            let horizontal = ((equal & plus).wrapping_add(plus) ^ plus) | equal;
            let rise = minus | !(horizontal | plus);
            let fall = plus & horizontal;
            let top = if block + 1 == pattern.blocks { last } else { 63 };
            let (rises, falls) = (rise >> top & 1 == 1, fall >> top & 1 == 1);
            let rise = rise << 1 | u64::from(up);
            let fall = fall << 1 | u64::from(down);
            self.plus[block] = fall | !(vertical | rise);
            self.minus[block] = rise & vertical;
            (up, down) = (rises, falls);
        }
        self.score = self.score + usize::from(up) - usize::from(down);
    }
}

/// Returns the number of insertions, deletions and substitutions that make one text of the other.
pub(super) fn distance(one: &str, other: &str) -> usize {
    let pattern = Pattern::new(one.chars());
    if pattern.len == 0 {
        return other.chars().count();
    }
    let mut column = Column::new(&pattern);
    for character in other.chars() {
        column.step(&pattern, character, true);
    }
    column.score
}

/// A place near to a pattern: half-open, in scalar values of the text searched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Near {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) errors: usize,
}

/// Finds the place of the text that needs the fewest errors, at most `most`, to be the pattern;
/// among equals the one whose start is nearest to `expected`.
pub(super) fn nearest(pattern: &str, text: &str, most: usize, expected: usize) -> Option<Near> {
    let forward = Pattern::new(pattern.chars());
    if forward.len == 0 {
        return None;
    }
    let mut column = Column::new(&forward);
    let mut best: Option<(usize, usize, usize, usize)> = None;
    for (at, (byte, character)) in text.char_indices().enumerate() {
        column.step(&forward, character, false);
        if column.score > most {
            continue;
        }
        let end = at + 1;
        let found = (column.score, end.abs_diff(expected + forward.len), end, byte + character.len_utf8());
        if best.is_none_or(|best| found < best) {
            best = Some(found);
        }
    }
    let (errors, _, end, end_byte) = best?;
    // The same programme backwards from the end finds where the match begins.
    let backward = Pattern::new(pattern.chars().rev());
    let mut column = Column::new(&backward);
    let mut len = None;
    for (at, character) in text[..end_byte].chars().rev().take(forward.len + errors).enumerate() {
        column.step(&backward, character, true);
        let found = (at + 1).abs_diff(forward.len);
        if column.score == errors && len.is_none_or(|len: usize| found < len.abs_diff(forward.len)) {
            len = Some(at + 1);
        }
    }
    len.map(|len| Near { start: end - len, end, errors })
}

/// Returns what [`nearest`] costs, in steps of a few nanoseconds.
pub(super) fn cost(pattern: &str, text: &str) -> usize {
    text.len().saturating_mul(pattern.len().div_ceil(64))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Sellers' programme as written in textbooks: the last row, and the first row's value.
    fn textbook(pattern: &[char], text: &[char], from_start: bool) -> Vec<usize> {
        let mut column: Vec<usize> = (0..=pattern.len()).collect();
        let mut last = vec![pattern.len()];
        for (at, character) in text.iter().enumerate() {
            let mut diagonal = column[0];
            column[0] = if from_start { at + 1 } else { 0 };
            for row in 1..=pattern.len() {
                let substitution = diagonal + usize::from(pattern[row - 1] != *character);
                diagonal = column[row];
                column[row] = substitution.min(column[row] + 1).min(column[row - 1] + 1);
            }
            last.push(column[pattern.len()]);
        }
        last
    }

    #[test]
    fn the_nearest_place_is_found_with_its_start() {
        let near = nearest("la bascule de paye", "C’est la bascule de paie, disaient-ils", 9, 0);
        assert_eq!(near, Some(Near { start: 6, end: 24, errors: 1 }));
        assert_eq!(nearest("tout autre chose", "rien", 8, 0), None);
        assert_eq!(nearest("", "rien", 8, 0), None);
        assert_eq!(nearest("rien", "", 4, 0), None);
    }

    #[test]
    fn among_equals_the_expected_place_wins() {
        let text = "non mais oui, non mais oui, non mais oui";
        assert_eq!(nearest("mais ouï", text, 4, 17).map(|near| near.start), Some(18));
    }

    proptest! {
        #[test]
        fn it_equals_the_textbook(pattern in "[ab é]{1,150}", text in "[ab é]{0,200}") {
            let (rows, columns): (Vec<char>, Vec<char>) = (pattern.chars().collect(), text.chars().collect());
            prop_assert_eq!(distance(&pattern, &text), textbook(&rows, &columns, true)[columns.len()]);
            let expected = textbook(&rows, &columns, false)[1..].iter().min().copied();
            let near = nearest(&pattern, &text, rows.len(), 0);
            match near {
                Some(near) => {
                    prop_assert_eq!(Some(near.errors), expected);
                    let found: String = columns[near.start..near.end].iter().collect();
                    prop_assert_eq!(distance(&pattern, &found), near.errors);
                }
                // Nothing but deletions: no place is like it.
                None => prop_assert!(expected.is_none_or(|errors| errors == rows.len())),
            }
        }
    }
}
