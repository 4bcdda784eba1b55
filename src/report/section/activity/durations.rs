//! How long interventions last, open ones counted: Kaplan and Meier's curve.

use crate::plot::{self, Axis, Curve, CurveStep, TimeMark};
use crate::report::document::{Cell, Column, Drawn, Figure, Note, NoteKind, Row, Table};
use crate::report::findings::{Casework, Durations, Survival};
use crate::report::section::voice::Voice;

/// Days between two marks of the time axis.
const QUARTER: f64 = 90.0;
/// Censor ticks drawn at most for a curve.
const MOST_TICKS: usize = 80;

pub(super) fn figure(voice: &Voice<'_>, casework: &Casework) -> Option<Figure> {
    let durations = casework.durations.as_ref().filter(|durations| !durations.curves.is_empty())?;
    let name = "durations";
    let title = voice.title(name, "report-durations-title", &[]);
    let summaries: Vec<String> = durations
        .curves
        .iter()
        .map(|curve| format!("{}\u{A0}: {}", voice.set(&curve.offer), summary(voice, curve)))
        .collect();
    let desc = voice.string("report-durations-desc", &[("values", summaries.join(", ").into())]);
    let chart = chart(voice, durations, &title, desc);
    Some(Figure {
        name: name.to_owned(),
        title,
        unit: voice.plain("report-durations-unit"),
        drawings: vec![Drawn::of(&chart)],
        paper_mm: 158,
        notes: notes(voice, durations),
        table: Some(table(voice, durations)),
        ..Figure::default()
    })
}

fn summary(voice: &Voice<'_>, curve: &Survival) -> String {
    match curve.median {
        Some(days) => {
            let interval =
                curve.interval.map_or_else(String::new, |(low, high)| voice.format.interval(low, high, 0));
            let said = voice.string(
                "report-durations-summary",
                &[("days", voice.format.decimal(days, 0).into()), ("interval", interval.into())],
            );
            said.trim_end().to_owned()
        }
        None => voice.plain("report-durations-no-median"),
    }
}

/// A published curve stops when fewer than the threshold are still followed.
fn is_drawn(voice: &Voice<'_>, at_risk: u64) -> bool {
    at_risk >= voice.findings.study.threshold
}

/// Interventions still followed just before a day; all of them at the opening.
fn at_risk(curve: &Survival, day: f64) -> u64 {
    if day <= 0.0 {
        return curve.total;
    }
    curve.steps.iter().find(|step| step.day >= day).map_or(0, |step| step.at_risk)
}

fn chart(voice: &Voice<'_>, durations: &Durations, title: &str, desc: String) -> plot::Survival {
    let last = durations
        .curves
        .iter()
        .flat_map(|curve| curve.steps.iter().filter(|step| is_drawn(voice, step.at_risk)))
        .map(|step| step.day)
        .fold(QUARTER, f64::max);
    let end = (last / QUARTER).ceil() * QUARTER;
    let x = Axis::nice(
        &voice.plain("report-durations-x"),
        0.0,
        end,
        // Ticks fall on quarters, so that the numbers at risk do too.
        1,
        |at| voice.format.decimal(at, 0),
    );
    let mut ticks = Vec::new();
    let mut day = 0.0;
    while day <= end && ticks.len() < 40 {
        ticks.push(plot::axis::Tick { at: day, label: voice.format.decimal(day, 0) });
        day += QUARTER;
    }
    let x = Axis { ticks, ..x };
    let curves = durations.curves.iter().map(|curve| draw(voice, curve, &x)).collect();
    let longest = durations
        .curves
        .iter()
        .max_by(|one, other| one.median.unwrap_or(0.0).total_cmp(&other.median.unwrap_or(0.0)));
    let marks =
        longest
            .and_then(|curve| curve.closed_median)
            .map(|days| TimeMark {
                at: days,
                lines: vec![voice.string(
                    "report-durations-closed-mark",
                    &[("days", voice.format.decimal(days, 0).into())],
                )],
            })
            .into_iter()
            .collect();
    plot::Survival {
        alternative: voice.alternative(title, desc),
        x,
        y: voice.axis(&voice.plain("report-durations-y"), 0.0, 100.0, 4, 0),
        median_share: 50.0,
        curves,
        marks,
        at_risk_head: voice.plain("report-durations-at-risk"),
    }
}

