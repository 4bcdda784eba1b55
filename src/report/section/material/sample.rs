//! Who answered: respondents against the families followed, one modality a line.

use crate::analysis::disclosure::{Published, protect_list};
use crate::i18n::Gender;
use crate::plot::{PairDots, PairGroup, PairRow};
use crate::report::document::{Cell, Column, Drawn, Figure, NoteKind, Row, Table};
use crate::report::findings::{Casework, SampleVariable};
use crate::report::section::voice::Voice;

/// One modality as it may be published.
struct Line {
    variable: String,
    modality: String,
    respondents: Published,
    families: Published,
    shares: Option<(f64, f64)>,
}

impl Line {
    fn difference(&self) -> Option<f64> {
        self.shares.map(|(first, second)| first - second)
    }
}

pub(super) fn figure(voice: &Voice<'_>) -> Option<Figure> {
    let casework = voice.findings.casework.as_ref().filter(|casework| !casework.sample.is_empty())?;
    let groups: Vec<(&SampleVariable, Vec<Line>)> =
        casework.sample.iter().map(|variable| (variable, lines(voice, variable))).collect();
    let widest = groups
        .iter()
        .flat_map(|(_, lines)| lines)
        .filter_map(|line| Some((line.difference()?, line)))
        .max_by(|(one, _), (other, _)| one.abs().total_cmp(&other.abs()));
    let name = "sample";
    let title = voice.title(name, "report-sample-title", &[]);
    let desc = widest.map_or_else(String::new, |(difference, line)| {
        voice.string(
            "report-sample-desc",
            &[
                ("modality", line.modality.as_str().into()),
                ("difference", voice.format.signed(difference, 1).into()),
            ],
        )
    });
    let chart = chart(voice, &title, desc, &groups);
    let mut notes = vec![voice.note(
        NoteKind::Note,
        "report-sample-note",
        &[
            ("count", groups.len().into()),
            ("words", voice.format.words(groups.len(), Gender::Feminine).into()),
        ],
    )];
    if let Some((line, (first, second), difference)) =
        widest.and_then(|(difference, line)| Some((line, line.shares?, difference)))
    {
        notes.push(voice.note(
            NoteKind::Reading,
            "report-sample-reading",
            &[
                ("modality", line.modality.as_str().into()),
                ("variable", line.variable.as_str().into()),
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
        unit: unit(voice, casework),
        drawings: vec![Drawn::of(&chart)],
        paper_mm: 140,
        notes,
        table: Some(table(voice, &groups)),
        ..Figure::default()
    })
}

fn unit(voice: &Voice<'_>, casework: &Casework) -> String {
    voice.string(
        "report-sample-unit",
        &[("respondents", casework.sample_respondents.into()), ("families", casework.sample_families.into())],
    )
}

fn lines(voice: &Voice<'_>, variable: &SampleVariable) -> Vec<Line> {
    let threshold = voice.findings.study.threshold;
    let pick = |second: bool| -> Vec<u64> {
        variable
            .modalities
            .iter()
            .map(|(_, respondents, families)| if second { *families } else { *respondents })
            .collect()
    };
    let (respondents, families) = (pick(false), pick(true));
    let totals = (respondents.iter().sum::<u64>(), families.iter().sum::<u64>());
    let shown = protect_list(&respondents, threshold).into_iter().zip(protect_list(&families, threshold));
    variable
        .modalities
        .iter()
        .zip(shown)
        .map(|((modality, ..), (respondents, families))| Line {
            variable: voice.set(&variable.title),
            modality: voice.set(modality),
            shares: respondents
                .count()
                .zip(families.count())
                .filter(|_| totals.0 > 0 && totals.1 > 0)
                .map(|(first, second)| (percent(first, totals.0), percent(second, totals.1))),
            respondents,
            families,
        })
        .collect()
}

#[allow(clippy::cast_precision_loss, reason = "counts of families stay far under 2^53")]
fn percent(count: u64, total: u64) -> f64 {
    100.0 * count as f64 / total as f64
}

fn chart(voice: &Voice<'_>, title: &str, desc: String, groups: &[(&SampleVariable, Vec<Line>)]) -> PairDots {
    let all = || groups.iter().flat_map(|(_, lines)| lines).filter_map(|line| line.shares);
    let highest = all().map(|(first, second)| first.max(second)).fold(0.0, f64::max);
    PairDots {
        alternative: voice.alternative(title, desc),
        axis: voice.axis(&voice.plain("report-sample-axis"), 0.0, (highest / 10.0).ceil() * 10.0, 5, 0),
        groups: groups
            .iter()
            .map(|(variable, lines)| {
                let remark = dissimilarity(lines).map(|points| voice.format.decimal(points, 1));
                PairGroup {
                    name: voice.set(&variable.title),
                    remark: remark.as_ref().map_or_else(String::new, |points| {
                        voice.string("report-sample-dissimilarity", &[("points", points.as_str().into())])
                    }),
                    short_remark: remark.unwrap_or_default(),
                    rows: lines
                        .iter()
                        .map(|line| PairRow {
                            label: line.modality.clone(),
                            full: line.shares.map(|(first, _)| first),
                            hollow: line.shares.map(|(_, second)| second),
                            difference: line.difference().map_or_else(
                                || voice.plain("report-sign-suppressed"),
                                |difference| voice.format.signed(difference, 1),
                            ),
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
fn dissimilarity(lines: &[Line]) -> Option<f64> {
    lines.iter().map(|line| line.difference().map(f64::abs)).sum::<Option<f64>>().map(|sum| sum / 2.0)
}

fn table(voice: &Voice<'_>, groups: &[(&SampleVariable, Vec<Line>)]) -> Table {
    let published = |count: Published| count.count().map_or(Cell::Suppressed, |count| voice.big_cell(count));
    let share =
        |value: Option<f64>| value.map_or(Cell::Suppressed, |value| voice.decimal_cell(Some(value), 1));
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
            .flat_map(|(_, lines)| lines)
            .map(|line| {
                Row::plain(vec![
                    Cell::text(line.variable.as_str()),
                    Cell::text(line.modality.as_str()),
                    published(line.respondents),
                    share(line.shares.map(|(first, _)| first)),
                    published(line.families),
                    share(line.shares.map(|(_, second)| second)),
                    line.difference().map_or(Cell::Suppressed, |points| voice.signed_cell(points, 1)),
                ])
            })
            .collect(),
        ..Table::default()
    }
}
