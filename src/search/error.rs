//! What can fail in the index.

use std::path::PathBuf;

use tantivy::TantivyError;
use thiserror::Error;

/// A failure of the index; the store is never concerned.
#[derive(Debug, Error)]
pub enum SearchError {
    /// The folder was written by another version or for another language: it is to be rebuilt.
    #[error("use the index {}, made as {found:?} where {expected:?} is expected", path.display())]
    Older {
        /// The index folder.
        path: PathBuf,
        /// What its stamp file says.
        found: String,
        /// What it should say.
        expected: String,
    },
    /// The folder cannot be read as an index: it is to be rebuilt.
    #[error("read the index {}: {detail}", path.display())]
    Corrupt {
        /// The index folder.
        path: PathBuf,
        /// What was found.
        detail: String,
    },
    /// Another process is writing the index.
    #[error("write the index {}: another process is writing it", path.display())]
    Busy {
        /// The index folder.
        path: PathBuf,
    },
    /// The folder holds something else than an index, and is left alone.
    #[error("make an index in {}: the folder holds other files, such as {found:?}", path.display())]
    Occupied {
        /// The index folder.
        path: PathBuf,
        /// One of the other files.
        found: String,
    },
    /// The disk failed.
    #[error("use the index {}: {source}", path.display())]
    Disk {
        /// The file or folder.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// A transcript to index could not be had.
    #[error("index a transcript: {0}")]
    Source(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// The engine failed otherwise.
    #[error("use the index {}: {source}", path.display())]
    Engine {
        /// The index folder.
        path: PathBuf,
        /// Why.
        source: Box<TantivyError>,
    },
}

impl SearchError {
    /// Sorts an error of the engine.
    pub(super) fn of(path: &std::path::Path, error: TantivyError) -> Self {
        let path = path.to_path_buf();
        match error {
            TantivyError::LockFailure(..) => Self::Busy { path },
            TantivyError::DataCorruption(_)
            | TantivyError::OpenReadError(_)
            | TantivyError::IncompatibleIndex(_)
            | TantivyError::DeserializeError(_)
            | TantivyError::SchemaError(_)
            | TantivyError::FieldNotFound(_) => Self::Corrupt { path, detail: error.to_string() },
            TantivyError::IoError(error) => {
                Self::Disk { path, source: std::io::Error::new(error.kind(), error.to_string()) }
            }
            other => Self::Engine { path, source: Box::new(other) },
        }
    }

    /// Returns the key of its message in the catalogues.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Older { .. } => "search-error-older",
            Self::Corrupt { .. } => "search-error-corrupt",
            Self::Busy { .. } => "search-error-busy",
            Self::Occupied { .. } => "search-error-occupied",
            Self::Disk { .. } => "search-error-disk",
            Self::Source(_) => "search-error-source",
            Self::Engine { .. } => "search-error-engine",
        }
    }
    /// Returns the arguments of its message, by name.
    pub fn arguments(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Older { path, .. }
            | Self::Corrupt { path, .. }
            | Self::Busy { path }
            | Self::Disk { path, .. }
            | Self::Engine { path, .. } => vec![("path", path.display().to_string())],
            Self::Occupied { path, found } => {
                vec![("path", path.display().to_string()), ("found", found.clone())]
            }
            Self::Source(_) => Vec::new(),
        }
    }
}
