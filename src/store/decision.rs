//! What persons decided: a disagreement settled, a definition checked, a coding put elsewhere.

use serde::Serialize;
use serde::de::DeserializeOwned;
use sqlx::Row;

use super::change::Change;
use super::connect::Store;
use super::error::{StoreError, from_json, to_json};
use super::rows::{Value, insert};

/// A decision, its body read as a `T`.
#[derive(Clone, Debug, PartialEq)]
pub struct Decision<T> {
    /// Its record: a UUID.
    pub id: String,
    /// `disagreement`, …
    pub kind: String,
    /// What it is about, as its kind names it.
    pub subject: String,
    /// What was decided.
    pub body: T,
    /// Who decided.
    pub coder: String,
    /// When, RFC 3339 UTC.
    pub at: String,
}

impl Store {
    /// Lists the decisions of a kind, the oldest first.
    ///
    /// # Errors
    /// The database cannot be read, or a body does not read as a `T`.
    pub async fn decisions<T: DeserializeOwned>(&self, kind: &str) -> Result<Vec<Decision<T>>, StoreError> {
        let rows = sqlx::query(
            "SELECT id, kind, subject, body, coder, at FROM decision WHERE died IS NULL AND kind = $1 \
             ORDER BY at, id",
        )
        .bind(kind)
        .fetch_all(&self.pool)
        .await?;
        rows.iter()
            .map(|row| {
                Ok(Decision {
                    id: row.try_get(0)?,
                    kind: row.try_get(1)?,
                    subject: row.try_get(2)?,
                    body: from_json("decision", &row.try_get::<String, _>(3)?)?,
                    coder: row.try_get(4)?,
                    at: row.try_get(5)?,
                })
            })
            .collect()
    }
}

impl Change {
    /// Keeps a decision.
    ///
    /// # Errors
    /// The database cannot be written.
    pub async fn put_decision<T: Serialize>(&mut self, decision: Decision<T>) -> Result<(), StoreError> {
        let values = vec![
            Value::Text(decision.id),
            Value::Text(decision.kind),
            Value::Text(decision.subject),
            Value::Text(to_json("decision", &decision.body)?),
            Value::Text(decision.coder),
            Value::Text(decision.at),
            Value::Integer(self.number),
        ];
        let columns = ["id", "kind", "subject", "body", "coder", "at", "born"];
        insert(self, "decision", &columns, values).await
    }

    /// Ends a decision.
    ///
    /// # Errors
    /// The database cannot be written.
    pub async fn end_decision(&mut self, id: &str) -> Result<(), StoreError> {
        self.end_rows("decision", "id", id).await.map(|_| ())
    }
}
