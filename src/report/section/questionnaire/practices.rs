//! Who changed, both ways: practices before and after, stated on the same day.

use crate::analysis::disclosure::protect_list;
use crate::plot::{TransitionRow, Transitions};
use crate::report::document::{Cell, Column, Drawn, Figure, Note, NoteKind, Row, Table};
use crate::report::findings::{Practice, Questionnaire};
use crate::report::section::voice::Voice;

pub(super) fn figure(voice: &Voice<'_>, questionnaire: &Questionnaire) -> Option<Figure> {
    let practices = &questionnaire.practices;
    let (largest, net) = practices
        .iter()
        .filter_map(|practice| net(practice).map(|net| (practice, net)))
        .max_by(|(_, one), (_, other)| one.abs().total_cmp(&other.abs()))?;
    let name = "practices";
    let title = voice.title(name, "report-practices-title", &[]);
    let written = voice.format.signed(net, 1);
    let desc = voice.string(
        "report-practices-desc",
        &[("practice", voice.set(&largest.title).into()), ("net", written.as_str().into())],
    );
    let chart = chart(voice, practices, &title, desc);
    Some(Figure {
        name: name.to_owned(),
        title,
        unit: voice.plain("report-practices-unit"),
        drawings: vec![Drawn::of(&chart)],
        paper_mm: 158,
        notes: notes(voice, questionnaire, largest, &written),
        table: Some(table(voice, practices)),
        ..Figure::default()
    })
}

fn counts(practice: &Practice) -> [u64; 4] {
    [practice.both, practice.stopped, practice.started, practice.neither]
}

/// Those who start less those who stop, in points of all.
#[allow(clippy::cast_precision_loss, reason = "counts of respondents stay far under 2^53")]
fn net(practice: &Practice) -> Option<f64> {
    let total: u64 = counts(practice).iter().sum();
    (total > 0).then(|| 100.0 * (practice.started as f64 - practice.stopped as f64) / total as f64)
}

#[allow(clippy::cast_precision_loss, reason = "counts of respondents stay far under 2^53")]
fn chart(voice: &Voice<'_>, practices: &[Practice], title: &str, desc: String) -> Transitions {
    Transitions {
        alternative: voice.alternative(title, desc),
        rows: practices
            .iter()
            .map(|practice| {
                let shown = protect_list(&counts(practice), voice.findings.study.threshold);
                let text = |place: usize| {
                    shown.get(place).and_then(|cell| cell.count()).map_or_else(
                        || voice.plain("report-sign-suppressed"),
                        |count| voice.format.count(usize::try_from(count).unwrap_or(usize::MAX)),
                    )
                };
                TransitionRow {
                    label: voice.set(&practice.title),
                    counts: counts(practice).map(|count| count as f64),
                    texts: [text(0), text(1), text(2), text(3)],
                    net: net(practice).map_or_else(String::new, |net| voice.format.signed(net, 1)),
                }
            })
            .collect(),
        keys: [
            voice.plain("report-practices-both"),
            voice.plain("report-practices-stopped"),
            voice.plain("report-practices-started"),
            voice.plain("report-practices-neither"),
        ],
        net_head: voice.plain("report-practices-net"),
        axis: voice.axis(&voice.plain("report-practices-axis"), 0.0, 100.0, 5, 0),
    }
}

fn notes(voice: &Voice<'_>, questionnaire: &Questionnaire, largest: &Practice, net: &str) -> Vec<Note> {
    let values: Vec<String> = questionnaire
        .practices
        .iter()
        .filter_map(|practice| {
            Some(format!("{} {}", voice.set(&practice.title), voice.format.p_value(practice.p?)))
        })
        .collect();
    vec![
        voice.note(
            NoteKind::Note,
            "report-practices-note",
            &[("tests", values.len().into()), ("values", values.join(", ").into())],
        ),
        voice.note(
            NoteKind::Reading,
            "report-practices-reading",
            &[
                ("practice", voice.set(&largest.title).into()),
                ("started", largest.started.into()),
                ("stopped", largest.stopped.into()),
                ("net", net.into()),
            ],
        ),
        voice.scope_respondents(questionnaire.respondents),
        voice.source_questionnaire(),
    ]
}

fn table(voice: &Voice<'_>, practices: &[Practice]) -> Table {
    Table {
        columns: vec![
            Column::text(voice.plain("report-column-practice")),
            Column::number(voice.plain("report-practices-both")),
            Column::number(voice.plain("report-practices-stopped")),
            Column::number(voice.plain("report-practices-started")),
            Column::number(voice.plain("report-practices-neither")),
            Column::number(voice.plain("report-practices-net")),
            Column::number(voice.plain("report-column-p")),
        ],
        rows: practices
            .iter()
            .map(|practice| {
                let mut cells = vec![Cell::text(voice.set(&practice.title))];
                cells.extend(
                    protect_list(&counts(practice), voice.findings.study.threshold)
                        .into_iter()
                        .map(|cell| cell.count().map_or(Cell::Suppressed, |count| voice.big_cell(count))),
                );
                cells.push(net(practice).map_or(Cell::NotAvailable, |net| voice.signed_cell(net, 1)));
                cells.push(match practice.p {
                    Some(p) => Cell::Number { text: voice.format.p_value(p), value: p, anchor: None },
                    None => Cell::NotAvailable,
                });
                Row::plain(cells)
            })
            .collect(),
        ..Table::default()
    }
}
