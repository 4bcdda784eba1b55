//! The nearest known word to one that is not known, for messages that help.

/// Returns the candidate nearest to `word`, when it is near enough to be a slip of the hand.
///
/// Near enough: at most a third of the word's letters differ (two at least), case and `_`, `-` and
/// blanks aside. Equal distances keep the first candidate.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let plain = plain(word);
    let allowed = (plain.len() / 3).max(2).min(plain.len().saturating_sub(1));
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        let distance = edits(&plain, &self::plain(candidate));
        if distance <= allowed && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// The letters compared; long words are cut, since no key is that long.
fn plain(word: &str) -> Vec<char> {
    word.chars().take(64).filter(|c| !matches!(c, '_' | '-' | ' ')).flat_map(char::to_lowercase).collect()
}

/// Counts insertions, deletions, replacements and swaps of neighbours (optimal string alignment).
fn edits(left: &[char], right: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=right.len()).collect();
    for (i, &l) in left.iter().enumerate() {
        let mut row = Vec::with_capacity(right.len() + 1);
        row.push(i + 1);
        for (j, &r) in right.iter().enumerate() {
            let mut least = (last[j] + usize::from(l != r)).min(last[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && l == right[j - 1] && left[i - 1] == r {
                least = least.min(before[j - 1] + 1);
            }
            row.push(least);
        }
        before = std::mem::replace(&mut last, row);
    }
    last.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_hand_finds_its_word() {
        let keys = ["title", "subtitle", "language", "typology"];
        assert_eq!(nearest("titel", keys), Some("title"));
        assert_eq!(nearest("Typolgy", keys), Some("typology"));
        assert_eq!(nearest("sub_title", keys), Some("subtitle"));
    }

    #[test]
    fn a_foreign_word_finds_nothing() {
        assert_eq!(nearest("questionnaire", ["title", "axes"]), None);
        assert_eq!(nearest("", ["title"]), None);
        assert_eq!(nearest("x", ["y"]), None);
    }
}
