//! The operations of a study: listed, and which of them an undo or a redo takes back.

use serde::Serialize;
use sqlx::any::AnyRow;
use sqlx::{AssertSqlSafe, Row};

use super::change::Change;
use super::connect::Store;
use super::error::{StoreError, from_json};
use crate::domain::CoderId;

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

/// Stands for `o` an operation that no standing operation takes back.
const STANDS: &str = "NOT EXISTS (SELECT 1 FROM operation u WHERE u.undoes = o.number \
     AND NOT EXISTS (SELECT 1 FROM operation r WHERE r.undoes = u.number))";

const SELECT: &str = "SELECT o.number, o.id, o.at, o.coder, o.kind, o.summary, o.undoes, \
     (SELECT CAST(MAX(u.number) AS BIGINT) FROM operation u WHERE u.undoes = o.number \
     AND NOT EXISTS (SELECT 1 FROM operation r WHERE r.undoes = u.number)) FROM operation o";

fn read(row: &AnyRow) -> Result<Operation, StoreError> {
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
}

impl Store {
    /// Lists operations, the newest first.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn operations(&self, limit: i64) -> Result<Vec<Operation>, StoreError> {
        let text = format!("{SELECT} ORDER BY o.number DESC LIMIT $1");
        let rows = sqlx::query(AssertSqlSafe(text)).bind(limit).fetch_all(&self.pool).await?;
        rows.iter().map(read).collect()
    }

    /// Returns an operation by its number.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn operation(&self, number: i64) -> Result<Option<Operation>, StoreError> {
        let text = format!("{SELECT} WHERE o.number = $1");
        let row = sqlx::query(AssertSqlSafe(text)).bind(number).fetch_optional(&self.pool).await?;
        row.as_ref().map(read).transpose()
    }

    /// Returns the operation that a request made, by the id that the request gave it.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn operation_of_request(&self, id: &str) -> Result<Option<Operation>, StoreError> {
        let text = format!("{SELECT} WHERE o.id = $1");
        let row = sqlx::query(AssertSqlSafe(text)).bind(id).fetch_optional(&self.pool).await?;
        row.as_ref().map(read).transpose()
    }

    /// Returns the summary of the newest operation of one of two kinds by a person.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn last_summary(
        &self,
        coder: &CoderId,
        kinds: [&str; 2],
    ) -> Result<Option<serde_json::Value>, StoreError> {
        let text: Option<String> = sqlx::query_scalar(
            "SELECT summary FROM operation WHERE coder = $1 AND kind IN ($2, $3) ORDER BY number DESC LIMIT 1",
        )
        .bind(coder.as_str())
        .bind(kinds[0])
        .bind(kinds[1])
        .fetch_optional(&self.pool)
        .await?;
        text.map(|text| from_json("summary of an operation", &text)).transpose()
    }

    /// Returns the number of the newest operation, 0 before the first.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn newest_operation(&self) -> Result<i64, StoreError> {
        let row = sqlx::query("SELECT COALESCE(MAX(number), 0) FROM operation").fetch_one(&self.pool).await?;
        Ok(row.try_get(0)?)
    }
}

impl Change {
    /// Finds the operation that an undo takes back: the newest, by `coder` or by anyone, that is
    /// itself no undo or redo and stands.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn undoable(&mut self, coder: Option<&str>) -> Result<Option<Operation>, StoreError> {
        let text = format!(
            "{SELECT} WHERE o.undoes IS NULL AND ($1 = '' OR o.coder = $1) AND o.number < $2 AND {STANDS} \
             ORDER BY o.number DESC LIMIT 1"
        );
        self.find(text, coder).await
    }

    /// Finds the undo that a redo takes back: the newest, by `coder` or by anyone, that stands and
    /// after which they made nothing new.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn redoable(&mut self, coder: Option<&str>) -> Result<Option<Operation>, StoreError> {
        let text = format!(
            "{SELECT} JOIN operation n ON n.number = o.undoes WHERE n.undoes IS NULL \
             AND ($1 = '' OR o.coder = $1) AND o.number < $2 AND {STANDS} \
             AND o.number > (SELECT COALESCE(MAX(m.number), 0) FROM operation m \
             WHERE m.undoes IS NULL AND ($1 = '' OR m.coder = $1) AND m.number < $2) \
             ORDER BY o.number DESC LIMIT 1"
        );
        self.find(text, coder).await
    }

    async fn find(&mut self, text: String, coder: Option<&str>) -> Result<Option<Operation>, StoreError> {
        let number = self.number;
        let row = sqlx::query(AssertSqlSafe(text))
            .bind(coder.unwrap_or_default())
            .bind(number)
            .fetch_optional(self.connection())
            .await?;
        row.as_ref().map(read).transpose()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::coding::{Anchor, Anchoring, Coding, Origin};
    use crate::domain::{CodeId, CoderId, RecordId, TranscriptId};
    use crate::store::{CodingFilter, StoredCoding};
    use crate::text::Span;

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
            let mut change =
                store.begin(&format!("u{number}"), "2026-01-01T00:00:00Z", "c1", "undo").await.unwrap();
            let undone = change.undoable(None).await.unwrap().unwrap();
            assert_eq!(undone.number, number);
            assert_eq!(change.take_back(undone.number).await.unwrap(), None);
            change.commit(&serde_json::json!({})).await.unwrap();
            assert_eq!(words(&store).await, left);
        }
        let operations = store.operations(10).await.unwrap();
        assert_eq!(operations.len(), 4);
        assert_eq!((operations[3].undone_by, operations[0].undoes), (Some(4), Some(1)));
        // Last: what is dropped in memory is taken back when its connection is next used.
        let mut change = begin("none").await.unwrap();
        assert_eq!(change.undoable(None).await.unwrap(), None);
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
