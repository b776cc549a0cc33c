//! Opening a database for writing: its folder, its place, its schema, its log.

use std::path::Path;

use rusqlite::Connection;

use super::begin::begin;
use super::connection::{connect, explain, keep_a_log};
use super::folder::{make_private, make_private_folder, trouble};
use super::schema::bring_up_to_date;
use crate::error::StoreError;

/// Opens the database at `path`, which is in `folder`, making both if they do not exist.
pub(crate) fn open_for_writing(folder: &Path, path: &Path) -> Result<Connection, StoreError> {
    make_private_folder(folder).map_err(|error| trouble(folder, error))?;
    if !path.exists() {
        begin(folder, path)?;
    }
    // SQLite gives what it keeps beside the database the same permissions.
    make_private(path).map_err(|error| trouble(folder, error))?;
    let told = |error| explain(error, path);
    let mut connection = connect(path).map_err(told)?;
    bring_up_to_date(&mut connection, path)?;
    keep_a_log(&connection).map_err(told)?;
    Ok(connection)
}
