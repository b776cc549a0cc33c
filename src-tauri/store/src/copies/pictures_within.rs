//! The pictures inside a backup, so that one file restores everything.

use std::fs;
use std::io;
use std::path::Path;

use rusqlite::{Connection, OpenFlags, params};
use sitrep_core::vocabulary::PictureId;

use crate::error::StoreError;
use crate::file::{explain_any, open_unseen};
use crate::pictures::{PictureFolder, PictureSize, used_pictures};

/// In every backup, also in one without pictures, and in nothing else.
const TABLE: &str = "CREATE TABLE backup_pictures (
    picture TEXT NOT NULL,
    size    TEXT NOT NULL CHECK (size IN ('whole', 'small')),
    content BLOB NOT NULL,
    PRIMARY KEY (picture, size)
) STRICT";
const SIZES: [(PictureSize, &str); 2] = [(PictureSize::Small, "small"), (PictureSize::Whole, "whole")];

/// How many of the pictures that entries and drafts name are in a backup.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PicturesWithin {
    /// Those that are.
    pub kept: u32,
    /// Those whose files were gone.
    pub gone: u32,
}

/// Puts into a copy the pictures that it names.
pub(super) fn put_in(copy: &Path, pictures: &PictureFolder) -> Result<PicturesWithin, StoreError> {
    put_all(copy, pictures).map_err(|error| explain_any(error, copy))
}

fn put_all(copy: &Path, pictures: &PictureFolder) -> Result<PicturesWithin, StoreError> {
    let mut connection = open_unseen(copy)?;
    let transaction = connection.transaction()?;
    transaction.execute_batch(TABLE)?;
    let mut within = PicturesWithin::default();
    for id in used_pictures(&transaction)? {
        if put_one(&transaction, pictures, &id)? {
            within.kept += 1;
        } else {
            within.gone += 1;
        }
    }
    transaction.commit()?;
    Ok(within)
}

/// Says whether its files were there.
fn put_one(transaction: &Connection, pictures: &PictureFolder, id: &PictureId) -> Result<bool, StoreError> {
    for (size, word) in SIZES {
        let content = match fs::read(pictures.path(id, size)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
            content => content.map_err(|error| pictures.trouble(&error))?,
        };
        transaction.execute("INSERT INTO backup_pictures VALUES (?1, ?2, ?3)", params![id.to_string(), word, content])?;
    }
    Ok(true)
}

/// Whether a file is a backup, whatever else it may be.
pub(super) fn is_backup(file: &Path) -> bool {
    let opened = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY);
    opened.and_then(|connection| holds_pictures(&connection)).unwrap_or(false)
}

fn holds_pictures(connection: &Connection) -> rusqlite::Result<bool> {
    connection.query_row("SELECT count(*) = 1 FROM sqlite_schema WHERE name = 'backup_pictures'", [], |row| row.get(0))
}

/// Puts the pictures of a backup back into a folder. Each is named by what is in it, so none comes under a name that is not its own.
pub(super) fn put_back(copy: &Connection, pictures: &PictureFolder) -> Result<(), StoreError> {
    if !holds_pictures(copy)? {
        return Ok(());
    }
    let both = "SELECT whole.content, small.content FROM backup_pictures AS whole JOIN backup_pictures AS small USING (picture)
                WHERE whole.size = 'whole' AND small.size = 'small'";
    let mut statement = copy.prepare(both)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        pictures.keep(&row.get::<_, Vec<u8>>(0)?, &row.get::<_, Vec<u8>>(1)?)?;
    }
    Ok(())
}

/// Leaves the database alone.
pub(super) fn drop_pictures(copy: &Connection) -> Result<(), StoreError> {
    Ok(copy.execute_batch("DROP TABLE IF EXISTS backup_pictures; VACUUM")?)
}
