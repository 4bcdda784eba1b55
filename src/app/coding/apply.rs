//! Putting codes on passages.

use serde_json::json;

use super::error::{CodingError, FormerCode};
use super::place::{Places, Selected, place};
use crate::app::context::Context;
use crate::app::error::AppError;
use crate::app::request::open;
use crate::domain::codebook::Codebook;
use crate::domain::coding::{Anchoring, Coding, Origin};
use crate::domain::{CodeId, RecordId, TranscriptId};
use crate::store::{Change, Operation, StoredCoding};
use crate::text::Span;

/// How often a request is tried again when the text changes between reading and writing.
const TRIES: usize = 4;

/// What is asked for: every code on every passage.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Application {
    /// Identifier of a request that may be sent again: then it is carried out once.
    pub request: Option<String>,
    /// The passages, by interview.
    pub selected: Vec<Selected>,
    /// The codes.
    pub codes: Vec<CodeId>,
    /// Records of the codings, by passage and then by code; none: they are made here.
    pub ids: Vec<RecordId>,
    /// 1 to 3 when given.
    pub intensity: Option<u8>,
}

/// What an operation did to codings.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Applied {
    /// Its number; the newest there is when there was nothing to do.
    pub operation: i64,
    /// The codings that it put.
    pub codings: Vec<Coding>,
    /// Those asked for that the same coder had put already.
    pub already: Vec<Coding>,
    /// Whether the text had changed since the page showed it, and the selection followed.
    pub followed: bool,
}

/// Codes passages, in one operation.
///
/// # Errors
/// A code, interview or passage is not there; then nothing is written.
pub async fn apply(context: &Context, application: &Application) -> Result<Applied, AppError> {
    if let Some(made) = made_before(context, application.request.as_deref(), "coding").await? {
        return Ok(made);
    }
    check(application)?;
    let codebook = context.store.codebook().await?;
    for code in &application.codes {
        known(context, &codebook, code).await?;
    }
    for _ in 0..TRIES {
        let mut places = Vec::with_capacity(application.selected.len());
        for selected in &application.selected {
            places.push(place(&context.store, selected).await?);
        }
        let Some(mut change) = open(context, application.request.as_deref(), "coding").await? else { break };
        if !still_present(&mut change, &places).await? {
            continue;
        }
        let written = write(context, &mut change, &places, application).await?;
        return finish(context, change, &places, written, application).await;
    }
    made_before(context, application.request.as_deref(), "coding")
        .await?
        .ok_or(AppError::Stopped { what: "request" })
}

async fn finish(
    context: &Context,
    change: Change,
    places: &[Places],
    written: Written,
    application: &Application,
) -> Result<Applied, AppError> {
    let already = context.store.codings_with(&written.already).await?;
    let followed = places.iter().any(|places| places.followed);
    if written.codings.is_empty() {
        drop(change);
        let operation = context.store.newest_operation().await?;
        return Ok(Applied { operation, codings: Vec::new(), already, followed });
    }
    let summary = json!({
        "codes": application.codes, "codings_added": written.codings.len(), "already": written.already,
        "followed": followed,
    });
    let operation = change.commit(&summary).await?;
    Ok(Applied { operation, codings: written.codings, already, followed })
}

/// What was written.
#[derive(Debug, Default)]
pub(super) struct Written {
    pub(super) codings: Vec<Coding>,
    pub(super) already: Vec<RecordId>,
}

/// Refuses what no study could answer.
pub(super) fn check(application: &Application) -> Result<(), CodingError> {
    let passages: usize = application.selected.iter().map(|selected| selected.passages.len()).sum();
    if passages == 0 || application.codes.is_empty() {
        return Err(CodingError::Nothing);
    }
    if application.intensity.is_some_and(|intensity| !(1..=3).contains(&intensity)) {
        return Err(CodingError::Intensity);
    }
    let mut ids: Vec<&str> = application.ids.iter().map(RecordId::as_str).collect();
    ids.sort_unstable();
    ids.dedup();
    let is_whole = application.ids.is_empty()
        || (ids.len() == application.ids.len() && ids.len() == passages * application.codes.len());
    let is_sound =
        ids.iter().all(|id| (8..=64).contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_graphic()));
    if is_whole && is_sound { Ok(()) } else { Err(CodingError::Identifiers) }
}

