//! What can go wrong with the file.

use std::path::PathBuf;

use crate::reasons::{BackupRefusal, BundleRefusal, Damage, LeftThere, Obstacle};

/// The data could not be read or written. None of these changes a file, unless it says so.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The folder, or a file in it, cannot be made, entered, read or written.
    #[error("the data folder {} cannot be used: {why}", folder.display())]
    Folder {
        /// Which folder.
        folder: PathBuf,
        /// What stands in the way.
        why: Obstacle,
    },
    /// Another process holds the file for longer than is reasonable.
    #[error("another program has locked the data in {}", .0.display())]
    Locked(PathBuf),
    /// The disk is full.
    #[error("the disk that holds {} is full", .0.display())]
    Full(PathBuf),
    /// A newer Sitrep wrote it.
    #[error("the data was written by a newer Sitrep (schema {found}, this one knows {known})")]
    Newer {
        /// The schema in the file.
        found: i64,
        /// The newest this build knows.
        known: i64,
    },
    /// The file is not Sitrep's.
    #[error("{} is not a Sitrep database", .0.display())]
    NotOurs(PathBuf),
    /// The file is no database any more, and has another name now.
    #[error("the database {} {damage}; it was set aside as {}", file.display(), aside.display())]
    SetAside {
        /// Where it was.
        file: PathBuf,
        /// What has become of it.
        damage: Damage,
        /// Where it is now.
        aside: PathBuf,
    },
    /// The file is no database any more, and stays where it is.
    #[error("the database {} {damage}, and stays where it is: {why}", file.display())]
    Broken {
        /// Where it is.
        file: PathBuf,
        /// What has become of it.
        damage: Damage,
        /// Why it was not set aside.
        why: LeftThere,
    },
    /// A part of the file does not read.
    #[error("the database {} is damaged", .0.display())]
    Damaged(PathBuf),
    /// The disk failed while the file was being synced. What had been written was taken back.
    #[error("the disk failed while {} was being written", .0.display())]
    DiskFailed(PathBuf),
    /// The same where it could not be taken back either: it may be there afterwards, or not.
    #[error("the disk failed while {} was being written", .0.display())]
    Uncertain(PathBuf),
    /// A file cannot be the backup that it is to be, or be restored from.
    #[error("{} {why}", file.display())]
    Backup {
        /// Which file.
        file: PathBuf,
        /// Why.
        why: BackupRefusal,
    },
    /// The index that is searched is missing or old, and cannot be made anew.
    #[error("the index {} cannot be made: {why}", file.display())]
    Unsearchable {
        /// Where it is.
        file: PathBuf,
        /// Why.
        why: Box<StoreError>,
    },
    /// A file cannot be the bundle that it is to be, or is not taken in.
    #[error("{} {why}", file.display())]
    Bundle {
        /// Which file.
        file: PathBuf,
        /// Why.
        why: BundleRefusal,
    },
    /// The SQLite this was built with can lose data.
    #[error("this build carries SQLite {0}, which can lose data; 3.51.3 or later is needed")]
    OldSqlite(String),
    /// No incident has this identity.
    #[error("no incident has this identity")]
    UnknownIncident,
    /// A stored body does not read.
    #[error("an event in the database cannot be read: {0}")]
    Body(#[from] serde_json::Error),
    /// Anything else SQLite says.
    #[error("the database answered: {0}")]
    Sqlite(#[source] rusqlite::Error),
    /// A schema step failed.
    #[error("the database could not be brought up to date: {0}")]
    Upgrade(#[source] rusqlite::Error),
}

impl StoreError {
    /// Whether the file itself may be sound, and only the way to it is closed.
    pub(crate) fn is_about_access(&self) -> bool {
        matches!(self, Self::Folder { .. } | Self::Full(_) | Self::Sqlite(_))
    }
}
