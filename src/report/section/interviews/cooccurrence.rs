//! Which codes come together, and which pairs chance does not explain.

use crate::i18n::Gender;
use crate::plot::{self, ArcItem, Arcs, MatrixItem, Pair, Tie};
use crate::report::document::{Cell, Column, Drawn, Figure, Note, NoteKind, Row, Table};
use crate::report::findings::{CodePair, Cooccurrence};
use crate::report::section::voice::Voice;

/// A code enters the drawing with a pair of this many turns and interviews.
const LEAST_TURNS: usize = 5;
const LEAST_INTERVIEWS: usize = 4;
/// A pair above chance: q under this.
const ABOVE: f64 = 0.10;
/// Ties drawn as arcs.
const MOST_TIES: usize = 12;
/// Lines of the table of the figure.
const TABLE_LINES: usize = 20;

pub(super) fn figure(voice: &Voice<'_>) -> Option<Figure> {
    let found = voice.findings.cooccurrence.as_ref().filter(|found| !found.pairs.is_empty())?;
    let shown = codes_shown(found);
    if shown.len() < 2 {
        return None;
    }
    let name = "cooccurrence";
    let title = voice.title(name, "report-cooccurrence-title", &[]);
    let ties = ties(found, &shown);
    let ties_heading = voice.string(
        "report-cooccurrence-ties",
        &[("n", ties.len().into()), ("words", voice.format.words(ties.len(), Gender::Feminine).into())],
    );
    let drawings = vec![
        Drawn::of(&matrix(voice, found, &shown, &title)),
        Drawn::of(&arcs(voice, &shown, &ties, &ties_heading)).under(ties_heading.clone()),
    ];
    Some(Figure {
        name: name.to_owned(),
        title,
        unit: voice.string(
            "report-cooccurrence-unit",
            &[("turns", LEAST_TURNS.into()), ("interviews", LEAST_INTERVIEWS.into())],
        ),
        drawings,
        paper_mm: 128,
        notes: notes(voice, found),
        table: Some(table(voice, found)),
        ..Figure::default()
    })
}

fn is_above(pair: &CodePair) -> bool {
    pair.q.is_some_and(|q| q < ABOVE)
}

/// Ranks of the codes drawn, in the order of the codebook.
fn codes_shown(found: &Cooccurrence) -> Vec<usize> {
    let mut codes: Vec<usize> = found
        .pairs
        .iter()
        .filter(|pair| pair.turns >= LEAST_TURNS && pair.interviews >= LEAST_INTERVIEWS)
        .flat_map(|pair| [pair.codes.0, pair.codes.1])
        .collect();
    codes.sort_unstable();
    codes.dedup();
    codes
}

fn ties<'f>(found: &'f Cooccurrence, shown: &[usize]) -> Vec<&'f CodePair> {
    let mut ties: Vec<&CodePair> = found
        .pairs
        .iter()
        .filter(|pair| is_above(pair) && shown.contains(&pair.codes.0) && shown.contains(&pair.codes.1))
        .collect();
    ties.sort_by_key(|pair| (std::cmp::Reverse((pair.turns, pair.interviews)), pair.codes));
    ties.truncate(MOST_TIES);
    ties
}

fn place(shown: &[usize], code: usize) -> Option<usize> {
    shown.iter().position(|known| *known == code)
}

#[allow(clippy::cast_precision_loss, reason = "counts of turns stay far under 2^53")]
fn matrix(voice: &Voice<'_>, found: &Cooccurrence, shown: &[usize], title: &str) -> plot::Cooccurrence {
    let pairs = found
        .pairs
        .iter()
        .filter_map(|pair| {
            Some(Pair {
                first: place(shown, pair.codes.0)?,
                second: place(shown, pair.codes.1)?,
                shared: pair.turns as f64,
                text: voice.format.count(pair.turns),
                above: is_above(pair),
                hint: Some(said(voice, "report-cooccurrence-reading", pair)),
                link: None,
            })
        })
        .collect();
    let desc = found
        .pairs
        .iter()
        .max_by_key(|pair| (pair.turns, pair.interviews))
        .map_or_else(String::new, |pair| said(voice, "report-cooccurrence-desc", pair));
    let items: Vec<MatrixItem> = shown
        .iter()
        .map(|rank| MatrixItem {
            label: voice.code_title(*rank),
            count: voice.code(*rank).map_or_else(String::new, |code| voice.format.count(code.turns)),
            group: voice.code(*rank).map_or(0, |code| code.theme),
            link: voice.code(*rank).map(|code| format!("#{}", voice.register(code))),
        })
        .collect();
    // The specimen of the key is the count of the first name.
    let specimen = items.first().map_or_else(String::new, |item| item.count.clone());
    plot::Cooccurrence {
        alternative: voice.alternative(title, desc),
        items,
        pairs,
        figures_from: LEAST_TURNS as f64,
        above_key: voice.plain("report-cooccurrence-above"),
        other_key: voice.string("report-cooccurrence-other", &[("least", LEAST_TURNS.into())]),
        count_key: (specimen, voice.plain("report-cooccurrence-diagonal")),
        reading: voice.plain("report-cooccurrence-cell"),
    }
}

