//! Rounds of coding: who codes what, blind or not, until when.

use serde::Serialize;
use serde::de::DeserializeOwned;
use sqlx::Row;

use super::change::Change;
use super::connect::Store;
use super::error::{StoreError, from_json, to_json};
use super::rows::{Value, insert};

impl Store {
    /// Lists the rounds with their records, the oldest first; bodies read as a `T`.
    ///
    /// # Errors
    /// The database cannot be read, or a body does not read as a `T`.
    pub async fn rounds<T: DeserializeOwned>(&self) -> Result<Vec<(String, T)>, StoreError> {
        let rows = sqlx::query("SELECT id, body FROM round WHERE died IS NULL ORDER BY id")
            .fetch_all(&self.pool)
            .await?;
        rows.iter()
            .map(|row| Ok((row.try_get(0)?, from_json("round", &row.try_get::<String, _>(1)?)?)))
            .collect()
    }
}

impl Change {
    /// Puts a round in place of the one with its record.
    ///
    /// # Errors
    /// The database cannot be written.
    pub async fn put_round<T: Serialize>(&mut self, id: &str, body: &T) -> Result<(), StoreError> {
        self.end_round(id).await?;
        let values = vec![
            Value::Text(id.to_owned()),
            Value::Text(to_json("round", body)?),
            Value::Integer(self.number),
        ];
        insert(self, "round", &["id", "body", "born"], values).await
    }

    /// Ends a round.
    ///
    /// # Errors
    /// The database cannot be written.
    pub async fn end_round(&mut self, id: &str) -> Result<(), StoreError> {
        self.end_rows("round", "id", id).await.map(|_| ())
    }
}
