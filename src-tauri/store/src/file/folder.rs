//! Folders and files for their owner alone, whatever the umask is.

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use tempfile::{NamedTempFile, TempDir};

use crate::reasons::letters;

const OWN_FOLDER: u32 = 0o700;
const OWN_FILE: u32 = 0o600;
#[cfg(unix)]
const OTHERS: u32 = 0o077;
const OTHERS_WRITE: u32 = 0o022;

/// Makes a folder and those above it that are missing. One that is there keeps its permissions.
///
/// # Errors
/// What the disk says; those above it may have been made.
pub fn make_private_folder(folder: &Path) -> io::Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    if let Some(above) = folder.parent().filter(|above| !above.as_os_str().is_empty()) {
        make_private_folder(above)?;
    }
    match new_folder().create(folder) {
        // A umask takes away even what the owner needs.
        Ok(()) => set_mode(folder, OWN_FOLDER),
        // Another process was quicker.
        Err(_) if folder.is_dir() => Ok(()),
        Err(error) => Err(error),
    }
}

/// A folder for a while inside `folder`, which is made if it is missing.
pub(crate) fn private_folder_in(folder: &Path) -> io::Result<TempDir> {
    make_private_folder(folder)?;
    let place = tempfile::tempdir_in(folder)?;
    set_mode(place.path(), OWN_FOLDER)?;
    Ok(place)
}

/// A file for a while inside `folder`, which is made if it is missing. It has no name that anybody looks for.
pub(crate) fn private_file_in(folder: &Path) -> io::Result<NamedTempFile> {
    make_private_folder(folder)?;
    let file = NamedTempFile::new_in(folder)?;
    make_private(file.path())?;
    Ok(file)
}

/// Whether two paths lead to one thing.
pub(crate) fn is_same_file(one: &Path, other: &Path) -> bool {
    matches!((fs::canonicalize(one), fs::canonicalize(other)), (Ok(one), Ok(other)) if one == other)
}

#[cfg(unix)]
fn new_folder() -> fs::DirBuilder {
    use std::os::unix::fs::DirBuilderExt;
    let mut builder = fs::DirBuilder::new();
    builder.mode(OWN_FOLDER);
    builder
}

#[cfg(not(unix))]
fn new_folder() -> fs::DirBuilder {
    fs::DirBuilder::new()
}

/// Lets only its owner read a file.
///
/// # Errors
/// What the disk says, such as that it is somebody else's.
pub fn make_private(file: &Path) -> io::Result<()> {
    set_mode(file, OWN_FILE)
}

/// A folder or a file that others than its owner come near.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenToOthers {
    path: PathBuf,
    /// Nine bits.
    mode: u32,
}

impl fmt::Display for OpenToOthers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let may = match (self.mode & OTHERS_WRITE != 0, self.path.is_dir()) {
            (true, _) => "write to",
            (false, true) => "look into",
            (false, false) => "read",
        };
        write!(f, "others may {may} {} ({})", self.path.display(), letters(self.mode))
    }
}

/// The first of these that others come near.
#[cfg(unix)]
pub(crate) fn open_to_others<const N: usize>(paths: [&Path; N]) -> Option<OpenToOthers> {
    use std::os::unix::fs::PermissionsExt;
    let of = |path: &Path| {
        let mode = fs::metadata(path).ok()?.permissions().mode() & 0o777;
        (mode & OTHERS != 0).then(|| OpenToOthers { path: path.to_owned(), mode })
    };
    paths.into_iter().find_map(of)
}

/// Nothing is known of that here.
#[cfg(not(unix))]
pub(crate) fn open_to_others<const N: usize>(_: [&Path; N]) -> Option<OpenToOthers> {
    None
}

/// Whether a folder is this person's, and nobody else's business. A link leads to a place that somebody else may have chosen.
#[cfg(unix)]
#[must_use]
pub fn is_for_its_owner_alone(folder: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let is_own = |about: &fs::Metadata| about.uid() == rustix::process::geteuid().as_raw() && about.mode() & OTHERS == 0;
    fs::symlink_metadata(folder).is_ok_and(|about| about.is_dir() && is_own(&about))
}

/// Nothing is known of that here.
#[cfg(not(unix))]
#[must_use]
pub fn is_for_its_owner_alone(folder: &Path) -> bool {
    folder.is_dir()
}

/// Takes from others what they may do to a file. What its owner may do stays.
#[cfg(unix)]
pub(crate) fn close_to_others(file: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let mode = fs::metadata(file)?.permissions().mode() & 0o777;
    set_mode(file, mode & !OTHERS)
}

/// There is no such thing here.
#[cfg(not(unix))]
pub(crate) fn close_to_others(_: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(unix)]
fn set_mode(path: &Path, mode: u32) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let present = fs::metadata(path)?.permissions().mode() & 0o777;
    if present == mode { Ok(()) } else { fs::set_permissions(path, fs::Permissions::from_mode(mode)) }
}

#[cfg(not(unix))]
fn set_mode(_: &Path, _: u32) -> io::Result<()> {
    Ok(())
}
