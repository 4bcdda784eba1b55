//! Who changed, both ways: practices before and after, stated on the same day.

use crate::analysis::disclosure::Published;
use crate::plot::{TransitionRow, Transitions};
use crate::report::document::{Cell, Column, Drawn, Figure, Note, NoteKind, Row, Table};
use crate::report::protected::{Level, Practice, Survey};
use crate::report::section::questionnaire::not_asked;
use crate::report::section::voice::Voice;

pub(super) fn figure(voice: &Voice<'_>, survey: &Survey) -> Option<Figure> {
    let practices = &survey.practices;
    if practices.iter().all(|practice| practice.net == Level::Absent) {
        return None;
    }
    let largest = practices
        .iter()
        .filter_map(|practice| practice.net.told().map(|net| (practice, net)))
        .max_by(|(_, one), (_, other)| one.abs().total_cmp(&other.abs()));
    let name = "practices";
    let title = voice.title(name, "report-practices-title", &[]);
    let desc = match largest {
        Some((largest, net)) => voice.string(
            "report-practices-desc",
            &[("practice", voice.set(&largest.title).into()), ("net", voice.format.signed(net, 1).into())],
        ),
        None => voice.plain("report-desc-table"),
    };
    let chart = chart(voice, practices, &title, desc);
    Some(Figure {
        name: name.to_owned(),
        title,
        unit: voice.plain("report-practices-unit"),
        drawings: vec![Drawn::of(&chart)],
        paper_mm: 158,
        notes: notes(voice, survey, largest),
        table: Some(table(voice, practices)),
        ..Figure::default()
    })
}

fn chart(voice: &Voice<'_>, practices: &[Practice], title: &str, desc: String) -> Transitions {
    Transitions {
        alternative: voice.alternative(title, desc),
        rows: practices
            .iter()
            .map(|practice| {
                let drawn = practice.counts.drawn();
                let count = |place: usize| drawn.get(place).copied().unwrap_or(0.0);
                let cell = |place: usize| practice.counts.cells.get(place).copied();
                let text =
                    |place: usize| cell(place).map_or_else(String::new, |one| voice.published_text(one));
                let places = [0, 1, 2, 3];
                TransitionRow {
                    label: voice.set(&practice.title),
                    counts: places.map(count),
                    hidden: places.map(|place| cell(place).is_some_and(|cell| cell.is_hidden())),
                    texts: places.map(text),
                    net: match practice.net {
                        Level::Told(net) => voice.format.signed(net, 1),
                        Level::Hidden => voice.plain("report-sign-suppressed"),
                        Level::Absent => String::new(),
                    },
                }
            })
            .collect(),
        keys: [
            voice.plain("report-practices-both"),
            voice.plain("report-practices-stopped"),
            voice.plain("report-practices-started"),
            voice.plain("report-practices-neither"),
        ],
        net_head: voice.plain("report-practices-net"),
        axis: voice.axis(&voice.plain("report-practices-axis"), 0.0, 100.0, 5, 0),
    }
}

fn notes(voice: &Voice<'_>, survey: &Survey, largest: Option<(&Practice, f64)>) -> Vec<Note> {
    let values: Vec<String> = survey
        .practices
        .iter()
        .filter_map(|practice| {
            let p = voice.format.p_value(practice.p.told()?);
            Some(format!("{} {p}", voice.set(&practice.title)))
        })
        .collect();
    let tests = survey.practices.iter().filter(|practice| practice.p != Level::Absent).count();
    let mut said = vec![voice.phrase("report-practices-note", &[])];
    if !values.is_empty() {
        let arguments = [("tests", tests.into()), ("values", values.join(", ").into())];
        let key =
            if survey.is_bonferroni { "report-practices-tests-alone" } else { "report-practices-tests" };
        said.push(voice.phrase(key, &arguments));
    }
    if survey.practices.iter().any(|practice| practice.counts.hides()) {
        let threshold = voice.findings.study.threshold;
        said.push(voice.phrase("report-practices-hidden", &[("threshold", threshold.into())]));
    }
    let mut notes = vec![Note { kind: NoteKind::Note, text: Voice::joined(said) }];
    if let Some((largest, net)) = largest {
        let count = |place: usize| largest.counts.cells.get(place).copied().unwrap_or(Published::Count(0));
        notes.push(voice.note(
            NoteKind::Reading,
            "report-practices-reading",
            &[
                ("practice", voice.set(&largest.title).into()),
                ("started", voice.published(count(2))),
                ("stopped", voice.published(count(1))),
                ("net", voice.format.signed(net, 1).into()),
            ],
        ));
    }
    notes.push(voice.scope_respondents(survey.respondents));
    let titled = survey.practices.iter().map(|one| (voice.set(&one.title), one.not_asked));
    notes.extend(not_asked::note(voice, titled));
    notes.push(voice.source_questionnaire());
    notes
}

fn table(voice: &Voice<'_>, practices: &[Practice]) -> Table {
    Table {
        columns: vec![
            Column::text(voice.plain("report-column-practice")),
            Column::number(voice.plain("report-practices-both")),
            Column::number(voice.plain("report-practices-stopped")),
            Column::number(voice.plain("report-practices-started")),
            Column::number(voice.plain("report-practices-neither")),
            Column::number(voice.plain("report-practices-net")),
            Column::number(voice.plain("report-column-p")),
        ],
        rows: practices
            .iter()
            .map(|practice| {
                let mut cells = vec![Cell::text(voice.set(&practice.title))];
                cells.extend(practice.counts.cells.iter().map(|cell| voice.published_cell(*cell)));
                cells.push(match practice.net {
                    Level::Told(net) => voice.signed_cell(net, 1),
                    other => voice.level_cell(other, 1),
                });
                cells.push(match practice.p {
                    Level::Told(p) => Cell::Number { text: voice.format.p_value(p), value: p, anchor: None },
                    other => voice.level_cell(other, 3),
                });
                Row::plain(cells)
            })
            .collect(),
        ..Table::default()
    }
}
