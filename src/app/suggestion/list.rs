//! Which suggestions stand, and what was answered to earlier ones.

use std::collections::BTreeMap;

use serde::Serialize;

use super::decide::{Answer, KIND};
use super::learn::{Lesson, Proposals, answered};
use crate::analysis::statistics::interval::{Proportion, wilson};
use crate::analysis::statistics::undefined::{self, Defined};
use crate::analysis::suggestion::Suggestions;
use crate::app::context::Context;
use crate::app::error::AppError;
use crate::app::history;
use crate::app::round::Blind;
use crate::domain::nearest::nearest;
use crate::domain::{CodeId, TranscriptId};
use crate::store::Operation;

/// What to list; an absent field lets all through.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SuggestRequest {
    /// Least precision, above 0 and at most 1; else that of `study.toml`, else 0.7.
    pub precision: Option<f64>,
    /// In this interview.
    pub transcript: Option<TranscriptId>,
    /// Of this code, by id or title.
    pub code: Option<String>,
    /// Suggestions at most.
    pub limit: Option<usize>,
}

/// What persons answered to the suggestions of one code.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Answers {
    /// The code.
    pub code: CodeId,
    /// Accepted: each made a coding.
    pub accepted: usize,
    /// Rejected.
    pub rejected: usize,
    /// Set aside without a judgement.
    pub ignored: usize,
    /// Accepted among those judged (95 % Wilson): what the suggestions were worth to persons.
    #[serde(serialize_with = "undefined::serialize")]
    pub share: Defined<Proportion>,
}

/// What is suggested, how well it did, and what became of earlier suggestions.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SuggestionOutcome {
    /// What was learned, measured and proposed; the suggestions are those asked for and not answered.
    #[serde(flatten)]
    pub found: Suggestions,
    /// Suggestions before the limit was applied.
    pub total: usize,
    /// By code that had an answer.
    pub answers: Vec<Answers>,
    /// The blind round of who asks: their own codings and answers alone count.
    pub blind: Option<Blind>,
}

/// Learns, measures and lists.
///
/// # Errors
/// There is no interview yet, no such code or interview, or the database cannot be read.
pub async fn list(context: &Context, request: &SuggestRequest) -> Result<SuggestionOutcome, AppError> {
    known(context, request).await?;
    let lesson = Lesson::load(context, request.precision, request.code.as_deref()).await?;
    let proposals = lesson.learn(context.progress.as_ref())?;
    standing(context, &proposals, request).await
}

/// Makes sure that the study has the interview asked for.
async fn known(context: &Context, request: &SuggestRequest) -> Result<(), AppError> {
    let Some(wanted) = &request.transcript else { return Ok(()) };
    let ids = context.store.transcript_ids().await?;
    if ids.contains(wanted) {
        return Ok(());
    }
    let near = nearest(wanted.as_str(), ids.iter().map(TranscriptId::as_str)).map(str::to_owned);
    Err(AppError::Unknown { kind: "transcript", name: wanted.0.clone(), nearest: near })
}

/// Lists, of what was learned, what nobody answered yet; of the request, the interview and the limit.
///
/// # Errors
/// There is no such interview, or the database cannot be read.
pub async fn standing(
    context: &Context,
    proposals: &Proposals,
    request: &SuggestRequest,
) -> Result<SuggestionOutcome, AppError> {
    known(context, request).await?;
    let Proposals { wanted, blind, .. } = proposals;
    let mut found = proposals.found.clone();
    let decisions = answered(context, blind.as_ref()).await?;
    found.suggestions.retain(|one| {
        !decisions.iter().any(|decision| decision.subject == one.id)
            && request.transcript.as_ref().is_none_or(|transcript| *transcript == one.transcript)
    });
    let total = found.suggestions.len();
    found.suggestions.truncate(request.limit.unwrap_or(usize::MAX));
    let mut counts: BTreeMap<&CodeId, [usize; 3]> = BTreeMap::new();
    for decision in &decisions {
        counts.entry(&decision.body.code).or_default()[match decision.body.answer {
            Answer::Accepted => 0,
            Answer::Rejected => 1,
            Answer::Ignored => 2,
        }] += 1;
    }
    let answers = counts.into_iter().map(|(code, [accepted, rejected, ignored])| Answers {
        code: code.clone(),
        accepted,
        rejected,
        ignored,
        share: wilson(accepted as u64, (accepted + rejected) as u64, 0.95),
    });
    let answers = answers.filter(|one| wanted.is_empty() || wanted.contains(&one.code)).collect();
    Ok(SuggestionOutcome { found, total, answers, blind: blind.clone() })
}

/// Tells whether anything happened since the proposals were made but that some were answered, or an
/// answer taken back.
///
/// # Errors
/// The database cannot be read.
pub async fn is_stale(context: &Context, proposals: &Proposals) -> Result<bool, AppError> {
    let since = history::newest(context).await? - proposals.operation;
    let operations = history::list(context, u32::try_from(since).unwrap_or(0)).await?;
    let other = |operation: &Operation| {
        let taken_back = operation.summary.get("kind").and_then(serde_json::Value::as_str);
        let kind = if operation.undoes.is_some() { taken_back.unwrap_or("") } else { &operation.kind };
        operation.number > proposals.operation && kind != KIND
    };
    Ok(operations.iter().any(other))
}
