//! Words of a text: the one way that search, counts and marks cut it.
//!
//! Words are those of Unicode (UAX 29, `unicode-segmentation`), then, for French and English:
//!
//! - elided words of one letter and `qu’` are dropped (`l’aide` is `aide`), longer ones get their
//!   vowel back (`jusqu’à` is `jusque`, `à`); `aujourd’hui`, `quelqu’un` and `prud’homme` stay whole;
//! - an English possessive `’s` is dropped; `don’t` stays whole;
//! - a hyphen, a full stop or an underscore inside a word parts it; `3.14` and `3,14` stay whole;
//! - of an inclusive form the first part is kept: `enquêté·e·s`, `étudiant.e.s`;
//! - a timecode in square brackets (`[00:12:03]`) is no word.
//!
//! What is dropped takes no position, so `besoin d’aide` is two neighbouring words.

use unicode_segmentation::UnicodeSegmentation;

use super::fold::is_apostrophe;
use super::offset::ByteOffset;

/// Elided words that are dropped, in lower case without their apostrophe.
const CLITICS: [&str; 12] = ["c", "d", "j", "l", "m", "n", "s", "t", "y", "ç", "qu", "z"];
/// Elided words that are kept, with their full form.
const ELIDED: [(&str, &str); 8] = [
    ("jusqu", "jusque"),
    ("lorsqu", "lorsque"),
    ("puisqu", "puisque"),
    ("quoiqu", "quoique"),
    ("presqu", "presque"),
    ("quelqu", "quelque"),
    ("entr", "entre"),
    ("grand", "grand"),
];
/// Head and tail of words whose apostrophe is no elision.
const WHOLE: [(&str, &str); 3] = [("aujourd", "hui"), ("quelqu", "un"), ("quelqu", "une")];
/// Endings of inclusive forms, after a dot.
const INCLUSIVE: [&str; 32] = [
    "e", "s", "es", "x", "ne", "nes", "le", "les", "te", "tes", "re", "res", "se", "ses", "ve", "ves", "ère",
    "ères", "ive", "ives", "rice", "rices", "trice", "trices", "euse", "euses", "esse", "esses", "ice",
    "ices", "fe", "ale",
];

/// One word: where it stands, and how it reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token<'t> {
    /// First byte.
    pub start: ByteOffset,
    /// First byte after it.
    pub end: ByteOffset,
    /// The word as written, or the full form of an elided one; neither folded nor stemmed.
    pub text: &'t str,
}

/// Cuts an NFC text into words, in order; the place of a word in this order is its position.
pub fn tokens(text: &str) -> Tokens<'_> {
    Tokens { text, at: 0, waiting: Vec::new(), given: 0 }
}

/// Counts the words of a text.
pub fn count_words(text: &str) -> usize {
    tokens(text).count()
}

/// Iterator over the words of a text, made by [`tokens`].
#[derive(Clone, Debug)]
pub struct Tokens<'t> {
    text: &'t str,
    at: usize,
    waiting: Vec<Token<'t>>,
    given: usize,
}

impl<'t> Iterator for Tokens<'t> {
    type Item = Token<'t>;

    fn next(&mut self) -> Option<Token<'t>> {
        loop {
            if let Some(token) = self.waiting.get(self.given) {
                self.given += 1;
                return Some(*token);
            }
            self.waiting.clear();
            self.given = 0;
            self.skip_blanks();
            if self.at >= self.text.len() {
                return None;
            }
            if let Some(token) = self.take_plain_word() {
                return Some(token);
            }
            self.cut_chunk();
        }
    }
}

impl<'t> Tokens<'t> {
    /// Moves past blanks of every kind and timecodes.
    fn skip_blanks(&mut self) {
        let bytes = self.text.as_bytes();
        while let Some(byte) = bytes.get(self.at) {
            if *byte == b'[' {
                match timecode_length(&bytes[self.at..]) {
                    Some(length) => self.at += length,
                    None => return,
                }
            } else {
                match blank_length(self.text, self.at) {
                    0 => return,
                    length => self.at += length,
                }
            }
        }
    }

