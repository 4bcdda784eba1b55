//! Small multiples: the persons interviewed over all respondents, one column a scale.

use crate::plot::{Class, Guide, Lane, LaneCell, LaneMark, Lanes, Panel, Quartiles};
use crate::report::document::{Cell, Column, Drawn, Figure, Note, NoteKind, Phrase, Row, Table};
use crate::report::findings::ScaleFacts;
use crate::report::protected::{Scale, Survey};
use crate::report::section::voice::Voice;

/// Persons under which the median of a profile is not published, whatever the threshold of the study.
const LEAST_MEDIAN: usize = 3;

pub(super) fn figure(voice: &Voice<'_>, survey: &Survey) -> Option<Figure> {
    if survey.scales.is_empty() || voice.findings.typology.is_none() {
        return None;
    }
    let name = "scores";
    let n = survey.respondents;
    let title = voice.title(
        name,
        "report-scores-title",
        &[("people", voice.people_in_words().into()), ("n", n.into())],
    );
    let desc = voice.string("report-scores-desc", &[("scales", survey.scales.len().into())]);
    let chart = chart(voice, survey, &title, desc);
    Some(Figure {
        name: name.to_owned(),
        title,
        unit: voice.string("report-scores-unit", &[("n", n.into())]),
        drawings: vec![Drawn::of(&chart)],
        paper_mm: 158,
        notes: notes(voice, survey),
        table: Some(table(voice, survey)),
        ..Figure::default()
    })
}

/// Scores of the persons of a profile, rising.
fn own(voice: &Voice<'_>, scale: &ScaleFacts, profile: usize) -> Vec<f64> {
    let mut scores: Vec<f64> = voice
        .members(profile)
        .into_iter()
        .filter_map(|rank| scale.own.get(rank).copied().flatten())
        .collect();
    scores.sort_by(f64::total_cmp);
    scores
}

/// What may be told of the scores of the persons of a profile.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum OwnScores {
    /// To the team: least, median and greatest.
    Whole(f64, f64, f64),
    /// To everyone: the extremes are the scores of two persons, however many the others.
    Median(f64),
    /// Too few persons.
    Hidden,
    /// Nobody has a score.
    Absent,
}

impl OwnScores {
    pub(super) fn of(voice: &Voice<'_>, scale: &ScaleFacts, profile: usize) -> Self {
        let scores = own(voice, scale, profile);
        let (Some(low), Some(high)) = (scores.first(), scores.last()) else { return Self::Absent };
        let half = scores.len() / 2;
        let at = |place: usize| scores.get(place).copied().unwrap_or(*low);
        let median = if scores.len() % 2 == 1 {
            at(half)
        } else {
            f64::midpoint(at(half.saturating_sub(1)), at(half))
        };
        if !voice.is_public() {
            return Self::Whole(*low, median, *high);
        }
        if scores.len() >= least_median(voice) { Self::Median(median) } else { Self::Hidden }
    }
}

/// Persons from which the median of a profile is published: as many as for the quartiles of respondents.
pub(super) fn least_median(voice: &Voice<'_>) -> usize {
    usize::try_from(voice.findings.study.threshold).unwrap_or(usize::MAX).max(LEAST_MEDIAN)
}

