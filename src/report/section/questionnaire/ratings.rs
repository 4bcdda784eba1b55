//! Satisfaction, perceived effect: items that belong to no scale.

use crate::report::document::{Cell, Column, NoteKind, Row, Table};
use crate::report::findings::Questionnaire;
use crate::report::section::voice::Voice;

pub(super) fn table(voice: &Voice<'_>, questionnaire: &Questionnaire) -> Option<Table> {
    let answered: Vec<_> = questionnaire.ratings.iter().filter(|rating| rating.n > 0).collect();
    if answered.is_empty() {
        return None;
    }
    let rows = answered
        .iter()
        .map(|rating| {
            let (low, high) = rating.range;
            let range = format!("{}–{}", voice.format.decimal(low, 0), voice.format.decimal(high, 0));
            let quartile = |pick: fn(&(f64, f64, f64)) -> f64| rating.quartiles.as_ref().map(pick);
            Row::plain(vec![
                Cell::text(voice.set(&rating.title)),
                Cell::text(range),
                voice.big_cell(rating.n),
                voice.decimal_cell(quartile(|at| at.0), 0),
                voice.decimal_cell(quartile(|at| at.1), 0),
                voice.decimal_cell(quartile(|at| at.2), 0),
                voice.decimal_cell(rating.mean, 1),
                favourable(voice, rating.favourable, rating.n),
            ])
        })
        .collect();
    Some(Table {
        name: "ratings".to_owned(),
        title: voice.title("ratings", "report-ratings-title", &[]),
        unit: voice.plain("report-ratings-unit"),
        columns: vec![
            Column::text(voice.plain("report-column-item")),
            Column::text(voice.plain("report-column-range")),
            Column::number(voice.plain("report-column-n")),
            Column::number(voice.plain("report-column-first-quartile")),
            Column::number(voice.plain("report-column-median-value")),
            Column::number(voice.plain("report-column-third-quartile")),
            Column::number(voice.plain("report-column-mean")),
            Column::number(voice.plain("report-column-favourable-share")),
        ],
        rows,
        notes: vec![
            voice.note(NoteKind::Note, "report-ratings-note", &[]),
            voice.scope_respondents(questionnaire.respondents),
            voice.source_questionnaire(),
        ],
        ..Table::default()
    })
}

#[allow(clippy::cast_precision_loss, reason = "counts of respondents stay far under 2^53")]
fn favourable(voice: &Voice<'_>, count: u64, n: u64) -> Cell {
    if count < voice.findings.study.threshold {
        Cell::Suppressed
    } else {
        voice.decimal_cell(Some(100.0 * count as f64 / n as f64), 0)
    }
}
