//! The database of another program: read, and never written, nor anything beside it.

use std::collections::BTreeMap;
use std::path::Path;

use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection, SqliteRow};
use sqlx::{Connection, Row};

/// A row, by the names of its columns; what is NULL is left out.
pub type ForeignRow = BTreeMap<String, String>;

/// Tables of another program, by name; those it does not have are left out.
pub type ForeignTables = BTreeMap<String, Vec<ForeignRow>>;

/// Why another program's database cannot be read, in the words of the engine.
#[derive(Debug, thiserror::Error)]
#[error("read another program's database: {detail}")]
pub struct ForeignError {
    /// What the engine says.
    pub detail: String,
}

impl From<sqlx::Error> for ForeignError {
    fn from(error: sqlx::Error) -> Self {
        let detail = match &error {
            sqlx::Error::Database(inner) => inner.message().to_owned(),
            other => other.to_string(),
        };
        Self { detail }
    }
}

/// Reads some tables whole, every value as text, in the order in which they were written.
///
/// The file is opened as one that nobody changes, so that the engine makes no file beside it.
///
/// # Errors
/// The file is no database of this engine, is cut off, or is damaged.
pub async fn read_foreign(path: &Path, tables: &[&str]) -> Result<ForeignTables, ForeignError> {
    let options = SqliteConnectOptions::new().filename(path).read_only(true).immutable(true);
    let mut connection = SqliteConnection::connect_with(&options).await?;
    sqlx::raw_sql("PRAGMA trusted_schema = OFF").execute(&mut connection).await?;
    let mut found = ForeignTables::new();
    for table in tables {
        let names: Vec<String> = sqlx::query("SELECT name FROM pragma_table_info($1)")
            .bind(*table)
            .fetch_all(&mut connection)
            .await?
            .iter()
            .filter_map(|row| row.try_get(0).ok())
            .collect();
        if names.is_empty() {
            continue;
        }
        let quoted = |name: &String| format!("CAST(\"{}\" AS TEXT)", name.replace('"', "\"\""));
        let columns: Vec<String> = names.iter().map(quoted).collect();
        // The names come from the file itself and are quoted; tables are named by this program.
        let statement = format!("SELECT {} FROM \"{table}\" ORDER BY rowid", columns.join(", "));
        let rows = sqlx::query(sqlx::AssertSqlSafe(statement)).fetch_all(&mut connection).await?;
        found.insert((*table).to_owned(), rows.iter().map(|row| read(row, &names)).collect());
    }
    connection.close().await?;
    Ok(found)
}

fn read(row: &SqliteRow, names: &[String]) -> ForeignRow {
    let value = |(at, name): (usize, &String)| {
        let bytes: Option<Vec<u8>> = row.try_get_unchecked(at).ok()?;
        Some((name.clone(), String::from_utf8_lossy(&bytes?).into_owned()))
    };
    names.iter().enumerate().filter_map(value).collect()
}
