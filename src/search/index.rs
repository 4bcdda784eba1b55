//! The index folder: opened, or made again when it cannot be used.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};

use tantivy::directory::MmapDirectory;
use tantivy::{IndexReader, ReloadPolicy, TantivyError};

use super::error::SearchError;
use super::schema::{FORMAT, Fields, schema};
use super::snapshot::Snapshot;
use super::tokenizer::register;
use crate::text::Language;

/// Says which format and language the folder was made for.
const STAMP_FILE: &str = "propos-index";

/// Why the folder was made again: its former content was no use.
pub type Rebuilt = SearchError;

/// The full-text index of a study.
pub struct Index {
    path: PathBuf,
    language: Language,
    fields: Fields,
    engine: tantivy::Index,
    reader: IndexReader,
    snapshot: RwLock<Arc<Snapshot>>,
    rebuilt: Option<Rebuilt>,
}

impl std::fmt::Debug for Index {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Index").field("path", &self.path).finish_non_exhaustive()
    }
}

impl Index {
    /// Opens the index in `path`, made for a study in `language` (the language of transcripts that
    /// do not say theirs).
    ///
    /// A folder of another format or language, or that cannot be read, is emptied and made again:
    /// [`rebuilt`](Self::rebuilt) says why, [`stamp`](Self::stamp) is none, and the caller indexes
    /// everything.
    ///
    /// # Errors
    ///
    /// When the folder holds something else, or the disk fails.
    pub fn open_or_create(path: &Path, language: Language) -> Result<Self, SearchError> {
        if is_empty(path)? {
            return Self::create(path, language);
        }
        match Self::open(path, language) {
            Err(reason @ (SearchError::Older { .. } | SearchError::Corrupt { .. })) => {
                fs::remove_dir_all(path).map_err(|error| disk(path, error))?;
                Ok(Self { rebuilt: Some(reason), ..Self::create(path, language)? })
            }
            opened => opened,
        }
    }

    /// Opens the index in `path` as it is.
    ///
    /// # Errors
    ///
    /// [`SearchError::Older`] and [`SearchError::Corrupt`] when it is to be made again.
    pub fn open(path: &Path, language: Language) -> Result<Self, SearchError> {
        let expected = stamp_text(language);
        let corrupt =
            |detail: &str| SearchError::Corrupt { path: path.to_path_buf(), detail: detail.to_owned() };
        match fs::read(path.join(STAMP_FILE)) {
            Ok(found) if found == expected.as_bytes() => {}
            Ok(found) => {
                let found: String = String::from_utf8_lossy(&found).trim().chars().take(80).collect();
                let expected = expected.trim().to_owned();
                return Err(SearchError::Older { path: path.to_path_buf(), found, expected });
            }
            // A folder of the engine without our stamp was left half made.
            Err(_) if path.join("meta.json").exists() && path.join(".managed.json").exists() => {
                return Err(corrupt("no stamp"));
            }
            Err(error) => {
                return Err(match first_entry(path)? {
                    Some(found) => SearchError::Occupied { path: path.to_path_buf(), found },
                    None => disk(path, error),
                });
            }
        }
        let (expected_schema, fields) = schema();
        let engine = guarded(path, || {
            let directory = MmapDirectory::open(path).map_err(TantivyError::from)?;
            tantivy::Index::open(directory)
        })
        // Whatever keeps it from opening, the folder bears our stamp: it can be made again.
        .map_err(|error| match error {
            SearchError::Engine { source, .. } => corrupt(&source.to_string()),
            other => other,
        })?;
        if engine.schema() != expected_schema {
            return Err(corrupt("unknown fields"));
        }
        Self::around(path, language, fields, engine)
    }

    fn create(path: &Path, language: Language) -> Result<Self, SearchError> {
        fs::create_dir_all(path).map_err(|error| disk(path, error))?;
        let (schema, fields) = schema();
        let engine = guarded(path, || {
            let directory = MmapDirectory::open(path).map_err(TantivyError::from)?;
            tantivy::Index::create(directory, schema, tantivy::IndexSettings::default())
        })?;
        let stamp = path.join(STAMP_FILE);
        fs::write(&stamp, stamp_text(language)).map_err(|error| disk(&stamp, error))?;
        Self::around(path, language, fields, engine)
    }

    fn around(
        path: &Path,
        language: Language,
        fields: Fields,
        engine: tantivy::Index,
    ) -> Result<Self, SearchError> {
        register(engine.tokenizers());
        let (reader, snapshot) = guarded(path, || {
            let reader: IndexReader =
                engine.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
            let snapshot = Snapshot::read(reader.searcher(), &fields)?;
            Ok((reader, snapshot))
        })?;
        let snapshot = RwLock::new(Arc::new(snapshot));
        Ok(Self { path: path.to_path_buf(), language, fields, engine, reader, snapshot, rebuilt: None })
    }

    /// Returns why the folder was made again when it was opened, if it was.
    pub fn rebuilt(&self) -> Option<&Rebuilt> {
        self.rebuilt.as_ref()
    }

    /// Returns the operation of the store that the index has caught up to; none when it is new.
    pub fn stamp(&self) -> Option<String> {
        guarded(&self.path, || self.engine.load_metas()).ok().and_then(|metas| metas.payload)
    }

    /// Counts the turns in the index.
    pub fn count_turns(&self) -> u64 {
        self.snapshot().searcher.num_docs()
    }

    /// Takes in what another process has written.
    ///
    /// # Errors
    ///
    /// When the index cannot be read.
    pub fn refresh(&self) -> Result<(), SearchError> {
        let snapshot = guarded(&self.path, || {
            self.reader.reload()?;
            Snapshot::read(self.reader.searcher(), &self.fields)
        })?;
        *self.snapshot.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(snapshot);
        Ok(())
    }

    pub(super) fn snapshot(&self) -> Arc<Snapshot> {
        Arc::clone(&self.snapshot.read().unwrap_or_else(PoisonError::into_inner))
    }

    pub(super) fn fields(&self) -> &Fields {
        &self.fields
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    pub(super) fn engine(&self) -> &tantivy::Index {
        &self.engine
    }

    pub(super) fn language(&self) -> Language {
        self.language
    }
}

fn stamp_text(language: Language) -> String {
    format!("propos index {FORMAT} {}\n", language.code())
}

fn disk(path: &Path, source: std::io::Error) -> SearchError {
    SearchError::Disk { path: path.to_path_buf(), source }
}

fn is_empty(path: &Path) -> Result<bool, SearchError> {
    Ok(!path.exists() || first_entry(path)?.is_none())
}

/// Returns the name of a file in the folder, the first in order.
fn first_entry(path: &Path) -> Result<Option<String>, SearchError> {
    let mut names = Vec::new();
    for entry in fs::read_dir(path).map_err(|error| disk(path, error))? {
        let entry = entry.map_err(|error| disk(path, error))?;
        names.push(entry.file_name().to_string_lossy().into_owned());
    }
    Ok(names.into_iter().min())
}

/// Runs a task of the engine; where it panics, which it does on damaged files, says so instead.
pub(super) fn guarded<T>(path: &Path, task: impl FnOnce() -> tantivy::Result<T>) -> Result<T, SearchError> {
    match catch_unwind(AssertUnwindSafe(task)) {
        Ok(result) => result.map_err(|error| SearchError::of(path, error)),
        Err(panic) => {
            let detail = panic
                .downcast_ref::<String>()
                .cloned()
                .or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()))
                .unwrap_or_else(|| "the engine stopped".to_owned());
            Err(SearchError::Corrupt { path: path.to_path_buf(), detail })
        }
    }
}
