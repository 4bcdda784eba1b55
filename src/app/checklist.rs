//! Gathering what a checklist asks of the study's making: who coded what, versions, times, memos.

use std::collections::BTreeSet;

use super::context::Context;
use super::error::AppError;
use super::material::Material;
use crate::domain::coding::Anchoring;
use crate::domain::reporting::Checklist;
use crate::domain::transcript::{MarkKind, Role, Transcript};
use crate::domain::{CoderId, TranscriptId};
use crate::i18n::Catalog;
use crate::report::findings::{ChecklistFacts, CoderWork};

/// Gathers the facts of a checklist.
///
/// # Errors
/// The database cannot be read.
pub async fn facts(
    context: &Context,
    material: &Material,
    checklist: Checklist,
    words: &Catalog,
) -> Result<ChecklistFacts, AppError> {
    let settings = &material.settings;
    let language = words.language();
    let operations = context.store.operations(i64::MAX).await?;
    let answers = settings.checklists.get(&checklist).into_iter().flatten();
    let work = work(material);
    Ok(ChecklistFacts {
        answers: answers
            .map(|(item, answer)| (*item, answer.get(language).trim().to_owned()))
            .filter(|(_, answer)| !answer.is_empty())
            .collect(),
        double_coded: double_coded(material),
        coders: work,
        interviewers: interviewers(&material.transcripts),
        several_respondents: material.transcripts.iter().filter(|one| respondents(one) > 1).count(),
        guide: guide(&material.transcripts),
        last_times: last_times(&material.transcripts),
        corrected: material.transcripts.iter().filter(|one| one.version.number > 1).count(),
        codes_added: operations
            .iter()
            .filter(|one| one.kind == "code-new" && one.undone_by.is_none())
            .count(),
        operations: operations.len(),
        memos: context.store.memos(None, None).await?.len(),
        characteristics: settings
            .participants
            .characteristics
            .iter()
            .map(|one| one.title.get(language).to_owned())
            .collect(),
    })
}

/// Each coder with each interview that they coded, sorted.
fn placed(material: &Material) -> impl Iterator<Item = (&CoderId, &TranscriptId)> {
    let placed = material.codings.iter().filter(|coding| coding.anchoring != Anchoring::Lost);
    placed.map(|coding| (&coding.coder, &coding.transcript))
}

fn work(material: &Material) -> Vec<CoderWork> {
    let coders: BTreeSet<&CoderId> = placed(material).map(|(coder, _)| coder).collect();
    coders
        .into_iter()
        .map(|coder| {
            let own = || placed(material).filter(|(one, _)| *one == coder);
            let interviews: BTreeSet<&TranscriptId> = own().map(|(_, transcript)| transcript).collect();
            CoderWork { codings: own().count(), interviews: interviews.len() }
        })
        .collect()
}

fn double_coded(material: &Material) -> usize {
    let pairs: BTreeSet<(&TranscriptId, &CoderId)> =
        placed(material).map(|(coder, transcript)| (transcript, coder)).collect();
    let coders = |id: &TranscriptId| pairs.iter().filter(|(transcript, _)| *transcript == id).count();
    material.transcripts.iter().filter(|one| coders(&one.id) > 1).count()
}

fn interviewers(transcripts: &[Transcript]) -> Vec<(String, usize)> {
    let mut found: Vec<(String, usize)> = Vec::new();
    for transcript in transcripts {
        let asking = transcript.version.speakers.iter().filter(|one| one.role == Role::Interviewer);
        for speaker in asking {
            match found.iter_mut().find(|(label, _)| *label == speaker.label) {
                Some((_, interviews)) => *interviews += 1,
                None => found.push((speaker.label.clone(), 1)),
            }
        }
    }
    found
}

fn respondents(transcript: &Transcript) -> usize {
    transcript.version.speakers.iter().filter(|one| one.role == Role::Respondent).count()
}

/// Headings of the highest level in use that every interview has.
fn guide(transcripts: &[Transcript]) -> Vec<String> {
    let Some((first, others)) = transcripts.split_first() else { return Vec::new() };
    let titles = |one: &Transcript| -> Vec<String> {
        let highest = one.version.parts.iter().map(|part| part.level).min();
        let parts = one.version.parts.iter().filter(|part| Some(part.level) == highest);
        parts.map(|part| part.title.clone()).collect()
    };
    let others: Vec<Vec<String>> = others.iter().map(titles).collect();
    titles(first).into_iter().filter(|title| others.iter().all(|one| one.contains(title))).collect()
}

fn last_times(transcripts: &[Transcript]) -> Vec<u32> {
    let mut times: Vec<u32> = transcripts
        .iter()
        .filter_map(|one| {
            let seconds = one.version.marks.iter().filter_map(|mark| match mark.kind {
                MarkKind::Timecode { seconds } => Some(seconds),
                _ => None,
            });
            seconds.max()
        })
        .collect();
    times.sort_unstable();
    times
}
