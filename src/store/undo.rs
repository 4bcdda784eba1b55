//! Taking an operation back, whatever was done since by others.
//!
//! Rows of a table have a key, under which one row lives at a time. An operation found one row, or
//! none, under each key that it touched, and left one row, or none. It can be taken back as long as
//! what it left is still what lives there; then what it found is put in its place. That makes undo
//! and redo each other's exact reverse, and leaves alone whatever others did elsewhere.
//!
//! Where a passage stands is not what an operation says of it: the text may have been corrected since,
//! and the passage has followed. Those columns are not compared, and an operation that did nothing else
//! to a passage than move it leaves alone one that was changed or removed since. A passage that stands in
//! another version afterwards is brought to the present one by whoever calls.

use sqlx::{AssertSqlSafe, Row};

use super::change::Change;
use super::error::StoreError;

/// A table whose rows are born and die with operations.
pub(super) struct Table {
    pub(super) name: &'static str,
    /// One row lives at a time under each value; without a key, one row at all.
    key: &'static str,
    /// What an operation says.
    columns: &'static str,
    /// Where it stands in a version of a text, which the next version changes.
    place: &'static str,
}

const fn table(name: &'static str, key: &'static str, columns: &'static str) -> Table {
    Table { name, key, columns, place: "" }
}

/// Every table whose rows are born and die with operations, with its own columns.
pub(super) const TABLES: &[Table] = &[
    table("source", "path", "path, kind, fingerprint, context, diagnostics"),
    table("setting", "name", "name, body"),
    table("transcript", "id", "id, title, path, language, attributes, version"),
    table("theme", "id", "id, position, body"),
    Table {
        name: "coding",
        key: "id",
        columns: "id, transcript, code, coder, intensity, memo, origin, source_path, source_key",
        place: "version, span_start, span_end, exact, prefix, suffix, turn_first, turn_last, verdict, score",
    },
    table("unplaced", "id", "id, transcript, body, diagnostic, source_path, source_key"),
    table("questionnaire", "", "body"),
    table("respondent", "position", "id, position, body"),
    table("intervention", "line", super::casework::INTERVENTION_COLUMNS),
    table("recipient", "line", super::casework::RECIPIENT_COLUMNS),
    table("population", "position", super::casework::POPULATION_COLUMNS),
    Table {
        name: "memo",
        key: "id",
        columns: "id, subject_kind, subject, body, coder, at",
        place: "version, span_start, span_end, exact, turn",
    },
    table("decision", "id", "id, kind, subject, body, coder, at"),
    table("round", "id", "id, body"),
    table("saved_query", "id", "id, name, body, coder"),
];

impl Table {
    /// Writes all columns.
    pub(super) fn all(&self) -> String {
        if self.place.is_empty() {
            self.columns.to_owned()
        } else {
            format!("{}, {}", self.columns, self.place)
        }
    }

    /// Lists all columns.
    pub(super) fn each(&self) -> Vec<&'static str> {
        let all = self.columns.split(',').chain(self.place.split(','));
        all.map(str::trim).filter(|column| !column.is_empty()).collect()
    }

    /// Writes that the rows `one` and `other` have the same key.
    fn same_key(&self, one: &str, other: &str) -> String {
        if self.key.is_empty() { "1 = 1".to_owned() } else { format!("{one}.{0} = {other}.{0}", self.key) }
    }

    /// Writes that the rows `one` and `other` say the same.
    fn same(&self, one: &str, other: &str) -> String {
        let equal = |column: &str| format!("{one}.{column} IS NOT DISTINCT FROM {other}.{column}");
        self.columns.split(", ").map(|column| equal(column.trim())).collect::<Vec<_>>().join(" AND ")
    }
}

impl Table {
    /// Writes, for a table of passages, that the operation `$1` did more to the key of row `one` than to
    /// move its passage.
    fn unless_moved(&self, one: &str) -> String {
        if self.place.is_empty() {
            return String::new();
        }
        let (name, key) = (self.name, self.key);
        format!(
            " AND {one}.{key} NOT IN (SELECT m.{key} FROM {name} m JOIN {name} n ON {same_key} AND {same} \
             WHERE m.died = $1 AND m.born < $1 AND n.born = $1 AND (n.died IS NULL OR n.died <> $1))",
            same_key = self.same_key("m", "n"),
            same = self.same("m", "n"),
        )
    }
}

/// Stands for `a` a row that the operation `$1` left and that lives no longer.
const LEFT_AND_GONE: &str = "a.born = $1 AND a.died IS NOT NULL AND a.died <> $1";

