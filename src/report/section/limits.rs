//! Limites: how far the report may be quoted, one imperative a line.

use crate::i18n::Gender;
use crate::i18n::format::words::capitalised;
use crate::report::document::{Block, Boxed, Phrase};
use crate::report::findings::Typology;
use crate::report::section::essentials::is_continuum;
use crate::report::section::voice::Voice;

pub(super) fn blocks(voice: &Voice<'_>) -> Vec<Block> {
    let findings = voice.findings;
    let mut lines = Vec::new();
    let people = voice.placed();
    if let Some(typology) = findings.typology.as_ref().filter(|typology| !typology.profiles.is_empty()) {
        let smallest = (0..typology.profiles.len()).map(|rank| voice.members(rank).len()).max().unwrap_or(0);
        let part = capitalised(&voice.format.words(smallest, Gender::Feminine));
        lines.push(voice.phrase(
            "report-limit-n",
            &[("n", people.into()), ("people", voice.placed_in_words().into()), ("part", part.into())],
        ));
        lines.extend(choice(voice, typology));
        lines.extend(boundary(voice, typology));
        if let Some(axis) = typology.axes.get(1) {
            let axis = capitalised(&voice.set(&axis.title));
            lines.push(voice.phrase("report-limit-effect", &[("axis", axis.into())]));
        }
    }
    if let Some(questionnaire) = &voice.shown.survey {
        lines.push(voice.phrase(
            "report-limit-volunteers",
            &[
                ("n", questionnaire.respondents.into()),
                ("count", voice.people().len().into()),
                ("people", voice.people_in_words().into()),
            ],
        ));
        if questionnaire.crosstab.is_some() {
            lines.push(voice.phrase("report-limit-same-day", &[]));
        }
    }
    if lines.is_empty() {
        return Vec::new();
    }
    vec![Block::Box {
        kind: Boxed::Limits,
        title: voice.plain("report-limits-title"),
        blocks: vec![Block::List(lines)],
    }]
}

fn choice(voice: &Voice<'_>, typology: &Typology) -> Option<Phrase> {
    let p = voice.format.p_value(typology.null_p?);
    let groups = capitalised(&voice.format.words(typology.profiles.len(), Gender::Masculine));
    let key = if is_continuum(typology) { "report-limit-choice-continuum" } else { "report-limit-choice" };
    Some(voice.phrase(key, &[("groups", groups.into()), ("p", p.into())]))
}

fn boundary(voice: &Voice<'_>, typology: &Typology) -> Option<Phrase> {
    let kept = |rank: usize| typology.places.get(rank).and_then(|place| place.kept);
    let doubtful = voice.boundary(typology);
    if doubtful.is_empty() {
        let least = (0..voice.people().len())
            .filter_map(|rank| kept(rank).map(|share| (rank, share)))
            .min_by(|(_, one), (_, other)| one.total_cmp(other));
        let Some((rank, share)) = least else {
            return Some(voice.phrase("report-limit-boundary-unknown", &[]));
        };
        let all = if voice.read_once(typology).is_empty() { "yes" } else { "no" };
        return Some(voice.phrase(
            "report-limit-no-boundary",
            &[
                ("share", voice.format.share(share, 0).into()),
                ("person", voice.person_id(rank).into()),
                ("all", all.into()),
            ],
        ));
    }
    let n = doubtful.len();
    let values: Vec<String> = doubtful
        .into_iter()
        .filter_map(|rank| {
            Some(voice.string(
                "report-limit-boundary-one",
                &[
                    ("person", voice.person_id(rank).into()),
                    ("share", voice.format.share(kept(rank)?, 0).into()),
                ],
            ))
        })
        .collect();
    (!values.is_empty()).then(|| {
        let arguments = [("values", voice.format.joined(&values).into()), ("n", n.into())];
        voice.phrase("report-limit-boundary", &arguments)
    })
}
