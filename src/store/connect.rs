//! Opening the database and bringing its schema up to date.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use sqlx::any::{AnyConnectOptions, AnyPoolOptions};
use sqlx::migrate::Migrator;
use sqlx::{AnyConnection, AnyPool, Connection};
use tokio::sync::Mutex;

use super::error::StoreError;
use super::transcript::Versions;
use super::veil::Veil;

static MIGRATIONS: Migrator = sqlx::migrate!("./migrations");

/// One connection writes, the others read the state before the change.
const CONNECTIONS: u32 = 4;

/// Pages kept: those of all connections are thrown out together, and the engine's own 2 MB let a walk
/// through a million rows throw out the index that the walk is looking up.
const CACHE: &str = "PRAGMA cache_size = -8000";

/// What is acknowledged is on the disk: with the log of writes, less would let the last changes go
/// when the power fails.
const DURABLE: &str = "PRAGMA synchronous = FULL";

/// Pages of the log of writes before they go into the file itself: one coding writes ten or so, and the
/// one that carries them over waits for all of them. The engine's own thousand would make that one in
/// a hundred.
const LOG: &str = "PRAGMA wal_autocheckpoint = 8000";

/// How long a connection is waited for.
pub(super) const PATIENCE: Duration = Duration::from_secs(10);

/// An open study database.
#[derive(Clone, Debug)]
pub struct Store {
    pub(super) pool: AnyPool,
    /// The place of the one who writes, for which our own writers stand in line.
    pub(super) writer: Arc<Mutex<()>>,
    /// Versions of transcripts read lately.
    pub(super) versions: Arc<Versions>,
    /// What the one who reads does not see.
    pub(super) veil: Option<Arc<Veil>>,
}

impl Store {
    /// Opens the database file at `path`, making it if there is none, and brings its schema up to
    /// date; an older file is copied beside itself first.
    ///
    /// # Errors
    /// The file is not a database, is newer than this program or not of its making, or cannot be
    /// written.
    pub async fn open(path: &Path) -> Result<Self, StoreError> {
        let existed = path.exists();
        let address = format!("sqlite://{}?mode=rwc", percent(&path.to_string_lossy()));
        let store = Self::connect(&address, "PRAGMA journal_mode = WAL").await?;
        let applied = store.applied().await?;
        let known = MIGRATIONS.iter().map(|migration| migration.version).max().unwrap_or(0);
        let found = applied.last().map(|(version, _)| *version);
        if let Some(found) = found.filter(|found| *found > known) {
            return Err(StoreError::Newer { found, known });
        }
        let ours = |(version, checksum): &&(i64, Vec<u8>)| {
            MIGRATIONS.iter().any(|one| one.version == *version && *one.checksum == **checksum)
        };
        if let Some((number, _)) = applied.iter().find(|one| !ours(one)) {
            return Err(StoreError::Foreign { number: *number });
        }
        if found.is_some_and(|found| found < known) && existed {
            let copy = path.with_extension(format!("db.before-{known:04}"));
            #[expect(
                clippy::disallowed_methods,
                reason = "the database file is this adapter's outside thing"
            )]
            std::fs::copy(path, copy).map_err(StoreError::Backup)?;
        }
        if found != Some(known) {
            MIGRATIONS.run(&store.pool).await?;
        }
        Ok(store)
    }

    /// Opens a database that lives as long as this value: for checking files, and for tests.
    ///
    /// # Errors
    /// The schema could not be laid.
    pub async fn in_memory() -> Result<Self, StoreError> {
        // Connections to one named memory share its tables; a reader must not wait for the writer there.
        static OPENED: AtomicU64 = AtomicU64::new(0);
        let name = OPENED.fetch_add(1, Ordering::Relaxed);
        let address = format!("sqlite:file:propos-{name}?mode=memory&cache=shared");
        let store = Self::connect(&address, "PRAGMA read_uncommitted = ON").await?;
        MIGRATIONS.run(&store.pool).await?;
        Ok(store)
    }

    /// Connects to a database by its address, without touching its schema; every connection begins
    /// with `pragma`.
    async fn connect(address: &str, pragma: &'static str) -> Result<Self, StoreError> {
        sqlx::any::install_default_drivers();
        let options: AnyConnectOptions = address.parse()?;
        // A pool tries again until its patience ends; a lone connection tells at once what is wrong.
        let mut first = AnyConnection::connect_with(&options).await?;
        sqlx::raw_sql(pragma).execute(&mut first).await?;
        let pool = AnyPoolOptions::new()
            .max_connections(CONNECTIONS)
            .acquire_timeout(PATIENCE)
            .after_connect(move |connection, _| {
                Box::pin(async move {
                    let others =
                        ["PRAGMA busy_timeout = 5000", "PRAGMA trusted_schema = OFF", DURABLE, LOG, CACHE];
                    for pragma in std::iter::once(pragma).chain(others) {
                        sqlx::raw_sql(pragma).execute(&mut *connection).await?;
                    }
                    Ok(())
                })
            })
            .connect_with(options)
            .await?;
        first.close().await?;
        Ok(Self { pool, writer: Arc::default(), versions: Arc::default(), veil: None })
    }

    /// Lists the migrations applied, by number, with their fingerprints; none for an empty database.
    async fn applied(&self) -> Result<Vec<(i64, Vec<u8>)>, StoreError> {
        let journal = "SELECT count(*) FROM sqlite_master WHERE name = '_sqlx_migrations'";
        let begun: i64 = sqlx::query_scalar(journal).fetch_one(&self.pool).await?;
        if begun == 0 {
            return Ok(Vec::new());
        }
        let migrations = "SELECT version, checksum FROM _sqlx_migrations WHERE success ORDER BY version";
        Ok(sqlx::query_as(migrations).fetch_all(&self.pool).await?)
    }

    /// Closes the database, so that its files are whole.
    pub async fn close(self) {
        self.pool.close().await;
    }
}

/// Escapes what has a meaning in an address.
fn percent(path: &str) -> String {
    path.replace('%', "%25").replace('?', "%3F").replace('#', "%23")
}

#[cfg(test)]
#[allow(clippy::disallowed_methods, reason = "tests damage files")]
mod tests {
    use super::*;

    /// Lays a database at `path`, then runs `change` on it by hand.
    async fn changed(path: &Path, change: &'static str) {
        let store = Store::open(path).await.unwrap();
        sqlx::raw_sql(change).execute(&store.pool).await.unwrap();
        store.close().await;
    }

    #[tokio::test]
    async fn a_database_that_is_not_ours_is_refused_and_left_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("study.db");
        changed(&path, "UPDATE _sqlx_migrations SET checksum = x'00' WHERE version = 1").await;
        let refused = Store::open(&path).await.unwrap_err();
        assert!(matches!(refused, StoreError::Foreign { number: 1 }), "{refused:?}");
        changed(
            &folder.path().join("newer.db"),
            "UPDATE _sqlx_migrations SET version = 9999 WHERE version = 1",
        )
        .await;
        let refused = Store::open(&folder.path().join("newer.db")).await.unwrap_err();
        assert!(matches!(refused, StoreError::Newer { found: 9999, .. }), "{refused:?}");
    }

    #[tokio::test]
    async fn a_file_that_is_no_database_is_told_apart() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("study.db");
        std::fs::write(&path, "Ceci n’est pas une base. ".repeat(400)).unwrap();
        let refused = Store::open(&path).await.unwrap_err();
        assert!(matches!(refused, StoreError::Damaged(_)), "{refused:?}");
    }
}
