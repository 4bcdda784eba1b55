//! Where codings are, for pages that show a part of them.

use sqlx::{AssertSqlSafe, Row};

use super::coding::Position;
use super::connect::Store;
use super::error::{StoreError, from_json};
use crate::domain::{CodeId, CoderId, TranscriptId};
use crate::text::Span;

/// What stands between records and fields that the engine puts together; no identifier holds them.
const RECORD: char = '\u{1e}';
const FIELD: char = '\u{1f}';

/// One code in one interview, with the first and last turns of its codings.
pub type CodedTurns = (TranscriptId, CodeId, Vec<(u32, u32)>);

impl Store {
    /// Lists the turns that carry each code of each interview, of one coder or of all.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn coded_turns(&self, only: Option<&CoderId>) -> Result<Vec<CodedTurns>, StoreError> {
        // One row in all, as for the turns of one code: handing rows over costs more than reading.
        let own = if only.is_some() { "AND coder = $1" } else { "AND $1 = $1" };
        let text = format!(
            "SELECT string_agg(turns, '{RECORD}') FROM (\
             SELECT string_agg('[' || turn_first || ',' || turn_last || ']', ',') \
             || '{FIELD}' || transcript || '{FIELD}' || code AS turns \
             FROM coding WHERE died IS NULL AND verdict <> 'lost' {own} GROUP BY transcript, code) AS carried"
        );
        let rows: Option<String> = sqlx::query_scalar(AssertSqlSafe(self.veiled(text)))
            .bind(only.map_or("", CoderId::as_str))
            .fetch_one(&self.pool)
            .await?;
        rows.iter()
            .flat_map(|rows| rows.split(RECORD))
            .map(|row| {
                let mut fields = row.split(FIELD);
                let mut field = || fields.next().unwrap_or_default();
                let (turns, transcript, code) = (field(), field(), field());
                let turns = from_json("turns of a code", &format!("[{turns}]"))?;
                Ok((TranscriptId::from(transcript), CodeId::from(code), turns))
            })
            .collect()
    }

    /// Lists where codings of some turns of an interview are, of one coder or of all, in the order of
    /// the text.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn positions_in(
        &self,
        transcript: &TranscriptId,
        turns: (u32, u32),
        only: Option<&CoderId>,
    ) -> Result<Vec<Position>, StoreError> {
        let rows = sqlx::query(AssertSqlSafe(self.veiled(
            "SELECT code, coder, span_start, span_end, turn_first, turn_last, intensity FROM coding \
             WHERE died IS NULL AND verdict <> 'lost' AND transcript = $1 AND turn_first <= $2 \
             AND turn_last >= $3 AND ($4 = '' OR coder = $5) ORDER BY span_start, span_end",
        )))
        .bind(transcript.as_str())
        .bind(i64::from(turns.1))
        .bind(i64::from(turns.0))
        .bind(only.map_or("", CoderId::as_str))
        .bind(only.map_or("", CoderId::as_str))
        .fetch_all(&self.pool)
        .await?;
        rows.iter()
            .map(|row| {
                let number = |column: usize| row.try_get::<i64, _>(column);
                Ok(Position {
                    transcript: transcript.clone(),
                    code: CodeId(row.try_get(0)?),
                    coder: CoderId(row.try_get(1)?),
                    span: Span::new(usize::try_from(number(2)?)?, usize::try_from(number(3)?)?),
                    turns: (u32::try_from(number(4)?)?, u32::try_from(number(5)?)?),
                    intensity: row.try_get::<Option<i64>, _>(6)?.and_then(|value| u8::try_from(value).ok()),
                })
            })
            .collect()
    }
}
