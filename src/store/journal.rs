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
    ("memo", "id, subject_kind, subject, version, span_start, span_end, exact, turn, body, coder, at"),
    ("decision", "id, kind, subject, body, coder, at"),
    ("round", "id, body"),
    ("saved_query", "id, name, body, coder"),
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
    /// Takes back operation `undone`: ends the rows born since, bears again the rows that were live
    /// just before it and are not now.
    ///
    /// That is the state before it as long as it is the newest that is not undone, which
    /// `Store::undoable` sees to: whatever was born later was born by an undo, or undone.
    ///
    /// # Errors
    /// The database cannot be written.
    pub async fn undo(&mut self, undone: i64) -> Result<(), StoreError> {
        let number = self.number;
        for (table, columns) in TABLES {
            let end = format!("UPDATE {table} SET died = $1 WHERE born >= $2 AND died IS NULL");
            sqlx::query(AssertSqlSafe(end)).bind(number).bind(undone).execute(self.connection()).await?;
            let bear = format!(
                "INSERT INTO {table} ({columns}, born) SELECT {columns}, CAST($1 AS BIGINT) FROM {table} \
                 WHERE born < $2 AND died >= $2"
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::coding::{Anchor, Anchoring, Coding, Origin};
    use crate::domain::{CodeId, CoderId, RecordId, TranscriptId};
    use crate::store::{CodingFilter, StoredCoding};
    use crate::text::Span;

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
            let (_, listed) = TABLES.iter().find(|(table, _)| *table == name).unwrap();
            let listed: Vec<&str> = listed.split(',').map(str::trim).chain(["born", "died"]).collect();
            assert_eq!(columns, listed, "{name}");
        }
    }

    fn coding(id: &str, exact: &str) -> StoredCoding {
        StoredCoding {
            coding: Coding {
                id: RecordId::from(id),
                transcript: TranscriptId::from("E01"),
                version: 1,
                code: CodeId::from("dettes"),
                coder: CoderId::from("c1"),
                anchor: Anchor { span: Span::new(3, 8), exact: exact.to_owned(), ..Anchor::default() },
                turns: (1, 1),
                intensity: Some(2),
                memo: String::new(),
                anchoring: Anchoring::Approximate { score: 0.5 },
                origin: Origin::Hand,
            },
            source_path: String::new(),
            source_key: String::new(),
        }
    }

    async fn words(store: &Store) -> Vec<String> {
        let codings = store.codings(&CodingFilter::default()).await.unwrap();
        codings.into_iter().map(|coding| coding.anchor.exact).collect()
    }

    #[tokio::test]
    async fn undo_takes_back_additions_changes_and_removals_and_is_itself_recorded() {
        let store = Store::in_memory().await.unwrap();
        let begin = |id: &'static str| store.begin(id, "2026-01-01T00:00:00Z", "c1", "import");
        let mut change = begin("1").await.unwrap();
        change.put_codings(vec![coding("a", "un"), coding("b", "deux")]).await.unwrap();
        change.commit(&serde_json::json!({})).await.unwrap();
        let mut change = begin("2").await.unwrap();
        change.end_coding(&RecordId::from("a")).await.unwrap();
        change.put_codings(vec![coding("a", "un, changé"), coding("c", "trois")]).await.unwrap();
        change.end_coding(&RecordId::from("b")).await.unwrap();
        change.commit(&serde_json::json!({})).await.unwrap();
        assert_eq!(words(&store).await, ["un, changé", "trois"]);

        for (number, left) in [(2, vec!["un", "deux"]), (1, vec![])] {
            let undone = store.undoable().await.unwrap().unwrap();
            assert_eq!(undone.number, number);
            let mut change =
                store.begin(&format!("u{number}"), "2026-01-01T00:00:00Z", "c1", "undo").await.unwrap();
            change.undo(undone.number).await.unwrap();
            change.commit(&serde_json::json!({})).await.unwrap();
            assert_eq!(words(&store).await, left);
        }
        assert_eq!(store.undoable().await.unwrap(), None);
        let operations = store.operations(10).await.unwrap();
        assert_eq!(operations.len(), 4);
        assert_eq!((operations[3].undone_by, operations[0].undoes), (Some(4), Some(1)));
    }

    #[tokio::test]
    async fn a_change_that_is_dropped_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("study.db")).await.unwrap();
        let mut change = store.begin("1", "2026-01-01T00:00:00Z", "c1", "import").await.unwrap();
        change.put_codings(vec![coding("a", "un")]).await.unwrap();
        drop(change);
        assert_eq!(words(&store).await, Vec::<String>::new());
        assert_eq!(store.newest_operation().await.unwrap(), 0);
    }

    #[tokio::test]
    async fn a_coding_comes_back_as_it_was_put() {
        let store = Store::in_memory().await.unwrap();
        let mut change = store.begin("1", "2026-01-01T00:00:00Z", "c1", "import").await.unwrap();
        change.put_codings(vec![coding("a", "« l’été » 😅\n\"")]).await.unwrap();
        change.commit(&serde_json::json!({})).await.unwrap();
        let read = store.stored_codings(&CodingFilter::default()).await.unwrap();
        assert_eq!(read, [coding("a", "« l’été » 😅\n\"")]);
    }
}
