//! The database of another program: read, and never written, nor anything beside it.

use std::collections::BTreeMap;
use std::path::Path;

use futures_util::TryStreamExt;
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection, SqliteRow};
use sqlx::{Connection, Row};

/// A row, by the names of its columns; what is NULL is left out.
pub type ForeignRow = BTreeMap<String, String>;

/// Tables of another program, by name; those it does not have are left out.
pub type ForeignTables = BTreeMap<String, Vec<ForeignRow>>;

/// The largest value, in bytes: ten times what a person says in a day.
const LARGEST_VALUE: usize = 16 << 20;
/// All values of all tables together, in bytes as they stand in memory.
const LARGEST_TOTAL: usize = 512 << 20;
/// What a value takes beside its bytes and the name of its column.
const VALUE_ROOM: usize = 56;

/// Why another program's database cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum ForeignError {
    /// The engine refuses it.
    #[error("read another program's database: {detail}")]
    Engine {
        /// In the words of the engine.
        detail: String,
    },
    /// What should be a table is a view or a virtual table: to read it is to compute it, without any bound.
    #[error("{table} is no table of another program's database")]
    NoTable {
        /// Its name.
        table: String,
    },
    /// A value, or all of them together, are larger than any project.
    #[error("the table {table} of another program's database holds more than {limit} bytes")]
    Large {
        /// The table in which it was passed.
        table: String,
        /// The limit, in bytes.
        limit: usize,
    },
}

impl From<sqlx::Error> for ForeignError {
    fn from(error: sqlx::Error) -> Self {
        let detail = match &error {
            sqlx::Error::Database(inner) => inner.message().to_owned(),
            other => other.to_string(),
        };
        Self::Engine { detail }
    }
}

/// Reads some tables whole, every value as text, in the order in which they were written.
///
/// The file is opened as one that nobody changes, so that the engine makes no file beside it.
///
/// # Errors
/// The file is no database of this engine, is cut off or damaged, has a view in the place of a table, or
/// holds more than a project does.
pub async fn read_foreign(path: &Path, tables: &[&str]) -> Result<ForeignTables, ForeignError> {
    let options = SqliteConnectOptions::new().filename(path).read_only(true).immutable(true);
    let mut connection = SqliteConnection::connect_with(&options).await?;
    sqlx::raw_sql("PRAGMA trusted_schema = OFF").execute(&mut connection).await?;
    let mut found = ForeignTables::new();
    let mut total = 0;
    for table in tables {
        let Some(is_numbered) = is_numbered(&mut connection, table).await? else { continue };
        let names: Vec<String> = sqlx::query("SELECT name FROM pragma_table_info($1)")
            .bind(*table)
            .fetch_all(&mut connection)
            .await?
            .iter()
            .filter_map(|row| row.try_get(0).ok())
            .collect();
        let columns: Vec<String> =
            names.iter().map(|name| format!("\"{}\"", name.replace('"', "\"\""))).collect();
        refuse_large(&mut connection, table, &columns).await?;
        let texts: Vec<String> = columns.iter().map(|name| format!("CAST({name} AS TEXT)")).collect();
        let order = if is_numbered { " ORDER BY rowid" } else { "" };
        // The names come from the file itself and are quoted; tables are named by this program.
        let statement = format!("SELECT {} FROM \"{table}\"{order}", texts.join(", "));
        let mut rows = sqlx::query(sqlx::AssertSqlSafe(statement)).fetch(&mut connection);
        let mut kept = Vec::new();
        while let Some(row) = rows.try_next().await? {
            let row = read(&row, &names);
            total += row.iter().map(|(name, value)| name.len() + value.len() + VALUE_ROOM).sum::<usize>();
            if total > LARGEST_TOTAL {
                return Err(ForeignError::Large { table: (*table).to_owned(), limit: LARGEST_TOTAL });
            }
            kept.push(row);
        }
        drop(rows);
        found.insert((*table).to_owned(), kept);
    }
    connection.close().await?;
    Ok(found)
}

/// Tells whether the rows of a table have a number of their own; none when there is no such table.
async fn is_numbered(connection: &mut SqliteConnection, table: &str) -> Result<Option<bool>, ForeignError> {
    let list = "SELECT type, wr FROM pragma_table_list WHERE schema = 'main' AND name = $1 COLLATE NOCASE";
    let Some(row) = sqlx::query(list).bind(table).fetch_optional(&mut *connection).await? else {
        return Ok(None);
    };
    let (kind, without): (String, i64) = (row.try_get(0)?, row.try_get(1)?);
    if kind != "table" {
        return Err(ForeignError::NoTable { table: table.to_owned() });
    }
    Ok(Some(without == 0))
}

/// Refuses a table with a value larger than any text of a project, before it is read.
async fn refuse_large(
    connection: &mut SqliteConnection,
    table: &str,
    columns: &[String],
) -> Result<(), ForeignError> {
    let large: Vec<String> =
        columns.iter().map(|name| format!("octet_length({name}) > {LARGEST_VALUE}")).collect();
    let statement = format!("SELECT 1 FROM \"{table}\" WHERE {} LIMIT 1", large.join(" OR "));
    let found = sqlx::query(sqlx::AssertSqlSafe(statement)).fetch_optional(&mut *connection).await?;
    match found {
        Some(_) => Err(ForeignError::Large { table: table.to_owned(), limit: LARGEST_VALUE }),
        None => Ok(()),
    }
}

fn read(row: &SqliteRow, names: &[String]) -> ForeignRow {
    let value = |(at, name): (usize, &String)| {
        let bytes: Option<Vec<u8>> = row.try_get_unchecked(at).ok()?;
        Some((name.clone(), String::from_utf8_lossy(&bytes?).into_owned()))
    };
    names.iter().enumerate().filter_map(value).collect()
}
