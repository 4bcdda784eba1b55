//! Writes a checklist as a document: each item with its question, what is known, what is to be written.

use serde::Serialize;

use crate::domain::reporting::Checklist;
use crate::i18n::Catalog;
use crate::report::document::number::number;
use crate::report::document::{Block, Cell, Column, CountStrip, Document, Inline, Phrase, Row, Table};
use crate::report::findings::{ChecklistFacts, Findings};
use crate::report::section::checklist::known::known;
use crate::report::section::checklist::list::{Group, domains};
use crate::report::section::checklist::saying::Saying;
use crate::report::section::head;
use crate::report::section::voice::Voice;

/// Where the items of a checklist stand; together they are all of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ItemCounts {
    /// The study tells all that is asked.
    pub known: usize,
    /// The team wrote an answer.
    pub answered: usize,
    /// Still to be written, all or part.
    pub open: usize,
}

/// Writes a checklist in the language of the catalogue, and counts where its items stand.
pub fn checklist(
    findings: &Findings,
    facts: &ChecklistFacts,
    words: &Catalog,
    which: Checklist,
) -> (Document, ItemCounts) {
    let voice = Voice::new(findings, words);
    let saying = Saying { voice: &voice, facts };
    let mut counts = ItemCounts::default();
    let mut body = Vec::new();
    for domain in domains(which) {
        body.push(Block::Heading {
            level: 2,
            number: None,
            title: voice.plain(&key(which, domain.title)),
            anchor: domain.title.to_owned(),
        });
        body.extend(
            domain.groups.iter().map(|group| Block::Table(table(&saying, which, group, &mut counts))),
        );
    }
    let report = head::document(&voice);
    let mut document = Document {
        kicker: report.title.clone(),
        title: voice.plain(&key(which, "title")),
        subtitle: voice.plain(&key(which, "subtitle")),
        blocks: opening(&voice, which, counts),
        ..report
    };
    document.blocks.extend(body);
    number(&mut document, &words.plain("report-figure-reference"), &words.plain("report-table-reference"));
    (document, counts)
}

fn key(which: Checklist, name: &str) -> String {
    format!("checklist-{}-{name}", which.name())
}

fn opening(voice: &Voice<'_>, which: Checklist, counts: ItemCounts) -> Vec<Block> {
    let strip = |count: usize, name: &str| CountStrip {
        count: voice.format.count(count),
        text: voice.string(&format!("checklist-count-{name}"), &[("n", count.into())]),
    };
    vec![
        Block::Counts(vec![
            strip(counts.known, "known"),
            strip(counts.answered, "answered"),
            strip(counts.open, "open"),
        ]),
        Block::Paragraph(voice.phrase("checklist-lead", &[])),
        Block::Paragraph(voice.phrase("checklist-where", &[("name", which.name().into())])),
        Block::Contents,
        Block::Colophon(vec![voice.phrase(&key(which, "source"), &[])]),
    ]
}

fn table(saying: &Saying<'_>, which: Checklist, group: &Group, counts: &mut ItemCounts) -> Table {
    let voice = saying.voice;
    let (first, last) = (*group.items.start(), *group.items.end());
    let title = if group.title.is_empty() { String::new() } else { voice.plain(&key(which, group.title)) };
    let items = voice.string(
        "checklist-items",
        &[
            ("n", usize::from(last - first + 1).into()),
            ("first", first.to_string().into()),
            ("last", last.to_string().into()),
        ],
    );
    Table {
        name: format!("{}-{first}", which.name()),
        title: if title.is_empty() { items.clone() } else { title.clone() },
        unit: if title.is_empty() { String::new() } else { items },
        columns: vec![
            Column::text(voice.plain("checklist-column-number")).sharing(1),
            Column::text(voice.plain("checklist-column-item")).sharing(6),
            Column::text(voice.plain("checklist-column-answer")).sharing(9),
        ],
        rows: group.items.clone().map(|item| row(saying, which, item, counts)).collect(),
        ..Table::default()
    }
}

fn row(saying: &Saying<'_>, which: Checklist, item: u8, counts: &mut ItemCounts) -> Row {
    let voice = saying.voice;
    let name = key(which, &item.to_string());
    let asked = Phrase(vec![
        Inline::Strong(voice.plain(&name)),
        Inline::Break,
        Inline::Text(voice.plain(&format!("{name}.question"))),
    ]);
    let found = known(saying, which, item);
    let written = saying.facts.answers.get(&item);
    let mut lines: Vec<Phrase> = written.iter().map(|answer| Phrase::plain(voice.set(answer))).collect();
    lines.extend(found.said);
    match (written, found.is_whole) {
        (Some(_), _) => counts.answered += 1,
        (None, true) => counts.known += 1,
        (None, false) => {
            counts.open += 1;
            let key = if lines.is_empty() { "checklist-to-write" } else { "checklist-to-complete" };
            let text = voice.string(key, &[("item", item.to_string().into())]);
            lines.push(Phrase(vec![Inline::ToWrite(text)]));
        }
    }
    let answer = lines.into_iter().fold(Phrase::default(), |all, line| {
        if all.is_empty() { line } else { all.with(Inline::Break).and(line) }
    });
    Row {
        anchor: Some(name),
        ..Row::plain(vec![Cell::text(item.to_string()), Cell::Text(asked), Cell::Text(answer)])
    }
}
