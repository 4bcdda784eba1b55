//! Changing and removing codings: each by the one who made it.

use serde_json::json;

use super::apply::{Applied, known, made, made_before, still_present};
use super::error::CodingError;
use super::place::{Places, Selected, place};
use crate::app::context::Context;
use crate::app::error::AppError;
use crate::app::request::open;
use crate::domain::coding::{Anchoring, Origin};
use crate::domain::{CodeId, RecordId};
use crate::store::{Change, StoredCoding};
use crate::text::Span;

/// What is changed of a coding; what is absent stays.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Adjustment {
    /// Identifier of a request that may be sent again.
    pub request: Option<String>,
    /// The coding.
    pub id: RecordId,
    /// Another code.
    pub code: Option<CodeId>,
    /// Other ends: in the version that the page showed, kept within words or not.
    pub passage: Option<(u32, Span, bool)>,
    /// Another intensity, or none.
    pub intensity: Option<Option<u8>>,
    /// Another memo.
    pub memo: Option<String>,
}

/// Changes a coding, in one operation.
///
/// # Errors
/// The coding, the code or the passage is not there, or the coding is another's.
pub async fn adjust(context: &Context, adjustment: &Adjustment) -> Result<Applied, AppError> {
    let request = adjustment.request.as_deref();
    if let Some(made) = made_before(context, request, "change-coding").await? {
        return Ok(made);
    }
    if adjustment.intensity.flatten().is_some_and(|intensity| !(1..=3).contains(&intensity)) {
        return Err(CodingError::Intensity.into());
    }
    let stored = context.store.stored_coding(&adjustment.id).await?.ok_or(CodingError::Gone)?;
    own(context, &stored)?;
    if let Some(code) = &adjustment.code {
        known(context, &context.store.codebook().await?, code).await?;
    }
    let places = match adjustment.passage {
        None => Vec::new(),
        Some((version, span, exact)) => {
            let transcript = stored.coding.transcript.clone();
            let selected = Selected { transcript, version, passages: vec![span], exact };
            vec![place(&context.store, &selected).await?]
        }
    };
    let Some(mut change) = open(context, request, "change-coding").await? else {
        return made_before(context, request, "change-coding").await?.ok_or(CodingError::Gone.into());
    };
    if !still_present(&mut change, &places).await? {
        return Err(CodingError::OutOfRange { version: places.first().map_or(0, |one| one.version) }.into());
    }
    let stored = change.coding(&adjustment.id).await?.ok_or(CodingError::Gone)?;
    let changed = changed(&stored, adjustment, &places);
    write(context, change, &stored, changed, &places).await
}

fn changed(stored: &StoredCoding, adjustment: &Adjustment, places: &[Places]) -> StoredCoding {
    let mut changed = stored.clone();
    let coding = &mut changed.coding;
    if let Some(code) = &adjustment.code {
        coding.code = code.clone();
    }
    if let Some((one, placed)) = places.first().and_then(|one| Some((one, one.passages.first()?))) {
        coding.version = one.version;
        coding.anchor = placed.anchor.clone();
        coding.turns = placed.turns;
        coding.anchoring = Anchoring::Exact;
    }
    if let Some(intensity) = adjustment.intensity {
        coding.intensity = intensity;
    }
    if let Some(memo) = &adjustment.memo {
        coding.memo = memo.trim().to_owned();
    }
    if changed != *stored {
        // It is its coder's from now on, whatever becomes of the row that it was read from.
        changed.coding.origin = Origin::Hand;
    }
    changed
}

async fn write(
    context: &Context,
    mut change: Change,
    stored: &StoredCoding,
    changed: StoredCoding,
    places: &[Places],
) -> Result<Applied, AppError> {
    let followed = places.iter().any(|one| one.followed);
    let coding = &changed.coding;
    let already = change.same_coding(coding).await?.filter(|id| *id != coding.id);
    if changed == *stored || already.is_some() {
        drop(change);
        let operation = context.store.newest_operation().await?;
        let already: Vec<RecordId> = already.into_iter().collect();
        let codings = vec![stored.coding.clone()];
        let already = context.store.codings_with(&already).await?;
        return Ok(Applied { operation, codings, already, followed });
    }
    let coding = changed.coding.clone();
    change.end_coding(&coding.id).await?;
    change.put_codings(vec![changed]).await?;
    let what: Vec<&str> = [
        ("code", coding.code != stored.coding.code),
        ("passage", coding.anchor != stored.coding.anchor),
        ("intensity", coding.intensity != stored.coding.intensity),
        ("memo", coding.memo != stored.coding.memo),
    ]
    .into_iter()
    .filter_map(|(name, is_changed)| is_changed.then_some(name))
    .collect();
    let summary = json!({
        "coding": coding.id, "transcript": coding.transcript, "code": coding.code,
        "was": stored.coding.code, "changed": what, "followed": followed,
    });
    let operation = change.commit(&summary).await?;
    Ok(Applied { operation, codings: vec![coding], already: Vec::new(), followed })
}

/// Removes codings, in one operation; returns its number and the records that are gone.
///
/// # Errors
/// A coding is not there, or is another's; then none is removed.
pub async fn remove(
    context: &Context,
    request: Option<&str>,
    ids: &[RecordId],
) -> Result<(i64, Vec<RecordId>), AppError> {
    let answer = |summary: &serde_json::Value| serde_json::from_value(summary["gone"].clone());
    if let Some(made) = made(context, request, "remove-coding").await? {
        return Ok((made.number, answer(&made.summary)?));
    }
    let Some(mut change) = open(context, request, "remove-coding").await? else {
        let made = made(context, request, "remove-coding").await?.ok_or(CodingError::Gone)?;
        return Ok((made.number, answer(&made.summary)?));
    };
    let mut codes = Vec::with_capacity(ids.len());
    for id in ids {
        let stored = change.coding(id).await?.ok_or(CodingError::Gone)?;
        own(context, &stored)?;
        change.end_coding(id).await?;
        codes.push(stored.coding.code);
    }
    if ids.is_empty() {
        return Err(CodingError::Nothing.into());
    }
    codes.sort_unstable();
    codes.dedup();
    let summary = json!({ "gone": ids, "codes": codes, "codings_removed": ids.len() });
    Ok((change.commit(&summary).await?, ids.to_vec()))
}

fn own(context: &Context, stored: &StoredCoding) -> Result<(), CodingError> {
    if stored.coding.coder == context.coder {
        return Ok(());
    }
    Err(CodingError::NotYours { coder: stored.coding.coder.0.clone() })
}
