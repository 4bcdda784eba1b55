//! What a person answers to suggestions: one operation, which an undo takes back whole.

use serde::{Deserialize, Serialize};
use serde_json::json;

use super::list::learn;
use crate::analysis::suggestion::Suggestion;
use crate::app::codings::codes_named;
use crate::app::context::Context;
use crate::app::error::AppError;
use crate::app::material::Material;
use crate::app::request::{Begun, begin};
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

/// Records an answer.
///
/// # Errors
/// A suggestion is not among those listed (then nothing is written), or the database cannot be written.
pub async fn decide(context: &Context, request: &DecideRequest) -> Result<Decided, AppError> {
    let material = Material::load(context).await?;
    let wanted = match &request.code {
        Some(code) => codes_named(context, code, false).await?,
        None => Vec::new(),
    };
    let found = learn(context, &material, request.precision, &wanted);
    let answered = context.store.decisions::<Body>(KIND).await?;
    let mut chosen: Vec<Suggestion> = Vec::new();
    for id in &request.suggestions {
        let is_open = !answered.iter().any(|decision| decision.subject == *id);
        let Some(one) = found.suggestions.iter().find(|one| one.id == *id && is_open) else {
            return Err(AppError::Unknown { kind: "suggestion", name: id.clone(), nearest: None });
        };
        if !chosen.iter().any(|known| known.id == one.id) {
            chosen.push(one.clone());
        }
    }
    let (clock, answer) = (context.clock, request.answer);
    let mut change = match begin(context, &request.operation, KIND).await? {
        Begun::Change(change) => change,
        Begun::Made(operation) => {
            return Ok(Decided { operation, answer, suggestions: Vec::new(), codings: 0 });
        }
    };
    let mut codings = Vec::new();
    for one in &chosen {
        let coding = if answer == Answer::Accepted { coding(context, &material, one)? } else { None };
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
    let made = codings.len();
    if made > 0 {
        change.put_codings(codings.into_iter().map(StoredCoding::by_hand).collect()).await?;
    }
    let summary = json!({ "answer": answer, "suggestions": request.suggestions, "codings_added": made });
    let operation = change.commit(&summary).await?;
    Ok(Decided { operation, answer, suggestions: chosen, codings: made })
}

/// Makes the coding of an accepted suggestion.
fn coding(context: &Context, material: &Material, one: &Suggestion) -> Result<Option<Coding>, AppError> {
    let Some(transcript) = material.transcripts.iter().find(|known| known.id == one.transcript) else {
        return Ok(None);
    };
    let version = &transcript.version;
    let placed = Anchorer::new(version).settle(one.span).map_err(|_| AppError::Unknown {
        kind: "suggestion",
        name: one.id.clone(),
        nearest: None,
    })?;
    Ok(Some(Coding {
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
    }))
}
