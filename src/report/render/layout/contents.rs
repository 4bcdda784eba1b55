//! Lists the chapters of a document.

use crate::report::document::{Block, Document};

/// An entry of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::report::render) struct Entry<'a> {
    /// 1, a chapter, or 2, a part of one.
    pub level: u8,
    pub number: Option<usize>,
    pub title: &'a str,
    pub anchor: &'a str,
}

/// Lists the headings; `last` is one that the document itself does not hold, with its anchor.
pub(in crate::report::render) fn entries<'a>(
    document: &'a Document,
    last: Option<(&'a str, &'a str)>,
) -> Vec<Entry<'a>> {
    let headings = document.blocks.iter().filter_map(|block| match block {
        Block::Heading { level, number, title, anchor } => {
            Some(Entry { level: level.clamp(&2, &3) - 1, number: *number, title, anchor })
        }
        Block::Card(card) => Some(Entry { level: 2, number: None, title: &card.title, anchor: &card.anchor }),
        _ => None,
    });
    headings.chain(last.map(|(title, anchor)| Entry { level: 2, number: None, title, anchor })).collect()
}
