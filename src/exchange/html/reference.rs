//! References between a text and what is noted beside it: `#cmnt1` and `#ftnt1` of Google Docs,
//! `#_msocom_1` and `#_ftn1` of Word.

/// Where a reference leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reference {
    /// From the text to a comment or a note: a sign in the text, no word of it.
    Forth,
    /// Back to the text: what stands here is a comment, else a note.
    Back { is_comment: bool },
}

/// What references begin with; a number follows.
const KINDS: [(&str, Reference); 8] = [
    ("#cmnt", Reference::Forth),
    ("#cmnt_ref", Reference::Back { is_comment: true }),
    ("#ftnt", Reference::Forth),
    ("#ftnt_ref", Reference::Back { is_comment: false }),
    ("#_msocom_", Reference::Forth),
    ("#_msoanchor_", Reference::Back { is_comment: true }),
    ("#_ftn", Reference::Forth),
    ("#_ftnref", Reference::Back { is_comment: false }),
];

/// Reads where a link of a page leads; none for a link of another kind.
pub(super) fn read(href: &str) -> Option<Reference> {
    let number = |rest: &str| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit());
    let is_of = |(start, _): &&(&str, Reference)| href.strip_prefix(start).is_some_and(number);
    KINDS.iter().find(is_of).map(|(_, reference)| *reference)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_leads_to_a_comment_or_back() {
        assert_eq!(read("#cmnt12"), Some(Reference::Forth));
        assert_eq!(read("#cmnt_ref12"), Some(Reference::Back { is_comment: true }));
        assert_eq!(read("#_ftnref1"), Some(Reference::Back { is_comment: false }));
        assert_eq!((read("#cmnt"), read("#h.1"), read("https://example.org/#cmnt")), (None, None, None));
    }
}
