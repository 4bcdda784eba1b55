//! A document without some of its parts: nothing that is left leads to what is gone.

use std::collections::BTreeSet;

use crate::report::document::block::{Block, Document};
use crate::report::document::figure::Figure;
use crate::report::document::number::{each_block, each_phrase};
use crate::report::document::phrase::{Inline, Phrase, ReferenceKind};
use crate::report::document::table::{Cell, Table};

/// Leaves what paper has: what opens on a screen alone goes, and no link leads to it.
pub fn on_paper(document: &mut Document) {
    keep_printed(&mut document.blocks);
    unlink(&mut document.blocks);
}

fn keep_printed(blocks: &mut Vec<Block>) {
    blocks.retain(|block| !matches!(block, Block::Fold { is_printed: false, .. }));
    for block in blocks {
        if let Block::Box { blocks, .. } | Block::Fold { blocks, .. } = block {
            keep_printed(blocks);
        }
    }
}

/// Makes words of the links that lead to nothing in these blocks, in texts, cells and drawings.
pub fn unlink(blocks: &mut [Block]) {
    let anchors = anchors(blocks);
    let is_there = |anchor: &str| anchor.starts_with('/') || anchors.contains(anchor);
    each_phrase(blocks, &mut |phrase| {
        for piece in &mut phrase.0 {
            if let Inline::Link { text, anchor } = piece
                && !is_there(anchor)
            {
                *piece = Inline::Text(std::mem::take(text));
            }
        }
    });
    let in_table = |table: &mut Table| {
        for cell in table.rows.iter_mut().flat_map(|row| row.cells.iter_mut()) {
            if let Cell::Number { anchor, .. } = cell {
                *anchor = anchor.take().filter(|anchor| is_there(anchor));
            }
        }
    };
    each_block(blocks, &mut |block| match block {
        Block::Table(table) => in_table(table),
        Block::Figure(figure) => {
            figure.table.iter_mut().for_each(in_table);
            in_drawings(figure, &is_there);
        }
        _ => {}
    });
}

/// Takes the references to figures and tables that are not there out of the texts, with the brackets
/// round them; done before [`crate::report::document::number::number`], which knows no others.
pub fn unrefer(blocks: &mut [Block]) {
    let mut there = BTreeSet::new();
    each_block(blocks, &mut |block| {
        match block {
            Block::Figure(figure) => there.insert((ReferenceKind::Figure, figure.name.clone())),
            Block::Table(table) => there.insert((ReferenceKind::Table, table.name.clone())),
            _ => false,
        };
    });
    each_phrase(blocks, &mut |phrase| {
        let is_gone = |piece: &Inline| matches!(piece, Inline::Reference { kind, name } if !there.contains(&(*kind, name.clone())));
        let mut place = 0;
        while place < phrase.0.len() {
            if phrase.0.get(place).is_some_and(is_gone) && without_brackets(phrase, place) {
                phrase.0.remove(place);
            } else {
                place += 1;
            }
        }
    });
}

/// Takes the brackets off both sides of a piece, if it stands alone between them.
fn without_brackets(phrase: &mut Phrase, place: usize) -> bool {
    let before = place.checked_sub(1).and_then(|before| phrase.0.get(before));
    let (Some(Inline::Text(before)), Some(Inline::Text(after))) = (before, phrase.0.get(place + 1)) else {
        return false;
    };
    let (Some(before), Some(after)) = (before.strip_suffix('('), after.strip_prefix(')')) else {
        return false;
    };
    let (before, after) = (before.trim_end().to_owned(), after.to_owned());
    phrase.0[place - 1] = Inline::Text(before);
    phrase.0[place + 1] = Inline::Text(after);
    true
}

/// Lists what a link can lead to.
pub(in crate::report) fn anchors(blocks: &mut [Block]) -> BTreeSet<String> {
    let mut anchors = BTreeSet::new();
    each_block(blocks, &mut |block| match block {
        Block::Heading { anchor, .. } | Block::Turn { anchor, .. } | Block::Fold { anchor, .. } => {
            anchors.insert(anchor.clone());
        }
        Block::Figure(figure) => {
            anchors.insert(format!("fig-{}", figure.name));
        }
        Block::Table(table) => {
            anchors.insert(format!("tab-{}", table.name));
            anchors.extend(table.rows.iter().filter_map(|row| row.anchor.clone()));
        }
        Block::Card(card) => {
            anchors.insert(card.anchor.clone());
        }
        _ => {}
    });
    anchors
}

const HREF: &str = " href=\"#";

/// Takes the address off the links of drawings that lead to nothing; what they hold is still drawn.
fn in_drawings(figure: &mut Figure, is_there: &dyn Fn(&str) -> bool) {
    let drawings = figure.drawings.iter_mut();
    for drawing in drawings.flat_map(|drawn| std::iter::once(&mut drawn.wide).chain(&mut drawn.narrow)) {
        let mut parts = drawing.split(HREF);
        let mut kept = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            match part.split_once('"') {
                Some((anchor, rest)) if !is_there(anchor) => kept.push_str(rest),
                _ => {
                    kept.push_str(HREF);
                    kept.push_str(part);
                }
            }
        }
        *drawing = kept;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::document::figure::Drawn;

    fn words(blocks: &[Block]) -> String {
        let Some(Block::Paragraph(phrase)) = blocks.first() else { panic!("a paragraph first") };
        phrase.words()
    }

    #[test]
    fn a_reference_to_what_is_gone_goes_with_its_brackets() {
        let figure = Block::Figure(Figure { name: "here".into(), ..Figure::default() });
        let text = "Quatre groupes ([fig:gone]). Trois ([fig:here]) ou [fig:gone] ; deux ([fig:gone]) enfin.";
        let mut blocks = vec![Block::Paragraph(Phrase::parse(text)), figure];
        unrefer(&mut blocks);
        // One that is part of the sentence stays, as a bare word once numbered.
        assert_eq!(words(&blocks), "Quatre groupes. Trois (here) ou gone ; deux enfin.");
    }

    #[test]
    fn paper_has_no_link_to_what_opens_on_a_screen() {
        let fold = |is_printed, anchor: &str| Block::Fold {
            is_printed,
            anchor: anchor.to_owned(),
            summary: String::new(),
            blocks: Vec::new(),
        };
        let wide = r##"<a class="x" href="#reg" tabindex="0">1</a><a href="#book">2</a>"##.to_owned();
        let drawn = Drawn { wide, ..Drawn::default() };
        let mut document = Document {
            blocks: vec![
                Block::Paragraph(Phrase::parse("[1](#reg) [2](#book) [3](#fig-a)")),
                Block::Figure(Figure { name: "a".into(), drawings: vec![drawn], ..Figure::default() }),
                fold(false, "reg"),
                fold(true, "book"),
            ],
            ..Document::default()
        };
        on_paper(&mut document);
        assert_eq!(document.blocks.len(), 3);
        let Some(Block::Paragraph(phrase)) = document.blocks.first() else { panic!("a paragraph first") };
        let links = phrase.0.iter().filter(|piece| matches!(piece, Inline::Link { .. })).count();
        assert_eq!((links, phrase.words().as_str()), (2, "1 2 3"));
        let Some(Block::Figure(figure)) = document.blocks.get(1) else { panic!("then the figure") };
        let expected = r##"<a class="x" tabindex="0">1</a><a href="#book">2</a>"##;
        assert_eq!(figure.drawings[0].wide, expected);
    }
}
