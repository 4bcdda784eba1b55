//! The methods as an annex, and the way from each figure and table to them.

use std::collections::BTreeSet;

use crate::i18n::Catalog;
use crate::report::document::number::{each_block, each_phrase};
use crate::report::document::{Block, Inline, Note, NoteKind, Phrase};
use crate::report::method::{Method, Part};
use crate::report::section::voice::Voice;
use crate::text::Language;

/// The number of cases that the part « À n = 12 » of a page speaks of.
const CASES_OF_THE_PART: usize = 12;

/// Writes the pages of the methods behind what is printed: question, assumptions, sources, and what
/// twelve cases do to it where the study has twelve.
pub(super) fn blocks(voice: &Voice<'_>, printed: &mut [Block]) -> Vec<Block> {
    let methods = behind(printed);
    if methods.is_empty() {
        return Vec::new();
    }
    let language = voice.language();
    let has_part = voice.people().len() == CASES_OF_THE_PART;
    let heading = Block::Heading {
        level: 3,
        number: None,
        title: voice.plain("report-annex-methods"),
        anchor: "methods".to_owned(),
    };
    let mut blocks = vec![heading, Block::Paragraph(voice.phrase("report-annex-methods-lead", &[]))];
    blocks.extend(methods.into_iter().map(|method| page(method, language, has_part)));
    blocks
}

/// Collects the methods that figures, tables and cards rest on, and those that a sentence leads to, in the
/// order of the annex.
fn behind(printed: &mut [Block]) -> BTreeSet<Method> {
    let mut methods = BTreeSet::new();
    each_block(printed, &mut |block| {
        methods.extend(match block {
            Block::Figure(figure) => Method::behind(&figure.name),
            Block::Table(table) => Method::behind(&table.name),
            Block::Card(_) => Method::behind("card"),
            _ => &[],
        });
    });
    each_phrase(printed, &mut |phrase| {
        methods.extend(phrase.0.iter().filter_map(|piece| match piece {
            Inline::Link { anchor, .. } => anchor.strip_prefix("method-").and_then(Method::named),
            _ => None,
        }));
    });
    methods
}

fn page(method: Method, language: Language, has_part: bool) -> Block {
    let mut blocks = Vec::new();
    for part in [Part::Question, Part::Assumptions, Part::Twelve, Part::Source] {
        if part == Part::Twelve && !has_part {
            continue;
        }
        let (heading, text) = method.section(part, language);
        if part != Part::Question {
            blocks.push(Block::Paragraph(Phrase(vec![Inline::Strong(heading.to_owned())])));
        }
        let is_list = text.starts_with("- ");
        if is_list {
            let points = text.lines().filter_map(|line| line.strip_prefix("- "));
            blocks.push(Block::List(points.map(said).collect()));
        } else {
            blocks.extend(text.split("\n\n").map(|paragraph| Block::Paragraph(said(paragraph))));
        }
    }
    Block::Fold {
        is_printed: false,
        anchor: method.anchor(),
        summary: method.title(language).to_owned(),
        blocks,
    }
}

/// Takes a text as it is, without the marks of code.
fn said(text: &str) -> Phrase {
    Phrase(vec![Inline::Text(text.replace('`', ""))])
}

/// Puts under each figure and table the way to its methods; `anchor` says where the page of a method is,
/// for the figure or table of this anchor.
pub fn lead_to_methods(blocks: &mut [Block], words: &Catalog, anchor: &dyn Fn(Method, &str) -> String) {
    let language = words.language();
    each_block(blocks, &mut |block| {
        let (name, own, notes) = match block {
            Block::Figure(figure) => (&figure.name, format!("fig-{}", figure.name), &mut figure.notes),
            Block::Table(table) => (&table.name, format!("tab-{}", table.name), &mut table.notes),
            _ => return,
        };
        let methods = Method::behind(name);
        if methods.is_empty() {
            return;
        }
        let mut pieces = Vec::new();
        for method in methods {
            if !pieces.is_empty() {
                pieces.push(Inline::Text(", ".to_owned()));
            }
            let text = method.title(language).to_owned();
            pieces.push(Inline::Link { text, anchor: anchor(*method, &own) });
        }
        notes.push(Note { kind: NoteKind::Method, text: Phrase(pieces) });
    });
}
