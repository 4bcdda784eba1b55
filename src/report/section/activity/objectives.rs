//! What the study set itself, beside what was found.

use crate::report::document::{Cell, Column, NoteKind, Row, Table};
use crate::report::findings::{Casework, Objective};
use crate::report::section::voice::Voice;

pub(super) fn table(voice: &Voice<'_>, casework: &Casework) -> Option<Table> {
    let rows: Vec<Row> = casework
        .objectives
        .iter()
        .flat_map(|objective| [rate(voice, casework, objective), days(voice, casework, objective)])
        .flatten()
        .collect();
    if rows.is_empty() {
        return None;
    }
    let mut sources: Vec<String> = casework.objectives.iter().map(|one| voice.set(&one.source)).collect();
    sources.sort();
    sources.dedup();
    Some(Table {
        name: "objectives".to_owned(),
        title: voice.title("objectives", "report-objectives-title", &[]),
        unit: voice.plain("report-objectives-unit"),
        columns: vec![
            Column::text(voice.plain("report-column-offer")),
            Column::text(voice.plain("report-column-indicator")),
            Column::number(voice.plain("report-column-objective")),
            Column::number(voice.plain("report-column-observed")),
            Column::number(voice.plain("report-column-difference")),
        ],
        rows,
        notes: vec![
            voice.note(
                NoteKind::Note,
                "report-objectives-note",
                &[("sources", voice.format.joined(&sources).into())],
            ),
            voice.scope_families(casework.families),
            voice.source_casework(),
        ],
        ..Table::default()
    })
}

fn named(voice: &Voice<'_>, casework: &Casework, objective: &Objective, key: &str) -> Vec<Cell> {
    let offer = casework.offers.get(objective.offer).map_or("", String::as_str);
    let mut indicator = voice.plain(key);
    if let Some(event) = &objective.event {
        indicator.push_str(&format!(" ({})", voice.set(event)));
    }
    vec![Cell::text(voice.set(offer)), Cell::text(indicator)]
}

/// The share of families, in per cent.
fn rate(voice: &Voice<'_>, casework: &Casework, objective: &Objective) -> Option<Row> {
    let wanted = objective.rate?;
    let row = match &objective.event {
        Some(event) => casework.rates.iter().find(|row| &row.title == event),
        None => casework.whole.as_ref(),
    };
    let found = row.and_then(|row| row.rates.get(objective.offer)).map(|rate| rate.share * 100.0);
    let mut cells = named(voice, casework, objective, "report-objectives-rate");
    cells.push(voice.decimal_cell(Some(wanted * 100.0), 1));
    cells.push(voice.decimal_cell(found, 1));
    cells.push(found.map_or(Cell::NotAvailable, |found| voice.signed_cell(found - wanted * 100.0, 1)));
    Some(Row::plain(cells))
}

/// The median duration, in days, open interventions counted.
fn days(voice: &Voice<'_>, casework: &Casework, objective: &Objective) -> Option<Row> {
    let wanted = f64::from(objective.days?);
    let curves = casework.durations.as_ref().map(|durations| durations.curves.as_slice()).unwrap_or_default();
    let found = curves.get(objective.offer).and_then(|curve| curve.median);
    let mut cells = named(voice, casework, objective, "report-objectives-days");
    cells.push(voice.decimal_cell(Some(wanted), 0));
    cells.push(voice.decimal_cell(found, 0));
    cells.push(found.map_or(Cell::NotAvailable, |found| voice.signed_cell(found - wanted, 0)));
    Some(Row::plain(cells))
}
