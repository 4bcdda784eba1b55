//! Scores as they are beside scores brought to the margins of the population.

use crate::report::document::{Block, Cell, Column, Note, NoteKind, Row, Table};
use crate::report::protected::{Level, Means, Survey, Weighted};
use crate::report::section::voice::Voice;

pub(super) fn blocks(voice: &Voice<'_>, survey: &Survey) -> Vec<Block> {
    let Some(weighted) = &survey.weighted else { return Vec::new() };
    if let Some(reason) = &weighted.refused {
        let arguments = [("base", weighted.base.as_str().into()), ("reason", reason.as_str().into())];
        return vec![Block::Paragraph(voice.phrase("report-weighted-refused", &arguments))];
    }
    table(voice, survey, weighted).map(Block::Table).into_iter().collect()
}

fn table(voice: &Voice<'_>, survey: &Survey, weighted: &Weighted) -> Option<Table> {
    let mut rows = Vec::new();
    for scale in &weighted.scales {
        let title = voice.set(&scale.title);
        rows.extend(scale.all.as_ref().map(|means| row(voice, &title, voice.plain("report-all"), means)));
        for (rank, means) in scale.near.iter().enumerate() {
            let group = voice.string("report-column-near", &[("profile", voice.profile_name(rank).into())]);
            rows.extend(means.as_ref().map(|means| row(voice, &title, group, means)));
        }
    }
    (!rows.is_empty()).then(|| Table {
        name: "weighted".to_owned(),
        title: voice.title("weighted", "report-weighted-title", &[]),
        unit: voice.plain("report-weighted-unit"),
        columns: vec![
            Column::text(voice.plain("report-column-scale")),
            Column::text(voice.plain("report-column-respondents")),
            Column::number(voice.plain("report-column-n")),
            Column::number(voice.plain("report-column-unweighted")),
            Column::number(voice.plain("report-column-weighted")),
            Column::number(voice.plain("report-column-difference")),
        ],
        rows,
        notes: notes(voice, survey, weighted),
        ..Table::default()
    })
}

fn row(voice: &Voice<'_>, scale: &str, group: String, means: &Means) -> Row {
    let mean = |level: Level, error: Level| match (level, error) {
        (Level::Told(mean), Level::Told(error)) => Cell::Estimate {
            text: format!("{} ± {}", voice.format.decimal(mean, 1), voice.format.decimal(error, 1)),
            value: mean,
            error,
        },
        (other, _) => voice.level_cell(other, 1),
    };
    Row::plain(vec![
        Cell::text(scale),
        Cell::text(group),
        voice.published_cell(means.n),
        mean(means.unweighted.0, means.unweighted.1),
        mean(means.weighted.0, means.weighted.1),
        match (means.unweighted.0, means.weighted.0) {
            (Level::Told(plain), Level::Told(weighted)) => voice.signed_cell(weighted - plain, 1),
            (other, _) => voice.level_cell(other, 1),
        },
    ])
}

fn notes(voice: &Voice<'_>, survey: &Survey, weighted: &Weighted) -> Vec<Note> {
    let margins: Vec<String> = weighted.margins.iter().map(|one| voice.set(one)).collect();
    let mut said = vec![voice.phrase(
        "report-weighted-note",
        &[
            ("n", voice.published(weighted.weighted)),
            ("base", weighted.base.as_str().into()),
            ("margins", voice.format.joined(&margins).into()),
            ("deff", voice.format.decimal(weighted.deff, 2).into()),
            ("effective", voice.format.decimal(weighted.effective, 0).into()),
            ("least", voice.format.decimal(weighted.bounds.0, 1).into()),
            ("most", voice.format.decimal(weighted.bounds.1, 1).into()),
            ("trimmed", weighted.trimmed.into()),
        ],
    )];
    let served: Vec<String> =
        weighted.scales.iter().filter(|scale| scale.served).map(|scale| voice.set(&scale.title)).collect();
    if !served.is_empty() {
        let arguments = [("scales", voice.format.joined(&served).into())];
        said.push(voice.phrase("report-weighted-served", &arguments));
    }
    said.push(voice.phrase("weights-caution", &[]));
    let mut notes = vec![Note { kind: NoteKind::Note, text: Voice::joined(said) }];
    let read = weighted.scales.iter().find_map(|scale| {
        let means = scale.all.as_ref()?;
        Some((scale, means.unweighted.0.told()?, means.weighted.0.told()?))
    });
    if let Some((scale, plain, mean)) = read {
        notes.push(voice.note(
            NoteKind::Reading,
            "report-weighted-reading",
            &[
                ("scale", voice.set(&scale.title).into()),
                ("plain", voice.format.decimal(plain, 1).into()),
                ("weighted", voice.format.decimal(mean, 1).into()),
            ],
        ));
    }
    notes.push(voice.scope_respondents(survey.respondents));
    notes.push(voice.source_both(true));
    notes
}
