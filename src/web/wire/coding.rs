//! A coding as pages show it.

use serde::Serialize;

use super::position::{Point, Ruler};
use crate::domain::coding::{Anchoring, Coding, Origin};
use crate::text::boundary::word_count;

/// A coding as pages show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct WireCoding {
    pub(crate) id: String,
    pub(crate) transcript: String,
    pub(crate) code: String,
    pub(crate) coder: String,
    pub(crate) from: Point,
    pub(crate) to: Point,
    pub(crate) intensity: Option<u8>,
    pub(crate) memo: String,
    pub(crate) words: usize,
    /// The version of the code's definition under which it was put.
    pub(crate) definition: u32,
    /// Whether the definition has changed since.
    pub(crate) stale: bool,
    pub(crate) verdict: &'static str,
    pub(crate) origin: &'static str,
}

/// Writes codings of one version.
pub(crate) fn wire_codings(ruler: &Ruler<'_>, codings: &[Coding]) -> Vec<WireCoding> {
    codings.iter().map(|coding| wire_coding(ruler, coding)).collect()
}

fn wire_coding(ruler: &Ruler<'_>, coding: &Coding) -> WireCoding {
    let ends = ruler.ends(coding.anchor.span, coding.turns);
    let speech = ruler.speech(coding.anchor.span, coding.turns);
    WireCoding {
        id: coding.id.0.clone(),
        transcript: coding.transcript.0.clone(),
        code: coding.code.0.clone(),
        coder: coding.coder.0.clone(),
        from: ends.from,
        to: ends.to,
        intensity: coding.intensity,
        memo: coding.memo.clone(),
        words: speech.iter().map(|words| word_count(words)).sum(),
        definition: 1,
        stale: false,
        verdict: match coding.anchoring {
            Anchoring::Exact => "exact",
            Anchoring::Moved => "moved",
            Anchoring::Approximate { .. } => "approximate",
            Anchoring::Lost => "lost",
        },
        origin: match coding.origin {
            Origin::Hand => "hand",
            Origin::Suggestion => "suggestion",
            Origin::Import => "import",
        },
    }
}
