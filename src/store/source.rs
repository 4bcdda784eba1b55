//! The files a study was read from, so that an unchanged file is not read again.

use sqlx::Row;

use super::change::Change;
use super::connect::Store;
use super::error::{StoreError, from_json, to_json};
use super::rows::{Value, insert};
use crate::domain::Diagnostic;
use crate::text::Fingerprint;

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SourceKind {
    /// A settings file.
    Settings,
    /// A transcript.
    Transcript,
    /// A theme of the codebook.
    Codebook,
    /// A coding table.
    Codings,
    /// Answers to the questionnaire.
    Questionnaire,
    /// Administrative records.
    Administrative,
    /// Memos, decisions, rounds, saved queries.
    Notebook,
    /// A project or a codebook of another program.
    Exchange,
}

impl SourceKind {
    /// Returns its stored name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Settings => "settings",
            Self::Transcript => "transcript",
            Self::Codebook => "codebook",
            Self::Codings => "codings",
            Self::Questionnaire => "questionnaire",
            Self::Administrative => "administrative",
            Self::Notebook => "notebook",
            Self::Exchange => "exchange",
        }
    }
}

/// A file as it was when last imported.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// Path relative to the study folder.
    pub path: String,
    /// Stored name of its kind.
    pub kind: String,
    /// Of its bytes.
    pub fingerprint: Fingerprint,
    /// Of whatever else decides what is read from it: settings, version of the reader.
    pub context: String,
    /// What its reading found.
    pub diagnostics: Vec<Diagnostic>,
}

impl Store {
    /// Lists the files imported, by path.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn sources(&self) -> Result<Vec<Source>, StoreError> {
        let rows = sqlx::query(
            "SELECT path, kind, fingerprint, context, diagnostics FROM source WHERE died IS NULL ORDER BY path",
        )
        .fetch_all(&self.pool)
        .await?;
        rows.iter()
            .map(|row| {
                Ok(Source {
                    path: row.try_get(0)?,
                    kind: row.try_get(1)?,
                    fingerprint: Fingerprint(row.try_get(2)?),
                    context: row.try_get(3)?,
                    diagnostics: from_json("diagnostics of a file", &row.try_get::<String, _>(4)?)?,
                })
            })
            .collect()
    }
}

impl Change {
    /// Notes that these files were read, in place of what was known of them.
    ///
    /// # Errors
    /// The database cannot be written.
    pub async fn put_sources(&mut self, sources: &[(SourceKind, Source)]) -> Result<(), StoreError> {
        let mut values = Vec::with_capacity(sources.len() * 6);
        for (kind, source) in sources {
            self.end_rows("source", "path", &source.path).await?;
            values.extend([
                Value::Text(source.path.clone()),
                Value::Text(kind.name().to_owned()),
                Value::Text(source.fingerprint.0.clone()),
                Value::Text(source.context.clone()),
                Value::Text(to_json("diagnostics of a file", &source.diagnostics)?),
                Value::Integer(self.number),
            ]);
        }
        let columns = ["path", "kind", "fingerprint", "context", "diagnostics", "born"];
        insert(self, "source", &columns, values).await
    }
}
