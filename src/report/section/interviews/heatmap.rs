//! What is said by whom: codes by interviews, intensity as shade, extracts as number.

use crate::i18n::format::words::{capitalised, lowercase};
use crate::plot::{self, HeatMap, RowGroup};
use crate::report::document::{Cell, Column, Drawn, Figure, NoteKind, Row, Table};
use crate::report::findings::{CodeFacts, Polarity};
use crate::report::section::voice::Voice;

pub(super) fn figure(voice: &Voice<'_>) -> Figure {
    let name = "heatmap";
    let title = voice.title(name, "report-heatmap-title", &[]);
    let has_profiles = voice.people().iter().any(|person| person.profile.is_some());
    let profiles = if has_profiles { "yes" } else { "no" };
    let mut notes = vec![voice.note(NoteKind::Note, "report-heatmap-note", &[("profiles", profiles.into())])];
    notes.extend(reading(voice));
    notes.push(voice.scope_people());
    notes.push(voice.source_interviews());
    Figure {
        name: name.to_owned(),
        unit: voice.plain("report-heatmap-unit"),
        drawings: vec![Drawn::of(&chart(voice, &title))],
        paper_mm: 150,
        notes,
        table: Some(table(voice)),
        title,
        ..Figure::default()
    }
}

/// Reads the fullest cell of a code that is not everywhere.
fn reading(voice: &Voice<'_>) -> Option<crate::report::document::Note> {
    let people = voice.people().len();
    let (code, person, cell) = voice
        .findings
        .codes
        .iter()
        .filter(|code| code.interviews < people)
        .flat_map(|code| code.cells.iter().enumerate().map(move |(person, cell)| (code, person, cell)))
        .filter(|(_, _, cell)| cell.extracts > 0)
        .max_by_key(|(code, person, cell)| {
            // Ties go to the rarer code, then to the later person: the same one at each build.
            (cell.extracts, cell.intensity, std::cmp::Reverse(code.extracts), *person)
        })?;
    Some(voice.note(
        NoteKind::Reading,
        "report-heatmap-reading",
        &[
            ("person", voice.person_id(person).into()),
            ("code", voice.set(&code.title).into()),
            ("count", cell.extracts.into()),
            ("intensity", i64::from(cell.intensity).into()),
            ("interviews", code.interviews.into()),
            ("people", people.into()),
            ("extracts", code.extracts.into()),
        ],
    ))
}

fn chart(voice: &Voice<'_>, title: &str) -> HeatMap {
    let findings = voice.findings;
    let most = findings.codes.iter().max_by_key(|code| (code.interviews, code.extracts));
    let desc = most.map_or_else(String::new, |code| {
        voice.string(
            "report-heatmap-desc",
            &[
                ("codes", findings.codes.len().into()),
                ("people", findings.people.len().into()),
                ("code", voice.set(&code.title).into()),
                ("interviews", code.interviews.into()),
                ("extracts", code.extracts.into()),
            ],
        )
    });
    let rows = findings
        .themes
        .iter()
        .enumerate()
        .map(|(rank, theme)| RowGroup {
            name: voice.set(&theme.title),
            rows: findings
                .codes
                .iter()
                .filter(|code| code.theme == rank)
                .map(|code| row(voice, code))
                .collect(),
        })
        .filter(|group| !group.rows.is_empty())
        .collect();
    HeatMap {
        alternative: voice.alternative(title, desc),
        columns: voice.person_columns(),
        rows,
        margins: vec![voice.plain("report-column-interviews"), voice.plain("report-column-extracts")],
        shade_title: voice.plain("report-heatmap-shade"),
        shades: [
            voice.plain("report-shade-absent"),
            voice.plain("report-shade-1"),
            voice.plain("report-shade-2"),
            voice.plain("report-shade-3"),
        ],
        key: key(voice),
    }
}

fn row(voice: &Voice<'_>, code: &CodeFacts) -> plot::Row {
    let cells = code
        .cells
        .iter()
        .enumerate()
        .map(|(person, cell)| {
            if cell.extracts == 0 {
                return plot::Cell::default();
            }
            plot::Cell {
                shade: cell.intensity,
                text: voice.format.count(cell.extracts),
                hint: Some(voice.string(
                    "report-heatmap-cell",
                    &[
                        ("person", voice.person_id(person).into()),
                        ("code", voice.set(&code.title).into()),
                        ("count", cell.extracts.into()),
                        ("intensity", i64::from(cell.intensity).into()),
                    ],
                )),
                link: Some(format!("#{}", voice.register(code))),
            }
        })
        .collect();
    plot::Row {
        label: voice.set(&code.title),
        sign: code.polarity.map_or_else(String::new, |polarity| sign(voice, polarity)),
        cells,
        margins: vec![voice.format.count(code.interviews), voice.format.count(code.extracts)],
        link: Some(format!("#{}", voice.register(code))),
    }
}

/// « ▲C »: adds to the axis whose title begins with C.
fn sign(voice: &Voice<'_>, polarity: Polarity) -> String {
    let arrow = if polarity.is_positive { '▲' } else { '▼' };
    format!("{arrow}{}", letter(voice, polarity.axis))
}

fn letter(voice: &Voice<'_>, axis: usize) -> String {
    let title = voice.findings.typology.as_ref().and_then(|typology| typology.axes.get(axis));
    title.map_or_else(|| (axis + 1).to_string(), |axis| capitalised(&axis.title).chars().take(1).collect())
}

fn key(voice: &Voice<'_>) -> Vec<String> {
    let axes = voice.findings.typology.as_ref().map_or(&[][..], |typology| &typology.axes);
    let [first, second, ..] = axes else { return Vec::new() };
    vec![voice.string(
        "report-heatmap-key",
        &[
            ("first", lowercase(&voice.set(&first.title)).into()),
            ("second", lowercase(&voice.set(&second.title)).into()),
            ("firstletter", letter(voice, 0).into()),
            ("secondletter", letter(voice, 1).into()),
        ],
    )]
}

fn table(voice: &Voice<'_>) -> Table {
    let mut columns = vec![Column::text(voice.plain("report-column-code"))];
    columns.extend(voice.people().iter().map(|person| Column::number(person.id.as_str())));
    columns.push(Column::number(voice.plain("report-column-interviews")));
    columns.push(Column::number(voice.plain("report-column-extracts")));
    let rows = voice
        .findings
        .codes
        .iter()
        .map(|code| {
            let mut cells = vec![Cell::text(voice.set(&code.title))];
            cells.extend(code.cells.iter().map(|cell| voice.count_cell(cell.extracts)));
            cells.push(voice.count_cell(code.interviews));
            cells.push(if code.extracts == 0 {
                Cell::Zero
            } else {
                voice.number_cell(code.extracts, Some(voice.register(code)))
            });
            Row::plain(cells)
        })
        .collect();
    Table { columns, rows, ..Table::default() }
}
