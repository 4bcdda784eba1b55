//! Whether the choice of method matters: methods by cases.

use crate::plot::{Class, MoveCell, MoveRow, Moves, Tally};
use crate::report::document::{Cell, Column, Drawn, Figure, NoteKind, Phrase, Row, Table};
use crate::report::findings::{MethodRow, Typology};
use crate::report::section::voice::Voice;

pub(super) fn figure(voice: &Voice<'_>, typology: &Typology) -> Option<Figure> {
    if typology.methods.is_empty() {
        return None;
    }
    let name = "moves";
    let title = voice.title(name, "report-moves-title", &[]);
    let sentences: Vec<String> = typology.methods.iter().map(|method| sentence(voice, method)).collect();
    let mut notes = vec![voice.note(NoteKind::Note, "report-moves-note", &[])];
    let worst = typology.methods.iter().max_by_key(|method| moved(voice, method).len());
    if let Some(method) = worst {
        notes.push(crate::report::document::Note {
            kind: NoteKind::Reading,
            text: sentence(voice, method).into(),
        });
    }
    notes.push(voice.scope_people());
    notes.push(voice.source_interviews());
    let desc = voice.string("report-moves-desc", &[("lines", sentences.join(" ").into())]);
    let chart = chart(voice, typology, &title, desc);
    Some(Figure {
        name: name.to_owned(),
        title,
        unit: voice.plain("report-moves-unit"),
        drawings: vec![Drawn::of(&chart)],
        paper_mm: 158,
        notes,
        table: Some(table(voice, typology)),
        ..Figure::default()
    })
}

/// Names a way of grouping as the figure does.
pub(in crate::report::section) fn name(voice: &Voice<'_>, method: &MethodRow) -> String {
    let key = format!("report-method-{}", method.key);
    match method.number {
        Some(number) => voice.string(&key, &[("number", number.into())]),
        None => voice.plain(&key),
    }
}

/// Persons whom a method puts elsewhere; those it leaves out do not move.
fn moved(voice: &Voice<'_>, method: &MethodRow) -> Vec<usize> {
    voice
        .people()
        .iter()
        .enumerate()
        .filter(|(rank, person)| {
            method.profiles.get(*rank).copied().flatten().is_some_and(|given| Some(given) != person.profile)
        })
        .map(|(rank, _)| rank)
        .collect()
}

fn sentence(voice: &Voice<'_>, method: &MethodRow) -> String {
    let moved = moved(voice, method);
    voice.string(
        "report-moves-reading",
        &[
            ("method", name(voice, method).into()),
            ("n", moved.len().into()),
            ("names", voice.names(&moved).into()),
        ],
    )
}

fn chart(voice: &Voice<'_>, typology: &Typology, title: &str, desc: String) -> Moves {
    let people = voice.people();
    let mut rows = vec![MoveRow {
        label: voice.plain("report-method-retained"),
        retained: true,
        ruled: true,
        cells: (0..people.len())
            .map(|rank| MoveCell { class: Some(voice.class_of(rank)), moved: false })
            .collect(),
        value: String::new(),
    }];
    rows.extend(typology.methods.iter().enumerate().map(|(place, method)| {
        // A hair rule ends the readings of the same grid.
        let next = typology.methods.get(place + 1);
        let moved = moved(voice, method);
        MoveRow {
            label: name(voice, method),
            retained: false,
            ruled: method.is_reading && next.is_some_and(|next| !next.is_reading),
            cells: (0..people.len())
                .map(|rank| MoveCell {
                    class: method.profiles.get(rank).copied().flatten().map(Class::nth),
                    moved: moved.contains(&rank),
                })
                .collect(),
            value: voice.format.maybe(method.ari, 2),
        }
    }));
    Moves {
        alternative: voice.alternative(title, desc),
        columns: voice.person_columns(),
        rows,
        value_head: voice.plain("report-column-ari"),
        tallies: tallies(voice, typology),
        moved_key: voice.plain("report-moves-moved"),
    }
}

fn agreeing(voice: &Voice<'_>, typology: &Typology, rank: usize) -> usize {
    let own = voice.people().get(rank).and_then(|person| person.profile);
    typology
        .methods
        .iter()
        .filter(|method| method.profiles.get(rank).copied().flatten().is_some_and(|given| Some(given) == own))
        .count()
}

fn tallies(voice: &Voice<'_>, typology: &Typology) -> Vec<Tally> {
    let ranks = || 0..voice.people().len();
    let doubtful = |rank: usize| typology.places.get(rank).is_some_and(|place| place.doubt.is_some());
    let mut tallies = vec![Tally {
        label: voice.plain("report-moves-agreeing"),
        cells: ranks()
            .map(|rank| {
                let count = agreeing(voice, typology, rank);
                (format!("{count}/{}", typology.methods.len()), doubtful(rank))
            })
            .collect(),
    }];
    if !typology.left_out.is_empty() {
        tallies.push(Tally {
            label: voice.plain("report-moves-left-out"),
            cells: ranks()
                .map(|rank| match typology.left_out.get(rank) {
                    Some((kept, all)) => (format!("{kept}/{all}"), doubtful(rank)),
                    None => (voice.plain("report-sign-not-available"), false),
                })
                .collect(),
        });
    }
    if typology.places.iter().any(|place| place.kept.is_some()) {
        tallies.push(Tally {
            label: voice.plain("report-moves-draws"),
            cells: ranks()
                .map(|rank| {
                    let kept = typology.places.get(rank).and_then(|place| place.kept);
                    (voice.format.maybe(kept.map(|share| share * 100.0), 0), doubtful(rank))
                })
                .collect(),
        });
    }
    tallies
}

fn table(voice: &Voice<'_>, typology: &Typology) -> Table {
    let mut columns = vec![Column::text(voice.plain("report-column-method"))];
    columns.extend(voice.people().iter().map(|person| Column::text(person.id.as_str())));
    columns.push(Column::number(voice.plain("report-column-ari")));
    let rows =
        typology
            .methods
            .iter()
            .map(|method| {
                let mut cells = vec![Cell::text(name(voice, method))];
                cells.extend((0..voice.people().len()).map(|rank| {
                    method.profiles.get(rank).copied().flatten().map_or(Cell::NotApplicable, |profile| {
                        Cell::Text(Phrase(vec![voice.profile(profile)]))
                    })
                }));
                cells.push(voice.decimal_cell(method.ari, 2));
                Row::plain(cells)
            })
            .collect();
    Table { columns, rows, ..Table::default() }
}
