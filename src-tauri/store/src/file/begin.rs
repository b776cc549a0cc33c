//! The first start: a database is made beside its place and appears there whole, so that none is ever half made.

use std::io;
use std::path::Path;

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
    beside.as_file().sync_all().map_err(failed)?;
    match beside.persist_noclobber(path) {
        Ok(_) => sync_folder(folder).map_err(failed),
        Err(refusal) if refusal.error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        Err(refusal) => Err(failed(refusal.error)),
    }
}

fn make(path: &Path) -> Result<(), StoreError> {
    let told = |error| explain(error, path);
    let mut connection = connect(path).map_err(told)?;
    // Nobody has seen it yet, whatever stops this half-way: one sync at the end is enough.
    connection.pragma_update_and_check(None, "journal_mode", "MEMORY", |_| Ok(())).map_err(told)?;
    connection.pragma_update(None, "synchronous", "OFF").map_err(told)?;
    bring_up_to_date(&mut connection, path)?;
    keep_a_log(&connection).map_err(told)
}
