//! Whether new interviews bring new codes; with a codebook written before, the curve is bounded.

use crate::i18n::Catalog;
use crate::plot::{Accumulation, Expected, Guide, Step};
use crate::report::document::{Cell, Column, Drawn, Figure, NoteKind, Row, Table};
use crate::report::findings::Findings;
use crate::report::section::voice::Voice;

/// Draws the codes met as interviews are added, for a page; without a step there is none.
pub fn accumulation_figure(findings: &Findings, words: &Catalog) -> Option<Figure> {
    figure(&Voice::new(findings, words))
}

pub(super) fn figure(voice: &Voice<'_>) -> Option<Figure> {
    let steps = &voice.findings.accumulation;
    let (first, last) = steps.first().zip(steps.last())?;
    let name = "accumulation";
    let title = voice.title(name, "report-accumulation-title", &[]);
    let mut notes = vec![voice.note(NoteKind::Note, "report-accumulation-note", &[])];
    let undated = steps.iter().filter(|step| step.undated).count();
    if undated > 0 {
        let all = if undated == steps.len() { "yes" } else { "no" };
        notes.push(voice.note(
            NoteKind::Note,
            "report-accumulation-undated",
            &[("n", undated.into()), ("all", all.into())],
        ));
    }
    notes.extend([
        voice.note(
            NoteKind::Reading,
            "report-accumulation-reading",
            &[("first", first.met.into()), ("mean", voice.format.decimal(first.mean, 1).into())],
        ),
        voice.scope_people(),
        voice.source_interviews(),
    ]);
    let desc =
        voice.string("report-accumulation-desc", &[("first", first.met.into()), ("last", last.met.into())]);
    Some(Figure {
        name: name.to_owned(),
        drawings: vec![Drawn::of(&chart(voice, &title, desc))],
        title,
        unit: voice.plain("report-accumulation-unit"),
        paper_mm: 140,
        notes,
        table: Some(table(voice)),
        ..Figure::default()
    })
}

#[allow(clippy::cast_precision_loss, reason = "counts of codes stay far under 2^53")]
fn chart(voice: &Voice<'_>, title: &str, desc: String) -> Accumulation {
    let codes = voice.findings.codes.len();
    let most = codes as f64;
    Accumulation {
        alternative: voice.alternative(title, desc),
        y: voice.axis(&voice.plain("report-accumulation-axis"), 0.0, (most / 5.0).ceil() * 5.0, 5, 0),
        x_title: voice.plain("report-accumulation-x"),
        steps: voice
            .findings
            .accumulation
            .iter()
            .map(|step| Step {
                label: step.case.clone(),
                short_label: step.case.trim_start_matches(|c: char| !c.is_ascii_digit()).to_owned(),
                total: step.met as f64,
                new: step.new as f64,
                new_text: if step.new == 0 { String::new() } else { format!("+{}", step.new) },
                expected: Some(Expected {
                    mean: step.mean,
                    low: step.mean - 2.0 * step.deviation,
                    high: (step.mean + 2.0 * step.deviation).min(most),
                }),
            })
            .collect(),
        ceiling: Some(Guide {
            at: most,
            label: voice.string("report-accumulation-ceiling", &[("n", codes.into())]),
        }),
        expected_label: voice.plain("report-accumulation-expected"),
        new_label: voice.plain("report-accumulation-new"),
    }
}

fn table(voice: &Voice<'_>) -> Table {
    Table {
        columns: vec![
            Column::text(voice.plain("report-column-interview")),
            Column::number(voice.plain("report-column-order")),
            Column::number(voice.plain("report-column-new")),
            Column::number(voice.plain("report-column-met")),
            Column::number(voice.plain("report-column-mean")),
            Column::number(voice.plain("report-column-deviation")),
        ],
        rows: voice
            .findings
            .accumulation
            .iter()
            .enumerate()
            .map(|(place, step)| {
                Row::plain(vec![
                    Cell::text(step.case.as_str()),
                    voice.count_cell(place + 1),
                    voice.count_cell(step.new),
                    voice.count_cell(step.met),
                    voice.decimal_cell(Some(step.mean), 1),
                    voice.decimal_cell(Some(step.deviation), 1),
                ])
            })
            .collect(),
        ..Table::default()
    }
}
