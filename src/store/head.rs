//! What stands at the head of the transcripts, without their texts.

use sqlx::{Row, query};

use super::connect::Store;
use super::error::{StoreError, from_json};
use crate::domain::TranscriptId;

/// The head of a transcript.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TranscriptHead {
    /// Its identifier.
    pub id: TranscriptId,
    /// Its title.
    pub title: String,
    /// Number of its present version.
    pub version: u32,
    /// Attributes of its case, in the order of the file.
    pub attributes: Vec<(String, String)>,
}

impl Store {
    /// Lists the heads of the transcripts, sorted by identifier.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn transcript_heads(&self) -> Result<Vec<TranscriptHead>, StoreError> {
        let rows =
            query("SELECT id, title, version, attributes FROM transcript WHERE died IS NULL ORDER BY id")
                .fetch_all(&self.pool)
                .await?;
        rows.iter()
            .map(|row| {
                Ok(TranscriptHead {
                    id: TranscriptId(row.try_get(0)?),
                    title: row.try_get(1)?,
                    version: u32::try_from(row.try_get::<i64, _>(2)?)?,
                    attributes: from_json("attributes of a transcript", &row.try_get::<String, _>(3)?)?,
                })
            })
            .collect()
    }
}
