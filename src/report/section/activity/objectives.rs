//! What the study set itself, beside what was found.

use crate::report::document::{Cell, Column, NoteKind, Row, Table};
use crate::report::findings::Objective;
use crate::report::protected::{Activity, Level};
use crate::report::section::voice::Voice;

pub(super) fn table(voice: &Voice<'_>, activity: &Activity) -> Option<Table> {
    let rows: Vec<Row> = activity
        .objectives
        .iter()
        .flat_map(|objective| [rate(voice, activity, objective), days(voice, activity, objective)])
        .flatten()
        .collect();
    if rows.is_empty() {
        return None;
    }
    let mut sources: Vec<String> = activity.objectives.iter().map(|one| voice.set(&one.source)).collect();
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
            voice.scope_families(activity.families),
            voice.source_casework(),
        ],
        ..Table::default()
    })
}

fn named(voice: &Voice<'_>, activity: &Activity, objective: &Objective, key: &str) -> Vec<Cell> {
    let offer = activity.offers.get(objective.offer).map_or("", String::as_str);
    let mut indicator = voice.plain(key);
    if let Some(event) = &objective.event {
        indicator.push_str(&format!(" ({})", voice.set(event)));
    }
    vec![Cell::text(voice.set(offer)), Cell::text(indicator)]
}

/// The share of families, in per cent.
fn rate(voice: &Voice<'_>, activity: &Activity, objective: &Objective) -> Option<Row> {
    let wanted = objective.rate?;
    let row = match &objective.event {
        Some(event) => activity.rates.iter().find(|row| &row.title == event),
        None => activity.whole.as_ref(),
    };
    let found = match row.and_then(|row| row.rates.get(objective.offer)) {
        Some(Some(rate)) => Level::Told(rate.share * 100.0),
        Some(None) => Level::Hidden,
        None => Level::Absent,
    };
    let mut cells = named(voice, activity, objective, "report-objectives-rate");
    cells.push(voice.decimal_cell(Some(wanted * 100.0), 1));
    cells.extend(observed(voice, found, wanted * 100.0, 1));
    Some(Row::plain(cells))
}

/// The median duration, in days, open interventions counted.
fn days(voice: &Voice<'_>, activity: &Activity, objective: &Objective) -> Option<Row> {
    let wanted = f64::from(objective.days?);
    let curves = activity.durations.as_ref().map(|durations| durations.curves.as_slice()).unwrap_or_default();
    let found = curves.get(objective.offer).map_or(Level::Absent, |curve| curve.median);
    let mut cells = named(voice, activity, objective, "report-objectives-days");
    cells.push(voice.decimal_cell(Some(wanted), 0));
    cells.extend(observed(voice, found, wanted, 0));
    Some(Row::plain(cells))
}

/// What is observed, and its difference from what is wanted.
fn observed(voice: &Voice<'_>, found: Level, wanted: f64, decimals: u8) -> [Cell; 2] {
    let difference = match found {
        Level::Told(found) => voice.signed_cell(found - wanted, decimals),
        other => voice.level_cell(other, decimals),
    };
    [voice.level_cell(found, decimals), difference]
}
