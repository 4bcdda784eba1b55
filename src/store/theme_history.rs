//! Themes as they were: for telling under which definition something was coded.

use sqlx::Row;

use super::connect::Store;
use super::error::{StoreError, from_json};
use crate::domain::codebook::Theme;

impl Store {
    /// Lists every state that a theme ever had, with the operation that made it, the oldest first.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn themes_as_they_were(&self) -> Result<Vec<(i64, Theme)>, StoreError> {
        let rows =
            sqlx::query("SELECT born, body FROM theme ORDER BY born, position").fetch_all(&self.pool).await?;
        rows.iter()
            .map(|row| Ok((row.try_get(0)?, from_json("theme", &row.try_get::<String, _>(1)?)?)))
            .collect()
    }
}
