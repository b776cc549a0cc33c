//! Opening the file: prepare the folder, init the connection, upgrade the schema, finish.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags, Transaction, TransactionBehavior};
use rusqlite_migration::{M, Migrations};

use crate::error::StoreError;

/// The file inside the data folder.
pub const DATABASE_FILE: &str = "sitrep.db";

/// 'Sitr': tells this file from any other SQLite database.
const APPLICATION_ID: i64 = 0x5369_7472;
const BUSY_TIMEOUT: Duration = Duration::from_secs(3);
/// Earlier versions can lose committed data in WAL mode.
const OLDEST_SAFE_SQLITE: i32 = 3_051_003;

const STEPS: &[M<'static>] = &[
    M::up(include_str!("migrations/01-events.sql")),
    M::up(include_str!("migrations/02-open-actions.sql")),
    M::up(include_str!("migrations/03-ledger.sql")),
];
const MIGRATIONS: Migrations<'static> = Migrations::from_slice(STEPS);

/// An open database.
pub struct Store {
    pub(crate) connection: Connection,
    path: PathBuf,
}

impl Store {
    /// Opens the database in `folder`, making both if they do not exist. The folder is for its owner only, as are the files.
    ///
    /// # Errors
    /// [`StoreError`] says which of folder, lock, schema or file is the matter. Nothing is changed then.
    pub fn open(folder: &Path) -> Result<Self, StoreError> {
        check_sqlite()?;
        prepare(folder)?;
        let path = folder.join(DATABASE_FILE);
        let told = |error| explain(error, &path);
        let mut connection = init(&path).map_err(told)?;
        upgrade(&mut connection, &path)?;
        Ok(Self { connection, path })
    }

    /// Runs `work` in one immediate transaction; it is durable when this returns.
    pub(crate) fn write<T>(&mut self, work: impl FnOnce(&Transaction<'_>) -> Result<T, StoreError>) -> Result<T, StoreError> {
        let transaction =
            self.connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(|error| explain(error, &self.path))?;
        let done = work(&transaction).map_err(|error| tell(error, &self.path))?;
        transaction.commit().map_err(|error| explain(error, &self.path))?;
        Ok(done)
    }

    /// Like [`Store::write`], but what it writes could be lost if the computer, not just the process, dies at once.
    pub(crate) fn write_without_sync<T>(&mut self, work: impl FnOnce(&Transaction<'_>) -> Result<T, StoreError>) -> Result<T, StoreError> {
        self.synchronous("NORMAL")?;
        let done = self.write(work);
        self.synchronous("FULL")?;
        done
    }

    fn synchronous(&self, mode: &str) -> Result<(), StoreError> {
        self.connection.pragma_update(None, "synchronous", mode).map_err(|error| explain(error, &self.path))
    }

    /// Runs `work` for reading.
    pub(crate) fn read<T>(&self, work: impl FnOnce(&Connection) -> Result<T, StoreError>) -> Result<T, StoreError> {
        work(&self.connection).map_err(|error| tell(error, &self.path))
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Sqlite(error)
    }
}

fn check_sqlite() -> Result<(), StoreError> {
    if rusqlite::version_number() < OLDEST_SAFE_SQLITE {
        return Err(StoreError::OldSqlite(rusqlite::version().to_owned()));
    }
    Ok(())
}

fn prepare(folder: &Path) -> Result<(), StoreError> {
    let failed = |source| folder_trouble(folder, source);
    fs::create_dir_all(folder).map_err(failed)?;
    restrict(folder, 0o700).map_err(failed)?;
    // SQLite gives its side files the mode of the database, so the database is made before SQLite sees it.
    let file = fs::OpenOptions::new().append(true).create(true).open(folder.join(DATABASE_FILE)).map_err(failed)?;
    drop(file);
    restrict(&folder.join(DATABASE_FILE), 0o600).map_err(failed)
}

/// Turns what the disk says of a folder into what a person can act on.
pub(crate) fn folder_trouble(folder: &Path, source: io::Error) -> StoreError {
    match source.kind() {
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => StoreError::ReadOnly(folder.to_owned()),
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => StoreError::Full(folder.to_owned()),
        _ => StoreError::Folder { folder: folder.to_owned(), source },
    }
}

#[cfg(unix)]
fn restrict(path: &Path, mode: u32) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let present = fs::metadata(path)?.permissions().mode() & 0o777;
    if present == mode { Ok(()) } else { fs::set_permissions(path, fs::Permissions::from_mode(mode)) }
}

#[cfg(not(unix))]
fn restrict(_: &Path, _: u32) -> io::Result<()> {
    Ok(())
}

fn init(path: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(BUSY_TIMEOUT)?;
    connection.pragma_update(None, "foreign_keys", true)?;
    // Without it INSERT OR REPLACE would slip past the triggers that keep events unchanged.
    connection.pragma_update(None, "recursive_triggers", true)?;
    connection.pragma_update(None, "trusted_schema", false)?;
    connection.pragma_update_and_check(None, "journal_mode", "WAL", |row| row.get::<_, String>(0))?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    // The log is folded into the database as it grows, not at each end of a process: that would sync twice more for one entry.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    Ok(connection)
}

fn upgrade(connection: &mut Connection, path: &Path) -> Result<(), StoreError> {
    let told = |error| explain(error, path);
    let application: i64 = connection.pragma_query_value(None, "application_id", |row| row.get(0)).map_err(told)?;
    let found: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0)).map_err(told)?;
    let known = i64::try_from(STEPS.len()).unwrap_or(i64::MAX);
    let is_new = application == 0 && found == 0 && is_empty(connection).map_err(told)?;
    if application != APPLICATION_ID && !is_new {
        return Err(StoreError::NotOurs(path.to_owned()));
    }
    if found > known {
        return Err(StoreError::Newer { found, known });
    }
    if found < known {
        MIGRATIONS.to_latest(connection)?;
    }
    if is_new {
        connection.pragma_update(None, "application_id", APPLICATION_ID).map_err(told)?;
    }
    Ok(())
}

fn is_empty(connection: &Connection) -> rusqlite::Result<bool> {
    connection.query_row("SELECT count(*) = 0 FROM sqlite_schema", [], |row| row.get(0))
}

fn tell(error: StoreError, path: &Path) -> StoreError {
    match error {
        StoreError::Sqlite(error) => explain(error, path),
        other => other,
    }
}

/// Turns SQLite's codes into what a person can act on.
fn explain(error: rusqlite::Error, path: &Path) -> StoreError {
    let folder = || path.parent().unwrap_or(path).to_owned();
    match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => StoreError::Locked(folder()),
        Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => StoreError::ReadOnly(folder()),
        Some(ErrorCode::DiskFull) => StoreError::Full(folder()),
        Some(ErrorCode::DatabaseCorrupt) => StoreError::Damaged(path.to_owned()),
        Some(ErrorCode::NotADatabase) => StoreError::NotOurs(path.to_owned()),
        _ => StoreError::Sqlite(error),
    }
}