fn draw(voice: &Voice<'_>, curve: &Survival, x: &Axis) -> Curve {
    let steps: Vec<CurveStep> = std::iter::once(CurveStep { time: 0.0, share: 100.0, interval: None })
        .chain(curve.steps.iter().filter(|step| step.day > 0.0 && is_drawn(voice, step.at_risk)).map(
            |step| CurveStep {
                time: step.day,
                share: step.open * 100.0,
                interval: Some((step.low * 100.0, step.high * 100.0)),
            },
        ))
        .collect();
    let censored: Vec<f64> = curve
        .steps
        .iter()
        .filter(|step| step.censored > 0 && is_drawn(voice, step.at_risk))
        .map(|step| step.day)
        .collect();
    let every = censored.len().div_ceil(MOST_TICKS).max(1);
    Curve {
        name: voice.set(&curve.offer),
        short_name: curve.short.clone(),
        summary: summary(voice, curve),
        steps,
        censored: censored.into_iter().step_by(every).collect(),
        median: curve.median,
        at_risk: x
            .ticks
            .iter()
            .map(|tick| {
                let count = at_risk(curve, tick.at);
                if count > 0 && !is_drawn(voice, count) {
                    voice.plain("report-sign-suppressed")
                } else {
                    voice.format.count(usize::try_from(count).unwrap_or(usize::MAX))
                }
            })
            .collect(),
    }
}

fn notes(voice: &Voice<'_>, durations: &Durations) -> Vec<Note> {
    let open: u64 = durations.curves.iter().map(|curve| curve.total.saturating_sub(curve.closed)).sum();
    let mut said = vec![voice.phrase(
        "report-durations-note",
        &[("open", open.into()), ("threshold", voice.findings.study.threshold.into())],
    )];
    if durations.set_aside > 0 {
        said.push(voice.phrase("report-durations-aside", &[("n", durations.set_aside.into())]));
    }
    let mut notes = vec![Note { kind: NoteKind::Note, text: Voice::joined(said) }];
    let read = durations
        .curves
        .iter()
        .filter_map(|curve| Some((curve, curve.median?, curve.closed_median?)))
        .max_by(|(_, one, closed), (_, other, shut)| (one - closed).total_cmp(&(other - shut)));
    if let Some((curve, days, closed)) = read {
        notes.push(voice.note(
            NoteKind::Reading,
            "report-durations-reading",
            &[
                ("offer", voice.set(&curve.offer).into()),
                ("days", voice.format.decimal(days, 0).into()),
                ("closed", voice.format.decimal(closed, 0).into()),
            ],
        ));
    }
    let values: Vec<String> = durations
        .curves
        .iter()
        .map(|curve| {
            voice.string(
                "report-durations-scope-one",
                &[("offer", voice.set(&curve.offer).into()), ("n", curve.total.into())],
            )
        })
        .collect();
    let date = voice.findings.study.extraction_date.as_ref();
    let date = date.map_or_else(|| voice.plain("report-undated"), |day| voice.format.date(day));
    notes.push(voice.note(
        NoteKind::Scope,
        "report-durations-scope",
        &[("values", voice.format.joined(&values).into()), ("date", date.into())],
    ));
    notes.push(voice.source_casework());
    notes
}

fn table(voice: &Voice<'_>, durations: &Durations) -> Table {
    Table {
        columns: vec![
            Column::text(voice.plain("report-column-offer")),
            Column::number(voice.plain("report-column-total")),
            Column::number(voice.plain("report-column-closed")),
            Column::number(voice.plain("report-column-median")),
            Column::number(voice.plain("report-column-lower")),
            Column::number(voice.plain("report-column-upper")),
            Column::number(voice.plain("report-column-closed-median")),
        ],
        rows: durations
            .curves
            .iter()
            .map(|curve| {
                Row::plain(vec![
                    Cell::text(voice.set(&curve.offer)),
                    voice.big_cell(curve.total),
                    voice.big_cell(curve.closed),
                    voice.decimal_cell(curve.median, 0),
                    voice.decimal_cell(curve.interval.map(|(low, _)| low), 0),
                    voice.decimal_cell(curve.interval.map(|(_, high)| high), 0),
                    voice.decimal_cell(curve.closed_median, 0),
                ])
            })
            .collect(),
        ..Table::default()
    }
}
