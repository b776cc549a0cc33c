//! The first start: a database is made beside its place and appears there whole, so that an empty file is never a beginning.

use std::fs::File;
use std::io;
use std::path::Path;

use rusqlite::Connection;
use tempfile::TempPath;

use super::access::trouble;
use super::connection::{connect, explain, keep_a_log};
use super::folder::private_file_in;
use super::schema::bring_up_to_date;
use super::whole_file::sync_folder;
use crate::error::StoreError;

/// Puts a new database at `path`, which is in `folder`. Of several processes one puts it there, and the others use it.
pub(super) fn begin(folder: &Path, path: &Path) -> Result<(), StoreError> {
    let failed = |error| trouble(folder, folder, &error);
    let beside = private_file_in(folder).map_err(failed)?;
    make(beside.path())?;
    match put_in_place(beside.into_temp_path(), folder, path) {
        Err(refusal) if refusal.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        put => put.map_err(failed),
    }
}

/// Gives a database its place, if nothing has taken it.
pub(crate) fn put_in_place(database: TempPath, folder: &Path, path: &Path) -> io::Result<()> {
    File::open(&database)?.sync_all()?;
    database.persist_noclobber(path).map_err(|refusal| refusal.error)?;
    sync_folder(folder)
}

fn make(path: &Path) -> Result<(), StoreError> {
    let connection = open_unseen(path)?;
    keep_a_log(&connection).map_err(|error| explain(error, path))
}

/// Opens a database that nobody has seen yet, and brings it up to date. Whatever stops this half-way, one sync at the end is enough.
pub(crate) fn open_unseen(path: &Path) -> Result<Connection, StoreError> {
    let told = |error| explain(error, path);
    let mut connection = connect(path).map_err(told)?;
    connection.pragma_update_and_check(None, "journal_mode", "MEMORY", |_| Ok(())).map_err(told)?;
    connection.pragma_update(None, "synchronous", "OFF").map_err(told)?;
    bring_up_to_date(&mut connection, path)?;
    Ok(connection)
}
