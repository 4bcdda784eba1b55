//! Bringing codings and memos to the present version of their text.

use crate::app::error::AppError;
use crate::domain::TranscriptId;
use crate::domain::coding::reanchor::Reanchored;
use crate::domain::coding::{Anchor, Anchoring, Coding, selection};
use crate::domain::transcript::TranscriptVersion;
use crate::store::{Change, StoredCoding};

/// The way of following anchors from one version to another, such as `reanchor`.
pub type How = fn(&TranscriptVersion, &TranscriptVersion, &[Anchor]) -> Vec<Reanchored>;

/// A coding before and after.
#[derive(Clone, Debug, PartialEq)]
pub struct FollowedCoding {
    /// In its former version.
    pub before: Coding,
    /// In the present one.
    pub after: Coding,
}

/// Brings every coding and memo of a transcript that stands in another version to the present one;
/// returns the codings.
///
/// # Errors
/// The database fails.
pub async fn follow(
    change: &mut Change,
    transcript: &TranscriptId,
    how: How,
) -> Result<Vec<FollowedCoding>, AppError> {
    follow_memos(change, transcript, how).await?;
    let Some(present) = change.present_version(transcript).await? else { return Ok(Vec::new()) };
    let codings = change.codings_elsewhere(transcript, present).await?;
    if codings.is_empty() {
        return Ok(Vec::new());
    }
    let Some(new) = change.version(transcript, present).await? else { return Ok(Vec::new()) };
    let mut followed = Vec::with_capacity(codings.len());
    let mut moved = Vec::with_capacity(codings.len());
    for group in codings.chunk_by(|one, next| one.coding.version == next.coding.version) {
        let Some(old) = change.version(transcript, group[0].coding.version).await? else { continue };
        let anchors: Vec<Anchor> = group.iter().map(|stored| stored.coding.anchor.clone()).collect();
        for (stored, placed) in group.iter().zip(how(&old, &new, &anchors)) {
            let after = Coding {
                version: present,
                anchor: placed.anchor,
                turns: placed.turns,
                anchoring: placed.verdict,
                ..stored.coding.clone()
            };
            followed.push(FollowedCoding { before: stored.coding.clone(), after: after.clone() });
            moved.push(StoredCoding { coding: after, ..stored.clone() });
        }
    }
    for stored in &moved {
        change.end_coding(&stored.coding.id).await?;
    }
    change.put_codings(moved).await?;
    Ok(followed)
}

/// Brings the memos on turns of a transcript to its present version. One whose turn is gone is kept,
/// with the words that it stood on.
///
/// # Errors
/// The database fails.
pub async fn follow_memos(change: &mut Change, transcript: &TranscriptId, how: How) -> Result<(), AppError> {
    let Some(present) = change.present_version(transcript).await? else { return Ok(()) };
    let memos = change.memos_elsewhere(transcript, present).await?;
    if memos.is_empty() {
        return Ok(());
    }
    let Some(new) = change.version(transcript, present).await? else { return Ok(()) };
    let mut moved = Vec::with_capacity(memos.len());
    let version_of = |memo: &crate::domain::memo::Memo| memo.place.as_ref().map_or(0, |place| place.version);
    for group in memos.chunk_by(|one, next| version_of(one) == version_of(next)) {
        let Some(old) = change.version(transcript, version_of(&group[0])).await? else { continue };
        for memo in group {
            let Some(mut place) = memo.place.clone() else { continue };
            // With its context, a short turn is told from others like it.
            let anchor = selection::standing(&old, place.span)
                .map(|placed| placed.anchor)
                .filter(|anchor| anchor.exact == place.exact)
                .unwrap_or_else(|| Anchor {
                    span: place.span,
                    exact: place.exact.clone(),
                    ..Anchor::default()
                });
            place.version = present;
            place.turn = None;
            if let Some(placed) = how(&old, &new, &[anchor]).pop()
                && placed.verdict != Anchoring::Lost
            {
                place.turn = Some(placed.turns.0);
                place.span = placed.anchor.span;
                place.exact = placed.anchor.exact;
            }
            moved.push(crate::domain::memo::Memo { place: Some(place), ..memo.clone() });
        }
    }
    change.put_memos(moved).await?;
    Ok(())
}
