//! Queries that people named.

use sqlx::Row;

use super::change::Change;
use super::connect::Store;
use super::error::StoreError;
use super::rows::{Value, insert};
use crate::domain::{CoderId, RecordId};

/// A query under a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedQuery {
    /// Its record.
    pub id: RecordId,
    /// As people call it.
    pub name: String,
    /// As its page's address holds it.
    pub body: String,
    /// Who named it.
    pub coder: CoderId,
}

const SELECT: &str = "SELECT id, name, body, coder FROM saved_query WHERE died IS NULL";

fn read(row: &sqlx::any::AnyRow) -> Result<SavedQuery, StoreError> {
    Ok(SavedQuery {
        id: RecordId(row.try_get(0)?),
        name: row.try_get(1)?,
        body: row.try_get(2)?,
        coder: CoderId(row.try_get(3)?),
    })
}

impl Store {
    /// Lists the queries that were named, by name.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn saved_queries(&self) -> Result<Vec<SavedQuery>, StoreError> {
        let text = format!("{SELECT} ORDER BY name, id");
        let rows = sqlx::query(sqlx::AssertSqlSafe(text)).fetch_all(&self.pool).await?;
        rows.iter().map(read).collect()
    }

    /// Finds a query that was named.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn saved_query(&self, id: &RecordId) -> Result<Option<SavedQuery>, StoreError> {
        let text = format!("{SELECT} AND id = $1");
        let row = sqlx::query(sqlx::AssertSqlSafe(text)).bind(id.as_str()).fetch_optional(&self.pool).await?;
        row.as_ref().map(read).transpose()
    }
}

impl Change {
    /// Puts a query in place of the one with its record.
    ///
    /// # Errors
    /// The database cannot be written.
    pub async fn put_saved_query(&mut self, query: &SavedQuery) -> Result<(), StoreError> {
        self.end_saved_query(&query.id).await?;
        let values = vec![
            Value::Text(query.id.0.clone()),
            Value::Text(query.name.clone()),
            Value::Text(query.body.clone()),
            Value::Text(query.coder.0.clone()),
            Value::Integer(self.number),
        ];
        let columns = ["id", "name", "body", "coder", "born"];
        insert(self, "saved_query", &columns, values).await
    }

    /// Ends a query that was named.
    ///
    /// # Errors
    /// The database cannot be written.
    pub async fn end_saved_query(&mut self, id: &RecordId) -> Result<(), StoreError> {
        self.end_rows("saved_query", "id", id.as_str()).await.map(|_| ())
    }
}
