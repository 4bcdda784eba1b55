//! Transcripts in the database: a row for the present, a row for each immutable text.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use sqlx::any::AnyRow;
use sqlx::{Row, query, query_scalar};
use tokio::sync::Mutex;

use super::change::Change;
use super::connect::Store;
use super::error::{StoreError, from_json, to_json};
use super::rows::{Value, insert};
use crate::domain::TranscriptId;
use crate::domain::transcript::{Mark, Part, Speaker, Transcript, TranscriptVersion, Turn};
use crate::text::{Fingerprint, Language, Span};

/// What a version holds beside its text.
#[derive(Serialize, Deserialize)]
struct Structure {
    speakers: Vec<Speaker>,
    parts: Vec<Part>,
    marks: Vec<Mark>,
    /// Speaker (or -1), start, end, part (or -1), line of each turn: a thousand interviews hold a
    /// quarter of a million turns, and field names would outweigh them.
    turns: Vec<(i64, usize, usize, i64, usize)>,
}

impl Structure {
    fn of(version: &TranscriptVersion) -> Self {
        let place = |index: Option<usize>| index.and_then(|index| i64::try_from(index).ok()).unwrap_or(-1);
        Self {
            speakers: version.speakers.clone(),
            parts: version.parts.clone(),
            marks: version.marks.clone(),
            turns: version
                .turns
                .iter()
                .map(|turn| {
                    let Span { start, end } = turn.speech;
                    (place(turn.speaker), start.0, end.0, place(turn.part), turn.line)
                })
                .collect(),
        }
    }

    fn into_version(self, number: u32, text: String, fingerprint: Fingerprint) -> TranscriptVersion {
        let turns = (1..)
            .zip(self.turns)
            .map(|(number, (speaker, start, end, part, line))| Turn {
                number,
                speaker: usize::try_from(speaker).ok(),
                speech: Span::new(start, end),
                part: usize::try_from(part).ok(),
                line,
            })
            .collect();
        TranscriptVersion {
            number,
            text,
            fingerprint,
            speakers: self.speakers,
            turns,
            parts: self.parts,
            marks: self.marks,
        }
    }
}

const SELECT: &str = "SELECT t.id, t.title, t.path, t.language, t.attributes, t.version, v.fingerprint, v.text, \
     v.structure FROM transcript t JOIN transcript_version v ON v.transcript = t.id AND v.number = t.version \
     WHERE t.died IS NULL";

fn read(row: &AnyRow) -> Result<Transcript, StoreError> {
    let structure: Structure = from_json("structure of a transcript", &row.try_get::<String, _>(8)?)?;
    let number = u32::try_from(row.try_get::<i64, _>(5)?)?;
    Ok(Transcript {
        id: TranscriptId(row.try_get(0)?),
        title: row.try_get(1)?,
        path: row.try_get(2)?,
        language: row.try_get::<Option<String>, _>(3)?.as_deref().and_then(Language::parse),
        attributes: from_json("attributes of a transcript", &row.try_get::<String, _>(4)?)?,
        version: structure.into_version(number, row.try_get(7)?, Fingerprint(row.try_get(6)?)),
    })
}

