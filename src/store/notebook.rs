//! What people write and decide beside codings, as records of any shape: for copying a study whole.

use serde_json::{Map, Value};
use sqlx::{AssertSqlSafe, Row};

use super::change::Change;
use super::connect::Store;
use super::error::{StoreError, unknown};
use super::rows::{Value as Cell, insert};
use super::undo::TABLES;
use crate::domain::RecordId;

/// A record: its columns by name.
pub type Record = Map<String, Value>;

/// What a record is in the study.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordState {
    /// As an import put it.
    AsImported,
    /// As a person put it.
    ByHand,
    /// A person took it out.
    Removed,
    /// It came with an import that was undone.
    Undone,
}

/// The tables of the notebook, with the names of their files.
pub const NOTEBOOK: [(&str, &str); 4] =
    [("memo", "memos"), ("decision", "decisions"), ("round", "rounds"), ("saved_query", "saved-queries")];

/// Columns of numbers.
const NUMBERS: [&str; 4] = ["version", "span_start", "span_end", "turn"];

/// Finds a table's own name and its columns.
fn columns(table: &str) -> Result<(&'static str, Vec<&'static str>), StoreError> {
    let known = NOTEBOOK.iter().find(|(name, _)| *name == table);
    let found = known.and_then(|_| TABLES.iter().find(|known| known.name == table));
    let table = found.ok_or_else(|| unknown("table of the notebook", table))?;
    Ok((table.name, table.each()))
}

impl Store {
    /// Lists the live records of a table of the notebook, by identifier.
    ///
    /// # Errors
    /// The database cannot be read, or the notebook has no such table.
    pub async fn records(&self, table: &str) -> Result<Vec<Record>, StoreError> {
        let (table, columns) = columns(table)?;
        let text = format!("SELECT {} FROM {table} WHERE died IS NULL ORDER BY id", columns.join(", "));
        let rows = sqlx::query(AssertSqlSafe(text)).fetch_all(&self.pool).await?;
        let mut records = Vec::with_capacity(rows.len());
        for row in &rows {
            let mut record = Record::new();
            for (at, column) in columns.iter().enumerate() {
                let value = if NUMBERS.contains(column) {
                    row.try_get::<Option<i64>, _>(at)?.map_or(Value::Null, Value::from)
                } else {
                    Value::from(row.try_get::<String, _>(at)?)
                };
                record.insert((*column).to_owned(), value);
            }
            records.push(record);
        }
        Ok(records)
    }

    /// Lists every record that a table of the notebook ever had, with what it is now.
    ///
    /// # Errors
    /// The database cannot be read, or the notebook has no such table.
    pub async fn record_states(&self, table: &str) -> Result<Vec<(RecordId, RecordState)>, StoreError> {
        let (table, _) = columns(table)?;
        let text = format!(
            "SELECT r.id, r.died, b.kind, d.kind FROM {table} r JOIN operation b ON b.number = r.born \
             LEFT JOIN operation d ON d.number = r.died \
             WHERE NOT EXISTS (SELECT 1 FROM {table} n WHERE n.id = r.id AND n.born > r.born) ORDER BY r.id"
        );
        let rows = sqlx::query(AssertSqlSafe(text)).fetch_all(&self.pool).await?;
        rows.iter()
            .map(|row| {
                let (born, ended): (String, Option<String>) = (row.try_get(2)?, row.try_get(3)?);
                let state = match (row.try_get::<Option<i64>, _>(1)?, ended.as_deref()) {
                    (None, _) if born == "import" => RecordState::AsImported,
                    (None, _) => RecordState::ByHand,
                    (Some(_), Some("undo" | "import")) if born == "import" => RecordState::Undone,
                    (Some(_), _) => RecordState::Removed,
                };
                Ok((RecordId(row.try_get(0)?), state))
            })
            .collect()
    }
}

impl Change {
    /// Puts a record in place of the one with its id; a column that it does not name is empty.
    ///
    /// # Errors
    /// The database cannot be written, or the notebook has no such table.
    pub async fn put_record(&mut self, table: &str, record: &Record) -> Result<(), StoreError> {
        let (table, mut columns) = columns(table)?;
        let text = |column: &str| record.get(column).and_then(Value::as_str).unwrap_or_default();
        self.end_rows(table, "id", text("id")).await?;
        let mut values: Vec<Cell> = columns
            .iter()
            .map(|column| match NUMBERS.contains(column) {
                true => Cell::MaybeInteger(record.get(*column).and_then(Value::as_i64)),
                false => Cell::Text(text(column).to_owned()),
            })
            .collect();
        columns.push("born");
        values.push(Cell::Integer(self.number));
        insert(self, table, &columns, values).await
    }
}
