//! A team's file on disk: read with its stamp, written whole or not at all, set aside instead of deleted.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use crate::team_file::stamp;

/// The state of a file in a word; none where there is no file.
pub(crate) fn state(path: &Path) -> Option<String> {
    let (changed, length) = stamp(path)?;
    let since = changed.duration_since(UNIX_EPOCH).unwrap_or_default();
    Some(format!("{}-{length}", since.as_nanos()))
}

/// Writes beside it, syncs and renames, so that whoever reads it finds the old text or the new one. Only its owner can read it.
pub(crate) fn write_whole(path: &Path, text: &str) -> io::Result<()> {
    // A link stays one, and what it points to is written.
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let folder = path.parent().ok_or_else(|| io::Error::other("it has no folder"))?;
    fs::create_dir_all(folder)?;
    let mut beside = tempfile::NamedTempFile::new_in(folder)?;
    beside.write_all(text.as_bytes())?;
    beside.as_file().sync_all()?;
    beside.persist(&path)?;
    sync_folder(folder)
}

/// Renames it to `NAME.old`, or to the first such name that is free.
pub(crate) fn set_aside(path: &Path) -> io::Result<()> {
    let aside = |count: usize| {
        let mut name = path.as_os_str().to_owned();
        name.push(if count == 0 { ".old".to_owned() } else { format!(".old{}", count + 1) });
        PathBuf::from(name)
    };
    let free = (0..).map(aside).find(|aside| fs::symlink_metadata(aside).is_err());
    fs::rename(path, free.ok_or_else(|| io::Error::other("no name is free"))?)?;
    path.parent().map_or(Ok(()), sync_folder)
}

/// A rename lasts once its folder is on disk.
#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    fs::File::open(folder)?.sync_all()
}

/// No such thing can be asked of a folder here.
#[cfg(not(unix))]
fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}
