//! Who is badly placed: silhouette of each case.

use crate::plot::{Class, Silhouette, SilhouetteBar, SilhouetteGroup};
use crate::report::document::{Cell, Column, Drawn, Figure, NoteKind, Phrase, Row, Table};
use crate::report::findings::{Placement, Typology};
use crate::report::section::voice::Voice;

pub(super) fn figure(voice: &Voice<'_>, typology: &Typology) -> Option<Figure> {
    let known: Vec<f64> = typology.places.iter().filter_map(|place| place.silhouette).collect();
    if known.is_empty() {
        return None;
    }
    let name = "silhouette";
    let title = voice.title(name, "report-silhouette-title", &[]);
    let negative: Vec<usize> = ranks(typology, |place| place.silhouette.is_some_and(|value| value < 0.0));
    #[allow(clippy::cast_precision_loss, reason = "a handful of persons")]
    let mean = known.iter().sum::<f64>() / known.len() as f64;
    let mut notes = vec![voice.note(
        NoteKind::Note,
        "report-silhouette-note",
        &[
            ("n", negative.len().into()),
            ("names", voice.names(&negative).into()),
            ("mean", voice.format.decimal(mean, 2).into()),
        ],
    )];
    let worst = typology
        .places
        .iter()
        .enumerate()
        .filter_map(|(rank, place)| Some((rank, place.silhouette?, place.neighbour?)))
        .min_by(|(_, one, _), (_, other, _)| one.total_cmp(other));
    if let Some((rank, value, neighbour)) = worst {
        notes.push(voice.note(
            NoteKind::Reading,
            "report-silhouette-reading",
            &[
                ("person", voice.person_id(rank).into()),
                ("value", voice.format.decimal(value, 2).into()),
                ("profile", voice.profile_name(neighbour).into()),
            ],
        ));
    }
    notes.push(voice.scope_people());
    notes.push(voice.source_interviews());
    let values: Vec<String> = typology
        .places
        .iter()
        .enumerate()
        .map(|(rank, place)| format!("{} {}", voice.person_id(rank), voice.format.maybe(place.silhouette, 2)))
        .collect();
    let desc = voice.string("report-silhouette-desc", &[("values", values.join(", ").into())]);
    let lowest = known.iter().copied().fold(0.0, f64::min);
    let groups = (0..typology.profiles.len())
        .map(|profile| SilhouetteGroup {
            class: Class::nth(profile),
            bars: bars(voice, typology, &voice.members(profile)),
        })
        .filter(|group| !group.bars.is_empty())
        .collect();
    let chart = Silhouette {
        alternative: voice.alternative(&title, desc),
        axis: voice.axis(&voice.plain("report-silhouette-axis"), (lowest * 5.0).floor() / 5.0, 1.0, 5, 1),
        groups,
    };
    Some(Figure {
        name: name.to_owned(),
        title,
        unit: voice.plain("report-silhouette-unit"),
        drawings: vec![Drawn::of(&chart)],
        paper_mm: 140,
        notes,
        table: Some(table(voice, typology)),
        ..Figure::default()
    })
}

fn ranks(typology: &Typology, keep: impl Fn(&Placement) -> bool) -> Vec<usize> {
    typology.places.iter().enumerate().filter(|(_, place)| keep(place)).map(|(rank, _)| rank).collect()
}

fn bars(voice: &Voice<'_>, typology: &Typology, members: &[usize]) -> Vec<SilhouetteBar> {
    let mut bars: Vec<(usize, Option<f64>)> = members
        .iter()
        .map(|rank| (*rank, typology.places.get(*rank).and_then(|place| place.silhouette)))
        .collect();
    // Falling inside a profile: the badly placed stand at its edge.
    bars.sort_by(|(_, one), (_, other)| other.unwrap_or(-2.0).total_cmp(&one.unwrap_or(-2.0)));
    bars.into_iter()
        .map(|(rank, value)| {
            let written = voice.format.maybe(value, 2);
            let neighbour = typology.places.get(rank).and_then(|place| place.neighbour);
            SilhouetteBar {
                label: voice.person_id(rank).to_owned(),
                value,
                text: neighbour.map_or(written.clone(), |other| {
                    voice.string(
                        "report-silhouette-bar",
                        &[("value", written.as_str().into()), ("profile", voice.profile_name(other).into())],
                    )
                }),
            }
        })
        .collect()
}

fn table(voice: &Voice<'_>, typology: &Typology) -> Table {
    let profile = |rank: Option<usize>| {
        rank.map_or(Cell::NotAvailable, |one| Cell::Text(Phrase(vec![voice.profile(one)])))
    };
    Table {
        columns: vec![
            Column::text(voice.plain("report-column-interview")),
            Column::text(voice.plain("report-column-profile")),
            Column::number(voice.plain("report-column-silhouette")),
            Column::text(voice.plain("report-column-neighbour")),
        ],
        rows: typology
            .places
            .iter()
            .enumerate()
            .map(|(rank, place)| {
                Row::plain(vec![
                    Cell::text(voice.person_id(rank)),
                    profile(voice.people().get(rank).and_then(|person| person.profile)),
                    voice.decimal_cell(place.silhouette, 2),
                    profile(place.neighbour),
                ])
            })
            .collect(),
        ..Table::default()
    }
}