fn chart(voice: &Voice<'_>, survey: &Survey, title: &str, desc: String) -> Lanes {
    let profiles = voice.findings.typology.as_ref().map_or(&[][..], |typology| &typology.profiles);
    let panels = survey
        .scales
        .iter()
        .map(|scale| Panel {
            name: voice.set(&scale.facts.title),
            base: voice.string("report-scores-base", &[("n", voice.published(scale.n))]),
            axis: voice.axis("", 0.0, 100.0, 2, 0),
            bins: scale.bins.drawn(),
            hidden: scale.bins.hidden(),
            median: scale.median.map(|at| Guide { at, label: voice.format.decimal(at, 0) }),
        })
        .collect();
    let lanes = profiles
        .iter()
        .enumerate()
        .map(|(rank, profile)| {
            let persons = voice.members(rank).len();
            let mut base = vec![voice.string("report-lane-persons", &[("n", persons.into())])];
            let near = survey.crosstab.as_ref().map(|crosstab| crosstab.near(rank));
            base.extend(near.map(|n| voice.string("report-lane-respondents", &[("n", voice.published(n))])));
            Lane {
                class: Class::nth(rank),
                name: profile.name.clone(),
                base,
                cells: survey.scales.iter().map(|scale| cell(voice, scale, rank)).collect(),
            }
        })
        .collect();
    let mut key = Vec::new();
    if !voice.is_public()
        && let Some(first) = voice.people().first()
    {
        // The number inside a mark is that of the interview.
        let first = voice.people().iter().map(|person| person.id.as_str()).min().unwrap_or(&first.id);
        key.push(voice.string("report-scores-key", &[("first", first.into())]));
    }
    if survey.crosstab.is_some() {
        key.push(voice.plain("report-scores-bars"));
    }
    if survey.scales.iter().any(|scale| scale.bins.hides()) {
        let threshold = voice.findings.study.threshold;
        key.push(voice.string("report-scores-hidden", &[("threshold", threshold.into())]));
    }
    Lanes {
        alternative: voice.alternative(title, desc),
        panels,
        everyone: (
            voice.string("report-scores-everyone", &[("n", survey.respondents.into())]),
            voice.plain("report-scores-respondents"),
        ),
        lanes,
        key,
    }
}

fn cell(voice: &Voice<'_>, scale: &Scale, profile: usize) -> LaneCell {
    let marks = if voice.is_public() {
        Vec::new()
    } else {
        voice
            .members(profile)
            .into_iter()
            .filter_map(|rank| {
                Some(LaneMark {
                    at: scale.facts.own.get(rank).copied().flatten()?,
                    text: number(voice.person_id(rank)),
                })
            })
            .collect()
    };
    let near = scale.near.get(profile).copied().flatten();
    LaneCell {
        marks,
        quartiles: near.map(|near| Quartiles { low: near.low, median: near.median, high: near.high }),
    }
}

/// « 7 » for E07: what fits inside a mark.
fn number(id: &str) -> String {
    let digits = id.trim_start_matches(|c: char| !c.is_ascii_digit()).trim_start_matches('0');
    if digits.is_empty() { id.to_owned() } else { digits.to_owned() }
}

fn notes(voice: &Voice<'_>, survey: &Survey) -> Vec<Note> {
    let mut notes = Vec::new();
    let values: Vec<String> = survey
        .scales
        .iter()
        .map(|scale| &scale.facts)
        .filter(|scale| !scale.served_assignment)
        .filter_map(|scale| Some(format!("{} {}", voice.set(&scale.title), voice.format.p_value(scale.p?))))
        .collect();
    let mut said = Vec::new();
    if let (false, Some(arrangements)) = (values.is_empty(), survey.arrangements) {
        said.push(voice.phrase(
            "report-scores-note",
            &[
                ("arrangements", arrangements.into()),
                ("tests", values.len().into()),
                ("values", values.join(", ").into()),
            ],
        ));
    }
    if voice.is_public() {
        said.push(voice.phrase("report-scores-public", &[("threshold", least_median(voice).into())]));
    }
    if !said.is_empty() {
        notes.push(Note { kind: NoteKind::Note, text: Voice::joined(said) });
    }
    notes.extend(reading(voice, survey));
    let people = survey.interviewed;
    notes.push(match &survey.crosstab {
        Some(crosstab) => voice.note(
            NoteKind::Scope,
            "report-scores-scope",
            &[
                ("n", survey.respondents.into()),
                ("interviewed", people.into()),
                ("undetermined", voice.published(crosstab.undetermined())),
            ],
        ),
        None => voice.note(
            NoteKind::Scope,
            "report-scores-scope-bare",
            &[("n", survey.respondents.into()), ("interviewed", people.into())],
        ),
    });
    notes.push(voice.source_questionnaire());
    notes
}

