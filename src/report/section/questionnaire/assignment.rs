//! Respondents near a profile, by event, small counts hidden; and what that does not say.

use crate::i18n::format::words::lowercase;
use crate::report::document::{Block, Boxed, Cell, Column, Note, NoteKind, Row, Table};
use crate::report::protected::{Crosstab, Survey};
use crate::report::section::questionnaire::served;
use crate::report::section::voice::Voice;

pub(super) fn table(voice: &Voice<'_>, survey: &Survey, crosstab: &Crosstab) -> Option<Table> {
    let profiles = voice.findings.typology.as_ref().map_or(0, |typology| typology.profiles.len());
    let shown = &crosstab.table;
    if shown.cells.is_empty() || profiles == 0 {
        return None;
    }
    let mut columns = vec![Column::text(voice.plain("report-column-event"))];
    columns.extend((0..profiles).map(|rank| {
        Column::number(voice.string("report-column-near", &[("profile", voice.profile_name(rank).into())]))
    }));
    columns.push(Column::number(voice.plain("report-column-undetermined")));
    columns.push(Column::number(voice.plain("report-all")));
    let mut rows: Vec<Row> = crosstab
        .facts
        .rows
        .iter()
        .zip(shown.cells.iter().zip(&shown.row_totals))
        .map(|(name, (cells, total))| {
            let mut line = vec![Cell::text(voice.set(name))];
            line.extend(cells.iter().map(|count| voice.published_cell(*count)));
            line.push(voice.published_cell(*total));
            Row::plain(line)
        })
        .collect();
    let mut last = vec![Cell::text(voice.plain("report-all"))];
    last.extend(shown.column_totals.iter().map(|count| voice.published_cell(*count)));
    last.push(voice.published_cell(shown.total));
    rows.push(Row::total(last));
    Some(Table {
        name: "assignment".to_owned(),
        title: voice.title("assignment", "report-assignment-title", &[]),
        unit: voice.plain("report-assignment-unit"),
        columns,
        rows,
        notes: notes(voice, survey, crosstab),
        ..Table::default()
    })
}

fn notes(voice: &Voice<'_>, survey: &Survey, crosstab: &Crosstab) -> Vec<Note> {
    let (assignment, shown) = (&crosstab.facts, &crosstab.table);
    let threshold = voice.findings.study.threshold;
    let (small, complement) = shown.hidden();
    // How many of them are small is for nobody to know.
    let hidden = small + complement;
    let mut said = vec![if hidden == 0 {
        voice.phrase("report-assignment-whole", &[("threshold", threshold.into())])
    } else {
        voice
            .phrase("report-assignment-hidden", &[("hidden", hidden.into()), ("threshold", threshold.into())])
    }];
    if !assignment.merged.is_empty() {
        let names: Vec<String> = assignment.merged.iter().map(|name| voice.set(name)).collect();
        said.push(voice.phrase("report-assignment-merged", &[("names", voice.format.joined(&names).into())]));
    }
    if assignment.margin > 0.0 {
        let margin = voice.format.decimal(assignment.margin, 1);
        said.push(voice.phrase("report-assignment-rule", &[("margin", margin.into())]));
    }
    if crosstab.is_association_hidden {
        said.push(voice.phrase("report-assignment-cramer-hidden", &[]));
    }
    if let Some(v) = assignment.cramers_v {
        let mut arguments =
            vec![("v", voice.format.decimal(v, 2).into()), ("n", voice.published(crosstab.cramers_n))];
        let drawn = assignment.cramers_interval;
        if let Some(drawn) = drawn {
            arguments.extend([
                ("low", voice.format.decimal(drawn.low, 2).into()),
                ("high", voice.format.decimal(drawn.high, 2).into()),
                ("level", voice.format.share(drawn.level, 0).into()),
                ("draws", drawn.draws.into()),
                ("seed", drawn.seed.to_string().into()),
            ]);
        }
        let key =
            if drawn.is_some() { "report-assignment-cramer-interval" } else { "report-assignment-cramer" };
        said.push(voice.phrase(key, &arguments));
    }
    let mut notes = vec![Note { kind: NoteKind::Note, text: Voice::joined(said) }];
    // The largest shown cell of the last row: seldom the easiest.
    let read = shown.cells.iter().zip(&assignment.rows).next_back().and_then(|(cells, name)| {
        let profiles = cells.len().checked_sub(1)?;
        let (rank, count) = cells
            .iter()
            .take(profiles)
            .enumerate()
            .filter_map(|(rank, cell)| cell.count().map(|count| (rank, count)))
            .max_by_key(|(rank, count)| (*count, std::cmp::Reverse(*rank)))?;
        Some((name, rank, count))
    });
    if let Some((name, rank, count)) = read {
        notes.push(voice.note(
            NoteKind::Reading,
            "report-assignment-reading",
            &[
                ("count", count.into()),
                ("event", voice.set(name).into()),
                ("profile", voice.profile_name(rank).into()),
                ("served", served(voice, survey).into()),
            ],
        ));
    }
    notes.push(voice.scope_respondents(survey.respondents));
    notes.push(voice.source_questionnaire());
    notes
}

/// The box beside the crosstab, not at the end of the report.
pub(super) fn limits(voice: &Voice<'_>, crosstab: &Crosstab) -> Option<Block> {
    let assignment = &crosstab.facts;
    let profiles = voice.findings.typology.as_ref().map_or(0, |typology| typology.profiles.len());
    let total = crosstab.table.total.count()?;
    let (largest, near) = (0..profiles)
        .filter_map(|rank| Some((rank, crosstab.near(rank).count()?)))
        .max_by_key(|(rank, near)| (*near, std::cmp::Reverse(*rank)))?;
    let share = format!(
        "{}{}",
        crate::i18n::format::number::share(near, total, 0, voice.format.language),
        percent_sign(voice)
    );
    let mut said = vec![voice.phrase(
        "report-box-share",
        &[("share", share.into()), ("profile", voice.profile_name(largest).into())],
    )];
    let sizes: Vec<usize> = (0..profiles).map(|rank| voice.members(rank).len()).collect();
    if let Some((least, most)) = sizes.iter().min().zip(sizes.iter().max()) {
        said.push(if least == most {
            voice.phrase("report-box-centres-equal", &[("least", (*least).into())])
        } else {
            voice.phrase("report-box-centres", &[("least", (*least).into()), ("most", (*most).into())])
        });
    }
    let bound = |share: f64| voice.format.share(share, 0);
    if let (Some((found, tried)), Some((low, high))) = (assignment.recovered, assignment.recovered_interval) {
        said.push(voice.phrase(
            "report-box-recovered",
            &[
                ("found", found.into()),
                ("tried", tried.into()),
                ("low", bound(low).into()),
                ("high", bound(high).into()),
            ],
        ));
    }
    if let Some((low, high)) = assignment.kept {
        said.push(
            voice.phrase("report-box-kept", &[("low", bound(low).into()), ("high", bound(high).into())]),
        );
    }
    if !assignment.served.is_empty() {
        let names: Vec<String> = assignment.served.iter().map(|name| lowercase(&voice.set(name))).collect();
        said.push(voice.phrase("report-box-served", &[("served", voice.format.joined(&names).into())]));
    }
    Some(Block::Box {
        kind: Boxed::Limits,
        title: voice.plain("report-box-title"),
        blocks: vec![Block::Paragraph(Voice::joined(said))],
    })
}

fn percent_sign(voice: &Voice<'_>) -> &'static str {
    match voice.format.language {
        crate::text::Language::Fr => "\u{202F}%",
        crate::text::Language::En => "%",
    }
}
