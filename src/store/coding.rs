//! Codings in the database.

use serde::Serialize;
use sqlx::any::AnyRow;
use sqlx::{AssertSqlSafe, Row};

use super::change::Change;
use super::connect::Store;
use super::error::{StoreError, from_json, unknown};
use super::rows::{Value, insert};
use crate::domain::coding::{Anchor, Anchoring, Coding, Origin};
use crate::domain::{CodeId, CoderId, RecordId, TranscriptId};
use crate::text::Span;

/// A coding with the row of a table that it came from.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredCoding {
    /// The coding.
    pub coding: Coding,
    /// The table it was read from; empty for a coding made by hand.
    pub source_path: String,
    /// Tells rows of a table apart, whatever their order.
    pub source_key: String,
}

impl StoredCoding {
    /// A coding that no table holds: made by hand, agreed on, or a suggestion accepted.
    pub fn by_hand(coding: Coding) -> Self {
        Self { coding, source_path: String::new(), source_key: String::new() }
    }
}

/// Which codings to list; an absent field lets all through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CodingFilter {
    /// Of this code.
    pub code: Option<CodeId>,
    /// In this transcript.
    pub transcript: Option<TranscriptId>,
    /// By this coder.
    pub coder: Option<CoderId>,
}

/// Where a coding is, without its words: enough for matrices over many interviews.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Position {
    /// The transcript.
    pub transcript: TranscriptId,
    /// The code.
    pub code: CodeId,
    /// Who coded.
    pub coder: CoderId,
    /// Where, in scalar values.
    pub span: Span,
    /// First and last turn touched.
    pub turns: (u32, u32),
    /// 1 to 3 when given.
    pub intensity: Option<u8>,
}

const COLUMNS: [&str; 20] = [
    "id",
    "transcript",
    "version",
    "code",
    "coder",
    "span_start",
    "span_end",
    "exact",
    "prefix",
    "suffix",
    "turn_first",
    "turn_last",
    "intensity",
    "memo",
    "verdict",
    "score",
    "origin",
    "source_path",
    "source_key",
    "born",
];

/// Reads what `read` takes, of live and of ended codings.
pub(super) const SELECT_ALL: &str = "SELECT id, transcript, version, code, coder, span_start, span_end, exact, prefix, \
     suffix, turn_first, turn_last, intensity, memo, verdict, score, origin, source_path, source_key FROM coding";

/// What stands between the rows and the fields that the engine puts together: control characters made
/// for it, which no file's name holds.
const RECORD: char = '\u{1e}';
const FIELD: char = '\u{1f}';
/// Over every number of a turn.
const SPAN: u64 = 1 << 32;

/// The order of the texts.
fn place(stored: &StoredCoding) -> (&TranscriptId, Span, &CodeId, &CoderId, &RecordId) {
    let coding = &stored.coding;
    (&coding.transcript, coding.anchor.span, &coding.code, &coding.coder, &coding.id)
}

/// Reads a row.
pub(super) fn read(row: &AnyRow) -> Result<StoredCoding, StoreError> {
    let offset =
        |column: usize| -> Result<usize, StoreError> { Ok(usize::try_from(row.try_get::<i64, _>(column)?)?) };
    let turn =
        |column: usize| -> Result<u32, StoreError> { Ok(u32::try_from(row.try_get::<i64, _>(column)?)?) };
    let verdict: String = row.try_get(14)?;
    let score: Option<f64> = row.try_get(15)?;
    let origin: String = row.try_get(16)?;
    Ok(StoredCoding {
        coding: Coding {
            id: RecordId(row.try_get(0)?),
            transcript: TranscriptId(row.try_get(1)?),
            version: turn(2)?,
            code: CodeId(row.try_get(3)?),
            coder: CoderId(row.try_get(4)?),
            anchor: Anchor {
                span: Span::new(offset(5)?, offset(6)?),
                exact: row.try_get(7)?,
                prefix: row.try_get(8)?,
                suffix: row.try_get(9)?,
            },
            turns: (turn(10)?, turn(11)?),
            intensity: row.try_get::<Option<i64>, _>(12)?.and_then(|value| u8::try_from(value).ok()),
            memo: row.try_get(13)?,
            anchoring: match verdict.as_str() {
                "exact" => Anchoring::Exact,
                "moved" => Anchoring::Moved,
                "approximate" => Anchoring::Approximate { score: score.unwrap_or(0.0) },
                "lost" => Anchoring::Lost,
                _ => return Err(unknown("verdict of a coding", &verdict)),
            },
            origin: match origin.as_str() {
                "hand" => Origin::Hand,
                "suggestion" => Origin::Suggestion,
                "import" => Origin::Import,
                _ => return Err(unknown("origin of a coding", &origin)),
            },
        },
        source_path: row.try_get(17)?,
        source_key: row.try_get(18)?,
    })
}

