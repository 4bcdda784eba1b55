//! What the trials say of each profile: cases drawn again, noise, codes left out.

use crate::report::document::{Cell, Column, Note, NoteKind, Row, Table};
use crate::report::findings::{TrialFacts, Typology};
use crate::report::section::voice::Voice;

pub(super) fn table(voice: &Voice<'_>, typology: &Typology) -> Option<Table> {
    let trials = typology.trials.as_ref()?;
    let found = trials.resampling.as_ref()?;
    let percent =
        |share: f64| Cell::Number { text: voice.format.share(share, 0), value: 100.0 * share, anchor: None };
    let rows = found
        .profiles
        .iter()
        .enumerate()
        .map(|(rank, one)| {
            Row::plain(vec![
                Cell::Text(crate::report::document::Phrase(vec![voice.profile(rank)])),
                Cell::text(voice.plain(&format!("stability-reading-{}", one.reading))),
                voice.count_cell(voice.members(rank).len()),
                voice.decimal_cell(Some(one.jaccard), 2),
                percent(one.found),
                percent(one.dissolved),
            ])
        })
        .collect();
    Some(Table {
        name: "trials".to_owned(),
        title: voice.title("trials", "report-trials-title", &[]),
        unit: voice.string(
            "report-trials-unit",
            &[
                ("draws", found.draws.into()),
                ("used", found.used.into()),
                ("seed", trials.seed.to_string().into()),
            ],
        ),
        columns: vec![
            Column::text(voice.plain("report-column-profile")),
            Column::text(voice.plain("stability-reading")),
            Column::number(voice.plain("report-column-n")),
            Column::number(voice.plain("stability-jaccard")),
            Column::number(voice.plain("stability-found")),
            Column::number(voice.plain("stability-dissolved")),
        ],
        rows,
        notes: notes(voice, typology, trials, found.distinct),
        ..Table::default()
    })
}

fn notes(voice: &Voice<'_>, typology: &Typology, trials: &TrialFacts, distinct: f64) -> Vec<Note> {
    let mut said = vec![voice.phrase(
        "stability-bootstrap-note",
        &[("n", trials.cases.into()), ("distinct", voice.format.decimal(distinct, 1).into())],
    )];
    if let Some(noise) = &trials.noise {
        let sizes: Vec<String> = noise
            .sizes
            .iter()
            .map(|(axis, size)| format!("{} {}", voice.set(axis), voice.format.decimal(*size, 2)))
            .collect();
        said.push(voice.phrase(
            "stability-jitter-line",
            &[
                ("noise", sizes.join(", ").into()),
                ("draws", noise.draws.into()),
                ("whole", voice.format.share(noise.whole, 0).into()),
                ("ari", voice.format.decimal(noise.ari, 2).into()),
            ],
        ));
    }
    if let Some((quiet, codes)) = trials.codes {
        let arguments = [("quiet", quiet.into()), ("codes", codes.into())];
        said.push(voice.phrase("stability-without-code-note", &arguments));
    }
    if let Some(chosen) = trials.gap {
        let arguments = [("chosen", chosen.into()), ("groups", typology.profiles.len().into())];
        said.push(voice.phrase("stability-gap-note", &arguments));
    }
    vec![
        Note { kind: NoteKind::Note, text: Voice::joined(said) },
        voice.scope_people(),
        voice.source_interviews(),
    ]
}
