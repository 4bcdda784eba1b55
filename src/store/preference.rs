//! What a person prefers, each under a name. No material of the study: no operation, so that an undo
//! does not move the reader.

use serde::Serialize;
use serde::de::DeserializeOwned;
use sqlx::Row;

use super::connect::Store;
use super::error::{StoreError, from_json, to_json};
use crate::domain::CoderId;

impl Store {
    /// Loads a preference.
    ///
    /// # Errors
    /// The database cannot be read, or the preference does not read as a `T`.
    pub async fn preference<T: DeserializeOwned>(
        &self,
        coder: &CoderId,
        name: &str,
    ) -> Result<Option<T>, StoreError> {
        let row = sqlx::query("SELECT body FROM preference WHERE coder = $1 AND name = $2")
            .bind(coder.as_str())
            .bind(name)
            .fetch_optional(&self.pool)
            .await?;
        row.map(|row| from_json("preference", &row.try_get::<String, _>(0)?)).transpose()
    }

    /// Lists a person's preferences whose name begins with `start`, by name.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn preferences(
        &self,
        coder: &CoderId,
        start: &str,
    ) -> Result<Vec<(String, serde_json::Value)>, StoreError> {
        let rows = sqlx::query("SELECT name, body FROM preference WHERE coder = $1 ORDER BY name")
            .bind(coder.as_str())
            .fetch_all(&self.pool)
            .await?;
        let mut found = Vec::new();
        for row in &rows {
            let name: String = row.try_get(0)?;
            if name.starts_with(start) {
                found.push((name, from_json("preference", &row.try_get::<String, _>(1)?)?));
            }
        }
        Ok(found)
    }

    /// Keeps a preference in place of the one called the same.
    ///
    /// # Errors
    /// The database cannot be written.
    pub async fn put_preference<T: Serialize + Sync>(
        &self,
        coder: &CoderId,
        name: &str,
        value: &T,
    ) -> Result<(), StoreError> {
        let _place = self.writer.lock().await;
        sqlx::query(
            "INSERT INTO preference (coder, name, body) VALUES ($1, $2, $3) \
             ON CONFLICT (coder, name) DO UPDATE SET body = excluded.body",
        )
        .bind(coder.as_str())
        .bind(name)
        .bind(to_json("preference", value)?)
        .execute(&self.pool)
        .await?;
        Ok(())
    }
}
