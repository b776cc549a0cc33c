//! A team's file on disk: its state in a word, and how it is set aside instead of deleted.

use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;
use std::{fs, io};

use sitrep_store::sync_folder;

use super::followed::stamp;

/// The state of a file in a word; none where there is no file.
pub(crate) fn state(path: &Path) -> Option<String> {
    let (changed, length) = stamp(path)?;
    let since = changed.duration_since(UNIX_EPOCH).unwrap_or_default();
    Some(format!("{}-{length}", since.as_nanos()))
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
