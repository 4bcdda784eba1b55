//! From what a page selected to the passage in the present version of the text.

use std::sync::Arc;

use super::error::CodingError;
use crate::app::error::AppError;
use crate::domain::TranscriptId;
use crate::domain::coding::anchor::{Anchorer, Placed};
use crate::domain::coding::reanchor::reanchor;
use crate::domain::coding::selection::{self, NoPassage};
use crate::domain::coding::{Anchor, Anchoring};
use crate::domain::transcript::TranscriptVersion;
use crate::store::Store;
use crate::text::Span;

/// Stretches that a person selected in an interview as their page showed it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selected {
    /// The interview.
    pub transcript: TranscriptId,
    /// The version that the page showed.
    pub version: u32,
    /// The stretches, in scalar values of that version's text.
    pub passages: Vec<Span>,
    /// Whether ends are kept as they are, within words.
    pub exact: bool,
}

/// The passages that a selection means, in the present version.
#[derive(Clone, Debug)]
pub(super) struct Places {
    pub(super) transcript: TranscriptId,
    /// The present version.
    pub(super) version: u32,
    pub(super) passages: Vec<Placed>,
    /// Whether the text had changed since the page showed it.
    pub(super) followed: bool,
}

/// Finds the passages that a selection means, and follows them to the present version.
pub(super) async fn place(store: &Store, selected: &Selected) -> Result<Places, AppError> {
    let transcript = &selected.transcript;
    let unknown = || CodingError::UnknownTranscript { transcript: transcript.0.clone() };
    let present = store.present_version(transcript).await?.ok_or_else(unknown)?;
    let unknown = || CodingError::UnknownVersion { version: selected.version };
    let shown = store.version(transcript, selected.version).await?.ok_or_else(unknown)?;
    let mut passages = find(&shown, selected)?;
    let followed = selected.version != present;
    if followed {
        let unknown = || CodingError::UnknownVersion { version: present };
        let new = store.version(transcript, present).await?.ok_or_else(unknown)?;
        passages = carry(&shown, &new, passages)?;
    }
    Ok(Places { transcript: transcript.clone(), version: present, passages, followed })
}

fn find(version: &Arc<TranscriptVersion>, selected: &Selected) -> Result<Vec<Placed>, CodingError> {
    let anchorer = Anchorer::new(version);
    let found = selected.passages.iter().map(|span| {
        selection::passage(&anchorer, version, *span, selected.exact).map_err(|why| match why {
            NoPassage::OutOfRange => CodingError::OutOfRange { version: selected.version },
            NoPassage::NoWords => CodingError::NoWords,
        })
    });
    found.collect()
}

fn carry(
    old: &TranscriptVersion,
    new: &TranscriptVersion,
    passages: Vec<Placed>,
) -> Result<Vec<Placed>, CodingError> {
    let anchors: Vec<Anchor> = passages.into_iter().map(|placed| placed.anchor).collect();
    let followed = reanchor(old, new, &anchors).into_iter();
    followed
        .map(|placed| match placed.verdict {
            Anchoring::Lost => Err(CodingError::PassageGone { exact: placed.anchor.exact }),
            _ => Ok(Placed { anchor: placed.anchor, turns: placed.turns }),
        })
        .collect()
}
