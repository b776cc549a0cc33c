//! An open database.

use std::cell::RefCell;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::error::StoreError;
use crate::file::{
    OpenToOthers, Opened, View, explain, explain_any, is_failing_disk, open_for_writing, open_to_others, remove, rewrite_schema_number,
    set_aside_in, trouble,
};

/// The file inside the data folder.
pub const DATABASE_FILE: &str = "sitrep.db";

/// What is searched, made from the database, beside it.
pub const SEARCH_FILE: &str = "search.db";

/// Earlier versions can lose committed data in WAL mode.
const OLDEST_SAFE_SQLITE: i32 = 3_051_003;

/// An open database. Whoever closes it last folds its log into the file, which then holds everything.
pub struct Store {
    access: Access,
    folder: PathBuf,
    path: PathBuf,
}

enum Access {
    Full(Opened),
    /// Why it cannot be written is asked again at each write: somebody may have made room.
    ReadOnly {
        view: RefCell<View>,
        why: StoreError,
    },
}

impl Store {
    /// Opens the database in `folder`, making both if they do not exist. What cannot be written is opened for reading.
    ///
    /// # Errors
    /// [`StoreError`] says which of folder, lock, schema or file is the matter. A file that is no database any more was set aside then; anything else is
    /// as it was.
    pub fn open(folder: &Path) -> Result<Self, StoreError> {
        match Self::open_writable(folder) {
            Err(why) if why.is_about_access() => {
                let path = folder.join(DATABASE_FILE);
                Ok(Self { access: Access::read_only(&path, why)?, folder: folder.to_owned(), path })
            }
            opened => opened,
        }
    }

    /// Removes the database in `folder` with the index beside it, and nothing else. For a practice that is over; nobody may have it open.
    ///
    /// # Errors
    /// [`StoreError::Folder`] when a file stays.
    pub fn remove(folder: &Path) -> Result<(), StoreError> {
        let removed = [SEARCH_FILE, DATABASE_FILE].iter().try_for_each(|file| remove(&folder.join(file)));
        removed.map_err(|error| trouble(folder, folder, &error))
    }

    /// Opens it only if it can be written.
    pub(crate) fn open_writable(folder: &Path) -> Result<Self, StoreError> {
        check_sqlite()?;
        let path = folder.join(DATABASE_FILE);
        let access = Access::Full(open_for_writing(folder, &path)?);
        Ok(Self { access, folder: folder.to_owned(), path })
    }

    /// Where the index is that is searched.
    pub(crate) fn search_file(&self) -> PathBuf {
        self.folder.join(SEARCH_FILE)
    }

    /// The file.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Why nothing can be written, if that is so.
    #[must_use]
    pub fn why_read_only(&self) -> Option<&StoreError> {
        match &self.access {
            Access::Full(_) => None,
            Access::ReadOnly { why, .. } => Some(why),
        }
    }

    /// What others than its owner come near: the folder, or the file where that is somebody else's.
    #[must_use]
    pub fn open_to_others(&self) -> Option<OpenToOthers> {
        open_to_others([&self.folder, &self.path])
    }

    /// Whether there was no database here before this opened it.
    #[must_use]
    pub fn is_new(&self) -> bool {
        matches!(self.access, Access::Full(Opened { is_new: true, .. }))
    }

    /// The damaged databases that were set aside here, and are still there.
    #[must_use]
    pub fn set_aside(&self) -> Vec<PathBuf> {
        set_aside_in(&self.folder)
    }

    /// Runs `work` in one immediate transaction; it is durable when this returns. Of its errors only [`StoreError::Uncertain`] may leave
    /// something written.
    pub(crate) fn write<T>(&mut self, work: impl FnOnce(&Transaction<'_>) -> Result<T, StoreError>) -> Result<T, StoreError> {
        self.with_writer(|connection, path| {
            sync(connection, "FULL", path)?;
            transact(connection, path, work)
        })
    }

    /// Like [`Store::write`], but what it writes could be lost if the computer, not just the process, dies at once.
    pub(crate) fn write_without_sync<T>(&mut self, work: impl FnOnce(&Transaction<'_>) -> Result<T, StoreError>) -> Result<T, StoreError> {
        self.with_writer(|connection, path| {
            // Each write says at its start what it needs: nothing may fail once it is committed.
            sync(connection, "NORMAL", path)?;
            transact(connection, path, work)
        })
    }

    /// Runs `work` on the connection that writes.
    pub(crate) fn with_writer<T>(&mut self, work: impl FnOnce(&mut Connection, &Path) -> Result<T, StoreError>) -> Result<T, StoreError> {
        if let Access::Full(opened) = &mut self.access {
            return work(&mut opened.connection, &self.path);
        }
        let mut opened = open_for_writing(&self.folder, &self.path)?;
        let done = work(&mut opened.connection, &self.path);
        self.access = Access::Full(opened);
        done
    }

    /// Runs `work` for reading.
    pub(crate) fn read<T>(&self, work: impl FnOnce(&Connection) -> Result<T, StoreError>) -> Result<T, StoreError> {
        let done = match &self.access {
            Access::Full(opened) => work(&opened.connection),
            Access::ReadOnly { view, .. } => work(view.borrow_mut().refreshed(&self.path)?),
        };
        done.map_err(|error| explain_any(error, &self.path))
    }
}

impl Access {
    fn read_only(path: &Path, why: StoreError) -> Result<Self, StoreError> {
        match View::open(path) {
            Ok(view) => Ok(Self::ReadOnly { view: RefCell::new(view), why }),
            Err(error) if error.is_about_access() => Err(why),
            Err(error) => Err(error),
        }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Sqlite(error)
    }
}

fn check_sqlite() -> Result<(), StoreError> {
    if rusqlite::version_number() < OLDEST_SAFE_SQLITE {
        return Err(StoreError::OldSqlite(rusqlite::version().to_owned()));
    }
    Ok(())
}

fn transact<T>(
    connection: &mut Connection,
    path: &Path,
    work: impl FnOnce(&Transaction<'_>) -> Result<T, StoreError>,
) -> Result<T, StoreError> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(|error| explain(error, path))?;
    let done = work(&transaction).map_err(|error| explain_any(error, path))?;
    match transaction.commit() {
        Ok(()) => Ok(done),
        Err(error) if !is_failing_disk(&error) => Err(explain(error, path)),
        // What was given to the disk may be read from it after a restart, and whoever tries again would record it twice.
        Err(_) if take_back(connection).is_ok() => Err(StoreError::DiskFailed(path.to_owned())),
        Err(_) => Err(StoreError::Uncertain(path.to_owned())),
    }
}

/// Writes over what a commit that failed left in the log: a write that changes nothing takes its place there. It needs no sync, for which the disk has
/// no answer now.
fn take_back(connection: &mut Connection) -> rusqlite::Result<()> {
    connection.pragma_update(None, "synchronous", "OFF")?;
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    rewrite_schema_number(&transaction)?;
    transaction.commit()?;
    connection.pragma_update(None, "synchronous", "FULL")
}

fn sync(connection: &Connection, mode: &str, path: &Path) -> Result<(), StoreError> {
    connection.pragma_update(None, "synchronous", mode).map_err(|error| explain(error, path))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FULL: i64 = 2;

    #[test]
    fn a_write_is_synced_in_full_whatever_was_written_before_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut store = Store::open(folder.path()).expect("a database");

        store.write_without_sync(|_| Ok(())).expect("a write");
        let synced = store.write(|transaction| Ok(transaction.pragma_query_value(None, "synchronous", |row| row.get::<_, i64>(0))?));

        assert_eq!(synced.expect("a write"), FULL);
    }
}
