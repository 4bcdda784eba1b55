//! The folded form of a word: what is left when case, accents, ligatures and the shape of the
//! apostrophe do not matter.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

/// Lower case without accents of U+00C0 to U+00FF; a space stands for what needs more than a byte.
const LATIN_1: &[u8; 64] = b"aaaaaa ceeeeiiiidnooooo*ouuuuy  aaaaaa ceeeeiiiidnooooo/ouuuuy y";

/// Tells whether `c` is an apostrophe: straight, curly, modifier letter, opening or full width.
pub fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '‘' | '＇')
}

/// Folds a text: lower case, no accents, `œ` as `oe`, every apostrophe straight.
///
/// Folding twice changes nothing; a text and its NFC form fold to the same.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(text, &mut folded);
    folded
}

/// Folds `text` at the end of `out`, which spares an allocation a word.
pub fn fold_into(text: &str, out: &mut String) {
    if text.is_ascii() {
        let start = out.len();
        out.push_str(text);
        if let Some(added) = out.get_mut(start..) {
            added.make_ascii_lowercase();
        }
        return;
    }
    for c in text.chars() {
        match c {
            '\0'..='\x7f' => out.push(c.to_ascii_lowercase()),
            'À'..='ÿ' => match LATIN_1.get(c as usize - 0xC0) {
                Some(b'*' | b'/' | b' ') | None => fold_rare(c, out),
                Some(byte) => out.push(char::from(*byte)),
            },
            _ => fold_rare(c, out),
        }
    }
}

/// Folds a character that is neither ASCII nor a plain accented letter of Latin-1.
fn fold_rare(c: char, out: &mut String) {
    for base in std::iter::once(c).nfkd().filter(|part| canonical_combining_class(*part) == 0) {
        for lower in base.to_lowercase().filter(|part| canonical_combining_class(*part) == 0) {
            match lower {
                'œ' => out.push_str("oe"),
                'æ' => out.push_str("ae"),
                'ß' => out.push_str("ss"),
                'þ' => out.push_str("th"),
                'ø' => out.push('o'),
                'ł' => out.push('l'),
                'đ' | 'ð' => out.push('d'),
                'ı' => out.push('i'),
                'ς' => out.push('σ'),
                _ if is_apostrophe(lower) => out.push('\''),
                _ => out.push(lower),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn case_accents_ligatures_and_apostrophes_do_not_matter() {
        assert_eq!(fold("SŒUR"), "soeur");
        assert_eq!(fold("Ça, c’était l'Été à Nîmes"), "ca, c'etait l'ete a nimes");
        assert_eq!(fold("e\u{301}te\u{301}"), "ete");
        assert_eq!(fold("Ærø ß Łódź ÿ Þ ×÷"), "aero ss lodz y th ×÷");
    }

    #[test]
    fn every_letter_of_latin_1_folds_as_the_long_way_does() {
        for c in '\u{c0}'..='\u{ff}' {
            let mut slow = String::new();
            fold_rare(c, &mut slow);
            assert_eq!(fold(&c.to_string()), slow, "{c}");
        }
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in "\\PC{0,20}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn composed_and_decomposed_texts_fold_alike(text in "[a-zàâäéèêëîïôöùûüçœÀÉ’']{0,20}") {
            let apart: String = text.nfd().collect();
            prop_assert_eq!(fold(&apart), fold(&text));
        }
    }
}
