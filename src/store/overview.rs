//! Where persons stopped reading, and how many memos stand where: what the first page tells.

use std::collections::BTreeMap;

use sqlx::Row;

use super::connect::Store;
use super::error::StoreError;
use crate::domain::CoderId;

impl Store {
    /// Lists a person's preferences whose name begins with `prefix`: the rest of the name, and the body.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn preferences_under(
        &self,
        coder: &CoderId,
        prefix: &str,
    ) -> Result<Vec<(String, String)>, StoreError> {
        let rows = sqlx::query("SELECT name, body FROM preference WHERE coder = $1 ORDER BY name")
            .bind(coder.as_str())
            .fetch_all(&self.pool)
            .await?;
        let mut found = Vec::new();
        for row in &rows {
            let name: String = row.try_get(0)?;
            if let Some(rest) = name.strip_prefix(prefix) {
                found.push((rest.to_owned(), row.try_get(1)?));
            }
        }
        Ok(found)
    }

    /// Counts the memos of each interview: its own, its case's and those of its turns.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn memos_by_transcript(&self) -> Result<BTreeMap<String, usize>, StoreError> {
        let rows = sqlx::query(
            "SELECT subject, count(*) FROM memo WHERE died IS NULL AND subject_kind IN ('transcript', 'case', 'turn') \
             GROUP BY subject",
        )
        .fetch_all(&self.pool)
        .await?;
        rows.iter().map(|row| Ok((row.try_get(0)?, usize::try_from(row.try_get::<i64, _>(1)?)?))).collect()
    }
}
