//! What can go wrong between the study and its database.

use thiserror::Error;

/// A failure of the store.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum StoreError {
    /// The database answered with an error.
    #[error("run a statement on the study's database")]
    Database(#[from] sqlx::Error),
    /// The schema could not be brought up to date.
    #[error("bring the study's database up to date")]
    Migration(#[from] sqlx::migrate::MigrateError),
    /// The file was written by a newer propos.
    #[error("open a database of schema {found}, newer than this program knows ({known})")]
    Newer {
        /// Schema number in the file.
        found: i64,
        /// Newest schema this program knows.
        known: i64,
    },
    /// A stored value does not read as what it should be.
    #[error("read the stored {what}")]
    Corrupt {
        /// Which value.
        what: &'static str,
        /// Why it does not read.
        #[source]
        source: serde_json::Error,
    },
    /// A number does not fit its column.
    #[error("store a number beyond the range of its column")]
    Range(#[from] std::num::TryFromIntError),
    /// The database file could not be copied before a migration.
    #[error("copy the database before bringing it up to date")]
    Backup(#[source] std::io::Error),
}

/// Reads stored JSON, naming what it is when it does not read.
pub(super) fn from_json<T: serde::de::DeserializeOwned>(
    what: &'static str,
    text: &str,
) -> Result<T, StoreError> {
    serde_json::from_str(text).map_err(|source| StoreError::Corrupt { what, source })
}

/// Writes a value as JSON for storing.
pub(super) fn to_json<T: serde::Serialize>(what: &'static str, value: &T) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|source| StoreError::Corrupt { what, source })
}
