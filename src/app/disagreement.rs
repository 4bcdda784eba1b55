//! Two coders on one interview: what they see otherwise, and what is agreed in the end.
//!
//! Settling writes a coding of the consensus, or none, and a decision that says who chose what and why,
//! as one operation. The coders' own codings stay: agreement is measured on what they saw.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::json;

use super::context::Context;
use super::error::AppError;
use super::request::{Begun, begin};
use crate::analysis::agreement::disagreement::{Difference, disagreements};
use crate::domain::coding::anchor::Anchorer;
use crate::domain::coding::{Anchoring, Coding, Origin};
use crate::domain::transcript::Transcript;
use crate::domain::{CoderId, RecordId, TranscriptId};
use crate::store::{CodingFilter, Decision, StoredCoding};

/// The kind of the decisions that settle disagreements.
const KIND: &str = "disagreement";

/// What was chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Choice {
    /// As the first coder has it.
    First,
    /// As the second coder has it.
    Second,
    /// All that either has.
    Union,
    /// Neither.
    None,
}

/// A decision as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Body {
    choice: Choice,
    reason: String,
    transcript: TranscriptId,
    coders: (CoderId, CoderId),
    /// Record, code and words of each coding that it is about: another state asks again.
    state: Vec<(RecordId, String, String)>,
    /// Records of the codings that it made.
    made: Vec<RecordId>,
}

/// How a disagreement was settled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Settled {
    /// What was chosen.
    pub choice: Choice,
    /// Why, possibly empty.
    pub reason: String,
    /// Who chose.
    pub coder: CoderId,
    /// When, RFC 3339 UTC.
    pub at: String,
}

/// One disagreement with its codings.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Question {
    /// Names it: the records of its codings.
    pub id: String,
    /// How they differ.
    pub difference: Difference,
    /// First turn touched.
    pub turn: u32,
    /// The first coder's codings.
    pub first: Vec<Coding>,
    /// The second coder's codings.
    pub second: Vec<Coding>,
    /// How it was settled, if it is.
    pub settled: Option<Settled>,
}

/// Two coders on one interview.
#[derive(Clone, Debug, PartialEq)]
pub struct SideBySide {
    /// The interview.
    pub transcript: Transcript,
    /// The first coder's codings, lost ones left out.
    pub first: Vec<Coding>,
    /// The second coder's.
    pub second: Vec<Coding>,
    /// What they see otherwise, in the order of the text.
    pub questions: Vec<Question>,
}

impl SideBySide {
    /// Counts the questions settled.
    pub fn settled(&self) -> usize {
        self.questions.iter().filter(|question| question.settled.is_some()).count()
    }
}

/// Reads two coders on one interview.
///
/// # Errors
/// The interview is not in the study, or the database cannot be read.
pub async fn side_by_side(
    context: &Context,
    transcript: &TranscriptId,
    coders: (&CoderId, &CoderId),
) -> Result<SideBySide, AppError> {
    let store = &context.store;
    let Some(found) = store.transcript(transcript).await? else {
        return Err(AppError::Unknown { kind: "transcript", name: transcript.0.clone(), nearest: None });
    };
    let filter = CodingFilter { transcript: Some(transcript.clone()), ..CodingFilter::default() };
    let codings = store.codings(&filter).await?;
    let of = |coder: &CoderId| -> Vec<Coding> {
        let own = codings.iter().filter(|coding| coding.coder == *coder);
        own.filter(|coding| coding.anchoring != Anchoring::Lost).cloned().collect()
    };
    let (first, second) = (of(coders.0), of(coders.1));
    let decisions = store.decisions::<Body>(KIND).await?;
    let questions = questions(&first, &second, &decisions);
    Ok(SideBySide { transcript: found, first, second, questions })
}

/// How many questions two coders leave on each interview, and how many of them are settled.
///
/// # Errors
/// The database cannot be read.
pub async fn progress(
    context: &Context,
    codings: &[Coding],
    coders: (&CoderId, &CoderId),
) -> Result<BTreeMap<TranscriptId, (usize, usize)>, AppError> {
    let decisions = context.store.decisions::<Body>(KIND).await?;
    let mut by_transcript: BTreeMap<&TranscriptId, (Vec<Coding>, Vec<Coding>)> = BTreeMap::new();
    for coding in codings {
        let sides = by_transcript.entry(&coding.transcript).or_default();
        if coding.coder == *coders.0 {
            sides.0.push(coding.clone());
        } else if coding.coder == *coders.1 {
            sides.1.push(coding.clone());
        }
    }
    Ok(by_transcript
        .into_iter()
        .filter(|(_, (first, second))| !first.is_empty() && !second.is_empty())
        .map(|(transcript, (first, second))| {
            let questions = questions(&first, &second, &decisions);
            let settled = questions.iter().filter(|question| question.settled.is_some()).count();
            (transcript.clone(), (settled, questions.len()))
        })
        .collect())
}

fn questions(first: &[Coding], second: &[Coding], decisions: &[Decision<Body>]) -> Vec<Question> {
    let decided: BTreeMap<&str, &Decision<Body>> =
        decisions.iter().map(|decision| (decision.subject.as_str(), decision)).collect();
    disagreements(first, second)
        .into_iter()
        .map(|found| {
            let take = |from: &[Coding], places: &[usize]| -> Vec<Coding> {
                places.iter().map(|at| from[*at].clone()).collect()
            };
            let (first, second) = (take(first, &found.first), take(second, &found.second));
            let id = name(&first, &second);
            let settled = decided
                .get(id.as_str())
                .filter(|decision| decision.body.state == state(&first, &second))
                .map(|decision| Settled {
                    choice: decision.body.choice,
                    reason: decision.body.reason.clone(),
                    coder: CoderId(decision.coder.clone()),
                    at: decision.at.clone(),
                });
            let turn = first.iter().chain(&second).map(|coding| coding.turns.0).min().unwrap_or(0);
            Question { id, difference: found.difference, turn, first, second, settled }
        })
        .collect()
}

