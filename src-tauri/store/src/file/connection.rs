//! Connections to the file: how SQLite is told to keep it, and what its refusals mean.

use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

use rusqlite::{Connection, ErrorCode, OpenFlags};

use super::access::why_not_written;
use crate::error::StoreError;

/// How long a write waits for another.
pub(super) const BUSY_TIMEOUT: Duration = Duration::from_secs(3);
const A_MOMENT: Duration = Duration::from_millis(1);
const MOMENTS: usize = 3_000;

/// A connection that keeps the rules of the tables. It changes nothing yet.
pub(super) fn connect(path: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(BUSY_TIMEOUT)?;
    connection.pragma_update(None, "foreign_keys", true)?;
    // Without it INSERT OR REPLACE would slip past the triggers that keep events unchanged.
    connection.pragma_update(None, "recursive_triggers", true)?;
    connection.pragma_update(None, "trusted_schema", false)?;
    Ok(connection)
}

/// From here on a write goes to a log beside the database, and is on disk when it returns.
pub(super) fn keep_a_log(connection: &Connection) -> rusqlite::Result<()> {
    let mut tries = 0..MOMENTS;
    // SQLite itself does not wait here where two switch at once: each would wait for the other.
    while let Err(error) = connection.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(())) {
        if !is_busy(&error) || tries.next().is_none() {
            return Err(error);
        }
        sleep(A_MOMENT);
    }
    connection.pragma_update(None, "synchronous", "FULL")
}

/// Copies a database as it is at this moment, whoever writes meanwhile, to `copy`, which is not there or empty. The copy needs no log and has no free
/// pages.
pub(crate) fn copy_into(source: &Connection, copy: &Path) -> rusqlite::Result<()> {
    // A path need not be UTF-8; SQLite takes its bytes.
    source.execute("VACUUM INTO CAST(?1 AS TEXT)", [copy.as_os_str().as_encoded_bytes()]).map(drop)
}

fn is_busy(error: &rusqlite::Error) -> bool {
    matches!(error.sqlite_error_code(), Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked))
}

/// Turns SQLite's codes into what a person can act on.
pub(crate) fn explain(error: rusqlite::Error, path: &Path) -> StoreError {
    match error.sqlite_error_code() {
        _ if is_busy(&error) => StoreError::Locked(folder_of(path)),
        Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied | ErrorCode::SystemIoFailure) => {
            why_not_written(path).unwrap_or(StoreError::Sqlite(error))
        }
        Some(ErrorCode::DiskFull) => StoreError::Full(folder_of(path)),
        Some(ErrorCode::DatabaseCorrupt) => StoreError::Damaged(path.to_owned()),
        Some(ErrorCode::NotADatabase) => StoreError::NotOurs(path.to_owned()),
        _ => StoreError::Sqlite(error),
    }
}

/// The same for an error that may be SQLite's.
pub(crate) fn explain_any(error: StoreError, path: &Path) -> StoreError {
    match error {
        StoreError::Sqlite(error) => explain(error, path),
        other => other,
    }
}

/// Whether the disk failed. One that fails in the sync of a commit has been given everything by then, and may have kept it.
pub(crate) fn is_failing_disk(error: &rusqlite::Error) -> bool {
    error.sqlite_error_code() == Some(ErrorCode::SystemIoFailure)
}

fn folder_of(path: &Path) -> PathBuf {
    path.parent().unwrap_or(path).to_owned()
}
