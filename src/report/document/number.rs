//! Numbers figures and tables in their order and turns references into links.

use std::collections::BTreeMap;

use crate::report::document::block::{Block, Document};
use crate::report::document::phrase::{Inline, Phrase, ReferenceKind};
use crate::report::document::table::{Cell, Note, Table};

type Numbers = BTreeMap<(ReferenceKind, String), usize>;

/// Numbers every figure and table of a document, each kind from 1, then writes every reference as
/// a link, « figure 6 ». `figure` and `table` are the words before the number.
///
/// A reference to nothing becomes its bare word: a test of each edition looks for one.
pub fn number(document: &mut Document, figure: &str, table: &str) {
    let mut numbers = Numbers::new();
    let mut last = (0, 0);
    each_block(&mut document.blocks, &mut |block| match block {
        Block::Figure(drawn) => {
            last.0 += 1;
            drawn.number = last.0;
            numbers.insert((ReferenceKind::Figure, drawn.name.clone()), last.0);
        }
        Block::Table(set) => {
            last.1 += 1;
            set.number = last.1;
            numbers.insert((ReferenceKind::Table, set.name.clone()), last.1);
        }
        _ => {}
    });
    each_phrase(&mut document.blocks, &mut |phrase| {
        for piece in &mut phrase.0 {
            if let Inline::Reference { kind, name } = piece {
                let (word, prefix) = match kind {
                    ReferenceKind::Figure => (figure, "fig-"),
                    ReferenceKind::Table => (table, "tab-"),
                };
                *piece = match numbers.get(&(*kind, name.clone())) {
                    Some(found) => Inline::Link {
                        text: format!("{word}\u{A0}{found}"),
                        anchor: format!("{prefix}{name}"),
                    },
                    None => Inline::Text(word.to_owned()),
                };
            }
        }
    });
}

/// Visits every block, those inside boxes and folds too.
pub fn each_block(blocks: &mut [Block], visit: &mut dyn FnMut(&mut Block)) {
    for block in blocks {
        visit(block);
        if let Block::Box { blocks, .. } | Block::Fold { blocks, .. } = block {
            each_block(blocks, visit);
        }
    }
}

/// Visits every phrase of every block.
pub fn each_phrase(blocks: &mut [Block], visit: &mut dyn FnMut(&mut Phrase)) {
    each_block(blocks, &mut |block| match block {
        Block::Paragraph(phrase) | Block::Turn { text: phrase, .. } => visit(phrase),
        Block::List(phrases) | Block::Colophon(phrases) => phrases.iter_mut().for_each(&mut *visit),
        Block::Table(table) => in_table(table, visit),
        Block::Figure(figure) => {
            in_notes(&mut figure.notes, visit);
            if let Some(table) = &mut figure.table {
                in_table(table, visit);
            }
        }
        Block::Quote(quote) => visit(&mut quote.attribution),
        Block::Card(card) => {
            visit(&mut card.members);
            visit(&mut card.portrait);
            card.facts.iter_mut().for_each(|(_, phrase)| visit(phrase));
            card.quotes.iter_mut().for_each(|quote| visit(&mut quote.attribution));
        }
        Block::Heading { .. }
        | Block::Counts(_)
        | Block::Contents
        | Block::Box { .. }
        | Block::Fold { .. } => {}
    });
}

fn in_table(table: &mut Table, visit: &mut dyn FnMut(&mut Phrase)) {
    for cell in table.rows.iter_mut().flat_map(|row| row.cells.iter_mut()) {
        if let Cell::Text(phrase) = cell {
            visit(phrase);
        }
    }
    in_notes(&mut table.notes, visit);
}

fn in_notes(notes: &mut [Note], visit: &mut dyn FnMut(&mut Phrase)) {
    notes.iter_mut().for_each(|note| visit(&mut note.text));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::document::figure::Figure;

    #[test]
    fn a_reference_before_its_figure_gets_the_number() {
        let mut document = Document {
            blocks: vec![
                Block::Paragraph(Phrase::parse("([fig:b], [tab:none])")),
                Block::Figure(Figure { name: "a".into(), ..Figure::default() }),
                Block::Figure(Figure { name: "b".into(), ..Figure::default() }),
            ],
            ..Document::default()
        };
        number(&mut document, "figure", "tableau");
        let Some(Block::Paragraph(phrase)) = document.blocks.first() else {
            panic!("the paragraph stays first")
        };
        assert_eq!(phrase.words(), "(figure\u{A0}2, tableau)");
        assert_eq!(
            phrase.0.get(1),
            Some(&Inline::Link { text: "figure\u{A0}2".into(), anchor: "fig-b".into() })
        );
    }
}
