//! What every use case needs: the study's folder, its database, who acts, the clock, progress.

use std::path::{Path, PathBuf};

use super::clock::Clock;
use super::error::AppError;
use crate::domain::CoderId;
use crate::exchange::folder;
use crate::progress::Progress;
use crate::store::Store;

/// The file that makes a folder a study.
pub const STUDY_FILE: &str = "study.toml";

/// An open study.
pub struct Context {
    /// The study's folder.
    pub folder: PathBuf,
    /// Its database.
    pub store: Store,
    /// Who acts.
    pub coder: CoderId,
    /// Time and identifiers.
    pub clock: Clock,
    /// Who is told how far a long task is.
    pub progress: Box<dyn Progress>,
}

/// Finds the study that `start` lies in: the nearest folder upward that holds `study.toml`.
pub fn find_study(start: &Path) -> Option<PathBuf> {
    start.ancestors().find(|folder| folder.join(STUDY_FILE).exists()).map(Path::to_owned)
}

impl Context {
    /// Opens the study in `folder`.
    ///
    /// # Errors
    /// The folder holds no study, or its database does not open.
    pub async fn open(
        folder: PathBuf,
        coder: CoderId,
        progress: Box<dyn Progress>,
    ) -> Result<Self, AppError> {
        if !folder.join(STUDY_FILE).exists() {
            return Err(AppError::NoStudy { folder });
        }
        let hidden = folder.join(".propos");
        folder::make(&hidden)?;
        let store = Store::open(&hidden.join("study.db")).await?;
        Ok(Self { folder, store, coder, clock: Clock::System, progress })
    }

    /// Path of the search index: a cache, rebuilt at need.
    pub fn index_folder(&self) -> PathBuf {
        self.folder.join(".propos").join("index")
    }
}