#[allow(clippy::cast_precision_loss, reason = "counts of turns stay far under 2^53")]
fn arcs(voice: &Voice<'_>, shown: &[usize], ties: &[&CodePair], title: &str) -> Arcs {
    let desc: Vec<String> =
        ties.iter().map(|pair| said(voice, "report-cooccurrence-reading", pair)).collect();
    Arcs {
        alternative: voice.alternative(title, desc.join(" ")),
        items: shown
            .iter()
            .map(|rank| ArcItem {
                label: voice.code_title(*rank),
                weight: voice.code(*rank).map_or(0.0, |code| code.turns as f64),
                group: voice.code(*rank).map_or(0, |code| code.theme),
            })
            .collect(),
        ties: ties
            .iter()
            .filter_map(|pair| {
                Some(Tie {
                    first: place(shown, pair.codes.0)?,
                    second: place(shown, pair.codes.1)?,
                    shared: pair.turns as f64,
                    label: format!("{} ({})", pair.turns, pair.interviews),
                })
            })
            .collect(),
        none: voice.plain("report-cooccurrence-none"),
        key: voice.plain("report-cooccurrence-arcs-key"),
    }
}

fn said(voice: &Voice<'_>, key: &str, pair: &CodePair) -> String {
    voice.string(
        key,
        &[
            ("first", voice.format.quoted(&voice.code_title(pair.codes.0)).into()),
            ("second", voice.format.quoted(&voice.code_title(pair.codes.1)).into()),
            ("turns", pair.turns.into()),
            ("interviews", pair.interviews.into()),
        ],
    )
}

fn notes(voice: &Voice<'_>, found: &Cooccurrence) -> Vec<Note> {
    let significant = found.pairs.iter().filter(|pair| pair.q.is_some_and(|q| q < 0.05)).count();
    let mut note = voice.note(
        NoteKind::Note,
        "report-cooccurrence-note",
        &[("draws", found.draws.into()), ("pairs", found.tested.into()), ("significant", significant.into())],
    );
    if let Some(q) = found.smallest_q {
        let floor = voice.phrase("report-cooccurrence-floor", &[("q", voice.format.decimal(q, 3).into())]);
        note.text = Voice::joined(vec![note.text, floor]);
    }
    let mut notes = vec![note];
    // The second pair: the first is already in the alternative of the drawing.
    let mut pairs: Vec<&CodePair> = found.pairs.iter().collect();
    pairs.sort_by_key(|pair| (std::cmp::Reverse((pair.turns, pair.interviews)), pair.codes));
    if let Some(pair) = pairs.get(1).or(pairs.first()) {
        notes.push(Note {
            kind: NoteKind::Reading,
            text: said(voice, "report-cooccurrence-reading", pair).into(),
        });
    }
    notes.push(voice.note(
        NoteKind::Scope,
        "report-scope-turns",
        &[
            ("turns", voice.findings.study.turns.into()),
            ("n", voice.people().len().into()),
            ("people", voice.people_in_words().into()),
        ],
    ));
    notes.push(voice.source_interviews());
    notes
}

fn table(voice: &Voice<'_>, found: &Cooccurrence) -> Table {
    Table {
        columns: vec![
            Column::text(voice.plain("report-column-pair")),
            Column::number(voice.plain("report-column-shared-turns")),
            Column::number(voice.plain("report-column-interviews")),
            Column::number(voice.plain("report-column-jaccard")),
            Column::number(voice.plain("report-column-q")),
        ],
        rows: found
            .pairs
            .iter()
            .take(TABLE_LINES)
            .map(|pair| {
                Row::plain(vec![
                    Cell::text(format!(
                        "{} – {}",
                        voice.code_title(pair.codes.0),
                        voice.code_title(pair.codes.1)
                    )),
                    voice.count_cell(pair.turns),
                    voice.count_cell(pair.interviews),
                    voice.decimal_cell(Some(pair.jaccard), 2),
                    voice.decimal_cell(pair.q, 3),
                ])
            })
            .collect(),
        ..Table::default()
    }
}
