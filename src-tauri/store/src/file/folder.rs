//! The data folder and the database, for their owner alone.

use std::fs;
use std::io;
use std::path::Path;

use crate::error::StoreError;

/// Makes a folder for its owner alone, or makes it so.
pub(super) fn make_private_folder(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    restrict(folder, 0o700)
}

/// Lets only its owner read a file.
pub(super) fn make_private(file: &Path) -> io::Result<()> {
    restrict(file, 0o600)
}

/// Turns what the disk says of a folder into what a person can act on.
pub(crate) fn trouble(folder: &Path, source: io::Error) -> StoreError {
    match source.kind() {
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => StoreError::ReadOnly(folder.to_owned()),
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => StoreError::Full(folder.to_owned()),
        _ => StoreError::Folder { folder: folder.to_owned(), source },
    }
}

#[cfg(unix)]
fn restrict(path: &Path, mode: u32) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let present = fs::metadata(path)?.permissions().mode() & 0o777;
    if present == mode { Ok(()) } else { fs::set_permissions(path, fs::Permissions::from_mode(mode)) }
}

#[cfg(not(unix))]
fn restrict(_: &Path, _: u32) -> io::Result<()> {
    Ok(())
}
