//! The codebook in the database: one row a theme, with its codes.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use sqlx::any::AnyRow;
use sqlx::{AssertSqlSafe, Row};

use super::change::Change;
use super::connect::Store;
use super::error::{StoreError, from_json, to_json};
use super::rows::{Value, insert};
use crate::domain::codebook::{Code, Codebook, Theme};
use crate::domain::{CodeId, RecordId, ThemeId, TranscriptId};

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

/// A theme as an operation left it.
#[derive(Clone, Debug, PartialEq)]
pub struct PastTheme {
    /// As it was left.
    pub theme: Theme,
    /// The operation that left it so.
    pub born: i64,
    /// The operation that changed it next, or took it out.
    pub died: Option<i64>,
    /// Whether files were read by that operation.
    pub is_imported: bool,
    /// The operation that `born` takes back, when it is an undo.
    pub undoes: Option<i64>,
}

impl Store {
    /// Lists every state that a theme was ever in, in the order of the operations.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn past_themes(&self) -> Result<Vec<PastTheme>, StoreError> {
        let rows = sqlx::query(
            "SELECT t.body, t.born, t.died, o.undoes, o.kind FROM theme t JOIN operation o ON o.number = t.born \
             ORDER BY t.born, t.position, t.id",
        )
        .fetch_all(&self.pool)
        .await?;
        rows.iter()
            .map(|row| {
                Ok(PastTheme {
                    theme: from_json("theme", &row.try_get::<String, _>(0)?)?,
                    born: row.try_get(1)?,
                    died: row.try_get(2)?,
                    undoes: row.try_get(3)?,
                    is_imported: row.try_get::<String, _>(4)? == "import",
                })
            })
            .collect()
    }

    /// Lists every undo with the operation that it takes back.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn undos(&self) -> Result<Vec<(i64, i64)>, StoreError> {
        let rows =
            sqlx::query("SELECT number, undoes FROM operation WHERE undoes IS NOT NULL ORDER BY number")
                .fetch_all(&self.pool)
                .await?;
        rows.iter().map(|row| Ok((row.try_get(0)?, row.try_get(1)?))).collect()
    }

    /// Returns when each coding was first given its code, by record, of one code or one transcript where
    /// given.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn coding_ages(
        &self,
        code: Option<&CodeId>,
        transcript: Option<&TranscriptId>,
    ) -> Result<BTreeMap<(RecordId, CodeId), i64>, StoreError> {
        let rows = sqlx::query(AssertSqlSafe(self.veiled(
            "SELECT id, code, CAST(MIN(born) AS BIGINT) FROM coding WHERE ($1 = '' OR code = $1) \
             AND ($2 = '' OR transcript = $2) GROUP BY id, code",
        )))
        .bind(code.map_or("", CodeId::as_str))
        .bind(transcript.map_or("", TranscriptId::as_str))
        .fetch_all(&self.pool)
        .await?;
        rows.iter()
            .map(|row| Ok(((RecordId(row.try_get(0)?), CodeId(row.try_get(1)?)), row.try_get(2)?)))
            .collect()
    }

    /// Lists the codings that somebody found right under a version of their code's definition: record
    /// and what was noted of it.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn checked_definitions(&self) -> Result<Vec<(RecordId, CheckedDefinition)>, StoreError> {
        let rows = sqlx::query(
            "SELECT subject, body FROM decision WHERE died IS NULL AND kind = $1 ORDER BY at, id",
        )
        .bind(CHECKED)
        .fetch_all(&self.pool)
        .await?;
        rows.iter()
            .map(|row| {
                let body = from_json("checked definition", &row.try_get::<String, _>(1)?)?;
                Ok((RecordId(row.try_get(0)?), body))
            })
            .collect()
    }
}

/// Kind of the decision that a passage is still right.
const CHECKED: &str = "definition-checked";

/// What is noted when a passage is found still right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckedDefinition {
    /// The code.
    pub code: CodeId,
    /// The version of its definition.
    pub version: u32,
}

impl Change {
    /// Notes that a coding was found right under a version of its code's definition.
    ///
    /// # Errors
    /// The database cannot be written.
    pub async fn put_checked_definition(
        &mut self,
        id: &str,
        coding: &RecordId,
        checked: &CheckedDefinition,
        coder: &str,
        at: &str,
    ) -> Result<(), StoreError> {
        let values = vec![
            Value::Text(id.to_owned()),
            Value::Text(CHECKED.to_owned()),
            Value::Text(coding.0.clone()),
            Value::Text(to_json("checked definition", checked)?),
            Value::Text(coder.to_owned()),
            Value::Text(at.to_owned()),
            Value::Integer(self.number),
        ];
        let columns = ["id", "kind", "subject", "body", "coder", "at", "born"];
        insert(self, "decision", &columns, values).await
    }

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
