//! The plane of the two axes: who is where, and how firm is the place.

use crate::i18n::Gender;
use crate::i18n::format::words::{capitalised, lowercase};
use crate::plot::{Centre, Class, Guide, Place, Plane};
use crate::report::document::phrase::anchor;
use crate::report::document::{Cell, Column, Drawn, Figure, NoteKind, Phrase, Row, Table};
use crate::report::findings::Typology;
use crate::report::section::voice::Voice;

pub(super) fn figure(voice: &Voice<'_>, typology: &Typology) -> Option<Figure> {
    let [first, second, ..] = typology.axes.as_slice() else { return None };
    if typology.places.is_empty() {
        return None;
    }
    let name = "plane";
    let groups = capitalised(&voice.format.words(typology.profiles.len(), Gender::Masculine));
    let title = voice.title(name, "report-plane-title", &[("groups", groups.into())]);
    let mut notes = vec![voice.note(NoteKind::Note, "report-plane-note", &[])];
    // The person farthest from where the coders alone put her: the hardest mark to read.
    let spread = |rank: usize| {
        typology.places.get(rank).map_or(0.0, |place| {
            place
                .coders
                .iter()
                .map(|coder| (coder.0 - place.at.0).abs() + (coder.1 - place.at.1).abs())
                .fold(0.0, f64::max)
        })
    };
    let read = (0..voice.people().len()).max_by(|one, other| spread(*one).total_cmp(&spread(*other)));
    if let Some((rank, place)) = read.and_then(|rank| Some((rank, typology.places.get(rank)?))) {
        notes.push(voice.note(
            NoteKind::Reading,
            "report-plane-reading",
            &[
                ("person", voice.person_id(rank).into()),
                ("first", lowercase(&voice.set(&first.title)).into()),
                ("x", voice.format.decimal(place.at.0, 2).into()),
                ("second", lowercase(&voice.set(&second.title)).into()),
                ("y", voice.format.decimal(place.at.1, 2).into()),
            ],
        ));
    }
    notes.push(voice.scope_people());
    notes.push(voice.source_interviews());
    let chart = chart(voice, typology, &title);
    Some(Figure {
        name: name.to_owned(),
        title,
        unit: voice.plain("report-plane-unit"),
        drawings: vec![Drawn::of(&chart)],
        paper_mm: 150,
        notes,
        table: Some(table(voice, typology)),
        ..Figure::default()
    })
}

/// « E07 passe en P3 dans 70 % des tirages », when the place is doubtful.
pub(super) fn doubt(voice: &Voice<'_>, typology: &Typology, rank: usize) -> Option<String> {
    let doubt = typology.places.get(rank)?.doubt?;
    Some(voice.string(
        "report-plane-doubt",
        &[
            ("person", voice.person_id(rank).into()),
            ("profile", voice.profile_name(doubt.to).into()),
            ("share", voice.format.share(doubt.share, 0).into()),
        ],
    ))
}

