//! Why a folder or a database cannot be written, asked without opening anything.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::error::StoreError;
use crate::reasons::Obstacle;

// How the names end of what SQLite keeps beside a database.
pub(super) const LOG: &str = "-wal";
pub(super) const JOURNAL: &str = "-journal";
pub(super) const INDEX: &str = "-shm";

/// SQLite takes no path of more bytes, counted with the name of the file in the folder.
const LONGEST: usize = 504;
/// The longest name that a database has in its folder, from its first moment on.
const NAME: usize = "/.tmp123456".len();

/// What the disk says of a data folder, or of something in it.
pub(crate) fn trouble(folder: &Path, path: &Path, refusal: &io::Error) -> StoreError {
    match refusal.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => StoreError::Full(folder.to_owned()),
        _ => StoreError::Folder { folder: folder.to_owned(), why: Obstacle::to(path, refusal) },
    }
}

/// Why SQLite cannot open or write a database, as far as its folder and its files tell.
pub(super) fn why_not_written(database: &Path) -> Option<StoreError> {
    let folder = database.parent()?;
    // SQLite counts where a link leads to.
    let bytes = fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned()).as_os_str().len();
    if bytes + NAME > LONGEST {
        return Some(StoreError::Folder { folder: folder.to_owned(), why: Obstacle::TooLong { bytes, most: LONGEST - NAME } });
    }
    let (log, index) = (log_of(database), beside(database, INDEX));
    let closed = [folder, database, &log, &index].into_iter().find_map(|path| Some((path, refusal_to_write(path)?)));
    closed.map(|(path, refusal)| trouble(folder, path, &refusal))
}

/// Where SQLite keeps what is not in the database yet.
pub(super) fn log_of(database: &Path) -> PathBuf {
    beside(database, LOG)
}

/// A file that SQLite keeps beside a database.
pub(super) fn beside(database: &Path, ending: &str) -> PathBuf {
    let mut name = database.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// What the system would say to writing, asked without opening anything.
#[cfg(unix)]
fn refusal_to_write(path: &Path) -> Option<io::Error> {
    use rustix::fs::{Access, access, statvfs};
    if !path.exists() {
        return None;
    }
    let is_full = || path.is_dir() && statvfs(path).is_ok_and(|disk| disk.f_bavail == 0);
    match access(path, Access::READ_OK | Access::WRITE_OK) {
        Err(refusal) => Some(refusal.into()),
        Ok(()) => is_full().then(|| io::ErrorKind::StorageFull.into()),
    }
}

#[cfg(not(unix))]
fn refusal_to_write(path: &Path) -> Option<io::Error> {
    path.is_dir().then(|| tempfile::tempfile_in(path).err()).flatten()
}
