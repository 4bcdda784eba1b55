//! Who the families are that took an offer, beside the other families of the file.

use crate::analysis::disclosure::protect;
use crate::report::document::{Cell, Column, NoteKind, Row, Table};
use crate::report::findings::{Casework, SampleVariable};
use crate::report::section::voice::Voice;

pub(super) fn table(voice: &Voice<'_>, casework: &Casework) -> Option<Table> {
    if casework.concerned.is_empty() {
        return None;
    }
    let rows = casework.concerned.iter().flat_map(|variable| rows(voice, variable)).collect();
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
            voice.scope_families(casework.families),
            voice.source_casework(),
        ],
        ..Table::default()
    })
}

#[allow(clippy::cast_precision_loss, reason = "counts of families stay far under 2^53")]
fn rows(voice: &Voice<'_>, variable: &SampleVariable) -> Vec<Row> {
    let counts: Vec<Vec<u64>> =
        variable.modalities.iter().map(|(_, concerned, others)| vec![*concerned, *others]).collect();
    let total = |column: usize| counts.iter().map(|row| row[column]).sum::<u64>() as f64;
    let totals = [total(0), total(1)];
    let shown = protect(&counts, voice.findings.study.threshold);
    variable
        .modalities
        .iter()
        .enumerate()
        .filter(|(_, (_, concerned, others))| concerned + others > 0)
        .map(|(at, (name, concerned, others))| {
            let share = |count: u64, column: usize| 100.0 * count as f64 / totals[column];
            let mut cells = vec![Cell::text(voice.set(&variable.title)), Cell::text(voice.set(name))];
            let hidden = shown.cells[at].iter().any(|cell| cell.count().is_none());
            for (column, count) in [(0, *concerned), (1, *others)] {
                if shown.cells[at][column].count().is_none() {
                    cells.extend([Cell::Suppressed, Cell::Suppressed]);
                } else {
                    cells.extend([voice.big_cell(count), voice.decimal_cell(Some(share(count, column)), 1)]);
                }
            }
            cells.push(if hidden {
                Cell::Suppressed
            } else {
                voice.signed_cell(share(*concerned, 0) - share(*others, 1), 1)
            });
            Row::plain(cells)
        })
        .collect()
}