/// Reads the profile whose scores are farthest from the median of all.
fn reading(voice: &Voice<'_>, survey: &Survey) -> Option<Note> {
    let profiles = voice.findings.typology.as_ref().map_or(0, |typology| typology.profiles.len());
    let (_, scale, profile, told, median) = survey
        .scales
        .iter()
        .flat_map(|scale| (0..profiles).map(move |profile| (scale, profile)))
        .filter_map(|(scale, profile)| {
            let median = scale.median?;
            let told = OwnScores::of(voice, &scale.facts, profile);
            let centre = match told {
                OwnScores::Whole(..) => {
                    let scores = own(voice, &scale.facts, profile);
                    #[allow(clippy::cast_precision_loss, reason = "a handful of persons")]
                    let mean = scores.iter().sum::<f64>() / scores.len() as f64;
                    mean
                }
                OwnScores::Median(own) => own,
                OwnScores::Hidden | OwnScores::Absent => return None,
            };
            Some(((centre - median).abs(), scale, profile, told, median))
        })
        .max_by(|(one, ..), (other, ..)| one.total_cmp(other))?;
    let mut arguments = vec![
        ("scale", voice.set(&scale.facts.title).into()),
        ("profile", voice.profile_name(profile).into()),
        ("n", survey.respondents.into()),
        ("median", voice.format.decimal(median, 0).into()),
    ];
    let key = match told {
        OwnScores::Whole(low, _, high) => {
            arguments.push(("low", voice.format.decimal(low, 0).into()));
            arguments.push(("high", voice.format.decimal(high, 0).into()));
            "report-scores-reading"
        }
        OwnScores::Median(own) => {
            arguments.push(("own", voice.format.decimal(own, 0).into()));
            "report-scores-reading-public"
        }
        OwnScores::Hidden | OwnScores::Absent => return None,
    };
    Some(voice.note(NoteKind::Reading, key, &arguments))
}

/// Scores person by person for the team, profile by profile for everyone.
fn table(voice: &Voice<'_>, survey: &Survey) -> Table {
    let mut columns = vec![Column::text(voice.plain("report-column-profile"))];
    if !voice.is_public() {
        columns.push(Column::text(voice.plain("report-column-interview")));
    }
    columns.extend(survey.scales.iter().map(|scale| Column::number(voice.set(&scale.facts.title))));
    let rows = if voice.is_public() {
        let profiles = voice.findings.typology.as_ref().map_or(0, |typology| typology.profiles.len());
        (0..profiles)
            .map(|profile| {
                let mut cells = vec![Cell::Text(Phrase(vec![voice.profile(profile)]))];
                cells.extend(survey.scales.iter().map(|scale| median(voice, &scale.facts, profile)));
                Row::plain(cells)
            })
            .collect()
    } else {
        voice
            .people()
            .iter()
            .enumerate()
            .map(|(rank, person)| {
                let mut cells = vec![
                    person
                        .profile
                        .map_or(Cell::NotAvailable, |one| Cell::Text(Phrase(vec![voice.profile(one)]))),
                    Cell::text(person.id.as_str()),
                ];
                cells.extend(
                    survey
                        .scales
                        .iter()
                        .map(|scale| voice.decimal_cell(scale.facts.own.get(rank).copied().flatten(), 0)),
                );
                Row::plain(cells)
            })
            .collect()
    };
    Table { columns, rows, ..Table::default() }
}

fn median(voice: &Voice<'_>, scale: &ScaleFacts, profile: usize) -> Cell {
    match OwnScores::of(voice, scale, profile) {
        OwnScores::Whole(_, median, _) | OwnScores::Median(median) => voice.decimal_cell(Some(median), 0),
        OwnScores::Hidden => Cell::Suppressed,
        OwnScores::Absent => Cell::NotAvailable,
    }
}
