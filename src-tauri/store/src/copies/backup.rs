//! Writing a backup: copied, filled with the pictures, verified, synced, and only then given its name.

use std::io;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};

use super::contents::{Contents, contents, copy_database, fault};
use super::pictures_within::{PicturesWithin, is_backup, put_in};
use super::place::{InTheWay, Over, folder_of};
use crate::error::StoreError;
use crate::file::{explain, private_file_in, sync_folder, trouble};
use crate::open::Store;
use crate::pictures::PictureFolder;
use crate::reasons::{BackupRefusal, Obstacle};

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
            Over::Earlier => beside.persist(file),
        };
        put.map_err(|refusal| failed(refusal.error))?;
        sync_folder(folder_of(file)).map_err(failed)?;
        Ok(Backup { file: file.to_owned(), bytes, contents, pictures })
    }

    fn check_place(&self, file: &Path, over: Over) -> Result<(), StoreError> {
        let refused = |why| Err(StoreError::Backup { file: file.to_owned(), why });
        match self.in_the_way(file, over, is_backup) {
            None => Ok(()),
            Some(InTheWay::OwnDatabase) => refused(BackupRefusal::InUse),
            Some(InTheWay::NoFolder(folder)) => refused(BackupRefusal::Unwritable(Obstacle::Missing(folder))),
            Some(InTheWay::Folder) => refused(BackupRefusal::Folder),
            Some(InTheWay::Something) => refused(BackupRefusal::Exists),
            Some(InTheWay::SomethingElse) => refused(BackupRefusal::NoBackup),
        }
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
