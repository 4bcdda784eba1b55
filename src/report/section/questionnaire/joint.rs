//! What words and scores say together; the reading is written by the team.

use crate::domain::settings::Verdict;
use crate::report::document::{Cell, Column, Inline, NoteKind, Phrase, Row, Table};
use crate::report::findings::{ProfileFacts, ScaleFacts};
use crate::report::protected::Survey;
use crate::report::section::questionnaire::scores::{may_show_range, own};
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
    columns.extend(survey.scales.iter().map(|scale| Column::text(voice.set(&scale.facts.title))));
    columns.push(Column::text(voice.plain("report-column-reading")));
    let rows = profiles
        .iter()
        .enumerate()
        .map(|(rank, profile)| {
            let mut cells = vec![head(voice, rank), typical(voice, profile)];
            cells.extend(survey.scales.iter().map(|scale| median(voice, &scale.facts, rank)));
            cells.push(reading(voice, profile));
            Row::plain(cells)
        })
        .collect();
    Some(Table {
        name: "joint".to_owned(),
        title: voice.title("joint", "report-joint-title", &[]),
        unit: voice.plain("report-joint-unit"),
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
    let scores = own(voice, scale, profile);
    let (Some(low), Some(high)) = (scores.first(), scores.last()) else { return Cell::NotAvailable };
    if !may_show_range(voice, scores.len()) {
        return Cell::Suppressed;
    }
    let half = scores.len() / 2;
    let at = |place: usize| scores.get(place).copied().unwrap_or(*low);
    let median =
        if scores.len() % 2 == 1 { at(half) } else { f64::midpoint(at(half.saturating_sub(1)), at(half)) };
    // In a public edition the median of three is the score of one person: the range alone is shown.
    let range = voice.format.interval(*low, *high, 0);
    if voice.is_public() {
        return Cell::text(range);
    }
    Cell::Text(Phrase(vec![
        Inline::Text(voice.format.decimal(median, 0)),
        Inline::Break,
        Inline::Quiet(range),
    ]))
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
