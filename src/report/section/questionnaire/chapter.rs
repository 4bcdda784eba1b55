//! The chapter: what it says first, and the order of its parts.

use super::{assignment, items, joint, practices, ratings, scores};
use crate::i18n::Gender;
use crate::i18n::format::words::{capitalised, lowercase};
use crate::report::document::{Block, Phrase};
use crate::report::findings::Questionnaire;
use crate::report::section::voice::Voice;

pub(in crate::report::section) fn blocks(voice: &Voice<'_>) -> Vec<Block> {
    let Some(questionnaire) = &voice.findings.questionnaire else { return Vec::new() };
    let mut blocks = vec![Block::Paragraph(lead(voice, questionnaire))];
    blocks.extend(scores::figure(voice, questionnaire).map(Block::Figure));
    blocks.extend(joint::table(voice, questionnaire).map(Block::Table));
    if let Some(assignment) = &questionnaire.assignment {
        blocks.extend(assignment::table(voice, questionnaire, assignment).map(Block::Table));
        blocks.extend(assignment::limits(voice, assignment));
    }
    blocks.extend(items::figure(voice, questionnaire).map(Block::Figure));
    blocks.extend(ratings::table(voice, questionnaire).map(Block::Table));
    blocks.extend(practices::figure(voice, questionnaire).map(Block::Figure));
    blocks
}

/// What served the assignment, in words.
pub(in crate::report::section) fn served(voice: &Voice<'_>, questionnaire: &Questionnaire) -> String {
    let names: Vec<String> = questionnaire
        .assignment
        .iter()
        .flat_map(|assignment| &assignment.served)
        .map(|name| lowercase(&voice.set(name)))
        .collect();
    if names.is_empty() { voice.plain("report-served-default") } else { voice.format.joined(&names) }
}

fn lead(voice: &Voice<'_>, questionnaire: &Questionnaire) -> Phrase {
    let mut said = Vec::new();
    if questionnaire.interviewed > 0 {
        let interviewed = capitalised(&voice.format.words(questionnaire.interviewed, Gender::Feminine));
        let all = if questionnaire.interviewed == voice.people().len() { "yes" } else { "no" };
        said.push(voice.phrase(
            "report-questionnaire-lead",
            &[
                ("all", all.into()),
                ("interviewed", interviewed.into()),
                ("people", voice.people_in_words().into()),
            ],
        ));
    }
    if questionnaire.assignment.is_some() {
        said.push(voice.phrase(
            "report-questionnaire-lead-assigned",
            &[("n", questionnaire.respondents.into()), ("served", served(voice, questionnaire).into())],
        ));
    }
    Voice::joined(said)
}
