//! Which codes hold: agreement of the coders, code by code.

use crate::plot::{Dot, DotGroup, DotRow, Dots, Guide, Mark, SeriesKey};
use crate::report::document::{Cell, Column, Drawn, Figure, Note, NoteKind, Row, Table};
use crate::report::findings::{Agreement, CodeFacts};
use crate::report::section::voice::Voice;

/// Customary thresholds of Krippendorff (2004): tentative, firm.
const TENTATIVE: f64 = 0.667;
const FIRM: f64 = 0.80;

pub(super) fn figure(voice: &Voice<'_>) -> Option<Figure> {
    let mut codes: Vec<(&CodeFacts, &Agreement)> = voice
        .findings
        .codes
        .iter()
        .filter_map(|code| code.agreement.as_ref().map(|agreement| (code, agreement)))
        .collect();
    // By theme, then α; a code without one stands last in its theme.
    codes.sort_by(|(one, first), (other, second)| {
        let alpha = |agreement: &Agreement| agreement.alpha.unwrap_or(f64::NEG_INFINITY);
        one.theme.cmp(&other.theme).then(alpha(second).total_cmp(&alpha(first)))
    });
    if codes.iter().all(|(_, agreement)| agreement.alpha.is_none()) {
        return None;
    }
    let name = "agreement";
    let title = voice.title(name, "report-agreement-title", &[]);
    let chart = chart(voice, &title, &codes);
    Some(Figure {
        name: name.to_owned(),
        title,
        unit: voice.plain("report-agreement-unit"),
        drawings: vec![Drawn::of(&chart)],
        paper_mm: 132,
        notes: notes(voice, &codes),
        table: Some(table(voice, &codes)),
        ..Figure::default()
    })
}

fn weakest<'c>(codes: &[(&'c CodeFacts, &'c Agreement)]) -> Option<(f64, &'c CodeFacts, &'c Agreement)> {
    codes
        .iter()
        .filter_map(|(code, agreement)| agreement.alpha.map(|alpha| (alpha, *code, *agreement)))
        .min_by(|(one, ..), (other, ..)| one.total_cmp(other))
}

fn chart(voice: &Voice<'_>, title: &str, codes: &[(&CodeFacts, &Agreement)]) -> Dots {
    let strongest = codes
        .iter()
        .filter_map(|(code, agreement)| agreement.alpha.map(|alpha| (alpha, *code)))
        .max_by(|(one, _), (other, _)| one.total_cmp(other));
    let desc = weakest(codes).zip(strongest).map_or_else(String::new, |((low, weak, _), (high, strong))| {
        voice.string(
            "report-agreement-desc",
            &[
                ("low", voice.set(&weak.title).into()),
                ("lowalpha", voice.format.decimal(low, 2).into()),
                ("high", voice.set(&strong.title).into()),
                ("highalpha", voice.format.decimal(high, 2).into()),
            ],
        )
    });
    let lowest = codes
        .iter()
        .flat_map(|(_, agreement)| [agreement.alpha, agreement.interval.map(|(low, _)| low)])
        .flatten()
        .fold(0.4, f64::min);
    let groups = voice
        .findings
        .themes
        .iter()
        .enumerate()
        .map(|(rank, theme)| DotGroup {
            name: voice.set(&theme.title),
            rows: codes
                .iter()
                .filter(|(code, _)| code.theme == rank)
                .map(|(code, agreement)| DotRow {
                    label: voice.set(&code.title),
                    base: String::new(),
                    dots: vec![Dot {
                        mark: if agreement.alpha.is_some_and(|alpha| alpha >= FIRM) {
                            Mark::Disc
                        } else {
                            Mark::Hollow
                        },
                        at: agreement.alpha,
                        interval: agreement.interval,
                        values: vec![voice.format.maybe(agreement.alpha, 2)],
                    }],
                    link: Some(format!("#{}", voice.register(code))),
                })
                .collect(),
        })
        .filter(|group| !group.rows.is_empty())
        .collect();
    Dots {
        alternative: voice.alternative(title, desc),
        axis: voice.axis(&voice.plain("report-agreement-axis"), (lowest * 5.0).floor() / 5.0, 1.0, 4, 1),
        groups,
        guides: vec![
            Guide { at: TENTATIVE, label: voice.format.decimal(TENTATIVE, 3) },
            Guide { at: FIRM, label: voice.format.decimal(FIRM, 2) },
        ],
        columns: vec![voice.plain("report-column-alpha")],
        series: vec![
            SeriesKey { mark: Mark::Disc, name: voice.plain("report-agreement-firm") },
            SeriesKey { mark: Mark::Hollow, name: voice.plain("report-agreement-weak") },
        ],
    }
}

fn notes(voice: &Voice<'_>, codes: &[(&CodeFacts, &Agreement)]) -> Vec<Note> {
    let firm = codes.iter().filter(|(_, one)| one.alpha.is_some_and(|alpha| alpha >= FIRM)).count();
    let low = codes.iter().filter(|(_, one)| one.interval.is_some_and(|(low, _)| low < TENTATIVE)).count();
    let mut notes = vec![voice.note(
        NoteKind::Note,
        "report-agreement-note",
        &[("firm", firm.into()), ("total", codes.len().into()), ("low", low.into())],
    )];
    if let Some((alpha, code, Agreement { interval: Some((low, high)), .. })) = weakest(codes) {
        notes.push(voice.note(
            NoteKind::Reading,
            "report-agreement-reading",
            &[
                ("code", voice.set(&code.title).into()),
                ("alpha", voice.format.decimal(alpha, 2).into()),
                ("lower", voice.format.decimal(*low, 2).into()),
                ("upper", voice.format.decimal(*high, 2).into()),
            ],
        ));
    }
    notes.push(voice.note(
        NoteKind::Scope,
        "report-agreement-scope",
        &[
            ("turns", voice.findings.study.turns.into()),
            ("codes", codes.len().into()),
            ("coders", voice.coders().into()),
        ],
    ));
    notes.push(voice.source_interviews());
    notes
}

fn table(voice: &Voice<'_>, codes: &[(&CodeFacts, &Agreement)]) -> Table {
    let coders = codes.iter().map(|(_, agreement)| agreement.alone.len()).max().unwrap_or(0);
    let mut columns = vec![
        Column::text(voice.plain("report-column-code")),
        Column::number(voice.plain("report-column-alpha")),
        Column::number(voice.plain("report-column-lower")),
        Column::number(voice.plain("report-column-upper")),
        Column::number(voice.string("report-column-both", &[("n", coders.into())])),
    ];
    columns.extend(
        (1..=coders).map(|n| Column::number(voice.string("report-column-alone", &[("n", n.into())]))),
    );
    let rows = codes
        .iter()
        .map(|(code, agreement)| {
            let mut cells = vec![
                Cell::text(voice.set(&code.title)),
                voice.decimal_cell(agreement.alpha, 2),
                voice.decimal_cell(agreement.interval.map(|(low, _)| low), 2),
                voice.decimal_cell(agreement.interval.map(|(_, high)| high), 2),
                voice.count_cell(agreement.both),
            ];
            cells.extend((0..coders).map(|coder| {
                agreement.alone.get(coder).map_or(Cell::NotAvailable, |count| voice.count_cell(*count))
            }));
            Row::plain(cells)
        })
        .collect();
    Table { columns, rows, ..Table::default() }
}
