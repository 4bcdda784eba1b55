//! The table of the persons interviewed, with the families that share what is printed of them.

use crate::report::document::{Cell, Column, Inline, NoteKind, Phrase, Row, Table};
use crate::report::findings::Person;
use crate::report::section::voice::Voice;

pub(super) fn table(voice: &Voice<'_>) -> Option<Table> {
    let people = voice.people();
    if people.is_empty() {
        return None;
    }
    let threshold = voice.findings.study.threshold;
    let has_profiles = people.iter().any(|person| person.profile.is_some());
    let has_similar = people.iter().any(|person| person.similar_families.is_some());
    let shown = Shown::of(people);
    let mut columns = vec![Column::text(voice.plain("report-column-interview"))];
    columns.extend(
        [
            ("report-column-person", shown.description),
            ("report-column-event", shown.event),
            ("report-column-offer", shown.offer),
        ]
        .into_iter()
        .filter(|(_, is_shown)| *is_shown)
        .map(|(key, _)| Column::text(voice.plain(key))),
    );
    if has_profiles {
        columns.push(Column::text(voice.plain("report-column-profile")));
    }
    columns.push(Column::number(voice.plain("report-column-words")));
    columns.push(Column::number(voice.plain("report-column-extracts")));
    if has_similar {
        columns.push(Column::number(voice.plain("report-column-similar")));
    }
    let rows = people
        .iter()
        .map(|person| {
            let known = |text: &str| {
                if text.is_empty() { Cell::NotAvailable } else { Cell::text(voice.set(text)) }
            };
            let mut cells = vec![Cell::text(person.id.as_str())];
            if shown.description {
                cells.push(description(voice, &person.description));
            }
            if shown.event {
                cells.push(known(&person.event));
            }
            if shown.offer {
                cells.push(known(&person.offer));
            }
            if has_profiles {
                cells.push(
                    person
                        .profile
                        .map_or(Cell::NotAvailable, |rank| Cell::Text(Phrase(vec![voice.profile(rank)]))),
                );
            }
            cells.push(voice.count_cell(person.words));
            cells.push(voice.count_cell(person.extracts));
            if has_similar {
                cells.push(match person.similar_families {
                    // A number under the threshold would itself tell how rare the person is.
                    Some(n) if n < threshold => Cell::Suppressed,
                    Some(n) => voice.big_cell(n),
                    None => Cell::NotAvailable,
                });
            }
            Row::plain(cells)
        })
        .collect();
    let mut notes = Vec::new();
    if has_profiles {
        notes.push(voice.note(NoteKind::Note, "report-people-note", &[]));
    }
    if has_similar {
        let small: Vec<&str> = people
            .iter()
            .filter(|person| person.similar_families.is_some_and(|n| n < threshold))
            .map(|person| person.id.as_str())
            .collect();
        if !small.is_empty() {
            let warning = voice.note(
                NoteKind::Note,
                "report-people-small",
                &[("names", voice.format.joined(&small).into()), ("threshold", threshold.into())],
            );
            match notes.first_mut() {
                Some(note) => {
                    note.text = Voice::joined(vec![std::mem::take(&mut note.text), warning.text]);
                }
                None => notes.push(warning),
            }
        }
        let rarest = people
            .iter()
            .filter_map(|person| person.similar_families.map(|n| (n, person)))
            .filter(|(n, _)| *n >= threshold)
            .min_by_key(|(n, _)| *n);
        if let (Some((n, person)), Some(activity)) = (rarest, &voice.shown.activity) {
            notes.push(voice.note(
                NoteKind::Reading,
                "report-people-reading",
                &[
                    ("person", person.id.as_str().into()),
                    ("n", n.into()),
                    ("families", voice.published(activity.interventions)),
                    ("threshold", threshold.into()),
                ],
            ));
        }
    }
    notes.push(voice.scope_people());
    notes.push(voice.source_interviews());
    let arguments = [("people", voice.people_in_words().into()), ("n", people.len().into())];
    Some(Table {
        name: "people".to_owned(),
        title: voice.title("people", "report-people-title", &arguments),
        unit: unit(voice, shown.ages, has_similar),
        columns,
        rows,
        notes,
        ..Table::default()
    })
}

/// What is known of some person: a column where nobody has a value says nothing.
struct Shown {
    description: bool,
    event: bool,
    offer: bool,
    /// Some description tells an age, always in a band.
    ages: bool,
}

impl Shown {
    fn of(people: &[Person]) -> Self {
        let any = |value: fn(&Person) -> &str| people.iter().any(|person| !value(person).trim().is_empty());
        Self {
            description: any(|person| &person.description),
            event: any(|person| &person.event),
            offer: any(|person| &person.offer),
            ages: people.iter().any(|person| person.description.chars().any(char::is_numeric)),
        }
    }
}

fn unit(voice: &Voice<'_>, has_ages: bool, has_similar: bool) -> String {
    let said = |is_so: bool| if is_so { "yes" } else { "no" };
    voice.string(
        "report-people-unit",
        &[("ages", said(has_ages).into()), ("similar", said(has_similar).into())],
    )
}

/// Keeps what follows a comma on one line: « Femme, » then « 30–39 ans ».
fn description(voice: &Voice<'_>, text: &str) -> Cell {
    let set = voice.set(text);
    if set.trim().is_empty() {
        return Cell::NotAvailable;
    }
    let mut pieces = Vec::new();
    for part in set.split(", ") {
        if !pieces.is_empty() {
            pieces.push(Inline::Text(" ".to_owned()));
        }
        pieces.push(Inline::Kept(part.to_owned()));
    }
    // The comma goes with the words before it.
    let last = pieces.len().saturating_sub(1);
    for (place, piece) in pieces.iter_mut().enumerate() {
        if let Inline::Kept(words) = piece
            && place < last
        {
            words.push(',');
        }
    }
    Cell::Text(Phrase(pieces))
}
