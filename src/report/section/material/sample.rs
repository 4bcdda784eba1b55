//! Who answered: respondents against the families followed, one modality a line.

use crate::i18n::Gender;
use crate::plot::{PairDots, PairGroup, PairRow};
use crate::report::document::{Cell, Column, Drawn, Figure, NoteKind, Row, Table};
use crate::report::protected::{Activity, Level, Modality, Variable};
use crate::report::section::voice::Voice;

pub(super) fn figure(voice: &Voice<'_>) -> Option<Figure> {
    let activity = voice.shown.activity.as_ref().filter(|activity| !activity.sample.is_empty())?;
    // Beside nobody, nothing is compared.
    if [activity.sample_respondents, activity.sample_families].iter().any(|all| all.count() == Some(0)) {
        return None;
    }
    let groups = &activity.sample;
    let widest = groups
        .iter()
        .flat_map(|variable| variable.modalities.iter().map(move |line| (variable, line)))
        .filter_map(|(variable, line)| Some((line.difference().told()?, line.both()?, variable, line)))
        .max_by(|(one, ..), (other, ..)| one.abs().total_cmp(&other.abs()));
    let name = "sample";
    let title = voice.title(name, "report-sample-title", &[]);
    let desc = widest.map_or_else(String::new, |(difference, _, _, line)| {
        voice.string(
            "report-sample-desc",
            &[
                ("modality", voice.set(&line.name).into()),
                ("difference", voice.format.signed(difference, 1).into()),
            ],
        )
    });
    let chart = chart(voice, &title, desc, groups);
    let mut notes = vec![voice.note(
        NoteKind::Note,
        "report-sample-note",
        &[
            ("count", groups.len().into()),
            ("words", voice.format.words(groups.len(), Gender::Feminine).into()),
        ],
    )];
    if let Some((difference, (first, second), variable, line)) = widest {
        notes.push(voice.note(
            NoteKind::Reading,
            "report-sample-reading",
            &[
                ("modality", voice.set(&line.name).into()),
                ("variable", voice.set(&variable.title).into()),
                ("first", voice.format.percent(first, 1).into()),
                ("second", voice.format.percent(second, 1).into()),
                ("difference", voice.format.signed(difference, 1).into()),
            ],
        ));
    }
    let year = voice.findings.study.intervention_year.clone();
    let year = year.unwrap_or_else(|| voice.plain("report-undated"));
    notes.push(voice.note(NoteKind::Scope, "report-sample-scope", &[("year", year.into())]));
    notes.push(voice.source_both(true));
    Some(Figure {
        name: name.to_owned(),
        title,
        unit: unit(voice, activity),
        drawings: vec![Drawn::of(&chart)],
        paper_mm: 140,
        notes,
        table: Some(table(voice, groups)),
        ..Figure::default()
    })
}

fn unit(voice: &Voice<'_>, activity: &Activity) -> String {
    voice.string(
        "report-sample-unit",
        &[
            ("respondents", voice.published(activity.sample_respondents)),
            ("families", voice.published(activity.sample_families)),
        ],
    )
}

fn chart(voice: &Voice<'_>, title: &str, desc: String, groups: &[Variable]) -> PairDots {
    let all = || groups.iter().flat_map(|variable| &variable.modalities).filter_map(Modality::both);
    let highest = all().map(|(first, second)| first.max(second)).fold(0.0, f64::max);
    PairDots {
        alternative: voice.alternative(title, desc),
        axis: voice.axis(&voice.plain("report-sample-axis"), 0.0, (highest / 10.0).ceil() * 10.0, 5, 0),
        groups: groups
            .iter()
            .map(|variable| {
                let remark = dissimilarity(variable).map(|points| voice.format.decimal(points, 1));
                let said = |key: &str| {
                    let said = |points: &String| voice.string(key, &[("points", points.as_str().into())]);
                    remark.as_ref().map_or_else(String::new, said)
                };
                PairGroup {
                    name: voice.set(&variable.title),
                    remark: said("report-sample-dissimilarity"),
                    // Bare, it would read as one of the differences under it.
                    short_remark: said("report-sample-dissimilarity-short"),
                    rows: variable
                        .modalities
                        .iter()
                        .map(|line| PairRow {
                            label: voice.set(&line.name),
                            full: line.both().map(|(first, _)| first),
                            hollow: line.both().map(|(_, second)| second),
                            difference: match line.difference() {
                                Level::Told(difference) => voice.format.signed(difference, 1),
                                Level::Hidden => voice.plain("report-sign-suppressed"),
                                Level::Absent => voice.plain("report-sign-not-available"),
                            },
                        })
                        .collect(),
                }
            })
            .collect(),
        full_key: voice.plain("report-sample-respondents"),
        hollow_key: voice.plain("report-sample-families"),
        difference_head: voice.plain("report-sample-difference"),
    }
}

/// Half the sum of the differences, in points; none when a part is hidden.
fn dissimilarity(variable: &Variable) -> Option<f64> {
    let differences = variable.modalities.iter().map(|line| line.difference().told().map(f64::abs));
    differences.sum::<Option<f64>>().map(|sum| sum / 2.0)
}

fn table(voice: &Voice<'_>, groups: &[Variable]) -> Table {
    Table {
        columns: vec![
            Column::text(voice.plain("report-column-variable")),
            Column::text(voice.plain("report-column-modality")),
            Column::number(voice.plain("report-column-respondents")),
            Column::number(voice.plain("report-column-share")),
            Column::number(voice.plain("report-column-families")),
            Column::number(voice.plain("report-column-share")),
            Column::number(voice.plain("report-column-difference")),
        ],
        rows: groups
            .iter()
            .flat_map(|variable| variable.modalities.iter().map(move |line| (variable, line)))
            .map(|(variable, line)| {
                Row::plain(vec![
                    Cell::text(voice.set(&variable.title)),
                    Cell::text(voice.set(&line.name)),
                    voice.published_cell(line.counts[0]),
                    voice.level_cell(line.beside(0), 1),
                    voice.published_cell(line.counts[1]),
                    voice.level_cell(line.beside(1), 1),
                    match line.difference() {
                        Level::Told(points) => voice.signed_cell(points, 1),
                        other => voice.level_cell(other, 1),
                    },
                ])
            })
            .collect(),
        ..Table::default()
    }
}
