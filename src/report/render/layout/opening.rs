//! What keeps the paragraph under a heading on the page of what follows it.

use crate::report::document::{Block, Inline, Phrase};

/// Characters of a paragraph that may be a single line, and so leave its heading nearly alone at the foot
/// of a page.
const LINE: usize = 110;
/// Characters of a paragraph that stays whole under its heading: three lines or so.
const SHORT: usize = 330;

/// How a paragraph holds to its page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::report::render) enum Hold {
    /// It breaks where the page ends.
    Free,
    /// It stays whole.
    Whole,
    /// It stays whole and on the page of what follows.
    WithNext,
}

/// Tells how a paragraph holds; `opens`: it is the first one under a heading.
pub(in crate::report::render) fn hold(text: &Phrase, opens: bool) -> Hold {
    if is_lead(text) {
        return Hold::WithNext;
    }
    match text.words().chars().count() {
        0..=LINE if opens => Hold::WithNext,
        0..=SHORT if opens => Hold::Whole,
        _ => Hold::Free,
    }
}

/// Tells whether a paragraph after this block is the first one under a heading.
pub(in crate::report::render) fn is_heading(block: &Block) -> bool {
    match block {
        Block::Heading { .. } => true,
        Block::Paragraph(text) => is_lead(text),
        _ => false,
    }
}

/// A line of bold words alone opens what follows it.
fn is_lead(text: &Phrase) -> bool {
    matches!(text.0.as_slice(), [Inline::Strong(_)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_under_a_heading_stays_with_the_text_that_follows() {
        let question = Phrase::plain("Quels codes vont ensemble dans la parole ?");
        assert_eq!((hold(&question, true), hold(&question, false)), (Hold::WithNext, Hold::Free));
        assert_eq!(hold(&Phrase::plain("mot ".repeat(60)), true), Hold::Whole);
        assert_eq!(hold(&Phrase::plain("mot ".repeat(100)), true), Hold::Free);
        let lead = Phrase(vec![Inline::Strong("Hypothèses".to_owned())]);
        assert_eq!(hold(&lead, false), Hold::WithNext);
        assert!(is_heading(&Block::Paragraph(lead)) && !is_heading(&Block::Paragraph(question)));
    }
}
