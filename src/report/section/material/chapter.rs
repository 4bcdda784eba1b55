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
            title: voice.plain("report-method-title"),
            blocks: vec![Block::List(lines)],
        });
    }
    blocks.extend(people::table(voice).map(Block::Table));
    blocks.extend(sample::figure(voice).map(Block::Figure));
    blocks
}

fn lead(voice: &Voice<'_>) -> Option<Phrase> {
    let findings = voice.findings;
    let mut materials = Vec::new();
    if !findings.people.is_empty() {
        materials.push(voice.plain("report-material-interviews"));
    }
    if let Some(questionnaire) = &voice.shown.survey {
        let n = questionnaire.respondents;
        materials.push(voice.string("report-material-questionnaire", &[("n", n.into())]));
    }
    if voice.shown.activity.is_some() {
        materials.push(voice.plain("report-material-casework"));
    }
    if materials.is_empty() {
        return None;
    }
    // Each material carries its own clause: semicolons keep them apart.
    let separator = match voice.format.language {
        crate::text::Language::Fr => "\u{202F}; ",
        crate::text::Language::En => "; ",
    };
    Some(voice.phrase("report-material-lead", &[("materials", materials.join(separator).into())]))
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
    if voice.shown.activity.is_some() || findings.codes.iter().any(|code| code.agreement.is_some()) {
        lines.push(voice.phrase("report-method-intervals", &[]));
    }
    lines
}
