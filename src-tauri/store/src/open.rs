//! An open database.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::error::StoreError;
use crate::file::{OpenToOthers, explain, open_for_writing, open_to_others, set_aside_in};

/// The file inside the data folder.
pub const DATABASE_FILE: &str = "sitrep.db";

/// Earlier versions can lose committed data in WAL mode.
const OLDEST_SAFE_SQLITE: i32 = 3_051_003;

/// An open database. Whoever closes it last folds its log into the file, which then holds everything.
pub struct Store {
    pub(crate) connection: Connection,
    folder: PathBuf,
    path: PathBuf,
}

impl Store {
    /// Opens the database in `folder`, making both if they do not exist, for their owner alone. A folder that is there keeps its permissions.
    ///
    /// # Errors
    /// [`StoreError`] says which of folder, lock, schema or file is the matter. A file that is no database any more was set aside then; anything else is
    /// as it was.
    pub fn open(folder: &Path) -> Result<Self, StoreError> {
        check_sqlite()?;
        let path = folder.join(DATABASE_FILE);
        Ok(Self { connection: open_for_writing(folder, &path)?, folder: folder.to_owned(), path })
    }

    /// What others than its owner come near: the folder, or the file where that is somebody else's.
    #[must_use]
    pub fn open_to_others(&self) -> Option<OpenToOthers> {
        open_to_others([&self.folder, &self.path])
    }

    /// The damaged databases that were set aside here, and are still there.
    #[must_use]
    pub fn set_aside(&self) -> Vec<PathBuf> {
        set_aside_in(&self.folder)
    }

    /// Runs `work` in one immediate transaction; it is durable when this returns.
    pub(crate) fn write<T>(&mut self, work: impl FnOnce(&Transaction<'_>) -> Result<T, StoreError>) -> Result<T, StoreError> {
        let transaction =
            self.connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(|error| explain(error, &self.path))?;
        let done = work(&transaction).map_err(|error| tell(error, &self.path))?;
        transaction.commit().map_err(|error| explain(error, &self.path))?;
        Ok(done)
    }

    /// Like [`Store::write`], but what it writes could be lost if the computer, not just the process, dies at once.
    pub(crate) fn write_without_sync<T>(&mut self, work: impl FnOnce(&Transaction<'_>) -> Result<T, StoreError>) -> Result<T, StoreError> {
        self.synchronous("NORMAL")?;
        let done = self.write(work);
        self.synchronous("FULL")?;
        done
    }

    fn synchronous(&self, mode: &str) -> Result<(), StoreError> {
        self.connection.pragma_update(None, "synchronous", mode).map_err(|error| explain(error, &self.path))
    }

    /// Runs `work` for reading.
    pub(crate) fn read<T>(&self, work: impl FnOnce(&Connection) -> Result<T, StoreError>) -> Result<T, StoreError> {
        work(&self.connection).map_err(|error| tell(error, &self.path))
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

fn tell(error: StoreError, path: &Path) -> StoreError {
    match error {
        StoreError::Sqlite(error) => explain(error, path),
        other => other,
    }
}