/// Makes sure that the codebook has a code and gives it, or says what became of it.
pub(in crate::app) async fn known(
    context: &Context,
    codebook: &Codebook,
    code: &CodeId,
) -> Result<(), AppError> {
    if let Some(found) = codebook.find(code) {
        let Some(retired) = &found.retired else { return Ok(()) };
        let past = crate::app::codebook::history(context, code).await?;
        let retiring = past.into_iter().find(|entry| {
            entry.change.changes.iter().any(|change| change.field == crate::domain::codebook::Field::Retired)
        });
        let former = retiring.map(|entry| FormerCode {
            title: found.title.clone(),
            into: retired.into.as_ref().map(|into| into.0.clone()),
            coder: entry.operation.coder,
            at: entry.operation.at,
        });
        return Err(CodingError::UnknownCode { code: code.0.clone(), former }.into());
    }
    let store = &context.store;
    let former = match store.former_code(code).await? {
        None => None,
        Some((was, operation)) => store.operation(operation).await?.map(|operation| FormerCode {
            title: was.title,
            into: operation.summary["into"].as_str().map(str::to_owned),
            coder: operation.coder,
            at: operation.at,
        }),
    };
    Err(CodingError::UnknownCode { code: code.0.clone(), former }.into())
}

/// Tells whether no passage's text was changed while we were reading.
pub(super) async fn still_present(change: &mut Change, places: &[Places]) -> Result<bool, AppError> {
    for one in places {
        if change.present_version(&one.transcript).await? != Some(one.version) {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Finds the operation that a request made when it was sent before.
///
/// # Errors
/// Its identifier was used for something else.
pub(in crate::app) async fn made(
    context: &Context,
    request: Option<&str>,
    kind: &str,
) -> Result<Option<Operation>, AppError> {
    let Some(request) = request else { return Ok(None) };
    match context.store.operation_of_request(request).await? {
        Some(made) if made.kind != kind || made.coder != context.coder.as_str() => {
            Err(CodingError::RequestReused.into())
        }
        made => Ok(made),
    }
}

/// Answers a request sent again as it was answered first.
pub(super) async fn made_before(
    context: &Context,
    request: Option<&str>,
    kind: &str,
) -> Result<Option<Applied>, AppError> {
    let Some(made) = made(context, request, kind).await? else { return Ok(None) };
    let ids: Vec<RecordId> = serde_json::from_value(made.summary["already"].clone()).unwrap_or_default();
    Ok(Some(Applied {
        operation: made.number,
        codings: context.store.codings_put_by(made.number).await?,
        already: context.store.codings_with(&ids).await?,
        followed: made.summary["followed"].as_bool().unwrap_or(false),
    }))
}

/// Puts every code on every passage, but where the coder has it already.
pub(super) async fn write(
    context: &Context,
    change: &mut Change,
    places: &[Places],
    application: &Application,
) -> Result<Written, AppError> {
    let mut written = Written::default();
    let mut ids = application.ids.iter();
    for one in places {
        for placed in &one.passages {
            for code in &application.codes {
                let given = ids.next().cloned();
                let coding = Coding {
                    id: given.unwrap_or_else(|| RecordId(context.clock.identifier())),
                    transcript: one.transcript.clone(),
                    version: one.version,
                    code: code.clone(),
                    coder: context.coder.clone(),
                    anchor: placed.anchor.clone(),
                    turns: placed.turns,
                    intensity: application.intensity,
                    memo: String::new(),
                    anchoring: Anchoring::Exact,
                    origin: Origin::Hand,
                };
                let twice = written.codings.iter().any(|known| {
                    known.code == coding.code
                        && known.transcript == coding.transcript
                        && known.anchor.span == coding.anchor.span
                });
                if twice {
                    continue;
                }
                if let Some(known) = change.same_coding(&coding).await? {
                    written.already.push(known);
                    continue;
                }
                if change.coding(&coding.id).await?.is_some() {
                    return Err(CodingError::Identifiers.into());
                }
                written.codings.push(coding);
            }
        }
    }
    // In the order in which they are read again, when the request is sent again.
    written.codings.sort_by(|one, other| place_of(one).cmp(&place_of(other)));
    let stored = written.codings.iter().cloned().map(StoredCoding::by_hand);
    change.put_codings(stored.collect()).await?;
    Ok(written)
}

fn place_of(coding: &Coding) -> (&TranscriptId, Span, &CodeId, &RecordId) {
    (&coding.transcript, coding.anchor.span, &coding.code, &coding.id)
}
