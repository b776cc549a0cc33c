//! Opening a database for writing: its folder, its place, its schema, its log.

use std::fs;
use std::io;
use std::path::Path;

use rusqlite::Connection;

use super::access::{trouble, why_not_written};
use super::begin::begin;
use super::connection::{connect, explain, keep_a_log};
use super::damage::{leftover, look, set_aside};
use super::folder::{close_to_others, make_private_folder, open_to_others};
use super::schema::bring_up_to_date;
use super::view::is_ours;
use crate::error::StoreError;
use crate::reasons::{Damage, Obstacle};

/// A connection that writes.
pub(crate) struct Opened {
    pub(crate) connection: Connection,
    /// Whether there was no database before.
    pub(crate) is_new: bool,
}

/// Opens the database at `path`, which is in `folder`, making both if they do not exist.
pub(crate) fn open_for_writing(folder: &Path, path: &Path) -> Result<Opened, StoreError> {
    make_private_folder(folder).map_err(|error| trouble(folder, folder, &error))?;
    let is_new = see_to_the_place(folder, path)?;
    // SQLite gives what it keeps beside the database the same permissions. What is none of Sitrep's keeps its own.
    if open_to_others([path]).is_some() && is_ours(path) {
        drop(close_to_others(path));
    }
    let mut connection = connect(path).map_err(|error| explain(error, path))?;
    if let Err(refusal) = make_ready(&mut connection, path) {
        drop(connection);
        return Err(diagnose(path, refusal));
    }
    Ok(Opened { connection, is_new })
}

fn make_ready(connection: &mut Connection, path: &Path) -> Result<(), StoreError> {
    let told = |error| explain(error, path);
    if connection.is_readonly(rusqlite::MAIN_DB).map_err(told)? {
        return Err(why_not_written(path).unwrap_or_else(|| trouble(path, path, &io::ErrorKind::PermissionDenied.into())));
    }
    bring_up_to_date(connection, path)?;
    keep_a_log(connection).map_err(told)
}

/// A database is there when this returns, and it is a file with something in it. Says whether it was begun just now.
fn see_to_the_place(folder: &Path, path: &Path) -> Result<bool, StoreError> {
    match fs::metadata(path) {
        Ok(about) if !about.is_file() => Err(StoreError::Folder { folder: folder.to_owned(), why: Obstacle::NoFile(path.to_owned()) }),
        // SQLite would take it for a new one, and delete its log.
        Ok(about) if about.len() == 0 => Err(set_aside(path, Damage::Empty)),
        Ok(_) => Ok(false),
        Err(error) if error.kind() == io::ErrorKind::NotFound && fs::symlink_metadata(path).is_err() => match leftover(path) {
            // Another start began it between the two looks.
            Some(_) if path.exists() => see_to_the_place(folder, path),
            Some(_) => Err(set_aside(path, Damage::LogAlone)),
            None => begin(folder, path).map(|()| true),
        },
        Err(error) => Err(trouble(folder, path, &error)),
    }
}

/// What SQLite does not take may be what is left of a database. Of any other the file is not touched: closing it would drop SQLite's locks.
fn diagnose(path: &Path, refusal: StoreError) -> StoreError {
    let damage = match refusal {
        StoreError::NotOurs(_) | StoreError::Damaged(_) => look(path).ok().flatten(),
        _ => None,
    };
    damage.map_or(refusal, |damage| set_aside(path, damage))
}
