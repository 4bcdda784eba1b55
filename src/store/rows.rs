//! Writing many rows in few statements: a round trip each would cost more than the rows.

use sqlx::any::AnyArguments;
use sqlx::query::Query;
use sqlx::{Any, AssertSqlSafe};

use super::change::Change;
use super::error::StoreError;

/// A value for a column.
#[derive(Clone, Debug)]
pub(super) enum Value {
    /// TEXT.
    Text(String),
    /// TEXT or null.
    MaybeText(Option<String>),
    /// BIGINT.
    Integer(i64),
    /// BIGINT or null.
    MaybeInteger(Option<i64>),
    /// DOUBLE PRECISION or null.
    MaybeReal(Option<f64>),
}

/// Parameters of one statement; both engines take more.
const PARAMETERS: usize = 4_000;

/// How a statement names its parameters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Marker {
    /// `?`, in their order. `SQLite` looks a named parameter up by walking the names before it, which
    /// for thousands of them costs more than writing the rows.
    Place,
    /// `$1`, all that `PostgreSQL` reads.
    Number,
}

/// Inserts rows, `columns.len()` values each, as many a statement as fit, and notes their table.
pub(super) async fn insert(
    change: &mut Change,
    table: &'static str,
    columns: &[&'static str],
    rows: Vec<Value>,
) -> Result<(), StoreError> {
    change.touch(table);
    let connection = change.connection();
    let marker = if connection.backend_name() == "SQLite" { Marker::Place } else { Marker::Number };
    let width = columns.len().max(1);
    let per_statement = (PARAMETERS / width).max(1);
    let mut rows = rows.into_iter();
    let mut left = rows.len() / width;
    let mut full = None;
    while left > 0 {
        let count = left.min(per_statement);
        let text = match (&full, count == per_statement) {
            (Some(text), true) => Clone::clone(text),
            (_, whole) => {
                let text = statement(table, columns, count, marker);
                if whole {
                    full = Some(text.clone());
                }
                text
            }
        };
        let mut query = sqlx::query(AssertSqlSafe(text)).persistent(count == per_statement);
        for value in rows.by_ref().take(count * width) {
            query = bind(query, value);
        }
        query.execute(&mut *connection).await?;
        left -= count;
    }
    Ok(())
}

/// Binds one value.
pub(super) fn bind(query: Query<'_, Any, AnyArguments>, value: Value) -> Query<'_, Any, AnyArguments> {
    match value {
        Value::Text(text) => query.bind(text),
        Value::MaybeText(text) => query.bind(text),
        Value::Integer(number) => query.bind(number),
        Value::MaybeInteger(number) => query.bind(number),
        Value::MaybeReal(number) => query.bind(number),
    }
}

/// Writes the statement for `count` rows; table and columns are constants of this program.
fn statement(table: &str, columns: &[&str], count: usize, marker: Marker) -> String {
    let mut text = format!("INSERT INTO {table} ({}) VALUES ", columns.join(", "));
    let mut parameter = 0;
    for row in 0..count {
        text.push_str(if row == 0 { "(" } else { ", (" });
        for column in 0..columns.len() {
            parameter += 1;
            if column > 0 {
                text.push(',');
            }
            match marker {
                Marker::Place => text.push('?'),
                Marker::Number => text.push_str(&format!("${parameter}")),
            }
        }
        text.push(')');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_are_numbered_across_rows() {
        let numbered = statement("t", &["a", "b"], 2, Marker::Number);
        assert_eq!(numbered, "INSERT INTO t (a, b) VALUES ($1,$2), ($3,$4)");
        assert_eq!(statement("t", &["a", "b"], 2, Marker::Place), "INSERT INTO t (a, b) VALUES (?,?), (?,?)");
    }
}
