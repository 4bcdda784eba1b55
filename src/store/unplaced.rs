//! Rows of coding tables that found no place: kept, listed, tried again at every import.

use serde::{Deserialize, Serialize};
use sqlx::Row;

use super::change::Change;
use super::connect::Store;
use super::error::{StoreError, from_json, to_json};
use super::rows::{Value, insert};
use crate::domain::coding::{CodingRow, Passage};
use crate::domain::diagnostic::Place;
use crate::domain::{CoderId, Diagnostic, TranscriptId};
use crate::text::{Fingerprint, Span};

/// A row without a place, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct UnplacedRow {
    /// Its record: a UUID.
    pub id: String,
    /// The row as read.
    pub row: CodingRow,
    /// Why it has no place, with the nearest candidate.
    pub diagnostic: Diagnostic,
    /// The table it came from.
    pub source_path: String,
    /// Tells rows of a table apart, whatever their order.
    pub source_key: String,
}

#[derive(Serialize, Deserialize)]
struct Body {
    coder: String,
    code: String,
    exact: Option<(String, String, String)>,
    source: Option<Span>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    file: Option<Fingerprint>,
    intensity: Option<u8>,
    memo: String,
    place: Place,
}

impl Store {
    /// Lists the rows without a place, by table and row.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn unplaced(&self) -> Result<Vec<UnplacedRow>, StoreError> {
        let rows = sqlx::query(
            "SELECT id, transcript, body, diagnostic, source_path, source_key FROM unplaced WHERE died IS NULL \
             ORDER BY source_path, id",
        )
        .fetch_all(&self.pool)
        .await?;
        rows.iter()
            .map(|row| {
                let body: Body = from_json("unplaced row", &row.try_get::<String, _>(2)?)?;
                let passage = match (body.exact, body.source.unwrap_or_default(), body.file) {
                    (Some((exact, prefix, suffix)), ..) => Passage::Quote { exact, prefix, suffix },
                    (None, span, None) => Passage::Source(span),
                    (None, span, Some(file)) => Passage::OfFile { span, file },
                };
                Ok(UnplacedRow {
                    id: row.try_get(0)?,
                    row: CodingRow {
                        transcript: TranscriptId(row.try_get(1)?),
                        coder: CoderId(body.coder),
                        code: body.code,
                        passage,
                        intensity: body.intensity,
                        memo: body.memo,
                        place: body.place,
                    },
                    diagnostic: from_json("diagnostic of a row", &row.try_get::<String, _>(3)?)?,
                    source_path: row.try_get(4)?,
                    source_key: row.try_get(5)?,
                })
            })
            .collect()
    }
}

impl Change {
    /// Keeps rows that found no place.
    ///
    /// # Errors
    /// The database cannot be written.
    pub async fn put_unplaced(&mut self, rows: &[UnplacedRow]) -> Result<(), StoreError> {
        let mut values = Vec::with_capacity(rows.len() * 7);
        for unplaced in rows {
            let row = &unplaced.row;
            let (exact, source, file) = match &row.passage {
                Passage::Quote { exact, prefix, suffix } => {
                    (Some((exact.clone(), prefix.clone(), suffix.clone())), None, None)
                }
                Passage::Source(span) => (None, Some(*span), None),
                Passage::OfFile { span, file } => (None, Some(*span), Some(file.clone())),
            };
            let body = Body {
                coder: row.coder.0.clone(),
                code: row.code.clone(),
                exact,
                source,
                file,
                intensity: row.intensity,
                memo: row.memo.clone(),
                place: row.place.clone(),
            };
            values.extend([
                Value::Text(unplaced.id.clone()),
                Value::Text(row.transcript.0.clone()),
                Value::Text(to_json("unplaced row", &body)?),
                Value::Text(to_json("diagnostic of a row", &unplaced.diagnostic)?),
                Value::Text(unplaced.source_path.clone()),
                Value::Text(unplaced.source_key.clone()),
                Value::Integer(self.number),
            ]);
        }
        let columns = ["id", "transcript", "body", "diagnostic", "source_path", "source_key", "born"];
        insert(self, "unplaced", &columns, values).await
    }

    /// Ends a row: it found its place, or its table no longer holds it.
    ///
    /// # Errors
    /// The database cannot be written.
    pub async fn end_unplaced(&mut self, id: &str) -> Result<(), StoreError> {
        self.end_rows("unplaced", "id", id).await.map(|_| ())
    }
}
