//! The codebook in the database: one row a theme, with its codes.

use sqlx::Row;
use sqlx::any::AnyRow;

use super::change::Change;
use super::connect::Store;
use super::error::{StoreError, from_json, to_json};
use super::rows::{Value, insert};
use crate::domain::codebook::{Code, Codebook, Theme};
use crate::domain::{CodeId, ThemeId};

const SELECT: &str = "SELECT body FROM theme WHERE died IS NULL ORDER BY position, id";

fn read(rows: &[AnyRow]) -> Result<Codebook, StoreError> {
    let themes = rows.iter().map(|row| from_json("theme", &row.try_get::<String, _>(0)?));
    Ok(Codebook { themes: themes.collect::<Result<_, StoreError>>()? })
}

impl Store {
    /// Loads the codebook, themes in their order.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn codebook(&self) -> Result<Codebook, StoreError> {
        read(&sqlx::query(SELECT).fetch_all(&self.pool).await?)
    }

    /// Finds a code that the codebook no longer has, with the operation that took it out.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn former_code(&self, id: &CodeId) -> Result<Option<(Code, i64)>, StoreError> {
        let rows = sqlx::query("SELECT body, died FROM theme WHERE died IS NOT NULL ORDER BY died DESC")
            .fetch_all(&self.pool)
            .await?;
        for row in &rows {
            let theme: Theme = from_json("theme", &row.try_get::<String, _>(0)?)?;
            if let Some(code) = theme.codes.into_iter().find(|code| code.id == *id) {
                return Ok(Some((code, row.try_get(1)?)));
            }
        }
        Ok(None)
    }
}

impl Change {
    /// Loads the codebook as this change leaves it.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn codebook(&mut self) -> Result<Codebook, StoreError> {
        read(&sqlx::query(SELECT).fetch_all(self.connection()).await?)
    }

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
        insert(self, "theme", &["id", "position", "body", "born"], values).await
    }

    /// Ends a theme.
    ///
    /// # Errors
    /// The database cannot be written.
    pub async fn end_theme(&mut self, id: &ThemeId) -> Result<(), StoreError> {
        self.end_rows("theme", "id", id.as_str()).await.map(|_| ())
    }
}
