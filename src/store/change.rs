//! An operation being made: one transaction, one number, one line of the audit trail.

use std::collections::BTreeSet;

use sqlx::{Any, AnyConnection, Row, Transaction};
use tokio::sync::OwnedMutexGuard;
use tokio::time::timeout;

use super::connect::{PATIENCE, Store};
use super::error::StoreError;

/// An open change. Dropping it without `commit` undoes everything done through it.
#[derive(Debug)]
pub struct Change {
    transaction: Transaction<'static, Any>,
    /// The operation's number, from 1.
    pub number: i64,
    /// What it wrote to, for whoever takes it back.
    tables: BTreeSet<&'static str>,
    /// The writer's place, kept until the end. Let go after the transaction, which stands before it.
    _place: OwnedMutexGuard<()>,
}

impl Store {
    /// Opens a change; `id` is a UUID, `at` the time in RFC 3339 UTC.
    ///
    /// Our own writers stand in line for it: the engine would let them sleep and try again, and the
    /// last of eight would wait for its luck.
    ///
    /// # Errors
    /// An operation with that id was made already, or the database cannot be written.
    pub async fn begin(&self, id: &str, at: &str, coder: &str, kind: &str) -> Result<Change, StoreError> {
        let place = timeout(PATIENCE, self.writer.clone().lock_owned())
            .await
            .map_err(|_| StoreError::Busy(sqlx::Error::PoolTimedOut))?;
        // The writer's place is taken at once: a change that began as a reader could find it taken later.
        let mut transaction = self.pool.begin_with("BEGIN IMMEDIATE").await?;
        let row = sqlx::query(
            "SELECT COALESCE(MAX(number), 0) + 1, (SELECT number FROM operation WHERE id = $1) FROM operation",
        )
        .bind(id)
        .fetch_one(&mut *transaction)
        .await?;
        let number: i64 = row.try_get(0)?;
        if let Some(number) = row.try_get::<Option<i64>, _>(1)? {
            return Err(StoreError::Repeated { number });
        }
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
        Ok(Change { transaction, number, tables: BTreeSet::new(), _place: place })
    }
}

impl Change {
    /// Notes that a table is written to.
    pub(super) fn touch(&mut self, table: &'static str) {
        self.tables.insert(table);
    }

    /// Tells whether it wrote to a table so far.
    pub fn has_touched(&self, table: &str) -> bool {
        self.tables.contains(table)
    }

    /// Lends the connection of the transaction: for reading, and for writing to what has no births.
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
        self.touch(table);
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
        self.touch(table);
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
        let tables = self.tables.iter().copied().collect::<Vec<_>>().join(",");
        sqlx::query("UPDATE operation SET summary = $1, tables = $2 WHERE number = $3")
            .bind(summary.to_string())
            .bind(tables)
            .bind(number)
            .execute(self.connection())
            .await?;
        self.transaction.commit().await?;
        Ok(number)
    }
}
