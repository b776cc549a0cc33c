//! Where a file that leaves the data folder is to go: a backup, a bundle.

use std::fs;
use std::path::{Path, PathBuf};

use crate::file::is_same_file;
use crate::open::Store;

/// What becomes of a file that is there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Over {
    /// It stays, and nothing is written.
    Nothing,
    /// An earlier one of the same kind gives way once the new one is whole.
    Earlier,
}

/// What stands in the way of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum InTheWay {
    /// It is the database in use, or SQLite would take it for a part of it.
    OwnDatabase,
    /// There is no such folder.
    NoFolder(PathBuf),
    /// It is a folder.
    Folder,
    /// A file is there, and nobody said that it gives way.
    Something,
    /// What is there is no earlier one.
    SomethingElse,
}

impl Store {
    /// What stands in the way of a file, if something does.
    pub(crate) fn in_the_way(&self, file: &Path, over: Over, is_earlier: impl Fn(&Path) -> bool) -> Option<InTheWay> {
        if is_same_file(file, self.path()) || self.is_beside_the_database(file) {
            return Some(InTheWay::OwnDatabase);
        }
        match fs::metadata(file) {
            // A folder that is not there may be a disk that is not mounted.
            Err(_) if !folder_of(file).is_dir() => Some(InTheWay::NoFolder(folder_of(file).to_owned())),
            Err(_) => None,
            Ok(about) if about.is_dir() => Some(InTheWay::Folder),
            Ok(about) if over == Over::Earlier && about.is_file() && is_earlier(file) => None,
            Ok(_) if over == Over::Earlier => Some(InTheWay::SomethingElse),
            Ok(_) => Some(InTheWay::Something),
        }
    }

    /// SQLite takes a file of such a name for a part of the database.
    fn is_beside_the_database(&self, file: &Path) -> bool {
        let own = self.path().file_name().unwrap_or_default().as_encoded_bytes();
        let is_its_name = file.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(own));
        is_its_name && self.path().parent().is_some_and(|folder| is_same_file(folder, folder_of(file)))
    }
}

/// A bare name is in the folder one is in.
pub(crate) fn folder_of(file: &Path) -> &Path {
    file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}
