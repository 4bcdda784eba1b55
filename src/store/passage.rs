//! Codings one by one: as one person makes them, and as another's page catches up with them.

use sqlx::{AssertSqlSafe, Row};

use super::change::Change;
use super::coding::{SELECT_ALL, StoredCoding, read};
use super::connect::Store;
use super::error::StoreError;
use crate::domain::coding::Coding;
use crate::domain::{CodeId, RecordId, TranscriptId};

/// What became of the records of a transcript since an operation.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Since<T> {
    /// Live now, and born since.
    pub born: Vec<T>,
    /// Ended since, and not alive under another form.
    pub gone: Vec<RecordId>,
}

impl Store {
    /// Returns a live coding.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn stored_coding(&self, id: &RecordId) -> Result<Option<StoredCoding>, StoreError> {
        let text = self.veiled(format!("{SELECT_ALL} WHERE died IS NULL AND id = $1"));
        let row = sqlx::query(AssertSqlSafe(text)).bind(id.as_str()).fetch_optional(&self.pool).await?;
        row.as_ref().map(read).transpose()
    }

    /// Lists the codings that an operation put, as it put them.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn codings_put_by(&self, operation: i64) -> Result<Vec<Coding>, StoreError> {
        let text = self.veiled(format!(
            "{SELECT_ALL} WHERE born = $1 ORDER BY transcript, span_start, span_end, code, id"
        ));
        let rows = sqlx::query(AssertSqlSafe(text)).bind(operation).fetch_all(&self.pool).await?;
        rows.iter().map(|row| Ok(read(row)?.coding)).collect()
    }

    /// Lists the live codings with these records, in their order.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn codings_with(&self, ids: &[RecordId]) -> Result<Vec<Coding>, StoreError> {
        let mut found = Vec::with_capacity(ids.len());
        for id in ids {
            found.extend(self.stored_coding(id).await?.map(|stored| stored.coding));
        }
        Ok(found)
    }

    /// Lists what became of the codings of a transcript after an operation.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn codings_since(
        &self,
        transcript: &TranscriptId,
        operation: i64,
    ) -> Result<Since<Coding>, StoreError> {
        let text = self.veiled(format!(
            "{SELECT_ALL} WHERE born > $1 AND died IS NULL AND transcript = $2 \
             ORDER BY span_start, span_end, code, id"
        ));
        let born = sqlx::query(AssertSqlSafe(text))
            .bind(operation)
            .bind(transcript.as_str())
            .fetch_all(&self.pool)
            .await?;
        let gone = sqlx::query(AssertSqlSafe(self.veiled(
            "SELECT DISTINCT d.id FROM coding d WHERE d.died > $1 AND d.transcript = $2 \
             AND NOT EXISTS (SELECT 1 FROM coding l WHERE l.id = d.id AND l.died IS NULL) ORDER BY 1",
        )))
        .bind(operation)
        .bind(transcript.as_str())
        .fetch_all(&self.pool)
        .await?;
        Ok(Since {
            born: born.iter().map(|row| Ok(read(row)?.coding)).collect::<Result<_, StoreError>>()?,
            gone: gone.iter().map(|row| Ok(RecordId(row.try_get(0)?))).collect::<Result<_, StoreError>>()?,
        })
    }
}

impl Change {
    /// Returns a live coding, as this change leaves it.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn coding(&mut self, id: &RecordId) -> Result<Option<StoredCoding>, StoreError> {
        let text = format!("{SELECT_ALL} WHERE died IS NULL AND id = $1");
        let row =
            sqlx::query(AssertSqlSafe(text)).bind(id.as_str()).fetch_optional(self.connection()).await?;
        row.as_ref().map(read).transpose()
    }

    /// Finds the live coding of the same code by the same coder on the same words.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn same_coding(&mut self, coding: &Coding) -> Result<Option<RecordId>, StoreError> {
        let span = coding.anchor.span;
        let id: Option<String> = sqlx::query_scalar(
            "SELECT id FROM coding WHERE died IS NULL AND code = $1 AND transcript = $2 AND turn_first = $3 \
             AND coder = $4 AND span_start = $5 AND span_end = $6 AND verdict <> 'lost' LIMIT 1",
        )
        .bind(coding.code.as_str())
        .bind(coding.transcript.as_str())
        .bind(i64::from(coding.turns.0))
        .bind(coding.coder.as_str())
        .bind(i64::try_from(span.start.0)?)
        .bind(i64::try_from(span.end.0)?)
        .fetch_optional(self.connection())
        .await?;
        Ok(id.map(RecordId))
    }

    /// Lists the live codings of a transcript that stand in another version than `present`, in the
    /// order of their versions.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn codings_elsewhere(
        &mut self,
        transcript: &TranscriptId,
        present: u32,
    ) -> Result<Vec<StoredCoding>, StoreError> {
        let text = format!(
            "{SELECT_ALL} WHERE died IS NULL AND transcript = $1 AND version <> $2 ORDER BY version, id"
        );
        let rows = sqlx::query(AssertSqlSafe(text))
            .bind(transcript.as_str())
            .bind(i64::from(present))
            .fetch_all(self.connection())
            .await?;
        rows.iter().map(read).collect()
    }

    /// Returns the operation that bore the newest live coding of a transcript that is no longer there.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn coding_without_transcript(&mut self) -> Result<Option<i64>, StoreError> {
        Ok(sqlx::query_scalar(
            "SELECT MAX(c.born) FROM coding c WHERE c.died IS NULL AND NOT EXISTS \
             (SELECT 1 FROM transcript t WHERE t.id = c.transcript AND t.died IS NULL)",
        )
        .fetch_one(self.connection())
        .await?)
    }

    /// Returns the operation that bore the newest live coding of a code.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn coding_of(&mut self, code: &CodeId) -> Result<Option<i64>, StoreError> {
        Ok(sqlx::query_scalar("SELECT MAX(born) FROM coding WHERE died IS NULL AND code = $1")
            .bind(code.as_str())
            .fetch_one(self.connection())
            .await?)
    }
}
