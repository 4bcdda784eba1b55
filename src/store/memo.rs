//! Memos in the database.

use sqlx::any::AnyRow;
use sqlx::{AssertSqlSafe, Row};

use super::change::Change;
use super::connect::Store;
use super::error::{StoreError, unknown};
use super::passage::Since;
use super::rows::{Value, insert};
use crate::domain::memo::{Memo, MemoPlace, SubjectKind};
use crate::domain::{CoderId, RecordId, TranscriptId};
use crate::text::Span;

const COLUMNS: [&str; 12] = [
    "id",
    "subject_kind",
    "subject",
    "version",
    "span_start",
    "span_end",
    "exact",
    "turn",
    "body",
    "coder",
    "at",
    "born",
];

const SELECT: &str = "SELECT id, subject_kind, subject, version, span_start, span_end, exact, turn, body, coder, \
     at FROM memo";

fn read(row: &AnyRow) -> Result<Memo, StoreError> {
    let kind: String = row.try_get(1)?;
    let number = |column: usize| -> Result<Option<i64>, StoreError> { Ok(row.try_get(column)?) };
    let place = match (number(3)?, number(4)?, number(5)?) {
        (Some(version), Some(start), Some(end)) => Some(MemoPlace {
            version: u32::try_from(version)?,
            span: Span::new(usize::try_from(start)?, usize::try_from(end)?),
            exact: row.try_get(6)?,
            turn: number(7)?.map(u32::try_from).transpose()?,
        }),
        _ => None,
    };
    Ok(Memo {
        id: RecordId(row.try_get(0)?),
        kind: SubjectKind::parse(&kind).ok_or_else(|| unknown("subject of a memo", &kind))?,
        subject: row.try_get(2)?,
        place,
        body: row.try_get(8)?,
        coder: CoderId(row.try_get(9)?),
        at: row.try_get(10)?,
    })
}

impl Store {
    /// Lists memos, those about the given kind and subject where given, the oldest first.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn memos(
        &self,
        kind: Option<SubjectKind>,
        subject: Option<&str>,
    ) -> Result<Vec<Memo>, StoreError> {
        let text = format!(
            "{SELECT} WHERE died IS NULL AND ($1 = '' OR subject_kind = $1) AND ($2 = 0 OR subject = $3) \
             ORDER BY at, id"
        );
        let rows = sqlx::query(AssertSqlSafe(self.veiled(text)))
            .bind(kind.map_or("", SubjectKind::name))
            .bind(i64::from(subject.is_some()))
            .bind(subject.unwrap_or_default())
            .fetch_all(&self.pool)
            .await?;
        rows.iter().map(read).collect()
    }

    /// Returns a live memo.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn memo(&self, id: &RecordId) -> Result<Option<Memo>, StoreError> {
        let text = format!("{SELECT} WHERE died IS NULL AND id = $1");
        let row = sqlx::query(AssertSqlSafe(self.veiled(text)))
            .bind(id.as_str())
            .fetch_optional(&self.pool)
            .await?;
        row.as_ref().map(read).transpose()
    }

    /// Returns the memo that an operation put, as it put it.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn memo_put_by(&self, operation: i64) -> Result<Option<Memo>, StoreError> {
        let text = format!("{SELECT} WHERE born = $1 ORDER BY id LIMIT 1");
        let row =
            sqlx::query(AssertSqlSafe(self.veiled(text))).bind(operation).fetch_optional(&self.pool).await?;
        row.as_ref().map(read).transpose()
    }

    /// Lists what became of the memos of a transcript, of its case and of its turns after an operation.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn memos_since(
        &self,
        transcript: &TranscriptId,
        operation: i64,
    ) -> Result<Since<Memo>, StoreError> {
        const ABOUT: &str = "subject = $2 AND subject_kind IN ('transcript', 'case', 'turn')";
        let text = format!("{SELECT} WHERE born > $1 AND died IS NULL AND {ABOUT} ORDER BY at, id");
        let born = sqlx::query(AssertSqlSafe(self.veiled(text)))
            .bind(operation)
            .bind(transcript.as_str())
            .fetch_all(&self.pool)
            .await?;
        let text = format!(
            "SELECT DISTINCT d.id FROM memo d WHERE d.died > $1 AND {ABOUT} \
             AND NOT EXISTS (SELECT 1 FROM memo l WHERE l.id = d.id AND l.died IS NULL) ORDER BY 1"
        );
        let gone = sqlx::query(AssertSqlSafe(self.veiled(text)))
            .bind(operation)
            .bind(transcript.as_str())
            .fetch_all(&self.pool)
            .await?;
        Ok(Since {
            born: born.iter().map(read).collect::<Result<_, _>>()?,
            gone: gone.iter().map(|row| Ok(RecordId(row.try_get(0)?))).collect::<Result<_, StoreError>>()?,
        })
    }
}

impl Change {
    /// Puts memos, each in place of the one with its id.
    ///
    /// # Errors
    /// The database cannot be written.
    pub async fn put_memos(&mut self, memos: Vec<Memo>) -> Result<(), StoreError> {
        let mut values = Vec::with_capacity(memos.len() * COLUMNS.len());
        for memo in memos {
            self.end_memo(&memo.id).await?;
            let (span, version, turn, exact) = match memo.place {
                Some(place) => (Some(place.span), Some(place.version), place.turn, place.exact),
                None => (None, None, None, String::new()),
            };
            let offset = |offset: Option<usize>| offset.map(i64::try_from).transpose();
            values.extend([
                Value::Text(memo.id.0),
                Value::Text(memo.kind.name().to_owned()),
                Value::Text(memo.subject),
                Value::MaybeInteger(version.map(i64::from)),
                Value::MaybeInteger(offset(span.map(|span| span.start.0))?),
                Value::MaybeInteger(offset(span.map(|span| span.end.0))?),
                Value::Text(exact),
                Value::MaybeInteger(turn.map(i64::from)),
                Value::Text(memo.body),
                Value::Text(memo.coder.0),
                Value::Text(memo.at),
                Value::Integer(self.number),
            ]);
        }
        insert(self, "memo", &COLUMNS, values).await
    }

    /// Ends a memo.
    ///
    /// # Errors
    /// The database cannot be written.
    pub async fn end_memo(&mut self, id: &RecordId) -> Result<(), StoreError> {
        self.end_rows("memo", "id", id.as_str()).await.map(|_| ())
    }

    /// Lists the live memos on turns of a transcript that stand in another version than `present`, in
    /// the order of their versions.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn memos_elsewhere(
        &mut self,
        transcript: &TranscriptId,
        present: u32,
    ) -> Result<Vec<Memo>, StoreError> {
        let text = format!(
            "{SELECT} WHERE died IS NULL AND subject_kind = 'turn' AND subject = $1 AND version <> $2 \
             ORDER BY version, id"
        );
        let rows = sqlx::query(AssertSqlSafe(text))
            .bind(transcript.as_str())
            .bind(i64::from(present))
            .fetch_all(self.connection())
            .await?;
        rows.iter().map(read).collect()
    }
}
