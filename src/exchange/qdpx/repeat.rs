//! Names of passages that repeat their words, as several programs give them.

/// Tells whether a passage's name is its words, or their beginning, blanks apart.
pub(super) fn repeats(words: &[char], name: &str) -> bool {
    let cut = name.trim_end().trim_end_matches('…');
    let cut = cut.strip_suffix("...").unwrap_or(cut);
    let is_cut = cut.len() < name.trim_end().len();
    if blanks_joined(cut.chars()).take(3).count() < 3 {
        return false;
    }
    let mut said = blanks_joined(words.iter().copied());
    blanks_joined(cut.chars()).all(|character| said.next() == Some(character))
        && (is_cut || said.next().is_none())
}

/// Goes through a text with one space for each run of blanks, and none at its ends. Nothing is copied:
/// every passage of a project is compared under every convention.
fn blanks_joined(characters: impl Iterator<Item = char>) -> impl Iterator<Item = char> {
    let mut characters = characters.skip_while(|character| character.is_whitespace()).peekable();
    std::iter::from_fn(move || {
        let character = characters.next()?;
        if !character.is_whitespace() {
            return Some(character);
        }
        while characters.next_if(|next| next.is_whitespace()).is_some() {}
        characters.peek().map(|_| ' ')
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_repeats_its_words_whole_or_cut() {
        let repeats = |words: &str, name: &str| repeats(&words.chars().collect::<Vec<_>>(), name);
        assert!(repeats(" un\r\n deux ", "un deux") && repeats("un deux", " un \t deux "));
        assert!(repeats("un deux trois", "un deux…") && repeats("un deux trois", "un de..."));
        assert!(
            !repeats("un deux trois", "un deux") && !repeats("un", "un deux") && !repeats("un de", "un deu…")
        );
        assert!(!repeats("un", "un") && !repeats("", "") && !repeats("a b", "a …"));
    }

    proptest::proptest! {
        #[test]
        fn blanks_are_joined_as_words_are(text in "[a \r\n\u{a0}\u{e9}]{0,20}") {
            let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
            proptest::prop_assert_eq!(blanks_joined(text.chars()).collect::<String>(), words);
        }
    }
}
