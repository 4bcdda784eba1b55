//! What the codings of the study suggest.

use std::collections::BTreeMap;

use serde::Serialize;

use super::decide::{Answer, Body, KIND};
use crate::analysis::statistics::interval::{Proportion, wilson};
use crate::analysis::statistics::undefined::{self, Defined};
use crate::analysis::suggestion::{Settings, Suggestions, suggest};
use crate::app::codings::codes_named;
use crate::app::context::Context;
use crate::app::error::AppError;
use crate::app::material::Material;
use crate::domain::nearest::nearest;
use crate::domain::{CodeId, TranscriptId};

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
}

/// Learns, measures and lists.
///
/// # Errors
/// There is no interview yet, no such code or interview, or the database cannot be read.
pub async fn list(context: &Context, request: &SuggestRequest) -> Result<SuggestionOutcome, AppError> {
    let material = Material::load(context).await?;
    if let Some(wanted) = &request.transcript {
        let known = || material.transcripts.iter().map(|one| one.id.as_str());
        if !known().any(|id| id == wanted.as_str()) {
            let near = nearest(wanted.as_str(), known()).map(str::to_owned);
            return Err(AppError::Unknown { kind: "transcript", name: wanted.0.clone(), nearest: near });
        }
    }
    let wanted = match &request.code {
        Some(code) => codes_named(context, code, false).await?,
        None => Vec::new(),
    };
    let mut found = learn(context, &material, request.precision, &wanted);
    let decisions = context.store.decisions::<Body>(KIND).await?;
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
    Ok(SuggestionOutcome { found, total, answers })
}

/// Learns from the material and lists all that it suggests, of some codes or of all.
pub(super) fn learn(
    context: &Context,
    material: &Material,
    precision: Option<f64>,
    wanted: &[CodeId],
) -> Suggestions {
    let declared = material.settings.suggestion.as_ref().map(|known| known.precision);
    let default = Settings::default();
    let settings = Settings {
        precision: precision.or(declared).unwrap_or(default.precision),
        language: material.settings.language,
    };
    let Material { codebook, transcripts, codings, .. } = material;
    let mut codebook = codebook.clone();
    if !wanted.is_empty() {
        for theme in &mut codebook.themes {
            theme.codes.retain(|code| wanted.contains(&code.id));
        }
    }
    suggest(&codebook, transcripts, codings, &settings, context.progress.as_ref())
}