    /// Takes a word of plain Latin letters and digits that ends at a blank or at one common
    /// punctuation mark before a blank: nine words in ten, for which UAX 29 has nothing to say.
    fn take_plain_word(&mut self) -> Option<Token<'t>> {
        let bytes = self.text.as_bytes();
        let mut start = self.at;
        let mut end = start;
        loop {
            match bytes.get(end) {
                Some(byte) if byte.is_ascii_alphanumeric() => end += 1,
                Some(0xC3) if bytes.get(end + 1).is_some_and(|next| !matches!(next, 0x97 | 0xB7)) => end += 2,
                Some(0xC5) if bytes.get(end + 1).is_some_and(|next| matches!(next, 0x92 | 0x93)) => end += 2,
                Some(b'\'') if is_clitic(&self.text[start..end]) && is_latin(&bytes[end + 1..]) => {
                    start = end + 1;
                    end = start;
                }
                Some(0xE2)
                    if is_clitic(&self.text[start..end])
                        && bytes[end..].strip_prefix("’".as_bytes()).is_some_and(is_latin) =>
                {
                    start = end + '’'.len_utf8();
                    end = start;
                }
                _ => break,
            }
        }
        // What is left to read begins after the elided words, whichever way it is read.
        self.at = start;
        if start == end {
            return None;
        }
        let after = match bytes.get(end) {
            Some(b',' | b'.' | b';' | b'!' | b'?' | b':' | b')' | b'"') => end + 1,
            _ => end,
        };
        if after < bytes.len() && blank_length(self.text, after) == 0 {
            return None;
        }
        self.at = after;
        Some(Token { start: ByteOffset(start), end: ByteOffset(end), text: &self.text[start..end] })
    }

    /// Cuts what stands before the next blank or timecode by the full rules.
    fn cut_chunk(&mut self) {
        let bytes = self.text.as_bytes();
        let start = self.at;
        let mut end = start;
        while end < bytes.len() && blank_length(self.text, end) == 0 {
            if end > start && bytes[end] == b'[' && timecode_length(&bytes[end..]).is_some() {
                break;
            }
            end += char_length(bytes[end]);
        }
        let chunk = &self.text[start..end];
        self.at = end;
        for (offset, word) in chunk.unicode_word_indices() {
            let after = &chunk[offset + word.len()..];
            let inclusive = chunk[..offset].ends_with(['·', '•', '‧', '⋅']);
            self.cut_word(start + offset, word, after, inclusive);
        }
    }

    /// Cuts the elisions of one Unicode word.
    fn cut_word(&mut self, mut start: usize, mut word: &'t str, after: &str, mut inclusive: bool) {
        while let Some((place, mark)) = word.char_indices().find(|(_, c)| is_apostrophe(*c)) {
            let head = &word[..place];
            let rest = &word[place + mark.len_utf8()..];
            if is_whole(head, rest) {
                self.push(start, word);
                return;
            }
            if !head.is_empty() && !self.take_elided(start, head, mark) {
                if rest.eq_ignore_ascii_case("s") {
                    self.part(start, head, inclusive);
                } else {
                    self.push(start, word);
                }
                return;
            }
            start += place + mark.len_utf8();
            word = rest;
            inclusive = false;
        }
        match after.chars().next().filter(|c| is_apostrophe(*c)) {
            Some(mark) if self.take_elided(start, word, mark) => {}
            _ => self.part(start, word, inclusive),
        }
    }

    /// Takes `head`, which an apostrophe follows, when it is an elided word.
    fn take_elided(&mut self, start: usize, head: &str, mark: char) -> bool {
        if is_clitic(head) {
            return true;
        }
        let Some((_, full)) = ELIDED.iter().find(|(short, _)| head.eq_ignore_ascii_case(short)) else {
            return false;
        };
        let end = start + head.len() + mark.len_utf8();
        self.waiting.push(Token { start: ByteOffset(start), end: ByteOffset(end), text: full });
        true
    }

    /// Parts a word at its dots, colons and underscores, dropping the endings of inclusive forms.
    fn part(&mut self, start: usize, word: &'t str, mut after_dot: bool) {
        let mut from = 0;
        let mut base = usize::MAX;
        let bytes = word.as_bytes();
        let digit =
            |place: Option<usize>| place.and_then(|place| bytes.get(place)).is_some_and(u8::is_ascii_digit);
        for (place, c) in word.char_indices().chain([(word.len(), ' ')]) {
            let parts = match c {
                '.' | ':' => !(digit(place.checked_sub(1)) && digit(Some(place + 1))),
                '·' | '‧' | '_' | ' ' => true,
                _ => false,
            };
            if !parts {
                continue;
            }
            let part = &word[from..place];
            if !(after_dot && base > 2 && is_inclusive(part)) {
                self.push(start + from, part);
                base = part.chars().count();
            }
            from = (place + c.len_utf8()).min(word.len());
            after_dot = c != '_' && c != ':';
        }
    }

    fn push(&mut self, start: usize, word: &'t str) {
        if word.contains(char::is_alphanumeric) {
            self.waiting.push(Token {
                start: ByteOffset(start),
                end: ByteOffset(start + word.len()),
                text: word,
            });
        }
    }
}

