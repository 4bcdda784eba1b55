//! The nearest known word to one that is not known, for messages that help.

use strsim::osa_distance;

/// Returns the candidate nearest to `word`, when it is near enough to be a slip of the hand.
///
/// Near enough: at most a third of the word's letters differ (two at least), case and `_`, `-` and
/// blanks aside. Equal distances keep the first candidate.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let plain = plain(word);
    let letters = plain.chars().count();
    let allowed = (letters / 3).max(2).min(letters.saturating_sub(1));
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        let distance = osa_distance(&plain, &self::plain(candidate));
        if distance <= allowed && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// The letters compared; long words are cut, since no key is that long.
fn plain(word: &str) -> String {
    word.chars().take(64).filter(|c| !matches!(c, '_' | '-' | ' ')).flat_map(char::to_lowercase).collect()
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
