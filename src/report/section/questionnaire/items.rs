//! Where answers lean: items by scale, five steps around the middle.

use crate::plot::{Likert, LikertGroup, LikertRow};
use crate::report::document::{Cell, Column, Drawn, Figure, Note, NoteKind, Row, Table};
use crate::report::findings::{ItemFacts, Questionnaire};
use crate::report::section::voice::Voice;

/// A step narrower than this, in percent, carries no number.
const LEAST_LABEL: f64 = 6.0;

pub(super) fn figure(voice: &Voice<'_>, questionnaire: &Questionnaire) -> Option<Figure> {
    let known: Vec<(&ItemFacts, f64)> = questionnaire
        .items
        .iter()
        .flat_map(|scale| &scale.items)
        .filter_map(|item| favourable(item).map(|share| (item, share)))
        .collect();
    let (best, share) = known.iter().max_by(|(_, one), (_, other)| one.total_cmp(other))?;
    let name = "items";
    let title = voice.title(name, "report-items-title", &[]);
    let desc = voice.string(
        "report-items-desc",
        &[("item", label(voice, best).into()), ("share", voice.format.share(*share, 0).into())],
    );
    let chart = chart(voice, questionnaire, &title, desc);
    Some(Figure {
        name: name.to_owned(),
        title,
        unit: voice.plain("report-items-unit"),
        drawings: vec![Drawn::of(&chart)],
        paper_mm: 158,
        notes: notes(voice, questionnaire, &known),
        table: Some(table(voice, questionnaire)),
        ..Figure::default()
    })
}

fn answers(item: &ItemFacts) -> u64 {
    item.counts.iter().sum()
}

#[allow(clippy::cast_precision_loss, reason = "counts of respondents stay far under 2^53")]
fn share(count: u64, total: u64) -> Option<f64> {
    (total > 0).then(|| count as f64 / total as f64)
}

/// Share of 4 and 5; none without five steps or answers.
fn favourable(item: &ItemFacts) -> Option<f64> {
    let [_, _, _, four, five] = item.counts.as_slice() else { return None };
    share(four + five, answers(item))
}

fn label(voice: &Voice<'_>, item: &ItemFacts) -> String {
    let name = if item.label.is_empty() { &item.id } else { &item.label };
    let name = voice.set(name);
    if item.is_reversed { voice.string("report-items-reversed", &[("item", name.into())]) } else { name }
}

fn chart(voice: &Voice<'_>, questionnaire: &Questionnaire, title: &str, desc: String) -> Likert {
    let groups = questionnaire
        .items
        .iter()
        .map(|scale| LikertGroup {
            name: voice.set(&scale.title),
            rows: scale.items.iter().filter_map(|item| row(voice, item)).collect(),
        })
        .filter(|group| !group.rows.is_empty())
        .collect();
    Likert {
        alternative: voice.alternative(title, desc),
        groups,
        low: voice.plain("report-items-low"),
        high: voice.plain("report-items-high"),
        columns: vec![voice.plain("report-column-n"), voice.plain("report-column-favourable")],
        steps: [
            voice.plain("report-items-first"),
            "2".to_owned(),
            "3".to_owned(),
            "4".to_owned(),
            voice.plain("report-items-last"),
        ],
    }
}

fn row(voice: &Voice<'_>, item: &ItemFacts) -> Option<LikertRow> {
    let favourable = favourable(item)?;
    let total = answers(item);
    let mut shares = [0.0; 5];
    let mut texts = <[String; 5]>::default();
    for ((count, percent), text) in item.counts.iter().zip(&mut shares).zip(&mut texts) {
        *percent = share(*count, total)? * 100.0;
        if *percent >= LEAST_LABEL {
            *text = voice.format.decimal(*percent, 0);
        }
    }
    Some(LikertRow {
        label: label(voice, item),
        shares,
        texts,
        values: vec![
            voice.format.count(usize::try_from(total).unwrap_or(usize::MAX)),
            voice.format.decimal(favourable * 100.0, 0),
        ],
    })
}

fn notes(voice: &Voice<'_>, questionnaire: &Questionnaire, known: &[(&ItemFacts, f64)]) -> Vec<Note> {
    let mut said = Vec::new();
    if known.iter().any(|(item, _)| item.is_reversed) {
        said.push(voice.phrase("report-items-note", &[]));
    }
    let alphas: Vec<String> = questionnaire
        .items
        .iter()
        .filter_map(|scale| {
            let name = if scale.short_title.is_empty() { &scale.title } else { &scale.short_title };
            Some(format!("{} {}", voice.set(name), voice.format.decimal(scale.alpha?, 2)))
        })
        .collect();
    if !alphas.is_empty() {
        said.push(voice.phrase("report-items-alpha", &[("values", alphas.join(", ").into())]));
    }
    let mut notes = Vec::new();
    if !said.is_empty() {
        notes.push(Note { kind: NoteKind::Note, text: Voice::joined(said) });
    }
    if let Some((item, share)) = known.get(known.len() / 2) {
        notes.push(voice.note(
            NoteKind::Reading,
            "report-items-reading",
            &[
                ("item", label(voice, item).into()),
                ("share", voice.format.share(*share, 0).into()),
                ("n", answers(item).into()),
            ],
        ));
    }
    let missing = || known.iter().map(|(item, _)| item.missing);
    if let Some((least, most)) = missing().min().zip(missing().max()) {
        notes.push(voice.note(
            NoteKind::Scope,
            "report-items-scope",
            &[("n", questionnaire.respondents.into()), ("least", least.into()), ("most", most.into())],
        ));
    }
    notes.push(voice.source_questionnaire());
    notes
}

fn table(voice: &Voice<'_>, questionnaire: &Questionnaire) -> Table {
    let mut columns = vec![
        Column::text(voice.plain("report-column-scale")),
        Column::text(voice.plain("report-column-item")),
        Column::number(voice.plain("report-column-n")),
    ];
    columns.extend((1..=5).map(|step| Column::number(format!("{step}, %"))));
    columns.push(Column::number(voice.plain("report-column-favourable")));
    let rows = questionnaire
        .items
        .iter()
        .flat_map(|scale| scale.items.iter().map(move |item| (scale, item)))
        .map(|(scale, item)| {
            let total = answers(item);
            let mut cells = vec![
                Cell::text(voice.set(&scale.title)),
                Cell::text(label(voice, item)),
                voice.big_cell(total),
            ];
            cells.extend((0..5).map(|step| {
                let part = item.counts.get(step).and_then(|count| share(*count, total));
                voice.decimal_cell(part.map(|part| part * 100.0), 0)
            }));
            cells.push(voice.decimal_cell(favourable(item).map(|part| part * 100.0), 0));
            Row::plain(cells)
        })
        .collect();
    Table { columns, rows, ..Table::default() }
}