impl Store {
    /// Counts the codings that have a place, and those whose passage was lost by an edit.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn count_codings(&self) -> Result<(u64, u64), StoreError> {
        let row = sqlx::query(AssertSqlSafe(self.veiled(
            "SELECT count(*), CAST(COALESCE(sum(CASE WHEN verdict = 'lost' THEN 1 ELSE 0 END), 0) AS BIGINT) \
             FROM coding WHERE died IS NULL",
        )))
        .fetch_one(&self.pool)
        .await?;
        let (all, lost) = (row.try_get::<i64, _>(0)?, row.try_get::<i64, _>(1)?);
        Ok((u64::try_from(all - lost)?, u64::try_from(lost)?))
    }

    /// Lists who coded, with how many codings each, sorted.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn coders(&self) -> Result<Vec<(CoderId, u64)>, StoreError> {
        let rows =
            sqlx::query(AssertSqlSafe(self.veiled(
                "SELECT coder, count(*) FROM coding WHERE died IS NULL GROUP BY coder ORDER BY coder",
            )))
            .fetch_all(&self.pool)
            .await?;
        rows.iter()
            .map(|row| Ok((CoderId(row.try_get(0)?), u64::try_from(row.try_get::<i64, _>(1)?)?)))
            .collect()
    }

    /// Lists the codes that stand on passages, sorted.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn codes_given(&self) -> Result<Vec<CodeId>, StoreError> {
        let text = self.veiled("SELECT DISTINCT code FROM coding WHERE died IS NULL ORDER BY code");
        let rows = sqlx::query(AssertSqlSafe(text)).fetch_all(&self.pool).await?;
        rows.iter().map(|row| Ok(CodeId(row.try_get(0)?))).collect()
    }

    /// Lists when each coding was made, by record.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn coding_times(&self) -> Result<Vec<(RecordId, String)>, StoreError> {
        let rows = sqlx::query(AssertSqlSafe(self.veiled(
            "SELECT c.id, MIN(o.at) FROM coding c JOIN operation o ON o.number = c.born GROUP BY c.id ORDER BY c.id",
        )))
        .fetch_all(&self.pool)
        .await?;
        rows.iter().map(|row| Ok((RecordId(row.try_get(0)?), row.try_get(1)?))).collect()
    }

    /// Lists codings with where they came from, in the order of the texts.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn stored_codings(&self, filter: &CodingFilter) -> Result<Vec<StoredCoding>, StoreError> {
        let mut text = self.veiled(format!("{SELECT_ALL} WHERE died IS NULL"));
        let mut values: Vec<String> = Vec::new();
        let wanted = [
            ("code", filter.code.as_ref().map(CodeId::as_str)),
            ("transcript", filter.transcript.as_ref().map(TranscriptId::as_str)),
            ("coder", filter.coder.as_ref().map(CoderId::as_str)),
        ];
        for (column, value) in wanted {
            if let Some(value) = value {
                values.push(value.to_owned());
                text.push_str(&format!(" AND {column} = ${}", values.len()));
            }
        }
        let mut query = sqlx::query(AssertSqlSafe(text));
        for value in values {
            query = query.bind(value);
        }
        // Each row is read as it comes: a driver's row is several times the size of the coding.
        let rows = query.map(|row| read(&row)).fetch_all(&self.pool).await?;
        let mut codings = rows.into_iter().collect::<Result<Vec<_>, _>>()?;
        // Sorted here: the engine would carry all their words through a sort of its own.
        codings.sort_unstable_by(|left, right| place(left).cmp(&place(right)));
        Ok(codings)
    }

    /// Lists codings in the order of the texts.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn codings(&self, filter: &CodingFilter) -> Result<Vec<Coding>, StoreError> {
        Ok(self.stored_codings(filter).await?.into_iter().map(|stored| stored.coding).collect())
    }

    /// Lists the row keys of the live codings that came from a table, with their records and whether
    /// they are still as the table had them.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn coding_keys(&self, source_path: &str) -> Result<Vec<(String, RecordId, bool)>, StoreError> {
        let rows =
            sqlx::query("SELECT source_key, id, origin FROM coding WHERE died IS NULL AND source_path = $1")
                .bind(source_path)
                .fetch_all(&self.pool)
                .await?;
        rows.iter()
            .map(|row| {
                Ok((row.try_get(0)?, RecordId(row.try_get(1)?), row.try_get::<String, _>(2)? == "import"))
            })
            .collect()
    }

    /// Lists table and key of the rows whose coding a person removed, so that the table does not bring
    /// it back: its last row was ended by an operation that is no import, nor the undo of one.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn keys_removed_by_hand(&self) -> Result<Vec<(String, String)>, StoreError> {
        let rows = sqlx::query(
            "SELECT DISTINCT c.source_path, c.source_key FROM coding c JOIN operation o ON o.number = c.died \
             LEFT JOIN operation u ON u.number = o.undoes LEFT JOIN operation n ON n.number = u.undoes \
             WHERE c.died IS NOT NULL AND c.source_path <> '' \
             AND ((o.undoes IS NULL AND o.kind <> 'import') OR (u.undoes IS NOT NULL AND n.kind <> 'import')) \
             AND NOT EXISTS (SELECT 1 FROM coding l WHERE l.id = c.id AND l.died IS NULL) \
             AND NOT EXISTS (SELECT 1 FROM coding d WHERE d.died > c.died AND d.id = c.id)",
        )
        .fetch_all(&self.pool)
        .await?;
        rows.iter().map(|row| Ok((row.try_get(0)?, row.try_get(1)?))).collect()
    }

    /// Lists the turns that carry a code, by transcript: first and last turn of each coding.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn turns_of_code(
        &self,
        code: &CodeId,
    ) -> Result<Vec<(TranscriptId, Vec<(u32, u32)>)>, StoreError> {
        // One row in all, a number a coding: each row handed over from the engine's thread, and each
        // column written there, costs more than reading it. Most codings end in the turn they begin.
        let rows: Option<String> = sqlx::query_scalar(AssertSqlSafe(self.veiled(format!(
            "SELECT string_agg(turns, '{RECORD}') FROM (\
             SELECT string_agg(CAST(turn_first + {SPAN} * (turn_last - turn_first) AS TEXT), ',') \
             || '{FIELD}' || transcript AS turns \
             FROM coding WHERE died IS NULL AND code = $1 AND verdict <> 'lost' GROUP BY transcript) AS carried"
        ))))
        .bind(code.as_str())
        .fetch_one(&self.pool)
        .await?;
        rows.iter()
            .flat_map(|rows| rows.split(RECORD))
            .map(|row| {
                let (turns, transcript) = row.split_once(FIELD).unwrap_or((row, ""));
                let turns: Vec<u64> = from_json("turns of a code", &format!("[{turns}]"))?;
                let turns = turns.into_iter().map(|turn| {
                    let first = turn % SPAN;
                    Ok((u32::try_from(first)?, u32::try_from(first + turn / SPAN)?))
                });
                Ok((TranscriptId::from(transcript), turns.collect::<Result<_, StoreError>>()?))
            })
            .collect()
    }

    /// Lists where the codings are that have a place, without their words.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn positions(&self) -> Result<Vec<Position>, StoreError> {
        let number = |row: &AnyRow, column: usize| -> Result<i64, StoreError> { Ok(row.try_get(column)?) };
        let read = |row: &AnyRow| -> Result<Position, StoreError> {
            Ok(Position {
                transcript: TranscriptId(row.try_get(0)?),
                code: CodeId(row.try_get(1)?),
                coder: CoderId(row.try_get(2)?),
                span: Span::new(usize::try_from(number(row, 3)?)?, usize::try_from(number(row, 4)?)?),
                turns: (u32::try_from(number(row, 5)?)?, u32::try_from(number(row, 6)?)?),
                intensity: row.try_get::<Option<i64>, _>(7)?.and_then(|value| u8::try_from(value).ok()),
            })
        };
        let rows = sqlx::query(AssertSqlSafe(self.veiled(
            "SELECT transcript, code, coder, span_start, span_end, turn_first, turn_last, intensity FROM coding \
             WHERE died IS NULL AND verdict <> 'lost'",
        )))
        .map(|row| read(&row))
        .fetch_all(&self.pool)
        .await?;
        rows.into_iter().collect()
    }
}