pub(super) fn chart(voice: &Voice<'_>, typology: &Typology, title: &str) -> Plane {
    let doubts: Vec<String> =
        (0..voice.people().len()).filter_map(|rank| doubt(voice, typology, rank)).collect();
    let places: Vec<String> = typology
        .places
        .iter()
        .enumerate()
        .map(|(rank, place)| {
            format!(
                "{} ({}{}{})",
                voice.person_id(rank),
                voice.format.decimal(place.at.0, 2),
                voice.separator(),
                voice.format.decimal(place.at.1, 2)
            )
        })
        .collect();
    // All values up to fifteen persons, then the doubtful ones and the table.
    let told = if places.len() <= 15 {
        format!("{}. {}", places.join(", "), doubts.join(". "))
    } else {
        doubts.join(". ")
    };
    let desc = voice.string(
        "report-plane-desc",
        &[("people", typology.places.len().into()), ("boundary", told.trim().into())],
    );
    let reach = |pick: fn(&(f64, f64)) -> f64| {
        let all = typology.places.iter().flat_map(|place| std::iter::once(&place.at).chain(&place.coders));
        all.map(pick)
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)))
    };
    let (x, y) = (reach(|at| at.0), reach(|at| at.1));
    let guide = |rank: usize| {
        typology.axes.get(rank).map(|axis| Guide {
            at: axis.mean,
            label: voice
                .string("report-plane-mean-value", &[("value", voice.format.decimal(axis.mean, 2).into())]),
        })
    };
    let deviation = |rank: usize| typology.axes.get(rank).map_or(1.0, |axis| axis.deviation);
    let firm = voice.format.share(typology.firm_share, 0);
    Plane {
        alternative: voice.alternative(title, desc),
        x: voice.axis(&voice.axis_name(typology, 0), x.0.min(0.0), x.1 + 0.3, 6, 1),
        y: voice.axis(&voice.axis_name(typology, 1), y.0.min(0.0) - 0.2, y.1 + 0.3, 5, 1),
        places: typology
            .places
            .iter()
            .enumerate()
            .map(|(rank, place)| Place {
                class: voice.class_of(rank),
                name: voice.person_id(rank).to_owned(),
                x: place.at.0,
                y: place.at.1,
                rings: place.coders.clone(),
                doubt: doubt(voice, typology, rank),
                link: voice
                    .people()
                    .get(rank)
                    .and_then(|person| person.profile)
                    .map(|profile| format!("#{}", anchor("profile-", &voice.profile_name(profile)))),
            })
            .collect(),
        centres: typology
            .profiles
            .iter()
            .enumerate()
            .map(|(rank, profile)| Centre {
                class: Class::nth(rank),
                name: profile.name.clone(),
                text: voice.set(&profile.short),
                x: profile.centre.0,
                y: profile.centre.1,
            })
            .collect(),
        spread: (deviation(0), deviation(1)),
        x_mean: guide(0),
        y_mean: guide(1),
        zero: typology
            .axes
            .get(1)
            .filter(|axis| axis.range.is_none_or(|(low, _)| low < 0.0))
            .map(|_| Guide { at: 0.0, label: voice.plain("report-plane-zero") }),
        ring_key: voice.plain("report-plane-ring"),
        doubt_key: if doubts.is_empty() {
            String::new()
        } else {
            voice.string("report-plane-boundary", &[("firm", firm.into())])
        },
        mean_key: voice.string("report-plane-mean", &[("people", voice.placed_in_words().into())]),
        walk: None,
    }
}

pub(super) fn table(voice: &Voice<'_>, typology: &Typology) -> Table {
    let axis = |rank: usize| {
        typology.axes.get(rank).map_or_else(String::new, |axis| capitalised(&voice.set(&axis.title)))
    };
    let coders = typology.places.iter().map(|place| place.coders.len()).max().unwrap_or(0);
    let mut columns = vec![
        Column::text(voice.plain("report-column-interview")),
        Column::text(voice.plain("report-column-profile")),
        Column::number(axis(0)),
        Column::number(axis(1)),
    ];
    for coder in 1..=coders {
        let name = voice.string("report-method-coder", &[("number", coder.into())]);
        columns.push(Column::number(format!("{} – {name}", axis(0))));
        columns.push(Column::number(format!("{} – {name}", axis(1))));
    }
    columns.push(Column::number(voice.plain("report-moves-draws")));
    let rows = typology
        .places
        .iter()
        .enumerate()
        .map(|(rank, place)| {
            let profile = voice.people().get(rank).and_then(|person| person.profile);
            let mut cells = vec![
                Cell::text(voice.person_id(rank)),
                profile.map_or(Cell::NotAvailable, |one| Cell::Text(Phrase(vec![voice.profile(one)]))),
                voice.decimal_cell(Some(place.at.0), 2),
                voice.decimal_cell(Some(place.at.1), 2),
            ];
            for coder in 0..coders {
                let at = place.coders.get(coder);
                cells.push(voice.decimal_cell(at.map(|at| at.0), 2));
                cells.push(voice.decimal_cell(at.map(|at| at.1), 2));
            }
            cells.push(voice.decimal_cell(place.kept.map(|share| share * 100.0), 0));
            Row::plain(cells)
        })
        .collect();
    Table { columns, rows, ..Table::default() }
}