/// Tells whether the text that follows begins with ASCII or a letter of Latin-1, so that nothing in
/// it joins what stands before.
fn is_latin(bytes: &[u8]) -> bool {
    matches!(bytes.first(), Some(0..0x80 | 0xC3))
}

fn is_clitic(word: &str) -> bool {
    match word.as_bytes() {
        [letter] => {
            matches!(letter | 0x20, b'c' | b'd' | b'j' | b'l' | b'm' | b'n' | b's' | b't' | b'y' | b'z')
        }
        [_, _] => CLITICS.iter().any(|clitic| word.eq_ignore_ascii_case(clitic)) || word == "Ç",
        _ => false,
    }
}

fn is_whole(head: &str, rest: &str) -> bool {
    head.eq_ignore_ascii_case("prud")
        || WHOLE
            .iter()
            .any(|(first, last)| head.eq_ignore_ascii_case(first) && rest.eq_ignore_ascii_case(last))
}

fn is_inclusive(part: &str) -> bool {
    INCLUSIVE.iter().any(|ending| part.eq_ignore_ascii_case(ending)) || part == "ÈRE" || part == "ÈRES"
}

/// Returns the bytes of the blank at `at`, 0 when there is none.
fn blank_length(text: &str, at: usize) -> usize {
    match text.as_bytes().get(at) {
        Some(b' ' | b'\t'..=b'\r') => 1,
        Some(0xC2 | 0xE1..=0xE3) => text
            .get(at..)
            .and_then(|rest| rest.chars().next())
            .filter(|c| c.is_whitespace())
            .map_or(0, char::len_utf8),
        _ => 0,
    }
}

/// Returns the bytes of the character that begins with `first`.
fn char_length(first: u8) -> usize {
    match first {
        0..0xC0 => 1,
        0xC0..0xE0 => 2,
        0xE0..0xF0 => 3,
        _ => 4,
    }
}

