//! A file that holds nothing of its own: it is made from the database, and made anew whenever it has to be.

use std::io;
use std::path::Path;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use tempfile::PersistError;

use super::access::{JOURNAL, LOG, beside};
use super::connection::{BUSY_TIMEOUT, keep_a_log};
use super::folder::{close_to_others, open_to_others, private_file_in};
use super::view::in_place;

/// Makes an empty one for its owner alone where none is.
pub(crate) fn make_derived(path: &Path) -> io::Result<()> {
    let folder = path.parent().unwrap_or(path);
    if path.exists() {
        return if open_to_others([path]).is_some() { close_to_others(path) } else { Ok(()) };
    }
    match private_file_in(folder)?.persist_noclobber(path) {
        // Another process was quicker.
        Err(PersistError { error, .. }) if error.kind() != io::ErrorKind::AlreadyExists => Err(error),
        _ => Ok(()),
    }
}

/// Opens one that is there. A crash of the computer costs no more than what is made anew.
pub(crate) fn open_derived(path: &Path) -> rusqlite::Result<Connection> {
    let connection = connect(path)?;
    keep_a_log(&connection)?;
    connection.pragma_update(None, "synchronous", "NORMAL")?;
    Ok(connection)
}

/// Opens one for reading where it cannot be written; none where nobody can tell what is in it.
pub(crate) fn read_derived(path: &Path) -> rusqlite::Result<Option<Connection>> {
    in_place(path)
}

/// Empties one, whatever has become of it and whoever has it open: these find nothing in it then. Says whether none of its bytes are left.
pub(crate) fn empty_derived(path: &Path) -> rusqlite::Result<bool> {
    let connection = connect(path)?;
    // It is about to be read for the first time, which damage may hinder.
    drop(connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(())));
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_RESET_DATABASE, true)?;
    connection.execute_batch("VACUUM")?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_RESET_DATABASE, false)?;
    let busy: i64 = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
    drop(connection);
    Ok(busy == 0
        && [JOURNAL, LOG]
            .iter()
            .all(|ending| beside(path, ending).metadata().is_ok_and(|about| about.len() == 0) || !beside(path, ending).exists()))
}

fn connect(path: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(BUSY_TIMEOUT)?;
    connection.pragma_update(None, "trusted_schema", false)?;
    Ok(connection)
}