impl Change {
    /// Adds codings.
    ///
    /// # Errors
    /// The database cannot be written.
    pub async fn put_codings(&mut self, codings: Vec<StoredCoding>) -> Result<(), StoreError> {
        let mut values = Vec::with_capacity(codings.len() * COLUMNS.len());
        for StoredCoding { coding, source_path, source_key } in codings {
            let (verdict, score) = match coding.anchoring {
                Anchoring::Exact => ("exact", None),
                Anchoring::Moved => ("moved", None),
                Anchoring::Approximate { score } => ("approximate", Some(score)),
                Anchoring::Lost => ("lost", None),
            };
            let origin = match coding.origin {
                Origin::Hand => "hand",
                Origin::Suggestion => "suggestion",
                Origin::Import => "import",
            };
            values.extend([
                Value::Text(coding.id.0),
                Value::Text(coding.transcript.0),
                Value::Integer(coding.version.into()),
                Value::Text(coding.code.0),
                Value::Text(coding.coder.0),
                Value::Integer(i64::try_from(coding.anchor.span.start.0)?),
                Value::Integer(i64::try_from(coding.anchor.span.end.0)?),
                Value::Text(coding.anchor.exact),
                Value::Text(coding.anchor.prefix),
                Value::Text(coding.anchor.suffix),
                Value::Integer(coding.turns.0.into()),
                Value::Integer(coding.turns.1.into()),
                Value::MaybeInteger(coding.intensity.map(i64::from)),
                Value::Text(coding.memo),
                Value::Text(verdict.to_owned()),
                Value::MaybeReal(score),
                Value::Text(origin.to_owned()),
                Value::Text(source_path),
                Value::Text(source_key),
                Value::Integer(self.number),
            ]);
        }
        insert(self, "coding", &COLUMNS, values).await
    }

    /// Ends a coding.
    ///
    /// # Errors
    /// The database cannot be written.
    pub async fn end_coding(&mut self, id: &RecordId) -> Result<(), StoreError> {
        self.end_rows("coding", "id", id.as_str()).await.map(|_| ())
    }

    /// Ends every coding of a transcript; its re-anchored successors are put after.
    ///
    /// # Errors
    /// The database cannot be written.
    pub async fn end_codings_of(&mut self, transcript: &TranscriptId) -> Result<(), StoreError> {
        self.end_rows("coding", "transcript", transcript.as_str()).await.map(|_| ())
    }
}
