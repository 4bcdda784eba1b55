//! Keywords in context: a few words each side of the first mark.

use crate::text::Span;
use crate::text::token::tokens;

/// A stretch of a text round its first mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snippet {
    /// The stretch, line breaks kept.
    pub text: String,
    /// Where it stands in the text, in scalar values.
    pub span: Span,
    /// The marks in it, in scalar values of the stretch.
    pub marks: Vec<Span>,
    /// Whether something was cut before it.
    pub cut_before: bool,
    /// Whether something was cut after it.
    pub cut_after: bool,
}

/// Cuts `text` to `words` words each side of the first mark, at blanks; from the start of the text
/// when there is no mark.
pub fn snippet(text: &str, marks: &[Span], words: usize) -> Snippet {
    let places: Vec<usize> = text.char_indices().map(|(byte, _)| byte).chain([text.len()]).collect();
    let byte_of = |at: usize| places.get(at).copied().unwrap_or(text.len());
    let char_of = |byte: usize| places.partition_point(|place| *place < byte);
    let first = marks.first().copied().unwrap_or_default();
    let (mark_start, mark_end) = (byte_of(first.start.0), byte_of(first.end.0));

    let before: Vec<usize> =
        tokens(text).map(|token| token.start.0).take_while(|start| *start < mark_start).collect();
    let from = match before.len().checked_sub(words) {
        None | Some(0) => 0,
        Some(skipped) => back_to_blank(text, before.get(skipped).copied().unwrap_or(mark_start)),
    };
    let mut after =
        tokens(text).map(|token| (token.start.0, token.end.0)).skip_while(|(start, _)| *start < mark_end);
    let last = match words.checked_sub(1) {
        None => after.next().map(|_| mark_end),
        Some(index) => {
            let end = after.nth(index).map(|(_, end)| end);
            end.filter(|_| after.next().is_some())
        }
    };
    let to = last.map_or(text.len(), |end| on_to_blank(text, end));

    let span = Span::new(char_of(from), char_of(to));
    let marks = marks
        .iter()
        .filter_map(|mark| mark.intersection(span))
        .map(|mark| Span::new(mark.start.0 - span.start.0, mark.end.0 - span.start.0))
        .collect();
    Snippet {
        text: text.get(from..to).unwrap_or_default().to_owned(),
        span,
        marks,
        cut_before: from > 0,
        cut_after: to < text.len(),
    }
}

/// Moves back to the nearest blank, so that an elision is not cut from its word.
fn back_to_blank(text: &str, at: usize) -> usize {
    text.get(..at)
        .and_then(|head| head.char_indices().rev().find(|(_, c)| c.is_whitespace()))
        .map_or(0, |(place, c)| place + c.len_utf8())
}

fn on_to_blank(text: &str, at: usize) -> usize {
    text.get(at..).and_then(|tail| tail.find(char::is_whitespace)).map_or(text.len(), |step| at + step)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn words_are_counted_each_side_and_not_cut() {
        let text = "Alors là 😅 j’ai demandé l’aide de la mairie, et puis voilà.";
        let at = text.chars().position(|c| c == 'l').unwrap_or_default();
        assert!(at > 0);
        let start = text.split("aide").next().unwrap().chars().count();
        let cut = snippet(text, &[Span::new(start, start + 4)], 2);
        assert_eq!(cut.text, "j’ai demandé l’aide de la");
        assert!(cut.cut_before && cut.cut_after);
        assert_eq!(cut.marks, [Span::new(15, 19)]);
        let whole = snippet(text, &[Span::new(start, start + 4)], 50);
        assert_eq!((whole.text.as_str(), whole.cut_before, whole.cut_after), (text, false, false));
    }

    #[test]
    fn without_a_mark_the_beginning_is_given() {
        let cut = snippet("un deux trois quatre", &[], 2);
        assert_eq!((cut.text.as_str(), cut.cut_before, cut.cut_after), ("un deux", false, true));
        assert_eq!(snippet("", &[], 3).text, "");
        assert_eq!(snippet("un deux", &[Span::new(0, 2)], 0).text, "un");
    }

    proptest! {
        #[test]
        fn any_marks_are_survived(text in ".{0,40}", start in 0usize..50, length in 0usize..20, words in 0usize..5) {
            let cut = snippet(&text, &[Span::new(start, start + length)], words);
            let expected: String = text.chars().skip(cut.span.start.0).take(cut.span.len()).collect();
            prop_assert_eq!(cut.text, expected);
        }
    }
}
