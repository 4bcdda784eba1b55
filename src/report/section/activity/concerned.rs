//! Who the families are that took an offer, beside the other families of the file.

use crate::report::document::{Cell, Column, NoteKind, Row, Table};
use crate::report::protected::{Activity, Level, Variable};
use crate::report::section::voice::Voice;

pub(super) fn table(voice: &Voice<'_>, activity: &Activity) -> Option<Table> {
    if activity.concerned.is_empty() {
        return None;
    }
    let rows = activity.concerned.iter().flat_map(|variable| rows(voice, variable)).collect();
    Some(Table {
        name: "concerned".to_owned(),
        title: voice.title("concerned", "report-concerned-title", &[]),
        unit: voice.plain("report-concerned-unit"),
        columns: vec![
            Column::text(voice.plain("report-column-variable")),
            Column::text(voice.plain("report-column-modality")),
            Column::number(voice.plain("report-column-concerned")),
            Column::number("%".to_owned()),
            Column::number(voice.plain("report-column-others")),
            Column::number("%".to_owned()),
            Column::number(voice.plain("report-column-difference")),
        ],
        rows,
        notes: vec![
            voice.note(NoteKind::Note, "report-concerned-note", &[]),
            voice.scope_families(activity.families),
            voice.source_casework(),
        ],
        ..Table::default()
    })
}

fn rows(voice: &Voice<'_>, variable: &Variable) -> Vec<Row> {
    variable
        .modalities
        .iter()
        .filter(|line| line.counts.iter().any(|count| count.count() != Some(0)))
        .map(|line| {
            let mut cells = vec![Cell::text(voice.set(&variable.title)), Cell::text(voice.set(&line.name))];
            for (count, share) in line.counts.into_iter().zip(line.shares) {
                cells.push(voice.published_cell(count));
                cells.push(voice.level_cell(share, 1));
            }
            cells.push(match line.difference() {
                Level::Told(points) => voice.signed_cell(points, 1),
                other => voice.level_cell(other, 1),
            });
            Row::plain(cells)
        })
        .collect()
}
