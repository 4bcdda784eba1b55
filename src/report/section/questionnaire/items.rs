//! Where answers lean: items by scale, five steps around the middle.

use crate::plot::{Likert, LikertGroup, LikertRow};
use crate::report::document::{Cell, Column, Drawn, Figure, Note, NoteKind, Row, Table};
use crate::report::protected::{Item, Level, Survey};
use crate::report::section::questionnaire::not_asked;
use crate::report::section::voice::Voice;

/// A step narrower than this, in percent, carries no number.
const LEAST_LABEL: f64 = 6.0;

pub(super) fn figure(voice: &Voice<'_>, survey: &Survey) -> Option<Figure> {
    let known: Vec<(&Item, f64)> = survey
        .items
        .iter()
        .flat_map(|scale| &scale.items)
        .filter_map(|item| item.favourable().told().map(|share| (item, share)))
        .collect();
    let best = known.iter().max_by(|(_, one), (_, other)| one.total_cmp(other));
    let name = "items";
    let title = voice.title(name, "report-items-title", &[]);
    let desc = match best {
        Some((best, share)) => voice.string(
            "report-items-desc",
            &[("item", label(voice, best).into()), ("share", voice.format.share(*share, 0).into())],
        ),
        None => voice.plain("report-desc-table"),
    };
    let chart = chart(voice, survey, &title, desc);
    if chart.groups.is_empty() {
        return None;
    }
    Some(Figure {
        name: name.to_owned(),
        title,
        unit: voice.plain("report-items-unit"),
        drawings: vec![Drawn::of(&chart)],
        paper_mm: 158,
        notes: notes(voice, survey, &known),
        table: Some(table(voice, survey)),
        ..Figure::default()
    })
}

fn label(voice: &Voice<'_>, item: &Item) -> String {
    let name = if item.facts.label.is_empty() { &item.facts.id } else { &item.facts.label };
    let name = voice.set(name);
    if item.facts.is_reversed {
        voice.string("report-items-reversed", &[("item", name.into())])
    } else {
        name
    }
}

fn chart(voice: &Voice<'_>, survey: &Survey, title: &str, desc: String) -> Likert {
    let groups = survey
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

fn row(voice: &Voice<'_>, item: &Item) -> Option<LikertRow> {
    if item.counts.cells.len() != 5 || item.counts.total.count() == Some(0) {
        return None;
    }
    let drawn = item.counts.drawn();
    let total: f64 = drawn.iter().sum();
    let mut shares = [0.0; 5];
    let mut hidden = [false; 5];
    let mut texts = <[String; 5]>::default();
    for (step, text) in texts.iter_mut().enumerate() {
        let count = drawn.get(step).copied().unwrap_or(0.0);
        shares[step] = if total > 0.0 { 100.0 * count / total } else { 0.0 };
        hidden[step] = item.share(step) == Level::Hidden;
        if hidden[step] {
            *text = voice.plain("report-sign-suppressed");
        } else if shares[step] >= LEAST_LABEL {
            *text = voice.format.decimal(shares[step], 0);
        }
    }
    let favourable = match item.favourable().told() {
        Some(share) => voice.format.decimal(share * 100.0, 0),
        None => voice.plain("report-sign-suppressed"),
    };
    Some(LikertRow {
        label: label(voice, item),
        shares,
        hidden,
        texts,
        values: vec![voice.published_text(item.counts.total), favourable],
    })
}

fn notes(voice: &Voice<'_>, survey: &Survey, known: &[(&Item, f64)]) -> Vec<Note> {
    let mut said = Vec::new();
    if survey.items.iter().flat_map(|scale| &scale.items).any(|item| item.facts.is_reversed) {
        said.push(voice.phrase("report-items-note", &[]));
    }
    let alphas: Vec<String> = survey
        .items
        .iter()
        .map(|scale| {
            let name = if scale.short_title.is_empty() { &scale.title } else { &scale.short_title };
            let alpha = match scale.alpha {
                Level::Told(alpha) => voice.format.decimal(alpha, 2),
                Level::Hidden => voice.plain("report-sign-suppressed"),
                Level::Absent => voice.plain("report-alpha-undefined"),
            };
            format!("{} {alpha}", voice.set(name))
        })
        .collect();
    let items = || survey.items.iter().flat_map(|scale| &scale.items);
    if items().any(|item| item.counts.hides()) {
        let threshold = voice.findings.study.threshold;
        said.push(voice.phrase("report-items-hidden", &[("threshold", threshold.into())]));
    }
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
                ("n", voice.published(item.counts.total)),
            ],
        ));
    }
    let missing = || items().map(|item| item.facts.missing);
    if items().any(|item| item.not_asked.is_hidden() || item.counts.total.is_hidden()) {
        // Who did not answer would tell who was not asked.
        notes.push(voice.scope_respondents(survey.respondents));
    } else if let Some((least, most)) = missing().min().zip(missing().max()) {
        notes.push(voice.note(
            NoteKind::Scope,
            "report-items-scope",
            &[("n", survey.respondents.into()), ("least", least.into()), ("most", most.into())],
        ));
    }
    notes.extend(not_asked::note(voice, items().map(|item| (label(voice, item), item.not_asked))));
    notes.push(voice.source_questionnaire());
    notes
}

fn table(voice: &Voice<'_>, survey: &Survey) -> Table {
    let mut columns = vec![
        Column::text(voice.plain("report-column-scale")),
        Column::text(voice.plain("report-column-item")),
        Column::number(voice.plain("report-column-n")),
    ];
    columns.extend((1..=5).map(|step| Column::number(format!("{step}, %"))));
    columns.push(Column::number(voice.plain("report-column-favourable")));
    let rows = survey
        .items
        .iter()
        .flat_map(|scale| scale.items.iter().map(move |item| (scale, item)))
        .map(|(scale, item)| {
            let percent = |level: Level| match level {
                Level::Told(part) => Level::Told(part * 100.0),
                other => other,
            };
            let mut cells = vec![
                Cell::text(voice.set(&scale.title)),
                Cell::text(label(voice, item)),
                voice.published_cell(item.counts.total),
            ];
            cells.extend((0..5).map(|step| voice.level_cell(percent(item.share(step)), 0)));
            cells.push(voice.level_cell(percent(item.favourable()), 0));
            Row::plain(cells)
        })
        .collect();
    Table { columns, rows, ..Table::default() }
}
