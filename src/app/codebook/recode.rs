//! Passages that change their code with the codebook: two codes made one, one made two.

use std::collections::BTreeMap;

use serde_json::json;

use super::change::{named, put};
use crate::app::coding::made;
use crate::app::request::open;
use crate::app::{AppError, Context};
use crate::domain::codebook::{Codebook, CodebookError, Seat};
use crate::domain::coding::{Anchoring, Origin};
use crate::domain::{CodeId, RecordId};
use crate::store::{Change, StoredCoding};
use crate::text::Span;

/// What became of the passages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recoded {
    /// The operation.
    pub operation: i64,
    /// The code that has the passages now.
    pub code: CodeId,
    /// Passages that changed their code.
    pub moved: usize,
    /// Passages that the same coder had given the other code too: the two are one.
    pub joined: usize,
}

/// Where the passages of a split go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SplitTarget {
    /// To a code that is there.
    Code(CodeId),
    /// To a new one.
    New {
        /// Where it stands.
        seat: Seat,
        /// As people read it.
        title: String,
        /// What it is, possibly empty.
        definition: String,
    },
}

/// Some passages of a code that go to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Split {
    /// The code.
    pub code: CodeId,
    /// Which of its passages.
    pub codings: Vec<RecordId>,
    /// Where to.
    pub target: SplitTarget,
}

/// Gives every passage of `from` the code `into`, and retires `from`. Where a coder had given both to
/// the same words, one coding stays, with both memos and the higher intensity.
///
/// # Errors
/// A code is unknown, they are the same, `into` is retired, or the database fails.
pub async fn merge(
    context: &Context,
    request: Option<&str>,
    from: &CodeId,
    into: &CodeId,
    reason: &str,
) -> Result<Recoded, AppError> {
    const KIND: &str = "code-merge";
    let Some(mut change) = open(context, request, KIND).await? else {
        return made_before(context, request, KIND).await;
    };
    let before = change.codebook().await?;
    let mut after = before.clone();
    after.retire(from, reason, Some(into))?;
    put(&mut change, &before, &after).await?;
    let passages = change.codings_of_code(from).await?;
    let (moved, joined) = recode(&mut change, passages, into).await?;
    finish(change, &before, from, into, (moved, joined)).await
}

/// Gives some passages of a code another one, or a new one.
///
/// # Errors
/// No passage is named, one is not the code's, the other code is unknown or retired, or the database
/// fails.
pub async fn split(context: &Context, request: Option<&str>, split: &Split) -> Result<Recoded, AppError> {
    const KIND: &str = "code-split";
    let Some(mut change) = open(context, request, KIND).await? else {
        return made_before(context, request, KIND).await;
    };
    if split.codings.is_empty() {
        return Err(CodebookError::NoPassage.into());
    }
    let before = change.codebook().await?;
    let mut after = before.clone();
    let into = match &split.target {
        SplitTarget::Code(code) => code.clone(),
        SplitTarget::New { seat, title, definition } => after.add_code(seat, title, definition)?,
    };
    after.taking(&into)?;
    if into == split.code {
        return Err(CodebookError::IntoItself { code: into.0 }.into());
    }
    put(&mut change, &before, &after).await?;
    let mut passages: BTreeMap<RecordId, StoredCoding> = change
        .codings_of_code(&split.code)
        .await?
        .into_iter()
        .map(|stored| (stored.coding.id.clone(), stored))
        .collect();
    let mut chosen = Vec::with_capacity(split.codings.len());
    for id in &split.codings {
        let found = passages.remove(id);
        chosen.push(found.ok_or_else(|| CodebookError::NotItsPassage { code: split.code.0.clone() })?);
    }
    let counts = recode(&mut change, chosen, &into).await?;
    finish(change, &after, &split.code, &into, counts).await
}

/// Gives passages another code; where the coder had given it to the same words, the two become one.
async fn recode(
    change: &mut Change,
    passages: Vec<StoredCoding>,
    into: &CodeId,
) -> Result<(usize, usize), AppError> {
    let mut there: BTreeMap<Words, StoredCoding> = BTreeMap::new();
    for stored in change.codings_of_code(into).await? {
        there.entry(words(&stored)).or_insert(stored);
    }
    let mut changed: BTreeMap<RecordId, StoredCoding> = BTreeMap::new();
    let (mut moved, mut joined) = (0, 0);
    for mut stored in passages {
        change.end_coding(&stored.coding.id).await?;
        stored.coding.code = into.clone();
        // It is its coder's from now on, whatever becomes of the row that it was read from.
        stored.coding.origin = Origin::Hand;
        let words = words(&stored);
        let kept = match there.get(&words) {
            Some(known) => {
                joined += 1;
                join(known, &stored)
            }
            None => {
                moved += 1;
                stored
            }
        };
        if there.get(&words) != Some(&kept) {
            changed.insert(kept.coding.id.clone(), kept.clone());
            there.insert(words, kept);
        }
    }
    for id in changed.keys() {
        change.end_coding(id).await?;
    }
    change.put_codings(changed.into_values().collect()).await?;
    Ok((moved, joined))
}

/// What tells passages of a coder apart: where they stand; a lost one, by its last words.
type Words = (String, String, Span, String);

fn words(stored: &StoredCoding) -> Words {
    let coding = &stored.coding;
    let lost = matches!(coding.anchoring, Anchoring::Lost).then(|| coding.anchor.exact.clone());
    (coding.transcript.0.clone(), coding.coder.0.clone(), coding.anchor.span, lost.unwrap_or_default())
}

/// Makes one coding of two on the same words: the first, with both memos and the higher intensity.
fn join(first: &StoredCoding, second: &StoredCoding) -> StoredCoding {
    let mut joined = first.clone();
    let coding = &mut joined.coding;
    coding.intensity = coding.intensity.max(second.coding.intensity);
    let (memo, other) = (coding.memo.trim(), second.coding.memo.trim());
    if !other.is_empty() && !memo.contains(other) {
        coding.memo = if memo.is_empty() { other.to_owned() } else { format!("{memo}\n\n{other}") };
    }
    if joined != *first {
        joined.coding.origin = Origin::Hand;
    }
    joined
}

async fn finish(
    change: Change,
    codebook: &Codebook,
    from: &CodeId,
    into: &CodeId,
    (moved, joined): (usize, usize),
) -> Result<Recoded, AppError> {
    let summary = json!({
        "code": from, "into": into, "moved": moved, "joined": joined,
        "title": named(codebook, from), "into_title": named(codebook, into),
    });
    Ok(Recoded { operation: change.commit(&summary).await?, code: into.clone(), moved, joined })
}

async fn made_before(context: &Context, request: Option<&str>, kind: &str) -> Result<Recoded, AppError> {
    let made = made(context, request, kind).await?.ok_or(AppError::Stopped { what: "request" })?;
    let count = |name: &str| made.summary[name].as_u64().and_then(|count| usize::try_from(count).ok());
    Ok(Recoded {
        operation: made.number,
        code: CodeId(made.summary["into"].as_str().unwrap_or_default().to_owned()),
        moved: count("moved").unwrap_or(0),
        joined: count("joined").unwrap_or(0),
    })
}
