//! The operations of a study: listed, and undone.

use serde::Serialize;
use sqlx::{AssertSqlSafe, Row};

use super::change::Change;
use super::connect::Store;
use super::error::{StoreError, from_json};

/// Every table whose rows are born and die with operations, with its own columns.
pub(super) const TABLES: &[(&str, &str)] = &[
    ("source", "path, kind, fingerprint, context, diagnostics"),
    ("setting", "name, body"),
    ("transcript", "id, title, path, language, attributes, version"),
    ("theme", "id, position, body"),
    (
        "coding",
        "id, transcript, version, code, coder, span_start, span_end, exact, prefix, suffix, turn_first, \
         turn_last, intensity, memo, verdict, score, origin, source_path, source_key",
    ),
    ("unplaced", "id, transcript, body, diagnostic, source_path, source_key"),
    ("questionnaire", "body"),
    ("respondent", "id, position, body"),
    ("intervention", super::casework::INTERVENTION_COLUMNS),
    ("recipient", super::casework::RECIPIENT_COLUMNS),
    ("population", super::casework::POPULATION_COLUMNS),
];

/// A recorded change.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Operation {
    /// From 1, in the order made.
    pub number: i64,
    /// UUID version 7.
    pub id: String,
    /// When, RFC 3339 UTC.
    pub at: String,
    /// Who.
    pub coder: String,
    /// What: `import`, `undo`, …
    pub kind: String,
    /// Counts and identifiers.
    pub summary: serde_json::Value,
    /// The operation that it undoes.
    pub undoes: Option<i64>,
    /// The operation that undid it.
    pub undone_by: Option<i64>,
}

impl Store {
    /// Lists operations, the newest first.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn operations(&self, limit: i64) -> Result<Vec<Operation>, StoreError> {
        let rows = sqlx::query(
            "SELECT o.number, o.id, o.at, o.coder, o.kind, o.summary, o.undoes, \
             (SELECT CAST(MAX(u.number) AS BIGINT) FROM operation u WHERE u.undoes = o.number) \
             FROM operation o ORDER BY o.number DESC LIMIT $1",
        )
        .bind(limit)
        .fetch_all(&self.pool)
        .await?;
        rows.iter()
            .map(|row| {
                Ok(Operation {
                    number: row.try_get(0)?,
                    id: row.try_get(1)?,
                    at: row.try_get(2)?,
                    coder: row.try_get(3)?,
                    kind: row.try_get(4)?,
                    summary: from_json("summary of an operation", &row.try_get::<String, _>(5)?)?,
                    undoes: row.try_get(6)?,
                    undone_by: row.try_get(7)?,
                })
            })
            .collect()
    }

    /// Returns the number of the newest operation, 0 before the first.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn newest_operation(&self) -> Result<i64, StoreError> {
        let row = sqlx::query("SELECT COALESCE(MAX(number), 0) FROM operation").fetch_one(&self.pool).await?;
        Ok(row.try_get(0)?)
    }

    /// Finds the operation that `undo` would take back: the newest that is no undo and is not undone.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn undoable(&self) -> Result<Option<Operation>, StoreError> {
        let row = sqlx::query(
            "SELECT CAST(MAX(o.number) AS BIGINT) FROM operation o WHERE o.undoes IS NULL \
             AND NOT EXISTS (SELECT 1 FROM operation u WHERE u.undoes = o.number)",
        )
        .fetch_one(&self.pool)
        .await?;
        let Some(number) = row.try_get::<Option<i64>, _>(0)? else { return Ok(None) };
        let newest = self.newest_operation().await?;
        let operations = self.operations(newest - number + 1).await?;
        Ok(operations.into_iter().find(|operation| operation.number == number))
    }
}

impl Change {
    /// Takes back operation `undone`: ends the rows it bore, bears again the rows it ended.
    ///
    /// The rows it bore are live as long as it is the newest not undone, which `Store::undoable`
    /// sees to.
    ///
    /// # Errors
    /// The database cannot be written.
    pub async fn undo(&mut self, undone: i64) -> Result<(), StoreError> {
        let number = self.number;
        for (table, columns) in TABLES {
            let end = format!("UPDATE {table} SET died = $1 WHERE born = $2 AND died IS NULL");
            sqlx::query(AssertSqlSafe(end)).bind(number).bind(undone).execute(self.connection()).await?;
            let bear = format!(
                "INSERT INTO {table} ({columns}, born) SELECT {columns}, CAST($1 AS BIGINT) FROM {table} \
                 WHERE died = $2 AND born <> $2"
            );
            sqlx::query(AssertSqlSafe(bear)).bind(number).bind(undone).execute(self.connection()).await?;
        }
        sqlx::query("UPDATE operation SET undoes = $1 WHERE number = $2")
            .bind(undone)
            .bind(number)
            .execute(self.connection())
            .await?;
        Ok(())
    }
}