/// Names a question by the records that it is about, whoever is asked first.
fn name(first: &[Coding], second: &[Coding]) -> String {
    let mut records: Vec<&str> = first.iter().chain(second).map(|coding| coding.id.as_str()).collect();
    records.sort_unstable();
    records.join(" ")
}

fn state(first: &[Coding], second: &[Coding]) -> Vec<(RecordId, String, String)> {
    let mut state: Vec<_> = first
        .iter()
        .chain(second)
        .map(|coding| (coding.id.clone(), coding.code.0.clone(), coding.anchor.exact.clone()))
        .collect();
    state.sort();
    state
}

/// A question to settle.
#[derive(Clone, Debug)]
pub struct SettleRequest {
    /// Identifier of the operation: asked twice, it is carried out once.
    pub operation: String,
    /// The interview.
    pub transcript: TranscriptId,
    /// The first coder.
    pub first: CoderId,
    /// The second.
    pub second: CoderId,
    /// The question's id.
    pub question: String,
    /// What is chosen; none opens the question again.
    pub choice: Option<Choice>,
    /// Why, possibly empty.
    pub reason: String,
}

/// What settling did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SettleOutcome {
    /// Number of the operation.
    pub operation: i64,
    /// Questions settled on the interview.
    pub settled: usize,
    /// Questions on it.
    pub total: usize,
}

/// Settles a question, or opens it again.
///
/// # Errors
/// The interview or the question is not there (the coders changed their minds), or the database
/// cannot be written.
pub async fn settle(context: &Context, request: &SettleRequest) -> Result<SettleOutcome, AppError> {
    let side = side_by_side(context, &request.transcript, (&request.first, &request.second)).await?;
    let Some(question) = side.questions.iter().find(|question| question.id == request.question) else {
        return Err(AppError::Unknown {
            kind: "disagreement",
            name: request.question.clone(),
            nearest: None,
        });
    };
    let (store, clock) = (&context.store, context.clock);
    let mut change = match begin(context, &request.operation, "settle").await? {
        Begun::Change(change) => change,
        Begun::Made(operation) => {
            return Ok(SettleOutcome { operation, settled: side.settled(), total: side.questions.len() });
        }
    };
    for old in store.decisions::<Body>(KIND).await?.iter().filter(|old| old.subject == question.id) {
        change.end_decision(&old.id).await?;
        for made in &old.body.made {
            change.end_coding(made).await?;
        }
    }
    let mut made = Vec::new();
    if let Some(choice) = request.choice {
        let agreed = agreed(&side.transcript, question, choice, || clock.identifier());
        made = agreed.iter().map(|coding| coding.id.clone()).collect();
        change.put_codings(agreed.into_iter().map(StoredCoding::by_hand).collect()).await?;
        let body = Body {
            choice,
            reason: request.reason.trim().to_owned(),
            transcript: request.transcript.clone(),
            coders: (request.first.clone(), request.second.clone()),
            state: state(&question.first, &question.second),
            made: made.clone(),
        };
        let decision = Decision {
            id: clock.identifier(),
            kind: KIND.to_owned(),
            subject: question.id.clone(),
            body,
            coder: context.coder.0.clone(),
            at: clock.now(),
        };
        change.put_decision(decision).await?;
    }
    let code = question.first.iter().chain(&question.second).next().map(|coding| coding.code.clone());
    let summary = json!({
        "transcript": request.transcript, "turn": question.turn, "code": code,
        "choice": request.choice, "codings": made.len(),
    });
    let operation = change.commit(&summary).await?;
    let was = usize::from(question.settled.is_some());
    let settled = side.settled() - was + usize::from(request.choice.is_some());
    Ok(SettleOutcome { operation, settled, total: side.questions.len() })
}

/// Makes the consensus' codings of a choice.
fn agreed(
    transcript: &Transcript,
    question: &Question,
    choice: Choice,
    identifier: impl Fn() -> String,
) -> Vec<Coding> {
    let as_agreed = |coding: &Coding| Coding {
        id: RecordId(identifier()),
        coder: CoderId::consensus(),
        memo: String::new(),
        origin: Origin::Hand,
        ..coding.clone()
    };
    let both = || question.first.iter().chain(&question.second);
    match choice {
        Choice::First => question.first.iter().map(as_agreed).collect(),
        Choice::Second => question.second.iter().map(as_agreed).collect(),
        Choice::None => Vec::new(),
        Choice::Union if question.difference == Difference::Boundaries => united(transcript, question)
            .map_or_else(|| both().map(as_agreed).collect(), |one| vec![as_agreed(&one)]),
        Choice::Union => both().map(as_agreed).collect(),
    }
}

/// Makes one passage of overlapping pieces of one code, as intense as the most intense of them.
fn united(transcript: &Transcript, question: &Question) -> Option<Coding> {
    let both = || question.first.iter().chain(&question.second);
    let mut span = both().next()?.anchor.span;
    for coding in both() {
        span.start = span.start.min(coding.anchor.span.start);
        span.end = span.end.max(coding.anchor.span.end);
    }
    let placed = Anchorer::new(&transcript.version).settle(span).ok()?;
    Some(Coding {
        anchor: placed.anchor,
        turns: placed.turns,
        intensity: both().filter_map(|coding| coding.intensity).max(),
        version: transcript.version.number,
        anchoring: Anchoring::Exact,
        ..both().next()?.clone()
    })
}
