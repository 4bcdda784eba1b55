//! One place of a query, cut for reading.

use serde::Serialize;

use super::facet::Swatch;
use crate::domain::transcript::Role;
use crate::search::snippet;
use crate::text::Span;

/// One place of a query.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Line {
    /// Number of its turn.
    pub turn: u32,
    /// Who speaks.
    pub speaker: String,
    /// `interviewer` or `respondent`.
    pub role: Role,
    /// The place, in scalar values of the turn's speech; empty when a query has no words.
    pub span: Span,
    /// Words before, on one line.
    pub before: String,
    /// The words found.
    pub hit: String,
    /// Words after.
    pub after: String,
    /// Whether something was cut before.
    pub cut_before: bool,
    /// Whether something was cut after.
    pub cut_after: bool,
    /// Codes given to a passage that holds some of the words found.
    pub codes: Vec<Swatch>,
}

/// The words round one place of a speech.
pub(super) struct Cut {
    pub(super) before: String,
    pub(super) hit: String,
    pub(super) after: String,
    pub(super) cut_before: bool,
    pub(super) cut_after: bool,
}

/// Cuts a speech round `mark`, `words` words each side, or not at all.
pub(super) fn cut(speech: &str, mark: Span, words: Option<usize>) -> Cut {
    let part = match words {
        Some(words) => snippet(speech, &[mark], words),
        None => snippet(speech, &[mark], usize::MAX),
    };
    let start = mark.start.0.saturating_sub(part.span.start.0);
    let end = mark.end.0.saturating_sub(part.span.start.0);
    let take = |from: usize, to: usize| -> String {
        let piece = part.text.chars().skip(from).take(to.saturating_sub(from));
        piece.map(|c| if c == '\n' { ' ' } else { c }).collect()
    };
    Cut {
        before: take(0, start),
        hit: take(start, end),
        after: take(end, usize::MAX),
        cut_before: part.cut_before,
        cut_after: part.cut_after,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_cut_into_before_hit_and_after_on_one_line() {
        let speech = "Alors\nla lettre est là, puis voilà tout.";
        let part = cut(speech, Span::new(9, 15), Some(2));
        assert_eq!(
            (part.before.as_str(), part.hit.as_str(), part.after.as_str()),
            ("Alors la ", "lettre", " est là,")
        );
        assert!(!part.cut_before && part.cut_after);
        let whole = cut(speech, Span::new(9, 15), None);
        assert!(whole.after.ends_with("tout.") && !whole.cut_after);
    }
}
