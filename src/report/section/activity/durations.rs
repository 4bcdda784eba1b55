//! How long interventions last, open ones counted: Kaplan and Meier's curve.

use crate::plot::{self, Axis, CurveStep, TimeMark};
use crate::report::document::{Cell, Column, Drawn, Figure, Note, NoteKind, Row, Table};
use crate::report::protected::{Activity, Curve, Durations, Level, QUARTER};
use crate::report::section::voice::Voice;

/// Censor ticks drawn at most for a curve.
const MOST_TICKS: usize = 80;

pub(super) fn figure(voice: &Voice<'_>, activity: &Activity) -> Option<Figure> {
    let durations = activity.durations.as_ref().filter(|durations| durations.curves.iter().any(is_any))?;
    let name = "durations";
    let title = voice.title(name, "report-durations-title", &[]);
    let summaries: Vec<String> = durations
        .curves
        .iter()
        .map(|curve| {
            let arguments = [("offer", voice.set(&curve.offer).into()), ("n", summary(voice, curve).into())];
            voice.string("report-durations-scope-one", &arguments)
        })
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

/// Tells whether an offer has an intervention with a duration: without one there is no curve to draw.
fn is_any(curve: &Curve) -> bool {
    curve.total.count() != Some(0)
}

fn summary(voice: &Voice<'_>, curve: &Curve) -> String {
    if !is_any(curve) {
        return voice.plain("report-durations-nobody");
    }
    let days = match curve.median {
        Level::Told(days) => days,
        Level::Hidden => return voice.plain("report-durations-hidden-median"),
        Level::Absent => return voice.plain("report-durations-no-median"),
    };
    let interval = match curve.interval {
        (Level::Told(low), Level::Told(high)) => voice.format.interval(low, high, 0),
        _ => String::new(),
    };
    let said = voice.string(
        "report-durations-summary",
        &[("days", voice.format.decimal(days, 0).into()), ("interval", interval.into())],
    );
    said.trim_end().to_owned()
}

fn chart(voice: &Voice<'_>, durations: &Durations, title: &str, desc: String) -> plot::Survival {
    let last =
        durations.curves.iter().flat_map(|curve| &curve.steps).map(|step| step.day).fold(QUARTER, f64::max);
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
    let curves = durations.curves.iter().filter(|curve| is_any(curve)).map(|curve| draw(voice, curve, &x));
    let curves = curves.collect();
    let days = |curve: &Curve| curve.median.told().unwrap_or(0.0);
    let longest = durations.curves.iter().max_by(|one, other| days(one).total_cmp(&days(other)));
    let marks =
        longest
            .and_then(|curve| curve.closed_median.told())
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

fn draw(voice: &Voice<'_>, curve: &Curve, x: &Axis) -> plot::Curve {
    let steps: Vec<CurveStep> = std::iter::once(CurveStep { time: 0.0, share: 100.0, interval: None })
        .chain(curve.steps.iter().filter(|step| step.day > 0.0).map(|step| CurveStep {
            time: step.day,
            share: step.open * 100.0,
            interval: step.interval.map(|(low, high)| (low * 100.0, high * 100.0)),
        }))
        .collect();
    let every = curve.censored.len().div_ceil(MOST_TICKS).max(1);
    plot::Curve {
        name: voice.set(&curve.offer),
        short_name: curve.short.clone(),
        summary: summary(voice, curve),
        steps,
        censored: curve.censored.iter().copied().step_by(every).collect(),
        median: curve.median.told(),
        at_risk: (0..x.ticks.len()).map(|quarter| voice.published_text(curve.at_risk(quarter))).collect(),
    }
}

fn notes(voice: &Voice<'_>, durations: &Durations) -> Vec<Note> {
    let threshold = voice.findings.study.threshold;
    let mut said = vec![match durations.open {
        Some(open) => {
            voice.phrase("report-durations-note", &[("open", open.into()), ("threshold", threshold.into())])
        }
        None => voice.phrase("report-durations-note-hidden", &[("threshold", threshold.into())]),
    }];
    if durations.set_aside > 0 {
        said.push(voice.phrase("report-durations-aside", &[("n", durations.set_aside.into())]));
    }
    let mut notes = vec![Note { kind: NoteKind::Note, text: Voice::joined(said) }];
    let read = durations
        .curves
        .iter()
        .filter_map(|curve| Some((curve, curve.median.told()?, curve.closed_median.told()?)))
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
                &[("offer", voice.set(&curve.offer).into()), ("n", voice.published(curve.total))],
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
                    voice.published_cell(curve.total),
                    voice.published_cell(curve.closed),
                    voice.level_cell(curve.median, 0),
                    voice.level_cell(curve.interval.0, 0),
                    voice.level_cell(curve.interval.1, 0),
                    voice.level_cell(curve.closed_median, 0),
                ])
            })
            .collect(),
        ..Table::default()
    }
}
