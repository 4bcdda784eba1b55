//! The one normalisation of a text, at import: no byte order mark, LF line ends, NFC.
//!
//! No-break spaces stay: they are French typography, and what the transcriber wrote.

use unicode_normalization::char::canonical_combining_class;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::offset_map::OffsetMap;

/// A normalised text with the way back to its source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Normalized {
    /// The text.
    pub text: String,
    /// From the text (plain) to the source, in scalar values.
    pub map: OffsetMap,
}

/// Normalises a decoded text: a byte order mark at its start is removed, CRLF and CR become LF,
/// characters take their composed form (NFC). All else stays.
pub fn normalize(source: &str) -> Normalized {
    if !source.starts_with('\u{feff}') && source.chars().all(|c| c != '\r' && stays(c)) {
        return Normalized { text: source.to_owned(), map: OffsetMap::identity(source.chars().count()) };
    }
    let mut normalized = Normalized { text: String::with_capacity(source.len()), map: OffsetMap::default() };
    let mut characters = source.chars().enumerate().peekable();
    let mut plain = 0;
    // Combining marks and other characters that may join the one before them.
    let mut cluster = String::new();
    while let Some((at, character)) = characters.next() {
        match character {
            '\u{feff}' if at == 0 => continue,
            // The LF after it stands for both.
            '\r' if characters.peek().is_some_and(|(_, next)| *next == '\n') => continue,
            _ => {}
        }
        let character = if character == '\r' { '\n' } else { character };
        cluster.clear();
        cluster.push(character);
        let mut len = 1;
        while let Some((_, next)) = characters.next_if(|(_, next)| !begins(*next)) {
            cluster.push(next);
            len += 1;
        }
        let before = normalized.text.len();
        if len == 1 && stays(character) {
            normalized.text.push(character);
        } else {
            normalized.text.extend(cluster.nfc());
        }
        let written = &normalized.text[before..];
        let kept = if *written == cluster { len } else { 1 };
        normalized.map.push(plain, at, kept);
        plain += written.chars().count();
    }
    normalized
}

/// Tells, quickly and for nearly all of a French text, that a character is NFC whatever its
/// neighbours: Latin letters before the combining marks, and punctuation.
fn stays(character: char) -> bool {
    character < '\u{300}' || ('\u{2002}'..='\u{20cf}').contains(&character)
}

/// Tells whether a character never joins the one before it.
fn begins(character: char) -> bool {
    stays(character)
        || (canonical_combining_class(character) == 0
            && is_nfc_quick(std::iter::once(character)) == IsNormalized::Yes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{CharOffset, Span};
    use proptest::prelude::*;

    #[test]
    fn line_ends_and_the_byte_order_mark_are_normalised() {
        let normalized = normalize("\u{feff}un\r\ndeux\rtrois\n\r\n\u{feff}x");
        assert_eq!(normalized.text, "un\ndeux\ntrois\n\n\u{feff}x");
        assert_eq!(normalized.map.source_of(CharOffset(3)), CharOffset(5), "d of deux");
        assert_eq!(normalized.map.plain_span(Span::new(0, 5)), Some(Span::new(0, 3)));
    }

    #[test]
    fn decomposed_letters_are_composed_and_no_break_spaces_stay() {
        let normalized = normalize("e\u{301}te\u{301}\u{a0}: «\u{202f}a\u{2009}b\u{202f}»");
        assert_eq!(normalized.text, "été\u{a0}: «\u{202f}a\u{2009}b\u{202f}»");
        assert_eq!(normalized.map.plain_span(Span::new(3, 5)), Some(Span::new(2, 3)));
        assert_eq!(normalized.map.source_of(CharOffset(3)), CharOffset(5));
    }

    #[test]
    fn singletons_and_jamo_are_composed() {
        assert_eq!(normalize("\u{212b}\u{1100}\u{1161}\u{11a8}").text, "Å각");
        assert_eq!(normalize("\u{2000}x").text, "\u{2002}x");
        assert_eq!(normalize("").text, "");
        assert_eq!(normalize("\r").text, "\n");
    }

    proptest! {
        #[test]
        fn it_is_nfc_with_a_map_to_its_source(source in "(\u{feff}|[a-zé]|e\u{301}|\u{323}|\r\n|\r|\n|\u{1100}\u{1161}|👩‍👧|\u{a0}|\u{958}|\\PC){0,60}") {
            let Normalized { text, map } = normalize(&source);
            let plain = source.strip_prefix('\u{feff}').unwrap_or(&source).replace("\r\n", "\n").replace('\r', "\n");
            prop_assert_eq!(&text, &plain.nfc().collect::<String>());
            let (text, source): (Vec<char>, Vec<char>) = (text.chars().collect(), source.chars().collect());
            for run in map.runs().iter().filter(|run| run.len > 1) {
                for step in 0..run.len {
                    let (here, there) = (text[run.plain_start + step], source[run.source_start + step]);
                    // The first character of a joined cluster is mapped too, and may differ.
                    prop_assert!(here == there || there == '\r' || there.nfc().ne([there]) || here.nfd().next() == there.nfd().next());
                }
            }
            let again = normalize(&text.iter().collect::<String>());
            if !text.starts_with(&['\u{feff}']) {
                prop_assert_eq!(again.text.chars().collect::<Vec<_>>(), text);
            }
        }
    }
}