impl Change {
    /// Takes back an operation, which may be an undo. Nothing is changed when it cannot be: the
    /// operation that stands in the way is returned.
    ///
    /// # Errors
    /// The database cannot be written.
    pub async fn take_back(&mut self, undone: i64) -> Result<Option<i64>, StoreError> {
        let touched: Option<String> = sqlx::query_scalar("SELECT tables FROM operation WHERE number = $1")
            .bind(undone)
            .fetch_one(self.connection())
            .await?;
        let is_touched = |table: &&Table| {
            touched.as_ref().is_none_or(|names| names.split(',').any(|name| name == table.name))
        };
        for table in TABLES.iter().filter(is_touched) {
            if let Some(other) = self.in_the_way(table, undone).await? {
                return Ok(Some(other));
            }
        }
        for table in TABLES.iter().filter(is_touched) {
            self.restore(table, undone).await?;
        }
        sqlx::query("UPDATE operation SET undoes = $1 WHERE number = $2")
            .bind(undone)
            .bind(self.number)
            .execute(self.connection())
            .await?;
        Ok(None)
    }

    /// Finds the operation that changed since what `undone` left.
    async fn in_the_way(&mut self, table: &Table, undone: i64) -> Result<Option<i64>, StoreError> {
        let name = table.name;
        // Joins, for which the engine makes an index when a table of a million rows has none.
        let changed = format!(
            "SELECT (SELECT MAX(CASE WHEN c.died IS NULL THEN c.born ELSE c.died END) FROM {name} c \
             WHERE {other}) FROM {name} a LEFT JOIN {name} l ON {key} AND l.died IS NULL \
             WHERE {LEFT_AND_GONE} AND (l.born IS NULL OR NOT ({same})){unless_moved} LIMIT 1",
            unless_moved = table.unless_moved("a"),
            other = table.same_key("c", "a"),
            key = table.same_key("l", "a"),
            same = table.same("l", "a"),
        );
        // What it took away must be away still.
        let replaced = format!(
            "SELECT l.born FROM {name} b JOIN {name} l ON {key} AND l.died IS NULL \
             LEFT JOIN {name} a ON {left} AND a.born = $1 AND a.died <> $1 \
             WHERE b.died = $1 AND b.born < $1 AND l.born > $1 AND a.born IS NULL LIMIT 1",
            key = table.same_key("l", "b"),
            left = table.same_key("a", "b"),
        );
        for text in [changed, replaced] {
            let row = sqlx::query(AssertSqlSafe(text)).bind(undone).fetch_optional(self.connection()).await?;
            if let Some(row) = row {
                return Ok(Some(row.try_get::<Option<i64>, _>(0)?.unwrap_or(undone)));
            }
        }
        Ok(None)
    }

    /// Ends what `undone` left, and bears again what it found.
    async fn restore(&mut self, table: &Table, undone: i64) -> Result<(), StoreError> {
        let (name, number) = (table.name, self.number);
        let all = table.all();
        let end = format!("UPDATE {name} SET died = $2 WHERE born = $1 AND died IS NULL");
        // Taken away and brought back since, it lives as another row of the same key.
        let of_such_key = if table.key.is_empty() { "1" } else { table.key };
        let copies = if table.key.is_empty() { "1".to_owned() } else { format!("l.{}", table.key) };
        let end_copies = format!(
            "UPDATE {name} SET died = $2 WHERE died IS NULL AND born > $1 AND {of_such_key} IN \
             (SELECT {copies} FROM {name} a JOIN {name} l ON {key} AND l.died IS NULL AND {same} \
             WHERE {LEFT_AND_GONE})",
            key = table.same_key("l", "a"),
            same = table.same("l", "a"),
        );
        // What it only moved is put back where it was if it was there still, and was ended just now.
        let if_there = match table.unless_moved("b").as_str() {
            "" => String::new(),
            moved => format!(
                " AND (b.{of_such_key} IN (SELECT e.{of_such_key} FROM {name} e WHERE e.died = $2) OR (1 = 1{moved}))"
            ),
        };
        let bear = format!(
            "INSERT INTO {name} ({all}, born) SELECT {all}, CAST($2 AS BIGINT) FROM {name} b \
             WHERE b.died = $1 AND b.born < $1{if_there}"
        );
        let mut rows = 0;
        for text in [end, end_copies, bear] {
            let done =
                sqlx::query(AssertSqlSafe(text)).bind(undone).bind(number).execute(self.connection()).await?;
            rows += done.rows_affected();
        }
        if rows > 0 {
            self.touch(name);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MIGRATIONS: &str = concat!(
        include_str!("../../migrations/0001_study.sql"),
        include_str!("../../migrations/0004_workbench.sql")
    );

    #[test]
    fn every_table_that_changes_is_undone_with_all_its_columns() {
        for statement in MIGRATIONS.split("CREATE TABLE ").skip(1) {
            let (name, rest) = statement.split_once(" (").unwrap();
            let columns: Vec<&str> = rest
                .lines()
                .skip(1)
                .take_while(|line| line.starts_with("    "))
                .filter_map(|line| line.split_whitespace().next())
                .filter(|word| *word != "PRIMARY")
                .collect();
            if !columns.contains(&"born") {
                continue;
            }
            let table = TABLES.iter().find(|table| table.name == name).unwrap();
            let all = table.all();
            let mut listed: Vec<&str> = all.split(',').map(str::trim).chain(["born", "died"]).collect();
            let mut columns = columns;
            columns.sort_unstable();
            listed.sort_unstable();
            assert_eq!(columns, listed, "{name}");
        }
    }
}
