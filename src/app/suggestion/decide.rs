//! What a person answers to suggestions: one operation, which an undo takes back whole.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use serde_json::json;

use super::learn::{Lesson, Proposals, answered};
use crate::analysis::suggestion::Suggestion;
use crate::app::coding::{CodingError, known, made};
use crate::app::context::Context;
use crate::app::error::AppError;
use crate::app::request::{Begun, begin};
use crate::domain::codebook::Codebook;
use crate::domain::coding::anchor::Anchorer;
use crate::domain::coding::{Anchoring, Coding, Origin};
use crate::domain::{CodeId, RecordId, TranscriptId};
use crate::store::{Decision, StoredCoding};

/// The kind of the decisions on suggestions, and of their operations.
pub(super) const KIND: &str = "suggestion";

/// A person's answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Answer {
    /// The code belongs there: it is given, in the name of who accepts.
    Accepted,
    /// It does not.
    Rejected,
    /// Not judged, and not to be shown again.
    Ignored,
}

impl Answer {
    /// Reads an answer.
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Accepted, Self::Rejected, Self::Ignored].into_iter().find(|one| one.name() == text)
    }

    /// Names it as JSON does.
    pub fn name(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Rejected => "rejected",
            Self::Ignored => "ignored",
        }
    }
}

/// A decision as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Body {
    pub(super) answer: Answer,
    pub(super) transcript: TranscriptId,
    pub(super) code: CodeId,
    /// The sentence.
    pub(super) exact: String,
    /// The coding that it made.
    pub(super) made: Option<RecordId>,
}

/// Suggestions to answer.
#[derive(Clone, Debug, PartialEq)]
pub struct DecideRequest {
    /// Identifier of the operation: asked twice, it is carried out once.
    pub operation: String,
    /// As the list names them.
    pub suggestions: Vec<String>,
    /// The one answer to all of them.
    pub answer: Answer,
    /// The precision under which they were listed, when it is not the study's.
    pub precision: Option<f64>,
    /// The code that they are of, by id or title, when it is known: no other is learned then.
    pub code: Option<String>,
}

/// What an answer did.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Decided {
    /// Number of the operation.
    pub operation: i64,
    /// The answer.
    pub answer: Answer,
    /// What was answered.
    pub suggestions: Vec<Suggestion>,
    /// Codings made.
    pub codings: usize,
}

/// Records an answer to suggestions that are learned anew to find them.
///
/// # Errors
/// As [`answer`], or there is no such code.
pub async fn decide(context: &Context, request: &DecideRequest) -> Result<Decided, AppError> {
    if let Some(done) = before(context, request).await? {
        return Ok(done);
    }
    let lesson = Lesson::load(context, request.precision, request.code.as_deref()).await?;
    let proposals = lesson.learn(context.progress.as_ref())?;
    answer(context, request, &proposals).await
}

/// Records an answer to suggestions among those proposed to the one who acts.
///
/// # Errors
/// A suggestion is not among those that stand, its words or its code are gone (then nothing is written),
/// or the database cannot be written.
pub async fn answer(
    context: &Context,
    request: &DecideRequest,
    proposals: &Proposals,
) -> Result<Decided, AppError> {
    if let Some(done) = before(context, request).await? {
        return Ok(done);
    }
    let answered = answered(context, proposals.blind.as_ref()).await?;
    let mut chosen: Vec<Suggestion> = Vec::new();
    for id in &request.suggestions {
        let is_open = !answered.iter().any(|decision| decision.subject == *id);
        let Some(one) = proposals.found.suggestions.iter().find(|one| one.id == *id && is_open) else {
            return Err(AppError::Unknown { kind: "suggestion", name: id.clone(), nearest: None });
        };
        if !chosen.iter().any(|known| known.id == one.id) {
            chosen.push(one.clone());
        }
    }
    let answer = request.answer;
    let codebook = context.store.codebook().await?;
    let mut made = Vec::new();
    for one in &chosen {
        made.push(match answer {
            Answer::Accepted => Some(coding(context, &codebook, one).await?),
            Answer::Rejected | Answer::Ignored => None,
        });
    }
    let clock = context.clock;
    let mut change = match begin(context, &request.operation, KIND).await? {
        Begun::Change(change) => change,
        Begun::Made(operation) => {
            return Ok(Decided { operation, answer, suggestions: Vec::new(), codings: 0 });
        }
    };
    let mut codings = Vec::new();
    for (one, coding) in chosen.iter().zip(made) {
        let coding = match coding {
            Some(coding) if change.same_coding(&coding).await?.is_none() => Some(coding),
            _ => None,
        };
        let body = Body {
            answer,
            transcript: one.transcript.clone(),
            code: one.code.clone(),
            exact: one.text.clone(),
            made: coding.as_ref().map(|coding| coding.id.clone()),
        };
        codings.extend(coding);
        let decision = Decision {
            id: clock.identifier(),
            kind: KIND.to_owned(),
            subject: one.id.clone(),
            body,
            coder: context.coder.0.clone(),
            at: clock.now(),
        };
        change.put_decision(decision).await?;
    }
    let count = codings.len();
    if count > 0 {
        change.put_codings(codings.into_iter().map(StoredCoding::by_hand).collect()).await?;
    }
    let codes: BTreeSet<&CodeId> = chosen.iter().map(|one| &one.code).collect();
    let transcripts: BTreeSet<&TranscriptId> = chosen.iter().map(|one| &one.transcript).collect();
    let summary = json!({
        "answer": answer, "suggestions": request.suggestions, "count": chosen.len(), "codes": codes,
        "transcripts": transcripts, "codings_added": count,
    });
    let operation = change.commit(&summary).await?;
    Ok(Decided { operation, answer, suggestions: chosen, codings: count })
}

/// Finds what the same request did when it was sent before.
async fn before(context: &Context, request: &DecideRequest) -> Result<Option<Decided>, AppError> {
    let Some(made) = made(context, Some(&request.operation), KIND).await? else { return Ok(None) };
    let codings = made.summary["codings_added"].as_u64().and_then(|count| count.try_into().ok());
    Ok(Some(Decided {
        operation: made.number,
        answer: request.answer,
        suggestions: Vec::new(),
        codings: codings.unwrap_or(0),
    }))
}

/// Makes the coding of an accepted suggestion.
///
/// The text may have been corrected and the code taken out since the suggestion was made.
async fn coding(context: &Context, codebook: &Codebook, one: &Suggestion) -> Result<Coding, AppError> {
    known(context, codebook, &one.code).await?;
    let gone = || CodingError::PassageGone { exact: one.text.clone() };
    let transcript = context.store.transcript(&one.transcript).await?.ok_or_else(gone)?;
    let version = &transcript.version;
    if !one.stands_in(version) {
        return Err(gone().into());
    }
    let placed = Anchorer::new(version).settle(one.span).map_err(|_| gone())?;
    Ok(Coding {
        id: RecordId(context.clock.identifier()),
        transcript: one.transcript.clone(),
        version: version.number,
        code: one.code.clone(),
        coder: context.coder.clone(),
        anchor: placed.anchor,
        turns: placed.turns,
        intensity: None,
        memo: String::new(),
        anchoring: Anchoring::Exact,
        origin: Origin::Suggestion,
    })
}
