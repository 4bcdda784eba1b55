//! A memo as pages show it.

use serde::Serialize;

use crate::domain::memo::Memo;

/// A memo as pages show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct WireMemo {
    pub(crate) id: String,
    pub(crate) subject_kind: &'static str,
    pub(crate) subject: String,
    /// Of the memo of a turn; none when the turn is gone.
    pub(crate) turn: Option<u32>,
    pub(crate) body: String,
    pub(crate) coder: String,
    pub(crate) at: String,
}

impl From<Memo> for WireMemo {
    fn from(memo: Memo) -> Self {
        Self {
            id: memo.id.0,
            subject_kind: memo.kind.name(),
            subject: memo.subject,
            turn: memo.place.and_then(|place| place.turn),
            body: memo.body,
            coder: memo.coder.0,
            at: memo.at,
        }
    }
}
