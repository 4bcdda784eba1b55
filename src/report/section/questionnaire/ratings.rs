//! Satisfaction, perceived effect: items that belong to no scale.

use crate::report::document::{Cell, Column, NoteKind, Row, Table};
use crate::report::protected::Survey;
use crate::report::section::questionnaire::not_asked;
use crate::report::section::voice::Voice;

pub(super) fn table(voice: &Voice<'_>, survey: &Survey) -> Option<Table> {
    let answered: Vec<_> = survey.ratings.iter().filter(|rating| rating.n.count() != Some(0)).collect();
    if answered.is_empty() {
        return None;
    }
    let rows = answered
        .iter()
        .map(|rating| {
            let (low, high) = rating.range;
            let range = format!("{}–{}", voice.format.decimal(low, 0), voice.format.decimal(high, 0));
            let [first, median, third] = rating.quartiles;
            Row::plain(vec![
                Cell::text(voice.set(&rating.title)),
                Cell::text(range),
                voice.published_cell(rating.n),
                voice.level_cell(first, 0),
                voice.level_cell(median, 0),
                voice.level_cell(third, 0),
                voice.level_cell(rating.mean, 1),
                voice.level_cell(rating.favourable, 0),
            ])
        })
        .collect();
    let titled = answered.iter().map(|one| (voice.set(&one.title), one.not_asked));
    let mut notes = vec![
        voice.note(NoteKind::Note, "report-ratings-note", &[]),
        voice.scope_respondents(survey.respondents),
    ];
    notes.extend(not_asked::note(voice, titled));
    notes.push(voice.source_questionnaire());
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
        notes,
        ..Table::default()
    })
}
