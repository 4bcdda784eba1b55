//! Where links lead when blocks stand in a page that has other pages beside it.

use crate::report::document::block::Block;
use crate::report::document::number::{each_block, each_phrase};
use crate::report::document::phrase::Inline;
use crate::report::document::prune::anchors;
use crate::report::document::table::{Cell, Table};

/// Gives every link an address in place of its anchor, where `address` knows one (it begins with `/`).
/// A link that has none and leads to nothing in these blocks would be dead: it stays as words.
pub fn open_doors(blocks: &mut [Block], address: &dyn Fn(&str) -> Option<String>) {
    let anchors = anchors(blocks);
    each_phrase(blocks, &mut |phrase| {
        for piece in &mut phrase.0 {
            let Inline::Link { text, anchor } = piece else { continue };
            match address(anchor) {
                Some(address) => *anchor = address,
                None if anchor.starts_with('/') || anchors.contains(anchor) => {}
                None => *piece = Inline::Text(std::mem::take(text)),
            }
        }
    });
    let in_table = |table: &mut Table| {
        for cell in table.rows.iter_mut().flat_map(|row| row.cells.iter_mut()) {
            if let Cell::Number { anchor, .. } = cell {
                *anchor = anchor
                    .take()
                    .and_then(|anchor| if anchor.starts_with('/') { Some(anchor) } else { address(&anchor) });
            }
        }
    };
    each_block(blocks, &mut |block| match block {
        Block::Table(table) => in_table(table),
        Block::Figure(figure) => figure.table.iter_mut().for_each(in_table),
        _ => {}
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::document::Phrase;

    #[test]
    fn a_link_gets_its_address_or_becomes_words() {
        let text = "[a](#reg-a) [b](#reg-b) [c](#here)";
        let heading =
            Block::Heading { level: 2, number: None, title: String::new(), anchor: "here".to_owned() };
        let mut blocks = vec![heading, Block::Paragraph(Phrase::parse(text))];
        open_doors(&mut blocks, &|anchor| (anchor == "reg-a").then(|| "/codebook/a".to_owned()));
        let Some(Block::Paragraph(phrase)) = blocks.last() else { panic!("the paragraph stays last") };
        let link = |text: &str, anchor: &str| Inline::Link { text: text.into(), anchor: anchor.into() };
        assert_eq!(phrase.0[0], link("a", "/codebook/a"));
        assert_eq!(phrase.0[2], Inline::Text("b".to_owned()));
        assert_eq!(phrase.0[4], link("c", "here"));
    }
}
