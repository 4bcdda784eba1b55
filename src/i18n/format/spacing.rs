//! Apostrophes and no-break spaces of a text read from a file or typed by a person.

use crate::i18n::format::number::{NO_BREAK, THIN};
use crate::text::Language;

/// Sets the apostrophes and, in French, the no-break spaces of a text; keeps its words.
///
/// French: narrow no-break space before `;`, `!`, `?` and `%`, no-break space before `:` and inside
/// guillemets; `"` become guillemets. English: curly quotes. Setting twice changes nothing more.
pub fn spaced(text: &str, language: Language) -> String {
    let letters: Vec<char> = text.chars().collect();
    let mut written = String::with_capacity(text.len() + 8);
    for (place, &letter) in letters.iter().enumerate() {
        let next = letters.get(place + 1).copied();
        match (letter, language) {
            ('\'', _) => written.push('’'),
            ('"', Language::Fr) if opens(&written) => push_open(&mut written),
            ('"', Language::Fr) => push_close(&mut written),
            ('"', Language::En) => written.push(if opens(&written) { '“' } else { '”' }),
            ('«', Language::Fr) => push_open(&mut written),
            ('»', Language::Fr) => push_close(&mut written),
            (';' | '!' | '?', Language::Fr) => push_after(&mut written, THIN, letter, ends(next)),
            (':', Language::Fr) => push_after(&mut written, NO_BREAK, letter, ends(next)),
            ('%', Language::Fr) => {
                let follows_digit = written.chars().next_back().is_some_and(|last| last.is_ascii_digit());
                push_after(&mut written, THIN, letter, follows_digit);
            }
            // The space after an opening guillemet is already there.
            (space, Language::Fr) if is_space(space) && written.ends_with("«\u{A0}") => {}
            (other, _) => written.push(other),
        }
    }
    written
}

/// Puts French no-break spaces in place of ordinary ones, sign for sign, so that every place in the text
/// stays the same: for words that carry places.
pub fn held_together(text: &str) -> String {
    let mut letters = text.chars().peekable();
    let mut written = String::with_capacity(text.len() + 16);
    let mut before = ' ';
    while let Some(letter) = letters.next() {
        let set = match (letter, letters.peek()) {
            (' ', Some(';' | '!' | '?' | '»')) => THIN,
            (' ', Some(':')) => NO_BREAK,
            (' ', _) if before == '«' => THIN,
            _ => letter,
        };
        written.push(set);
        before = letter;
    }
    written
}

/// Tells whether a text carries French spaces, whatever language it is shown in.
pub fn is_spaced_as_french(text: &str) -> bool {
    let letters: Vec<char> = text.chars().collect();
    letters.windows(2).any(|pair| match pair {
        [before, after] => (is_space(*before) && ";:!?%»".contains(*after)) || *before == '«',
        _ => false,
    })
}

fn is_space(letter: char) -> bool {
    letter == ' ' || letter == NO_BREAK || letter == THIN
}

fn opens(written: &str) -> bool {
    written.chars().next_back().is_none_or(|last| last.is_whitespace() || "([“’".contains(last))
}

/// Tells whether a mark followed by this letter is punctuation, not part of an address or an hour.
fn ends(next: Option<char>) -> bool {
    next.is_none_or(|next| next.is_whitespace() || "»”)]!?…\"".contains(next))
}

fn push_open(written: &mut String) {
    written.push('«');
    written.push(NO_BREAK);
}

fn push_close(written: &mut String) {
    trim_spaces(written);
    written.push(NO_BREAK);
    written.push('»');
}

/// Writes a mark after its own space; `insert` says whether to put one where the text had none.
fn push_after(written: &mut String, space: char, mark: char, insert: bool) {
    let had_space = written.chars().next_back().is_some_and(is_space);
    trim_spaces(written);
    let glued = written.chars().next_back().is_none_or(|last| "!?:;([«“\n".contains(last));
    if !glued && (had_space || insert) {
        written.push(space);
    }
    written.push(mark);
}

fn trim_spaces(written: &mut String) {
    while written.chars().next_back().is_some_and(is_space) {
        written.pop();
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn french_marks_get_their_spaces() {
        for (raw, set) in [
            ("Pourquoi ? Parce que : non !", "Pourquoi\u{202F}? Parce que\u{A0}: non\u{202F}!"),
            ("Quoi?! Non; oui.", "Quoi\u{202F}?! Non\u{202F}; oui."),
            ("33,1 % et 12%", "33,1\u{202F}% et 12\u{202F}%"),
            ("l'aide d'«urgence»", "l’aide d’«\u{A0}urgence\u{A0}»"),
            ("dit \"oui\" à tout", "dit «\u{A0}oui\u{A0}» à tout"),
            ("à 14:30, voir https://exemple.fr/?a=1", "à 14:30, voir https://exemple.fr/?a=1"),
            ("(rires) !", "(rires)\u{202F}!"),
        ] {
            assert_eq!(spaced(raw, Language::Fr), set);
        }
    }

    #[test]
    fn french_spaces_are_seen() {
        assert!(is_spaced_as_french("Effets : quatre") && is_spaced_as_french("« oui »"));
        assert!(!is_spaced_as_french("Effects: four") && !is_spaced_as_french(""));
    }

    #[test]
    fn english_gets_curly_marks_and_no_space() {
        assert_eq!(spaced("don't say \"yes\"!", Language::En), "don’t say “yes”!");
    }

    proptest! {
        #[test]
        fn setting_twice_changes_nothing_more(text in "[a-c '\"«»:;!?%0-9\u{A0}\u{202F}().]{0,40}") {
            let once = spaced(&text, Language::Fr);
            prop_assert_eq!(spaced(&once, Language::Fr), once);
        }

        #[test]
        fn words_are_kept(text in "[a-zé '!?:;]{0,40}") {
            let words = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
            prop_assert_eq!(words(&spaced(&text, Language::Fr)), words(&text));
        }
    }
}
