//! The codebook: six codes in the text, all of them in the annex.

use crate::i18n::format::words::lowercase;
use crate::report::document::{Block, Cell, Column, Inline, NoteKind, Phrase, Row, Table};
use crate::report::findings::CodeFacts;
use crate::report::section::voice::Voice;

const IN_TEXT: usize = 6;

/// The most typical codes of each profile, then the most present ones, in the order of the codebook.
pub(super) fn extract(voice: &Voice<'_>) -> Table {
    let codes = &voice.findings.codes;
    let mut chosen: Vec<usize> = Vec::new();
    let profiles = voice.findings.typology.as_ref().map_or(&[][..], |typology| &typology.profiles);
    for place in 0..2 {
        for profile in profiles {
            if let Some(typical) = profile.more.get(place)
                && !chosen.contains(&typical.code)
                && chosen.len() < IN_TEXT
            {
                chosen.push(typical.code);
            }
        }
    }
    let mut present: Vec<usize> = (0..codes.len()).collect();
    present
        .sort_by_key(|rank| codes.get(*rank).map(|code| std::cmp::Reverse((code.interviews, code.extracts))));
    for rank in present {
        if chosen.len() < IN_TEXT && !chosen.contains(&rank) {
            chosen.push(rank);
        }
    }
    chosen.sort_unstable();
    let shown: Vec<&CodeFacts> = chosen.iter().filter_map(|rank| codes.get(*rank)).collect();
    let mut notes = Vec::new();
    // The least present of them: not the easiest line to read.
    if let Some(code) = shown.iter().min_by_key(|code| (code.interviews, code.extracts)) {
        notes.push(voice.note(
            NoteKind::Reading,
            "report-codebook-reading",
            &[
                ("code", voice.set(&code.title).into()),
                ("interviews", code.interviews.into()),
                ("people", voice.people().len().into()),
                ("extracts", code.extracts.into()),
            ],
        ));
    }
    notes.push(voice.source_interviews());
    let is_whole = shown.len() == codes.len();
    let title = if is_whole { "report-codebook-full" } else { "report-codebook-title" };
    let unit = if is_whole { "report-codebook-whole" } else { "report-codebook-unit" };
    let has_profiles = if profiles.is_empty() { "no" } else { "yes" };
    Table {
        name: "codebook".to_owned(),
        title: voice.title("codebook", title, &[]),
        unit: voice.string(
            unit,
            &[("n", shown.len().into()), ("total", codes.len().into()), ("profiles", has_profiles.into())],
        ),
        columns: columns(voice),
        rows: shown.iter().map(|code| row(voice, code)).collect(),
        notes,
        ..Table::default()
    }
}

/// The whole codebook, one part a theme, folded.
pub(in crate::report::section) fn full(voice: &Voice<'_>) -> Vec<Block> {
    voice
        .findings
        .themes
        .iter()
        .enumerate()
        .filter_map(|(rank, theme)| {
            let rows: Vec<Row> = voice
                .findings
                .codes
                .iter()
                .filter(|code| code.theme == rank)
                .map(|code| row(voice, code))
                .collect();
            (!rows.is_empty()).then(|| Block::Fold {
                is_printed: true,
                anchor: format!("theme-{}", rank + 1),
                summary: voice.set(&theme.title),
                blocks: vec![Block::Table(Table { columns: columns(voice), rows, ..Table::default() })],
            })
        })
        .collect()
}

/// Tells whether some code has a place on an axis that is there: without one, the column is left out.
fn has_axes(voice: &Voice<'_>) -> bool {
    let axes = voice.findings.typology.as_ref().map_or(0, |typology| typology.axes.len());
    voice.findings.codes.iter().any(|code| code.polarity.is_some_and(|polarity| polarity.axis < axes))
}

fn columns(voice: &Voice<'_>) -> Vec<Column> {
    let mut columns = vec![
        Column::text(voice.plain("report-column-code")),
        Column::text(voice.plain("report-column-definition")),
    ];
    if has_axes(voice) {
        columns.push(Column::text(voice.plain("report-column-axis")));
    }
    columns.push(Column::number(voice.plain("report-column-interviews")));
    columns.push(Column::number(voice.plain("report-column-extracts")));
    columns
}

fn row(voice: &Voice<'_>, code: &CodeFacts) -> Row {
    let mut definition: Vec<Phrase> = Vec::new();
    if !code.definition.is_empty() {
        definition.push(Phrase::plain(set(voice, &code.definition)));
    }
    for (key, text) in [("report-code-include", &code.include), ("report-code-exclude", &code.exclude)] {
        if !text.is_empty() {
            let said = voice.string(key, &[("text", lowercase(&set(voice, text)).into())]);
            definition.push(Phrase(vec![Inline::Text(said)]));
        }
    }
    let mut cells = vec![
        Cell::text(voice.set(&code.title)),
        if definition.is_empty() { Cell::NotAvailable } else { Cell::Text(Voice::joined(definition)) },
    ];
    if has_axes(voice) {
        cells.push(axis(voice, code));
    }
    cells.push(voice.count_cell(code.interviews));
    cells.push(if code.extracts == 0 {
        Cell::Zero
    } else {
        voice.number_cell(code.extracts, Some(voice.register(code)))
    });
    Row::plain(cells)
}

fn axis(voice: &Voice<'_>, code: &CodeFacts) -> Cell {
    let axes = voice.findings.typology.as_ref().map_or(&[][..], |typology| &typology.axes);
    match code.polarity.and_then(|polarity| Some((axes.get(polarity.axis)?, polarity.is_positive))) {
        Some((axis, is_positive)) => {
            let sign = if is_positive { "+" } else { "\u{2212}" };
            Cell::Text(Phrase(vec![Inline::Text(format!(
                "{}\u{A0}{sign}",
                lowercase(&voice.set(&axis.title))
            ))]))
        }
        None => Cell::NotApplicable,
    }
}

/// Sets a text of the codebook; an id between backticks becomes the title of its code.
fn set(voice: &Voice<'_>, text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    for (place, part) in text.split('`').enumerate() {
        let code = (place % 2 == 1).then(|| voice.findings.codes.iter().find(|code| code.id == part));
        match code {
            Some(Some(code)) => written.push_str(&voice.format.quoted(&lowercase(&code.title))),
            _ => written.push_str(part),
        }
    }
    voice.set(&written)
}
