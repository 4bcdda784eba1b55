//! Where characters as people see them, words and sentences begin and end.
//!
//! Rules are those of Unicode (UAX 29) by `unicode-segmentation`; sentences are mended where the
//! rules know no French: closing guillemets after a blank, ellipses, « M. ».

use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

use super::span::Span;

/// A stretch of a text with its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece<'text> {
    /// Where, in scalar values.
    pub span: Span,
    /// The characters.
    pub text: &'text str,
}

/// Lists the graphemes, the characters as people see them.
pub fn graphemes(text: &str) -> impl Iterator<Item = Piece<'_>> {
    placed(text.graphemes(true))
}

/// Lists the words: stretches with a letter or a digit, punctuation left out. A form with an
/// elision (« l’aide ») or a middle dot (« enquêté·e ») is one word.
pub fn words(text: &str) -> impl Iterator<Item = Piece<'_>> {
    placed(text.split_word_bounds()).filter(|piece| piece.text.chars().any(char::is_alphanumeric))
}

/// Counts the words, as [`words`] lists them.
pub fn word_count(text: &str) -> usize {
    text.split_word_bounds().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

/// Lists the sentences without the blanks round them; a line end always ends one.
pub fn sentences(text: &str) -> Vec<Piece<'_>> {
    let mut starts: Vec<usize> = text
        .split_sentence_bound_indices()
        // « Oui. » : the blank before the closing mark hides it from the rules.
        .map(
            |(start, _)| {
                if text[start..].starts_with(is_closing) { skip_closing(text, start) } else { start }
            },
        )
        .collect();
    starts.extend(text.match_indices('…').filter_map(|(at, mark)| {
        let start = skip_closing(text, at + mark.len());
        (start > at + mark.len() && opens_sentence(&text[start..])).then_some(start)
    }));
    starts.sort_unstable();
    starts.dedup();
    starts.retain(|start| *start == 0 || !continues(&text[..*start], &text[*start..]));
    starts.push(text.len());
    let mut sentences = Vec::with_capacity(starts.len());
    let (mut seen, mut chars) = (0, 0);
    for bounds in starts.windows(2) {
        let whole = &text[bounds[0]..bounds[1]];
        let (body, from) = (whole.trim(), bounds[0] + whole.len() - whole.trim_start().len());
        if body.is_empty() {
            continue;
        }
        chars += text[seen..from].chars().count();
        let len = body.chars().count();
        sentences.push(Piece { span: Span::new(chars, chars + len), text: body });
        (seen, chars) = (from + body.len(), chars + len);
    }
    sentences
}

/// Tells whether a byte of the text stands between two graphemes.
pub fn is_grapheme_boundary(text: &str, byte: usize) -> bool {
    if byte == 0 || byte >= text.len() {
        return true;
    }
    if !text.is_char_boundary(byte) {
        return false;
    }
    let plain = |character: Option<char>| character.is_some_and(|c| c < '\u{300}' && !c.is_control());
    if plain(text[byte..].chars().next()) && plain(text[..byte].chars().next_back()) {
        return true;
    }
    GraphemeCursor::new(byte, text.len(), true).is_boundary(text, 0).unwrap_or(true)
}

/// Returns the end of a text: at most `len` scalar values, cut between graphemes.
pub fn tail(text: &str, len: usize) -> &str {
    let mut from = text.char_indices().rev().take(len).last().map_or(text.len(), |(byte, _)| byte);
    while !is_grapheme_boundary(text, from) {
        from += text[from..].chars().next().map_or(1, char::len_utf8);
    }
    &text[from..]
}

/// Returns the beginning of a text: at most `len` scalar values, cut between graphemes.
pub fn head(text: &str, len: usize) -> &str {
    let mut to = text.char_indices().nth(len).map_or(text.len(), |(byte, _)| byte);
    while !is_grapheme_boundary(text, to) {
        to -= text[..to].chars().next_back().map_or(1, char::len_utf8);
    }
    &text[..to]
}

fn placed<'text>(pieces: impl Iterator<Item = &'text str>) -> impl Iterator<Item = Piece<'text>> {
    let mut chars = 0;
    pieces.map(move |text| {
        let start = chars;
        chars += text.chars().count();
        Piece { span: Span::new(start, chars), text }
    })
}

