//! A backup takes the place of what stands, which is set aside. Who has the database open goes on with the new content.

use std::io;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, ffi};
use tempfile::TempPath;

use super::contents::Contents;
use super::difference::Difference;
use super::place::Over;
use super::prepared::Prepared;
use crate::error::StoreError;
use crate::file::{explain_any, is_free, move_away, names_aside, put_in_place, trouble};
use crate::open::{DATABASE_FILE, Store};
use crate::reasons::Damage;

/// How the name of what stood there begins once it is set aside.
const ASIDE: &str = "sitrep-before-restore-";

const ALL_PAGES: i32 = -1;

/// A backup that is about to be restored.
pub struct Restoration {
    folder: PathBuf,
    prepared: Prepared,
    standing: Standing,
    set_aside: Option<PathBuf>,
}

/// What stands in the place.
enum Standing {
    Nothing,
    Database(Box<Store>),
    /// It opens, and a part of it does not read.
    Damaged,
}

/// A backup that was restored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// What stands there now.
    pub contents: Contents,
    /// Where what stood there is now; nothing stood there before if there is none.
    pub set_aside: Option<PathBuf>,
}

impl Restoration {
    /// Reads the backup through, and looks at what stands in `folder`. What is no database any more is set aside by that.
    ///
    /// # Errors
    /// [`StoreError::Backup`] for a file that is no sound backup, and whatever keeps the folder from being written.
    pub fn prepare(file: &Path, folder: &Path) -> Result<Self, StoreError> {
        let prepared = Prepared::read(file, folder)?;
        let (standing, set_aside) = look_at(folder)?;
        Ok(Self { folder: folder.to_owned(), prepared, standing, set_aside })
    }

    /// What is in the backup.
    #[must_use]
    pub fn contents(&self) -> &Contents {
        &self.prepared.contents
    }

    /// How it differs from what stands; none where what stands does not read.
    ///
    /// # Errors
    /// [`StoreError`] when they cannot be compared.
    pub fn difference(&self) -> Result<Option<Difference>, StoreError> {
        match &self.standing {
            Standing::Nothing => Ok(Some(Difference::default())),
            Standing::Damaged => Ok(None),
            Standing::Database(store) => match store.difference(&self.prepared.copy) {
                Err(StoreError::Damaged(_)) => Ok(None),
                compared => compared.map(Some),
            },
        }
    }

    /// Restores it. Until the one moment in which this is done, and after any refusal, what stands is as it was.
    ///
    /// # Errors
    /// [`StoreError`]: what hindered it.
    pub fn carry_out(self, now: DateTime<Utc>) -> Result<Restored, StoreError> {
        let copy = self.prepared.unpack(&self.folder)?;
        let contents = self.prepared.contents;
        let set_aside = match self.standing {
            Standing::Nothing => self.set_aside,
            Standing::Database(store) => match replace(*store, &self.folder, &copy, now) {
                Err(StoreError::Damaged(_)) => Some(clear_the_place(&self.folder)?),
                replaced => return Ok(Restored { contents, set_aside: Some(replaced?) }),
            },
            Standing::Damaged => Some(clear_the_place(&self.folder)?),
        };
        drop(copy);
        take_place(self.prepared.copy, &self.folder)?;
        Ok(Restored { contents, set_aside })
    }
}

fn look_at(folder: &Path) -> Result<(Standing, Option<PathBuf>), StoreError> {
    if is_free(&folder.join(DATABASE_FILE)) {
        return Ok((Standing::Nothing, None));
    }
    match Store::open_writable(folder) {
        Ok(store) => Ok((Standing::Database(Box::new(store)), None)),
        Err(StoreError::SetAside { aside, .. }) => Ok((Standing::Nothing, Some(aside))),
        Err(StoreError::Damaged(_)) => Ok((Standing::Damaged, None)),
        Err(error) => Err(error),
    }
}

/// Writes the copy over what stands, in one transaction, and gives the name under which what stood is kept.
fn replace(mut store: Store, folder: &Path, copy: &Connection, now: DateTime<Utc>) -> Result<PathBuf, StoreError> {
    let reader = Store::open_writable(folder)?;
    let aside = names_aside(folder, ASIDE, now).find(|name| !name.exists()).unwrap_or_else(|| folder.join(ASIDE));
    let taken_over = store.with_writer(|connection, _| {
        let writing = Backup::new(copy, connection)?;
        // With the first page comes the lock: nobody writes from here on, so what is kept is all that stood.
        step(&writing, 1)?;
        reader.backup(&aside, Over::Nothing)?;
        step(&writing, ALL_PAGES)
    });
    taken_over.map_err(|error| explain_any(error, store.path()))?;
    Ok(aside)
}

fn step(writing: &Backup<'_, '_>, pages: i32) -> Result<(), StoreError> {
    match writing.step(pages)? {
        StepResult::Busy | StepResult::Locked => Err(rusqlite::Error::SqliteFailure(ffi::Error::new(ffi::SQLITE_BUSY), None).into()),
        _ => Ok(()),
    }
}

fn take_place(copy: TempPath, folder: &Path) -> Result<(), StoreError> {
    put_in_place(copy, folder, &folder.join(DATABASE_FILE)).map_err(|error| match error.kind() {
        // Somebody has just begun one.
        io::ErrorKind::AlreadyExists => StoreError::Locked(folder.to_owned()),
        _ => trouble(folder, folder, &error),
    })
}

/// What does not read cannot be copied: it gets another name, unless somebody has it open.
fn clear_the_place(folder: &Path) -> Result<PathBuf, StoreError> {
    let file = folder.join(DATABASE_FILE);
    move_away(&file, Damage::Pages).map_err(|why| StoreError::Broken { file, damage: Damage::Pages, why })
}
