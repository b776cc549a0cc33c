//! A database that nobody wants any more: that of a practice which is over. No other is ever removed.

use std::fs;
use std::io;
use std::path::Path;

use super::access::{INDEX, JOURNAL, LOG, beside};

/// Removes a database and what SQLite keeps beside it. The file itself goes last: what is left of one that was stopped is a database still.
pub(crate) fn remove(database: &Path) -> io::Result<()> {
    for file in [LOG, JOURNAL, INDEX].map(|ending| beside(database, ending)).iter().chain([&database.to_owned()]) {
        match fs::symlink_metadata(file) {
            Ok(about) if about.is_file() => fs::remove_file(file)?,
            // A link, or whatever else has its name, was made by somebody else.
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}