impl Store {
    /// Lists the identifiers of the transcripts, sorted.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn transcript_ids(&self) -> Result<Vec<TranscriptId>, StoreError> {
        let rows =
            query("SELECT id FROM transcript WHERE died IS NULL ORDER BY id").fetch_all(&self.pool).await?;
        rows.iter().map(|row| Ok(TranscriptId(row.try_get(0)?))).collect()
    }

    /// Lists each transcript's identifier and the path of its file, sorted.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn transcript_paths(&self) -> Result<Vec<(TranscriptId, String)>, StoreError> {
        let rows = query("SELECT id, path FROM transcript WHERE died IS NULL ORDER BY id")
            .fetch_all(&self.pool)
            .await?;
        rows.iter().map(|row| Ok((TranscriptId(row.try_get(0)?), row.try_get(1)?))).collect()
    }

    /// Lists identifier and attributes of each transcript, sorted, without loading the texts.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn attributes(&self) -> Result<Vec<(TranscriptId, Vec<(String, String)>)>, StoreError> {
        let rows = query("SELECT id, attributes FROM transcript WHERE died IS NULL ORDER BY id")
            .fetch_all(&self.pool)
            .await?;
        rows.iter()
            .map(|row| {
                let attributes = from_json("attributes of a transcript", &row.try_get::<String, _>(1)?)?;
                Ok((TranscriptId(row.try_get(0)?), attributes))
            })
            .collect()
    }

    /// Loads one transcript.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn transcript(&self, id: &TranscriptId) -> Result<Option<Transcript>, StoreError> {
        let text = format!("{SELECT} AND t.id = $1");
        let row = query(sqlx::AssertSqlSafe(text)).bind(id.as_str()).fetch_optional(&self.pool).await?;
        row.as_ref().map(read).transpose()
    }

    /// Loads every transcript, sorted by identifier.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn transcripts(&self) -> Result<Vec<Transcript>, StoreError> {
        let text = format!("{SELECT} ORDER BY t.id");
        let rows = query(sqlx::AssertSqlSafe(text)).fetch_all(&self.pool).await?;
        rows.iter().map(read).collect()
    }

    /// Lists the transcripts whose row was born after an operation, and those gone since then.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn transcripts_changed_since(
        &self,
        operation: i64,
    ) -> Result<(Vec<TranscriptId>, Vec<TranscriptId>), StoreError> {
        let rows = query(
            "SELECT DISTINCT c.id, CAST(CASE WHEN EXISTS \
             (SELECT 1 FROM transcript l WHERE l.id = c.id AND l.died IS NULL) THEN 1 ELSE 0 END AS BIGINT) \
             FROM transcript c WHERE c.born > $1 OR c.died > $1 ORDER BY c.id",
        )
        .bind(operation)
        .fetch_all(&self.pool)
        .await?;
        let (mut changed, mut gone) = (Vec::new(), Vec::new());
        for row in &rows {
            let id = TranscriptId(row.try_get(0)?);
            if row.try_get::<i64, _>(1)? == 1 { changed.push(id) } else { gone.push(id) }
        }
        Ok((changed, gone))
    }
}

impl Store {
    /// Lists the transcripts whose text, codings or memos an operation touched, sorted.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn transcripts_touched(&self, operation: i64) -> Result<Vec<TranscriptId>, StoreError> {
        let rows = query(
            "SELECT transcript FROM coding WHERE born = $1 UNION SELECT transcript FROM coding WHERE died = $1 \
             UNION SELECT id FROM transcript WHERE born = $1 OR died = $1 \
             UNION SELECT subject FROM memo WHERE subject_kind = 'turn' AND (born = $1 OR died = $1) ORDER BY 1",
        )
        .bind(operation)
        .fetch_all(&self.pool)
        .await?;
        rows.iter().map(|row| Ok(TranscriptId(row.try_get(0)?))).collect()
    }
}

/// Versions kept in memory: an interview of 30,000 words costs milliseconds to read, and a version never
/// changes.
const KEPT: usize = 12;

/// The versions read last, the newest at the end.
pub(super) type Versions = Mutex<Vec<(TranscriptId, Arc<TranscriptVersion>)>>;

impl Store {
    /// Returns the number of a transcript's present version.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn present_version(&self, id: &TranscriptId) -> Result<Option<u32>, StoreError> {
        let number: Option<i64> = query_scalar(PRESENT).bind(id.as_str()).fetch_optional(&self.pool).await?;
        Ok(number.map(u32::try_from).transpose()?)
    }

    /// Loads a version of a transcript, present or former.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn version(
        &self,
        id: &TranscriptId,
        number: u32,
    ) -> Result<Option<Arc<TranscriptVersion>>, StoreError> {
        let is_it = |(known, version): &(TranscriptId, Arc<TranscriptVersion>)| {
            known == id && version.number == number
        };
        {
            let mut kept = self.versions.lock().await;
            if let Some(at) = kept.iter().position(is_it) {
                let found = kept.remove(at);
                let version = Arc::clone(&found.1);
                kept.push(found);
                return Ok(Some(version));
            }
        }
        let row = query(VERSION).bind(id.as_str()).bind(i64::from(number)).fetch_optional(&self.pool).await?;
        let Some(row) = row else { return Ok(None) };
        let version = Arc::new(read_version(&row, number)?);
        let mut kept = self.versions.lock().await;
        kept.retain(|one| !is_it(one));
        kept.push((id.clone(), Arc::clone(&version)));
        if kept.len() > KEPT {
            kept.remove(0);
        }
        Ok(Some(version))
    }
}

const PRESENT: &str = "SELECT version FROM transcript WHERE died IS NULL AND id = $1";
const VERSION: &str =
    "SELECT fingerprint, text, structure FROM transcript_version WHERE transcript = $1 AND number = $2";

