//! Writing a backup: copied, filled with the pictures, verified, synced, and only then given its name.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};

use super::contents::{Contents, contents, copy_database, fault};
use super::pictures_within::{PicturesWithin, is_backup, put_in};
use crate::error::StoreError;
use crate::file::{explain, is_same_file, private_file_in, sync_folder, trouble};
use crate::open::Store;
use crate::pictures::PictureFolder;
use crate::reasons::{BackupRefusal, Obstacle};

/// What becomes of a file that is there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Over {
    /// It stays, and there is no backup.
    Nothing,
    /// An earlier backup gives way once the new one is verified.
    EarlierBackup,
}

/// A backup that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// Where it is.
    pub file: PathBuf,
    /// How many bytes it has.
    pub bytes: u64,
    /// What is in it.
    pub contents: Contents,
    /// The pictures in it.
    pub pictures: PicturesWithin,
}

impl Store {
    /// Writes everything into one file, while others read and write.
    ///
    /// # Errors
    /// [`StoreError::Backup`] where the file cannot be what it is to be, or what hinders reading or writing. Nothing new is there then, and an earlier
    /// backup stays.
    pub fn backup(&self, file: &Path, over: Over) -> Result<Backup, StoreError> {
        self.check_place(file, over)?;
        let failed = |error| unwritable(file, &error);
        let beside = private_file_in(folder_of(file)).map_err(failed)?;
        let (contents, pictures) = self.fill(beside.path(), file).map_err(|error| of_the_place(error, file))?;
        beside.as_file().sync_all().map_err(failed)?;
        let bytes = beside.as_file().metadata().map_err(failed)?.len();
        let put = match over {
            Over::Nothing => beside.persist_noclobber(file),
            Over::EarlierBackup => beside.persist(file),
        };
        put.map_err(|refusal| failed(refusal.error))?;
        sync_folder(folder_of(file)).map_err(failed)?;
        Ok(Backup { file: file.to_owned(), bytes, contents, pictures })
    }

    fn check_place(&self, file: &Path, over: Over) -> Result<(), StoreError> {
        let refused = |why| Err(StoreError::Backup { file: file.to_owned(), why });
        if is_same_file(file, self.path()) || self.is_beside_the_database(file) {
            return refused(BackupRefusal::InUse);
        }
        match fs::metadata(file) {
            // A folder that is not there may be a disk that is not mounted.
            Err(_) if !folder_of(file).is_dir() => refused(BackupRefusal::Unwritable(Obstacle::Missing(folder_of(file).to_owned()))),
            Err(_) => Ok(()),
            Ok(about) if about.is_dir() => refused(BackupRefusal::Folder),
            Ok(about) if over == Over::EarlierBackup && about.is_file() && is_backup(file) => Ok(()),
            Ok(_) if over == Over::EarlierBackup => refused(BackupRefusal::NoBackup),
            Ok(_) => refused(BackupRefusal::Exists),
        }
    }

    /// SQLite takes a file of such a name for a part of the database.
    fn is_beside_the_database(&self, file: &Path) -> bool {
        let own = self.path().file_name().unwrap_or_default().as_encoded_bytes();
        let is_its_name = file.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(own));
        is_its_name && self.path().parent().is_some_and(|folder| is_same_file(folder, folder_of(file)))
    }

    fn fill(&self, copy: &Path, file: &Path) -> Result<(Contents, PicturesWithin), StoreError> {
        let before = self.contents()?;
        self.read(|connection| copy_database(connection, self.path(), copy))?;
        let pictures = put_in(copy, &PictureFolder::of(folder_of(self.path())))?;
        let contents = read_through(copy, file)?;
        let after = self.contents()?;
        // Others may have written meanwhile; nobody can have taken anything away.
        if (before.events..=after.events).contains(&contents.events) {
            return Ok((contents, pictures));
        }
        Err(StoreError::Backup { file: file.to_owned(), why: BackupRefusal::Unsound("its events are not as many".to_owned()) })
    }
}

fn read_through(copy: &Path, file: &Path) -> Result<Contents, StoreError> {
    let told = |error| explain(error, copy);
    let connection = Connection::open_with_flags(copy, OpenFlags::SQLITE_OPEN_READ_ONLY).map_err(told)?;
    match fault(&connection).map_err(told)? {
        Some(fault) => Err(StoreError::Backup { file: file.to_owned(), why: BackupRefusal::Unsound(fault) }),
        None => contents(&connection).map_err(told),
    }
}

fn unwritable(file: &Path, error: &io::Error) -> StoreError {
    of_the_place(trouble(folder_of(file), folder_of(file), error), file)
}

/// What is said of a data folder, said of where the backup goes.
fn of_the_place(error: StoreError, file: &Path) -> StoreError {
    match error {
        StoreError::Folder { folder, why } if folder == folder_of(file) => {
            StoreError::Backup { file: file.to_owned(), why: BackupRefusal::Unwritable(why) }
        }
        other => other,
    }
}

/// A bare name is in the folder one is in.
fn folder_of(file: &Path) -> &Path {
    file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}
