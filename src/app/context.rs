//! What every use case needs: the study's folder, its database, who acts, the clock, progress.

use std::path::{Path, PathBuf};

use super::clock::Clock;
use super::error::AppError;
use super::round::Visibility;
use crate::domain::CoderId;
use crate::exchange::folder;
use crate::exchange::hold::Hold;
use crate::progress::{Progress, Silent};
use crate::store::Store;

/// The file that makes a folder a study.
pub const STUDY_FILE: &str = "study.toml";

/// The folder of memos, decisions, rounds and saved queries, as an export writes them.
pub const NOTEBOOK_FOLDER: &str = "notebook";

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

/// Keeps other servers away from a study as long as it lives.
#[derive(Debug)]
pub struct Lock(Hold);

impl Lock {
    /// Leaves word for a second server: where this one answers.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn tell(&self, address: &str) -> Result<(), AppError> {
        Ok(self.0.tell(address)?)
    }

    /// Returns the two secrets of the study's pages: of the opened address, and of writes.
    ///
    /// # Errors
    /// They cannot be kept.
    pub fn secrets(&self, clock: Clock) -> Result<(String, String), AppError> {
        Ok(self.0.secrets(|| clock.secret())?)
    }
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

    /// Returns the same study as another person acts on it, telling nobody how far a task is.
    #[must_use]
    pub fn acting_as(&self, coder: CoderId) -> Self {
        Self {
            folder: self.folder.clone(),
            store: self.store.clone(),
            coder,
            clock: self.clock,
            progress: Box::new(Silent),
        }
    }

    /// Returns the study without what a round hides from who acts.
    #[must_use]
    pub fn seeing(mut self, visibility: &Visibility) -> Self {
        self.store = self.store.veiled_by(visibility.veil());
        self
    }

    /// Takes hold of the study for a server.
    ///
    /// # Errors
    /// Another server holds it.
    pub fn hold(&self) -> Result<Lock, AppError> {
        match Hold::take(&self.folder.join(".propos"))? {
            Ok(lock) => Ok(Lock(lock)),
            Err(address) => Err(AppError::InUse { address }),
        }
    }

    /// Path of the search index: a cache, rebuilt at need.
    pub fn index_folder(&self) -> PathBuf {
        self.folder.join(".propos").join("index")
    }
}
