//! A backup that was read through and made ready: a copy of it, at this Sitrep's schema.

use std::fs;
use std::path::Path;

use rusqlite::Connection;
use tempfile::TempPath;
use uuid::Uuid;

use super::contents::{Contents, contents, copy_database, fault};
use super::pictures_within::{drop_pictures, put_back};
use crate::error::StoreError;
use crate::file::{View, explain_any, is_same_file, look, open_unseen, private_file_in, trouble};
use crate::open::DATABASE_FILE;
use crate::pictures::PictureFolder;
use crate::reasons::{BackupRefusal, Damage, Obstacle};
use crate::settings;

/// It waits in the data folder and is gone with this.
pub(super) struct Prepared {
    pub(super) copy: TempPath,
    pub(super) contents: Contents,
}

impl Prepared {
    /// Reads `file` through and makes a copy of it in `folder`. Nothing else is written.
    pub(super) fn read(file: &Path, folder: &Path) -> Result<Self, StoreError> {
        check_file(file, folder)?;
        let copy = private_file_in(folder).map_err(|error| trouble(folder, folder, &error))?.into_temp_path();
        copy_whole(file, &copy).map_err(|error| of_the_file(error, file))?;
        let connection = open_unseen(&copy)?;
        let contents = make_anew(&connection).map_err(|error| explain_any(error, &copy))?;
        Ok(Self { copy, contents })
    }

    /// Puts its pictures back and leaves only the database.
    pub(super) fn unpack(&self, folder: &Path) -> Result<Connection, StoreError> {
        let connection = open_unseen(&self.copy)?;
        put_back(&connection, &PictureFolder::of(folder))
            .and_then(|()| drop_pictures(&connection))
            .map_err(|error| explain_any(error, &self.copy))?;
        Ok(connection)
    }
}

fn check_file(file: &Path, folder: &Path) -> Result<(), StoreError> {
    let refused = |why| Err(StoreError::Backup { file: file.to_owned(), why });
    match fs::metadata(file) {
        Err(error) => refused(BackupRefusal::Unreadable(Obstacle::to(file, &error))),
        Ok(about) if about.is_dir() => refused(BackupRefusal::Folder),
        // A pipe would keep one waiting for ever.
        Ok(about) if !about.is_file() => refused(BackupRefusal::Unreadable(Obstacle::NoFile(file.to_owned()))),
        Ok(about) if about.len() == 0 => refused(BackupRefusal::Damaged(Damage::Empty)),
        Ok(_) if is_same_file(file, &folder.join(DATABASE_FILE)) => refused(BackupRefusal::InUse),
        Ok(_) => Ok(()),
    }
}

fn copy_whole(file: &Path, copy: &Path) -> Result<(), StoreError> {
    let mut view = View::open_undisturbed(file)?;
    let connection = view.refreshed(file)?;
    if let Some(fault) = fault(connection)? {
        return Err(StoreError::Backup { file: file.to_owned(), why: BackupRefusal::Unsound(fault) });
    }
    // A database without a table would pass for one that is new.
    contents(connection).map_err(|_| StoreError::NotOurs(file.to_owned()))?;
    copy_database(connection, file, copy)
}

/// What is said of a data folder, said of a file to restore.
fn of_the_file(error: StoreError, file: &Path) -> StoreError {
    let damage = look(file).ok().flatten();
    let why = match (explain_any(error, file), damage) {
        (StoreError::NotOurs(_) | StoreError::Damaged(_), Some(damage)) => BackupRefusal::Damaged(damage),
        (StoreError::NotOurs(_), None) => BackupRefusal::NotOurs,
        (StoreError::Damaged(_), None) => BackupRefusal::Unsound("a part of it does not read".to_owned()),
        (StoreError::Folder { why, .. }, _) => BackupRefusal::Unreadable(why),
        (other, _) => return other,
    };
    StoreError::Backup { file: file.to_owned(), why }
}

/// What it counts from here on is another device's: this one may have gone on since, and others may have its events.
fn make_anew(connection: &Connection) -> Result<Contents, StoreError> {
    settings::forget_device(connection)?;
    settings::set(connection, settings::RESTORED, &Uuid::new_v4().to_string())?;
    Ok(contents(connection)?)
}