fn read_version(row: &AnyRow, number: u32) -> Result<TranscriptVersion, StoreError> {
    let structure: Structure = from_json("structure of a transcript", &row.try_get::<String, _>(2)?)?;
    Ok(structure.into_version(number, row.try_get(1)?, Fingerprint(row.try_get(0)?)))
}

impl Change {
    /// Returns the number of a transcript's present version, as this change leaves it.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn present_version(&mut self, id: &TranscriptId) -> Result<Option<u32>, StoreError> {
        let number: Option<i64> =
            query_scalar(PRESENT).bind(id.as_str()).fetch_optional(self.connection()).await?;
        Ok(number.map(u32::try_from).transpose()?)
    }

    /// Loads a version of a transcript, one that this change puts included.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn version(
        &mut self,
        id: &TranscriptId,
        number: u32,
    ) -> Result<Option<TranscriptVersion>, StoreError> {
        let row = query(VERSION)
            .bind(id.as_str())
            .bind(i64::from(number))
            .fetch_optional(self.connection())
            .await?;
        row.map(|row| read_version(&row, number)).transpose()
    }

    /// Lists the transcripts whose text, codings or memos this change put, sorted.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn transcripts_put(&mut self) -> Result<Vec<TranscriptId>, StoreError> {
        let number = self.number;
        let rows = query(
            "SELECT transcript FROM coding WHERE born = $1 UNION SELECT id FROM transcript WHERE born = $1 \
             UNION SELECT subject FROM memo WHERE subject_kind = 'turn' AND born = $1 ORDER BY 1",
        )
        .bind(number)
        .fetch_all(self.connection())
        .await?;
        rows.iter().map(|row| Ok(TranscriptId(row.try_get(0)?))).collect()
    }

    /// Lists the transcripts whose text, codings or memos this change put or ended so far, sorted.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn transcripts_touched(&mut self) -> Result<Vec<TranscriptId>, StoreError> {
        let number = self.number;
        let rows = query(
            "SELECT transcript FROM coding WHERE born = $1 UNION SELECT transcript FROM coding WHERE died = $1 \
             UNION SELECT id FROM transcript WHERE born = $1 OR died = $1 UNION SELECT subject FROM memo \
             WHERE subject_kind IN ('transcript', 'case', 'turn') AND (born = $1 OR died = $1) ORDER BY 1",
        )
        .bind(number)
        .fetch_all(self.connection())
        .await?;
        rows.iter().map(|row| Ok(TranscriptId(row.try_get(0)?))).collect()
    }

    /// Returns the number that the next version of a transcript bears.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn next_version(&mut self, id: &TranscriptId) -> Result<u32, StoreError> {
        let row = query("SELECT COALESCE(MAX(number), 0) + 1 FROM transcript_version WHERE transcript = $1")
            .bind(id.as_str())
            .fetch_one(self.connection())
            .await?;
        Ok(u32::try_from(row.try_get::<i64, _>(0)?)?)
    }

    /// Puts transcripts, each with its version, in place of those with their ids.
    ///
    /// # Errors
    /// The database cannot be written, or a version with that number exists.
    pub async fn put_transcripts(&mut self, transcripts: &[Transcript]) -> Result<(), StoreError> {
        let mut rows = Vec::with_capacity(transcripts.len() * 7);
        let mut versions = Vec::with_capacity(transcripts.len() * 5);
        for transcript in transcripts {
            self.end_rows("transcript", "id", transcript.id.as_str()).await?;
            let version = &transcript.version;
            rows.extend([
                Value::Text(transcript.id.0.clone()),
                Value::Text(transcript.title.clone()),
                Value::Text(transcript.path.clone()),
                Value::MaybeText(transcript.language.map(|language| language.code().to_owned())),
                Value::Text(to_json("attributes of a transcript", &transcript.attributes)?),
                Value::Integer(version.number.into()),
                Value::Integer(self.number),
            ]);
            versions.extend([
                Value::Text(transcript.id.0.clone()),
                Value::Integer(version.number.into()),
                Value::Text(version.fingerprint.0.clone()),
                Value::Text(version.text.clone()),
                Value::Text(to_json("structure of a transcript", &Structure::of(version))?),
            ]);
        }
        let columns = ["id", "title", "path", "language", "attributes", "version", "born"];
        insert(self, "transcript", &columns, rows).await?;
        let columns = ["transcript", "number", "fingerprint", "text", "structure"];
        insert(self, "transcript_version", &columns, versions).await
    }
}
