//! The chapter: what it says first, and the order of its parts.

use super::{assignment, items, joint, practices, ratings, scores, weighted};
use crate::i18n::Gender;
use crate::i18n::format::words::{capitalised, lowercase};
use crate::report::document::{Block, Phrase};
use crate::report::protected::Survey;
use crate::report::section::voice::Voice;

pub(in crate::report::section) fn blocks(voice: &Voice<'_>) -> Vec<Block> {
    let Some(survey) = &voice.shown.survey else { return Vec::new() };
    if survey.respondents == 0 {
        return vec![Block::Paragraph(voice.phrase("report-questionnaire-empty", &[]))];
    }
    let mut blocks = vec![Block::Paragraph(lead(voice, survey))];
    blocks.extend(scores::figure(voice, survey).map(Block::Figure));
    blocks.extend(joint::table(voice, survey).map(Block::Table));
    if let Some(crosstab) = &survey.crosstab {
        blocks.extend(assignment::table(voice, survey, crosstab).map(Block::Table));
        blocks.extend(assignment::limits(voice, crosstab));
    }
    blocks.extend(weighted::blocks(voice, survey));
    blocks.extend(items::figure(voice, survey).map(Block::Figure));
    blocks.extend(ratings::table(voice, survey).map(Block::Table));
    blocks.extend(practices::figure(voice, survey).map(Block::Figure));
    blocks
}

/// What served the assignment, in words.
pub(in crate::report::section) fn served(voice: &Voice<'_>, survey: &Survey) -> String {
    let names: Vec<String> = survey
        .crosstab
        .iter()
        .flat_map(|crosstab| &crosstab.facts.served)
        .map(|name| lowercase(&voice.set(name)))
        .collect();
    if names.is_empty() { voice.plain("report-served-default") } else { voice.format.joined(&names) }
}

fn lead(voice: &Voice<'_>, survey: &Survey) -> Phrase {
    let mut said = Vec::new();
    if survey.interviewed > 0 {
        let interviewed = capitalised(&voice.format.words(survey.interviewed, Gender::Feminine));
        let all = if survey.interviewed == voice.people().len() { "yes" } else { "no" };
        said.push(voice.phrase(
            "report-questionnaire-lead",
            &[
                ("all", all.into()),
                ("interviewed", interviewed.into()),
                ("n", survey.interviewed.into()),
                ("people", voice.people_in_words().into()),
                ("profiles", if voice.findings.typology.is_some() { "yes" } else { "no" }.into()),
            ],
        ));
    } else {
        let people = [("people", voice.people_in_words().into()), ("count", voice.people().len().into())];
        said.push(voice.phrase("report-questionnaire-nobody", &people));
    }
    if survey.crosstab.is_some() {
        said.push(voice.phrase(
            "report-questionnaire-lead-assigned",
            &[("n", survey.respondents.into()), ("served", served(voice, survey).into())],
        ));
    }
    Voice::joined(said)
}
