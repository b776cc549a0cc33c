//! Why a file cannot be a backup.

use super::damage::Damage;
use super::obstacle::Obstacle;

/// Why a file cannot be a backup.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BackupRefusal {
    /// Something has that name.
    #[error("is there already")]
    Exists,
    /// It is a folder.
    #[error("is a folder")]
    Folder,
    /// It is the database itself, or SQLite would take it for a part of it.
    #[error("belongs to the database in use")]
    InUse,
    /// What is there is not to be written over.
    #[error("is no backup of Sitrep's")]
    NoBackup,
    /// It cannot be read.
    #[error("cannot be read: {0}")]
    Unreadable(Obstacle),
    /// It cannot be written.
    #[error("cannot be written: {0}")]
    Unwritable(Obstacle),
    /// It is not Sitrep's.
    #[error("is not a Sitrep database")]
    NotOurs,
    /// It is no database any more.
    #[error("{0}")]
    Damaged(Damage),
    /// Not all of it reads as it was written.
    #[error("is not sound: {0}")]
    Unsound(String),
}
