//! Codings read by who is about to write them all again: a correction or a merging of codes carries
//! those of everybody, whatever the one who asks for it may see.

use sqlx::AssertSqlSafe;

use super::change::Change;
use super::coding::{SELECT_ALL, StoredCoding, read};
use super::error::StoreError;
use crate::domain::{CodeId, TranscriptId};

impl Change {
    /// Lists every live coding of a transcript, in no order.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn codings_of(&mut self, transcript: &TranscriptId) -> Result<Vec<StoredCoding>, StoreError> {
        self.codings_where("transcript", transcript.as_str()).await
    }

    /// Lists every live coding of a code, in no order.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn codings_of_code(&mut self, code: &CodeId) -> Result<Vec<StoredCoding>, StoreError> {
        self.codings_where("code", code.as_str()).await
    }

    async fn codings_where(
        &mut self,
        column: &'static str,
        value: &str,
    ) -> Result<Vec<StoredCoding>, StoreError> {
        let text = format!("{SELECT_ALL} WHERE died IS NULL AND {column} = $1 ORDER BY id");
        let rows = sqlx::query(AssertSqlSafe(text)).bind(value).fetch_all(self.connection()).await?;
        rows.iter().map(read).collect()
    }
}
