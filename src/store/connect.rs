//! Opening the database and bringing its schema up to date.

use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use sqlx::any::{AnyConnectOptions, AnyPoolOptions};
use sqlx::migrate::Migrator;
use sqlx::{AnyPool, Row};

use super::error::StoreError;

static MIGRATIONS: Migrator = sqlx::migrate!("./migrations");

/// One connection writes, the others read the state before the change.
const CONNECTIONS: u32 = 4;

/// Pages kept: those of all connections are thrown out together, and the engine's own 2 MB let a walk
/// through a million rows throw out the index that the walk is looking up.
const CACHE: &str = "PRAGMA cache_size = -8000";

/// How long a connection is waited for.
const PATIENCE: Duration = Duration::from_secs(10);

/// An open study database.
#[derive(Clone, Debug)]
pub struct Store {
    pub(super) pool: AnyPool,
}

impl Store {
    /// Opens the database file at `path`, making it if there is none, and brings its schema up to
    /// date; an older file is copied beside itself first.
    ///
    /// # Errors
    /// The file is not a database, is newer than this program, or cannot be written.
    pub async fn open(path: &Path) -> Result<Self, StoreError> {
        let existed = path.exists();
        let address = format!("sqlite://{}?mode=rwc", percent(&path.to_string_lossy()));
        let store = Self::connect(&address, "PRAGMA journal_mode = WAL").await?;
        let applied = store.applied().await?;
        let known = MIGRATIONS.iter().map(|migration| migration.version).max().unwrap_or(0);
        match applied {
            Some(found) if found > known => return Err(StoreError::Newer { found, known }),
            Some(found) if found < known && existed => {
                let copy = path.with_extension(format!("db.before-{known:04}"));
                #[expect(
                    clippy::disallowed_methods,
                    reason = "the database file is this adapter's outside thing"
                )]
                std::fs::copy(path, copy).map_err(StoreError::Backup)?;
            }
            _ => {}
        }
        if applied != Some(known) {
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
        let pool = AnyPoolOptions::new()
            .max_connections(CONNECTIONS)
            .acquire_timeout(PATIENCE)
            .after_connect(move |connection, _| {
                Box::pin(async move {
                    let others = ["PRAGMA busy_timeout = 5000", "PRAGMA trusted_schema = OFF", CACHE];
                    for pragma in std::iter::once(pragma).chain(others) {
                        sqlx::raw_sql(pragma).execute(&mut *connection).await?;
                    }
                    Ok(())
                })
            })
            .connect_with(options)
            .await?;
        Ok(Self { pool })
    }

    /// Returns the number of the newest migration applied, none for an empty database.
    async fn applied(&self) -> Result<Option<i64>, StoreError> {
        // A missing table and an unreadable file answer alike here; the latter is told by the probe.
        sqlx::raw_sql("SELECT count(*) FROM sqlite_master").execute(&self.pool).await?;
        let row = sqlx::query("SELECT CAST(max(version) AS BIGINT) FROM _sqlx_migrations WHERE success")
            .fetch_one(&self.pool)
            .await;
        Ok(row.ok().and_then(|row| row.try_get::<Option<i64>, _>(0).ok().flatten()))
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
