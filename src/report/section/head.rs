//! The head: what this is, and how large.

use crate::i18n::format::words::capitalised;
use crate::report::document::{Block, CountStrip, Document};
use crate::report::findings::Edition;
use crate::report::section::voice::Voice;

/// Opens the document: titles, banner, counts, contents.
pub(super) fn document(voice: &Voice<'_>) -> Document {
    let study = &voice.findings.study;
    let title = voice.set(&study.title);
    let kicker = match study.edition {
        Edition::Internal => "report-kicker-internal",
        Edition::Public => "report-kicker-public",
    };
    let foot = if study.invented.is_some() {
        voice.string("report-foot-invented", &[("title", title.as_str().into())])
    } else {
        title.clone()
    };
    let counts = counts(voice);
    let mut blocks = Vec::new();
    if !counts.is_empty() {
        blocks.push(Block::Counts(counts));
    }
    blocks.push(Block::Contents);
    Document {
        language: voice.format.language,
        kicker: voice.plain(kicker),
        title,
        subtitle: voice.set(&study.subtitle),
        banner: study.invented.as_ref().map(|words| match words.trim() {
            "" => voice.plain("report-banner"),
            words => capitalised(&voice.set(words)),
        }),
        foot,
        blocks,
    }
}

fn counts(voice: &Voice<'_>) -> Vec<CountStrip> {
    let findings = voice.findings;
    let study = &findings.study;
    let mut counts = Vec::new();
    let people = findings.people.len();
    if people > 0 {
        let words: usize = findings.people.iter().map(|person| person.words).sum();
        counts.push(CountStrip {
            count: voice.format.count(people),
            text: voice.string("report-count-interviews", &[("n", people.into()), ("words", words.into())]),
        });
    }
    if study.extracts > 0 {
        let codings: usize = study.codings.iter().sum();
        counts.push(CountStrip {
            count: voice.format.count(study.extracts),
            text: voice.string(
                "report-count-extracts",
                &[
                    ("n", study.extracts.into()),
                    ("codings", codings.into()),
                    ("coders", voice.coders().into()),
                    ("coderscount", study.codings.len().into()),
                    ("codes", findings.codes.len().into()),
                ],
            ),
        });
    }
    if let Some(questionnaire) = &voice.shown.survey {
        counts.push(CountStrip {
            count: voice.format.count(questionnaire.respondents),
            text: voice.string(
                "report-count-questionnaires",
                &[("n", questionnaire.respondents.into()), ("interviewed", questionnaire.interviewed.into())],
            ),
        });
    }
    if let Some(activity) = &voice.shown.activity {
        counts.push(CountStrip {
            count: voice.published_text(activity.families),
            text: voice.string(
                "report-count-families",
                &[
                    ("families", voice.published(activity.families)),
                    ("interventions", voice.published(activity.interventions)),
                ],
            ),
        });
    }
    counts
}
