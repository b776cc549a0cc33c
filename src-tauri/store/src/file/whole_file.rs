//! Files that are written whole or not at all.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use super::folder::private_file_in;

/// Writes beside it, syncs and renames, so that whoever reads it finds the old content or the new. Only its owner can read it.
///
/// # Errors
/// What the disk says; the file is as it was then.
pub fn write_whole(path: &Path, content: &[u8]) -> io::Result<()> {
    // A link stays one, and what it points to is written.
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let folder = path.parent().ok_or_else(|| io::Error::other("it has no folder"))?;
    let mut beside = private_file_in(folder)?;
    beside.write_all(content)?;
    beside.as_file().sync_all()?;
    beside.persist(&path)?;
    sync_folder(folder)
}

/// A rename lasts once its folder is on disk.
///
/// # Errors
/// What the disk says.
#[cfg(unix)]
pub fn sync_folder(folder: &Path) -> io::Result<()> {
    fs::File::open(folder)?.sync_all()
}

/// No such thing can be asked of a folder here.
///
/// # Errors
/// None here.
#[cfg(not(unix))]
pub fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}
