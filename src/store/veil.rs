//! What a person does not see for the time being: during a blind round, what the others did on the
//! interviews of the round.
//!
//! A store with a veil reads as if those rows were not there, whichever way they are asked for, so
//! that no page can show, count or mark them by oversight. Changes read through their own transaction
//! and see everything: a correction must carry all codings, not only those of who corrects.

use std::borrow::Cow;
use std::sync::Arc;

use super::connect::Store;
use crate::domain::{CoderId, TranscriptId};

/// Hides from one person what the others did on some interviews.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Veil {
    /// From whom.
    pub coder: CoderId,
    /// On which interviews.
    pub transcripts: Vec<TranscriptId>,
}

impl Veil {
    /// Tells whether what `coder` did on an interview is hidden.
    pub fn hides(&self, transcript: &TranscriptId, coder: &str) -> bool {
        coder != self.coder.as_str() && self.transcripts.contains(transcript)
    }

    fn rows(&self) -> [(&'static str, String); 2] {
        let me = quoted(self.coder.as_str());
        let list: Vec<String> = self.transcripts.iter().map(|id| quoted(id.as_str())).collect();
        let list = list.join(", ");
        [
            (
                "FROM coding",
                format!("FROM (SELECT * FROM coding WHERE coder = {me} OR transcript NOT IN ({list}))"),
            ),
            (
                "FROM memo",
                format!(
                    "FROM (SELECT * FROM memo WHERE coder = {me} \
                     OR subject_kind NOT IN ('transcript', 'case', 'turn') OR subject NOT IN ({list}))"
                ),
            ),
        ]
    }
}

/// Writes a text as a literal of both engines.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

impl Store {
    /// Returns the store as a person under a veil reads it.
    #[must_use]
    pub fn veiled_by(&self, veil: Arc<Veil>) -> Self {
        let veil = (!veil.transcripts.is_empty()).then_some(veil);
        Self { veil, ..self.clone() }
    }

    /// Returns the store as it is, for what must not miss anything.
    #[must_use]
    pub fn whole(&self) -> Self {
        Self { veil: None, ..self.clone() }
    }

    /// Returns the veil, if there is one.
    pub fn veil(&self) -> Option<&Veil> {
        self.veil.as_deref()
    }

    /// Leaves out of a statement the rows that are hidden.
    pub(super) fn veiled<'a>(&self, text: impl Into<Cow<'a, str>>) -> String {
        let mut text = text.into().into_owned();
        for (plain, hidden) in self.veil.iter().flat_map(|veil| veil.rows()) {
            text = text.replace(plain, &hidden);
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::CodingFilter;

    #[tokio::test]
    async fn a_veil_leaves_rows_out_whatever_a_name_holds() {
        let store = Store::in_memory().await.unwrap();
        let veil = Veil { coder: "l'une".into(), transcripts: vec!["E'01".into(), "E02".into()] };
        assert!(veil.hides(&"E02".into(), "c2") && !veil.hides(&"E02".into(), "l'une"));
        let text = store.veiled_by(Arc::new(veil.clone())).veiled("SELECT 1 FROM coding c");
        assert_eq!(
            text,
            "SELECT 1 FROM (SELECT * FROM coding WHERE coder = 'l''une' OR transcript NOT IN ('E''01', 'E02')) c"
        );
        let veiled = store.veiled_by(Arc::new(veil));
        assert_eq!(veiled.codings(&CodingFilter::default()).await.unwrap(), []);
        assert_eq!(veiled.positions().await.unwrap(), []);
        assert_eq!(veiled.coders().await.unwrap(), []);
        assert_eq!(veiled.memos(None, None).await.unwrap(), []);
        let open = Veil { coder: "c1".into(), transcripts: Vec::new() };
        assert!(store.veiled_by(Arc::new(open)).veil().is_none());
        assert!(veiled.whole().veil().is_none());
    }
}
