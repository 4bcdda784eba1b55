//! What can go wrong between the study and its database.

use thiserror::Error;

/// A failure of the store.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum StoreError {
    /// The database answered with an error.
    #[error("run a statement on the study's database")]
    Database(#[source] sqlx::Error),
    /// The file is not a database, or was cut or overwritten.
    #[error("read the study's database, whose file is damaged")]
    Damaged(#[source] sqlx::Error),
    /// Another program holds the database.
    #[error("wait for another program to leave the study's database")]
    Busy(#[source] sqlx::Error),
    /// A request was sent again: its operation is made.
    #[error("make an operation that is made already, as number {number}")]
    Repeated {
        /// The operation that it made.
        number: i64,
    },
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
    /// The file was laid by a build of propos that was never published: its tables are not ours.
    #[error("open a database whose schema {number} is not this program's")]
    Foreign {
        /// Number of the first schema that differs.
        number: i64,
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

impl StoreError {
    /// Names what is wrong with the database file when a person can mend it: `damaged`, `foreign`,
    /// `newer` or `busy`.
    pub fn trouble(&self) -> Option<&'static str> {
        match self {
            Self::Damaged(_) | Self::Corrupt { .. } => Some("damaged"),
            Self::Foreign { .. } => Some("foreign"),
            Self::Newer { .. } => Some("newer"),
            Self::Busy(_) => Some("busy"),
            Self::Database(_)
            | Self::Repeated { .. }
            | Self::Migration(_)
            | Self::Range(_)
            | Self::Backup(_) => None,
        }
    }
}

impl From<sqlx::Error> for StoreError {
    /// Tells apart what the user can mend, by the codes of `SQLite`: busy and locked, corrupt, not a
    /// database.
    fn from(error: sqlx::Error) -> Self {
        let code = error.as_database_error().and_then(|answer| answer.code());
        // The low byte is the code, the others say more of it.
        match code.and_then(|code| code.parse::<u32>().ok()).map(|code| code & 0xff) {
            Some(5 | 6) => Self::Busy(error),
            Some(11 | 26) => Self::Damaged(error),
            _ => Self::Database(error),
        }
    }
}

/// Tells of a stored word that this program does not write.
pub(super) fn unknown(what: &'static str, word: &str) -> StoreError {
    StoreError::Corrupt { what, source: serde::de::Error::custom(format!("{word:?} is not one")) }
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
