//! What words and scores say together; the reading is written by the team.

use crate::domain::settings::Verdict;
use crate::report::document::{Cell, Column, Inline, NoteKind, Phrase, Row, Table};
use crate::report::findings::{ProfileFacts, ScaleFacts};
use crate::report::protected::Survey;
use crate::report::section::questionnaire::scores::{OwnScores, least_median};
use crate::report::section::voice::Voice;

const TYPICAL_CODES: usize = 3;

pub(super) fn table(voice: &Voice<'_>, survey: &Survey) -> Option<Table> {
    let profiles = voice.findings.typology.as_ref().map(|typology| &typology.profiles)?;
    if survey.scales.is_empty() || profiles.is_empty() {
        return None;
    }
    let mut columns = vec![
        Column::text(voice.plain("report-column-profile")),
        Column::text(voice.plain("report-column-typical")),
    ];
    // A column of hidden scores alone tells nothing: the line under the title says why there is none.
    let is_told = |rank: usize, scale: &ScaleFacts| {
        matches!(OwnScores::of(voice, scale, rank), OwnScores::Whole(..) | OwnScores::Median(_))
    };
    let is_hidden = voice.is_public()
        && !survey.scales.iter().any(|scale| (0..profiles.len()).any(|rank| is_told(rank, &scale.facts)));
    let scales = if is_hidden { &[][..] } else { survey.scales.as_slice() };
    let edition = match (is_hidden, voice.is_public()) {
        (true, _) => "bare",
        (false, true) => "public",
        (false, false) => "internal",
    };
    columns.extend(scales.iter().map(|scale| Column::text(voice.set(&scale.facts.title))));
    columns.push(Column::text(voice.plain("report-column-reading")));
    let rows = profiles
        .iter()
        .enumerate()
        .map(|(rank, profile)| {
            let mut cells = vec![head(voice, rank), typical(voice, profile)];
            cells.extend(scales.iter().map(|scale| median(voice, &scale.facts, rank)));
            cells.push(reading(voice, profile));
            Row::plain(cells)
        })
        .collect();
    Some(Table {
        name: "joint".to_owned(),
        title: voice.title(
            "joint",
            "report-joint-title",
            &[("scores", if is_hidden { "no" } else { "yes" }.into())],
        ),
        unit: voice.string(
            "report-joint-unit",
            &[("edition", edition.into()), ("threshold", least_median(voice).into())],
        ),
        columns,
        rows,
        notes: vec![
            voice.note(NoteKind::Note, "report-joint-note", &[]),
            voice.scope_people(),
            voice.source_both(false),
        ],
        ..Table::default()
    })
}

fn head(voice: &Voice<'_>, profile: usize) -> Cell {
    let n = voice.string("report-joint-n", &[("n", voice.members(profile).len().into())]);
    Cell::Text(Phrase(vec![voice.profile(profile), Inline::Break, Inline::Quiet(n)]))
}

fn typical(voice: &Voice<'_>, profile: &ProfileFacts) -> Cell {
    if profile.more.is_empty() {
        return Cell::text(voice.plain("report-none"));
    }
    let mut pieces = Vec::new();
    for typical in profile.more.iter().take(TYPICAL_CODES) {
        if !pieces.is_empty() {
            pieces.push(Inline::Break);
        }
        let text = voice.code_title(typical.code);
        pieces.push(match voice.code(typical.code) {
            Some(code) => Inline::Link { text, anchor: voice.register(code) },
            None => Inline::Text(text),
        });
    }
    Cell::Text(Phrase(pieces))
}

fn median(voice: &Voice<'_>, scale: &ScaleFacts, profile: usize) -> Cell {
    match OwnScores::of(voice, scale, profile) {
        OwnScores::Whole(low, median, high) => Cell::Text(Phrase(vec![
            Inline::Text(voice.format.decimal(median, 0)),
            Inline::Break,
            Inline::Quiet(voice.format.interval(low, high, 0)),
        ])),
        OwnScores::Median(median) => Cell::text(voice.format.decimal(median, 0)),
        OwnScores::Hidden => Cell::Suppressed,
        OwnScores::Absent => Cell::NotAvailable,
    }
}

/// « Confirme. » in bold before what the team wrote.
fn reading(voice: &Voice<'_>, profile: &ProfileFacts) -> Cell {
    let Some((verdict, text)) = &profile.reading else {
        return Cell::Text(Phrase(vec![Inline::ToWrite(voice.plain("report-to-write"))]));
    };
    let verdict = voice.plain(match verdict {
        Verdict::Confirms => "report-verdict-confirms",
        Verdict::Extends => "report-verdict-extends",
        Verdict::Contradicts => "report-verdict-contradicts",
    });
    Cell::Text(Phrase(vec![Inline::Strong(verdict), Inline::Text(format!(" {}", voice.set(text.trim())))]))
}