/// Returns the length of `[mm:ss]`, `[hh:mm:ss]` or `[hh:mm:ss.fff]` at the start of `bytes`.
fn timecode_length(bytes: &[u8]) -> Option<usize> {
    let mut at = 1;
    for group in 0..4 {
        let digits = bytes.get(at..)?.iter().take_while(|byte| byte.is_ascii_digit()).count();
        if digits == 0 || digits > 3 {
            return None;
        }
        at += digits;
        match (*bytes.get(at)?, group) {
            (b']', 1..) => return Some(at + 1),
            (b':', 0..=1) | (b'.' | b',', 1..=2) => at += 1,
            _ => return None,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn words(text: &str) -> Vec<&str> {
        tokens(text).map(|token| token.text).collect()
    }

    /// The same words without the short way.
    fn slow_words(text: &str) -> Vec<Token<'_>> {
        let mut cut = tokens(text);
        let mut all = Vec::new();
        loop {
            cut.skip_blanks();
            if cut.at >= text.len() {
                return all;
            }
            cut.cut_chunk();
            all.append(&mut cut.waiting);
        }
    }

    #[test]
    fn elisions_are_cut_with_both_apostrophes() {
        assert_eq!(words("l’aide, l'aide ; d’aide"), ["aide", "aide", "aide"]);
        assert_eq!(
            words("J’ai qu'il QU’ELLE n'y s’en m'a t’es c’est j'n'ai"),
            ["ai", "il", "ELLE", "y", "en", "a", "es", "est", "ai"]
        );
        assert_eq!(
            words("jusqu’à lorsqu'on Puisqu’il quoiqu'en presqu’île"),
            ["jusque", "à", "lorsque", "on", "puisque", "il", "quoique", "en", "presque", "île"]
        );
        assert_eq!(
            words("aujourd’hui d'aujourd'hui quelqu’un les prud'hommes"),
            ["aujourd’hui", "aujourd'hui", "quelqu’un", "les", "prud'hommes"]
        );
        assert_eq!(words("l’« aide » d' accord l'11 mai"), ["aide", "accord", "11", "mai"]);
    }

    #[test]
    fn english_possessives_are_cut_and_contractions_kept() {
        assert_eq!(words("Mary's mother’s don't O'Brien I'm"), ["Mary", "mother", "don't", "O'Brien", "I'm"]);
    }

    #[test]
    fn hyphens_part_and_inclusive_forms_keep_their_base() {
        assert_eq!(words("peut-être, c'est-à-dire"), ["peut", "être", "est", "à", "dire"]);
        assert_eq!(
            words("enquêté·e·s enquêté•e•s étudiant.e.s allocataire·s acteur·rice·s."),
            ["enquêté", "enquêté", "étudiant", "allocataire", "acteur"]
        );
        assert_eq!(
            words("il·elle fin.Début U.S. 3.14 3,14 12h30 12:30 _mot_"),
            ["il", "elle", "fin", "Début", "U", "S", "3.14", "3,14", "12h30", "12", "30", "mot"]
        );
    }

    #[test]
    fn blanks_of_every_kind_part_words_and_timecodes_are_no_words() {
        assert_eq!(words("oui\u{a0}: ah\u{202f}! 10\u{202f}000\u{a0}€"), ["oui", "ah", "10", "000"]);
        assert_eq!(
            words("je [00:12:03] sais[01:02]pas [1:02:03.5] [12] [silence]"),
            ["je", "sais", "pas", "12", "silence"]
        );
    }

    #[test]
    fn offsets_are_bytes_of_the_text() {
        let text = "👩‍👧 l’été 😅 œuvre";
        let all: Vec<_> = tokens(text).collect();
        assert_eq!(all.len(), 2);
        for token in all {
            assert_eq!(&text[token.start.0..token.end.0], token.text);
        }
    }

    proptest! {
        #[test]
        fn the_short_way_gives_the_same_words(
            text in "([a-zA-Zéèàçœ0-9 ]|[ '’.,;:!?·()\\[\\]\"-]|l'|d’|qu'|jusqu’|\\PC){0,30}",
        ) {
            let quick: Vec<_> = tokens(&text).collect();
            prop_assert_eq!(quick, slow_words(&text));
        }

        #[test]
        fn words_stand_in_order_inside_any_text(text in ".{0,60}") {
            let mut last = 0;
            for token in tokens(&text) {
                prop_assert!(last <= token.start.0 && token.start < token.end);
                prop_assert!(text.get(token.start.0..token.end.0).is_some());
                last = token.end.0;
            }
        }
    }
}
