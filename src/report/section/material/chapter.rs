//! The chapter: what it says first, and the order of its parts.

use super::{people, sample};
use crate::i18n::Gender;
use crate::i18n::format::words::{capitalised, lowercase};
use crate::report::document::{Block, Boxed, Phrase};
use crate::report::section::voice::Voice;

pub(in crate::report::section) fn blocks(voice: &Voice<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    blocks.extend(lead(voice).map(Block::Paragraph));
    let lines = method(voice);
    if !lines.is_empty() {
        blocks.push(Block::Box {
            kind: Boxed::Method,
            title: voice.string(
                "report-method-title",
                &[
                    ("n", lines.len().into()),
                    ("words", voice.format.words(lines.len(), Gender::Feminine).into()),
                ],
            ),
            blocks: vec![Block::List(lines)],
        });
    }
    blocks.extend(people::table(voice).map(Block::Table));
    blocks.extend(sample::figure(voice).map(Block::Figure));
    blocks
}

fn lead(voice: &Voice<'_>) -> Option<Phrase> {
    let people = voice.people().len();
    let has_casework = voice.shown.activity.is_some();
    let count =
        usize::from(people > 0) + usize::from(voice.shown.survey.is_some()) + usize::from(has_casework);
    if count == 0 {
        return None;
    }
    // What a source brings is said beside the others; alone, it is only counted.
    let casework = if has_casework { "yes" } else { "no" };
    let said = |beside: &str, alone: &str, n: usize| {
        let key = if count == 1 { alone } else { beside };
        voice.string(key, &[("n", n.into()), ("casework", casework.into())])
    };
    let mut materials = Vec::new();
    if people > 0 {
        materials.push(said("report-material-interviews", "report-material-interviews-alone", people));
    }
    if let Some(questionnaire) = &voice.shown.survey {
        let n = questionnaire.respondents;
        materials.push(said("report-material-questionnaire", "report-material-questionnaire-alone", n));
    }
    if has_casework {
        materials.push(voice.plain("report-material-casework"));
    }
    // Each material carries its own clause: semicolons keep them apart.
    let arguments = [("materials", materials.join(voice.separator()).into()), ("count", count.into())];
    Some(voice.phrase("report-material-lead", &arguments))
}

fn method(voice: &Voice<'_>) -> Vec<Phrase> {
    let findings = voice.findings;
    let study = &findings.study;
    let mut lines = Vec::new();
    if study.extracts > 0 {
        let codings: Vec<String> = study.codings.iter().map(|count| voice.format.count(*count)).collect();
        lines.push(voice.phrase(
            "report-method-coding",
            &[
                ("coders", capitalised(&voice.coders()).into()),
                ("codings", voice.format.joined(&codings).into()),
                ("total", study.codings.iter().sum::<usize>().into()),
                ("extracts", study.extracts.into()),
                ("shared", study.shared_extracts.into()),
                ("coderscount", study.codings.len().into()),
            ],
        ));
    }
    if let Some(typology) = &findings.typology {
        if let [first, second, ..] = typology.axes.as_slice() {
            lines.push(voice.phrase(
                "report-method-axes",
                &[
                    ("first", lowercase(&voice.set(&first.title)).into()),
                    ("firstcodes", first.codes.into()),
                    ("second", lowercase(&voice.set(&second.title)).into()),
                    ("secondcodes", second.codes.into()),
                ],
            ));
        }
        let groups = capitalised(&voice.format.words(typology.profiles.len(), Gender::Masculine));
        lines.push(match (typology.partitions, typology.runner_up) {
            (Some(partitions), Some(gap)) => voice.phrase(
                "report-method-groups",
                &[
                    ("groups", groups.into()),
                    ("partitions", partitions.into()),
                    ("gap", voice.format.share(gap, 0).into()),
                ],
            ),
            _ => voice.phrase("report-method-groups-bare", &[("groups", groups.into())]),
        });
        if typology.coder_draws > 0 {
            lines.push(voice.phrase(
                "report-method-stability",
                &[
                    ("draws", typology.coder_draws.into()),
                    ("firm", voice.format.share(typology.firm_share, 0).into()),
                ],
            ));
        }
    }
    if voice.shown.survey.is_some() {
        lines.push(voice.phrase("report-method-scales", &[]));
    }
    lines.extend(intervals(voice));
    lines
}

/// Says how the intervals of the figures that are there were made.
fn intervals(voice: &Voice<'_>) -> Option<Phrase> {
    let has_casework = voice.shown.activity.is_some();
    let has_agreement = voice
        .findings
        .codes
        .iter()
        .any(|code| code.agreement.as_ref().is_some_and(|one| one.interval.is_some()));
    let values: Vec<String> = [
        ("report-interval-rates", has_casework),
        ("report-interval-agreement", has_agreement),
        ("report-interval-durations", has_casework),
    ]
    .into_iter()
    .filter(|(_, is_there)| *is_there)
    .map(|(key, _)| voice.plain(key))
    .collect();
    (!values.is_empty())
        .then(|| voice.phrase("report-method-intervals", &[("values", values.join(", ").into())]))
}