fn is_closing(character: char) -> bool {
    matches!(character, '»' | '”' | ')' | ']')
}

/// Returns the byte after the closing marks and blanks that stand at `from`.
fn skip_closing(text: &str, from: usize) -> usize {
    let skipped = |c: char| is_closing(c) || (c != '\n' && c.is_whitespace());
    text.len() - text[from..].trim_start_matches(skipped).len()
}

fn opens_sentence(rest: &str) -> bool {
    let mut rest =
        rest.chars().skip_while(|c| matches!(c, '«' | '“' | '"' | '—' | '–' | '-') || c.is_whitespace());
    rest.next().is_some_and(char::is_uppercase)
}

/// Titles whose full stop ends no sentence.
const TITLES: [&str; 9] = ["M", "MM", "Me", "Dr", "Pr", "Mr", "Mrs", "Ms", "St"];

/// Tells whether a break that the rules see between two texts is none.
fn continues(before: &str, after: &str) -> bool {
    if before.ends_with('\n') {
        return false;
    }
    let before = before.trim_end();
    // « On y va ? » a-t-elle dit.
    let closed = before.ends_with(['»', '”', '…', '!', '?', ')', ']']);
    if closed && after.starts_with(char::is_lowercase) {
        return true;
    }
    before.strip_suffix('.').is_some_and(|words| {
        let last = words.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        TITLES.contains(&last)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::TextIndex;
    use proptest::prelude::*;

    fn texts(text: &str) -> Vec<&str> {
        sentences(text).into_iter().map(|sentence| sentence.text).collect()
    }

    #[test]
    fn guillemets_close_their_sentence() {
        assert_eq!(
            texts("Elle a dit\u{a0}: «\u{a0}Maman, on met les chaussures\u{a0}?\u{a0}» Elle avait six ans."),
            ["Elle a dit\u{a0}: «\u{a0}Maman, on met les chaussures\u{a0}?\u{a0}»", "Elle avait six ans."]
        );
        assert_eq!(
            texts("«\u{202f}On y va\u{202f}?\u{202f}» a-t-elle dit. Oui."),
            ["«\u{202f}On y va\u{202f}?\u{202f}» a-t-elle dit.", "Oui."]
        );
    }

    #[test]
    fn an_ellipsis_ends_a_sentence_before_a_capital_only() {
        assert_eq!(
            texts("Il disait… enfin bref. Donc… Voilà… »"),
            ["Il disait… enfin bref.", "Donc…", "Voilà… »"]
        );
    }

    #[test]
    fn titles_and_line_ends() {
        assert_eq!(texts("J’ai vu M. Petit. Et puis\nrien"), ["J’ai vu M. Petit.", "Et puis", "rien"]);
        assert!(texts(" \n ").is_empty());
    }

    #[test]
    fn words_are_counted_without_punctuation() {
        assert_eq!(word_count("C’est l’aide des enquêté·e·s, 12,5 % !"), 5);
        assert_eq!(word_count(" … — "), 0);
        let found: Vec<_> = words("Là, 👍🏽 l’été").map(|word| (word.span, word.text)).collect();
        assert_eq!(found, [(Span::new(0, 2), "Là"), (Span::new(7, 12), "l’été")]);
    }

    #[test]
    fn context_is_cut_between_graphemes() {
        assert_eq!(head("ab👩‍👧cd", 3), "ab");
        assert_eq!(head("ab👩‍👧cd", 5), "ab👩‍👧");
        assert_eq!(tail("ab👩‍👧cd", 4), "cd");
        assert_eq!(tail("ab", 9), "ab");
        assert_eq!(head("ab", 0), "");
        assert_eq!(tail("", 3), "");
        assert_eq!(graphemes("👩‍👧!").map(|piece| piece.span.len()).collect::<Vec<_>>(), [3, 1]);
    }

    proptest! {
        #[test]
        fn sentences_hold_every_visible_character(text in "([A-Z]?[a-z’]{1,8}|[.!?…]|« | »|\u{a0}| |\n|M\\. |👩‍👧){0,40}") {
            let index = TextIndex::new(&text);
            let found = sentences(&text);
            for sentence in &found {
                prop_assert_eq!(index.slice(sentence.span), sentence.text);
            }
            let visible = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            prop_assert_eq!(found.iter().map(|piece| visible(piece.text)).collect::<String>(), visible(&text));
        }
    }
}
