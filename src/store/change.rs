//! An operation being made: one transaction, one number, one line of the audit trail.

use sqlx::{Any, AnyConnection, Row, Transaction};

use super::connect::Store;
use super::error::StoreError;

/// An open change. Dropping it without `commit` undoes everything done through it.
#[derive(Debug)]
pub struct Change {
    transaction: Transaction<'static, Any>,
    /// The operation's number, from 1.
    pub number: i64,
}

impl Store {
    /// Opens a change; `id` is a fresh UUID version 7, `at` the time in RFC 3339 UTC.
    ///
    /// # Errors
    /// The database cannot be written.
    pub async fn begin(&self, id: &str, at: &str, coder: &str, kind: &str) -> Result<Change, StoreError> {
        // The writer's place is taken at once: a change that began as a reader could find it taken later.
        let mut transaction = self.pool.begin_with("BEGIN IMMEDIATE").await?;
        let row = sqlx::query("SELECT COALESCE(MAX(number), 0) + 1 FROM operation")
            .fetch_one(&mut *transaction)
            .await?;
        let number: i64 = row.try_get(0)?;
        sqlx::query(
            "INSERT INTO operation (number, id, at, coder, kind, summary) VALUES ($1, $2, $3, $4, $5, '{}')",
        )
        .bind(number)
        .bind(id)
        .bind(at)
        .bind(coder)
        .bind(kind)
        .execute(&mut *transaction)
        .await?;
        Ok(Change { transaction, number })
    }
}

impl Change {
    /// Lends the connection of the transaction.
    pub(super) fn connection(&mut self) -> &mut AnyConnection {
        &mut self.transaction
    }

    /// Ends the live rows of `table` in which `column` equals `value`.
    pub(super) async fn end_rows(
        &mut self,
        table: &'static str,
        column: &'static str,
        value: &str,
    ) -> Result<u64, StoreError> {
        let number = self.number;
        let text = format!("UPDATE {table} SET died = $1 WHERE died IS NULL AND {column} = $2");
        let done = sqlx::query(sqlx::AssertSqlSafe(text))
            .bind(number)
            .bind(value)
            .execute(self.connection())
            .await?;
        Ok(done.rows_affected())
    }

    /// Ends every live row of `table`.
    pub(super) async fn end_all(&mut self, table: &'static str) -> Result<u64, StoreError> {
        let number = self.number;
        let text = format!("UPDATE {table} SET died = $1 WHERE died IS NULL");
        let done = sqlx::query(sqlx::AssertSqlSafe(text)).bind(number).execute(self.connection()).await?;
        Ok(done.rows_affected())
    }

    /// Makes the change durable with its summary, a JSON object of counts and identifiers.
    ///
    /// # Errors
    /// The database cannot be written; then nothing of the change remains.
    pub async fn commit(mut self, summary: &serde_json::Value) -> Result<i64, StoreError> {
        let number = self.number;
        sqlx::query("UPDATE operation SET summary = $1 WHERE number = $2")
            .bind(summary.to_string())
            .bind(number)
            .execute(self.connection())
            .await?;
        self.transaction.commit().await?;
        Ok(number)
    }
}
