//! The codebook in the database: one row a theme, with its codes.

use sqlx::Row;

use super::change::Change;
use super::connect::Store;
use super::error::{StoreError, from_json, to_json};
use super::rows::{Value, insert};
use crate::domain::ThemeId;
use crate::domain::codebook::{Codebook, Theme};

impl Store {
    /// Loads the codebook, themes in their order.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn codebook(&self) -> Result<Codebook, StoreError> {
        let rows = sqlx::query("SELECT body FROM theme WHERE died IS NULL ORDER BY position, id")
            .fetch_all(&self.pool)
            .await?;
        let themes = rows
            .iter()
            .map(|row| from_json("theme", &row.try_get::<String, _>(0)?))
            .collect::<Result<_, StoreError>>()?;
        Ok(Codebook { themes })
    }
}

impl Change {
    /// Puts a theme at a position, in place of the one with its id.
    ///
    /// # Errors
    /// The database cannot be written.
    pub async fn put_theme(&mut self, position: usize, theme: &Theme) -> Result<(), StoreError> {
        self.end_theme(&theme.id).await?;
        let values = vec![
            Value::Text(theme.id.0.clone()),
            Value::Integer(i64::try_from(position)?),
            Value::Text(to_json("theme", theme)?),
            Value::Integer(self.number),
        ];
        insert(self.connection(), "theme", &["id", "position", "body", "born"], values).await
    }

    /// Ends a theme.
    ///
    /// # Errors
    /// The database cannot be written.
    pub async fn end_theme(&mut self, id: &ThemeId) -> Result<(), StoreError> {
        self.end_rows("theme", "id", id.as_str()).await.map(|_| ())
    }
}
