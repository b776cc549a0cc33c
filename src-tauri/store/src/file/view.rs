//! A database that cannot be written is still read.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

use percent_encoding::{NON_ALPHANUMERIC, percent_encode};
use rusqlite::{Connection, ErrorCode, OpenFlags};
use tempfile::TempDir;

use super::access::{log_of, trouble};
use super::begin::open_unseen;
use super::connection::{BUSY_TIMEOUT, copy_into, explain};
use super::damage::has_log;
use super::folder::{make_private, private_folder_in};
use super::schema::is_current;
use crate::error::StoreError;

/// A connection that only reads.
///
/// SQLite reads a log only with its index beside it. Where there is none and none can be made, nobody writes either: without a log the file is all there
/// is, and with one a copy of both is read. A copy stands in for a file of an older schema, too.
pub(crate) struct View {
    connection: Connection,
    /// How the file was then. SQLite looks for no change in what it was told never changes.
    stamp: Stamp,
    _copy: Option<TempDir>,
}

/// When database and log were last written, and how long they are.
type Stamp = [Option<(SystemTime, u64)>; 2];

impl View {
    /// Opens it as it is now.
    pub(crate) fn open(path: &Path) -> Result<Self, StoreError> {
        let stamp = stamp(path);
        let (connection, copy) = match in_place(path).map_err(|error| explain(error, path))? {
            Some(connection) if is_current(&connection, path)? => (connection, None),
            older => with_its_copy(older, path)?,
        };
        Ok(Self { connection, stamp, _copy: copy })
    }

    /// Opens a file so that nothing is made beside it. Nobody may be writing to it.
    pub(crate) fn open_undisturbed(path: &Path) -> Result<Self, StoreError> {
        if has_log(path) {
            return Self::open(path);
        }
        let stamp = stamp(path);
        let connection = unchanging(path).map_err(|error| explain(error, path))?;
        is_current(&connection, path)?;
        Ok(Self { connection, stamp, _copy: None })
    }

    /// The connection, opened again if the file has changed.
    pub(crate) fn refreshed(&mut self, path: &Path) -> Result<&Connection, StoreError> {
        if stamp(path) != self.stamp {
            *self = Self::open(path)?;
        }
        Ok(&self.connection)
    }
}

/// Whether a file is a database of Sitrep's, asked without touching it.
pub(super) fn is_ours(path: &Path) -> bool {
    unchanging(path).is_ok_and(|connection| is_current(&connection, path).is_ok())
}

fn stamp(path: &Path) -> Stamp {
    let log = log_of(path);
    [path, &log].map(|file| fs::metadata(file).ok().and_then(|about| Some((about.modified().ok()?, about.len()))))
}

const READ_ONLY: OpenFlags = OpenFlags::SQLITE_OPEN_READ_ONLY.union(OpenFlags::SQLITE_OPEN_NO_MUTEX);

/// None where a log has no index.
pub(super) fn in_place(path: &Path) -> rusqlite::Result<Option<Connection>> {
    match Connection::open_with_flags(path, READ_ONLY).and_then(usable) {
        Err(error) if lacks_index(&error) && has_log(path) => Ok(None),
        Err(error) if lacks_index(&error) => unchanging(path).map(Some),
        opened => opened.map(Some),
    }
}

fn unchanging(path: &Path) -> rusqlite::Result<Connection> {
    let name = percent_encode(path.as_os_str().as_encoded_bytes(), NON_ALPHANUMERIC);
    Connection::open_with_flags(format!("file:{name}?immutable=1"), READ_ONLY | OpenFlags::SQLITE_OPEN_URI).and_then(usable)
}

fn usable(connection: Connection) -> rusqlite::Result<Connection> {
    connection.busy_timeout(BUSY_TIMEOUT)?;
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    Ok(connection)
}

fn lacks_index(error: &rusqlite::Error) -> bool {
    matches!(
        error.sqlite_error_code(),
        Some(ErrorCode::CannotOpen | ErrorCode::ReadOnly | ErrorCode::SystemIoFailure | ErrorCode::DiskFull)
    )
}

fn with_its_copy(source: Option<Connection>, path: &Path) -> Result<(Connection, Option<TempDir>), StoreError> {
    let place = std::env::temp_dir();
    let folder = private_folder_in(&place).map_err(|error| trouble(&place, &place, &error))?;
    let copy = folder.path().join("copy.db");
    match source {
        Some(source) => copy_into(&source, &copy).map_err(|error| explain(error, path))?,
        None => copy_files(path, &copy).map_err(|error| trouble(folder.path(), &copy, &error))?,
    }
    Ok((open_unseen(&copy)?, Some(folder)))
}

/// Nobody writes: who does has an index.
fn copy_files(path: &Path, copy: &Path) -> std::io::Result<()> {
    for (from, to) in [(path.to_owned(), copy.to_owned()), (log_of(path), log_of(copy))] {
        fs::copy(from, &to)?;
        make_private(&to)?;
    }
    Ok(())
}
