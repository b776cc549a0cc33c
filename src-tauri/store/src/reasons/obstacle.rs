//! Why a path cannot be used, in words that a person can act on.

use std::fs::{self, Metadata};
use std::io;
use std::path::{Path, PathBuf};

/// What stands in the way.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Obstacle {
    /// The disk takes no writing.
    #[error("{} is on a file system that is mounted read-only", .0.display())]
    ReadOnlyFileSystem(PathBuf),
    /// It is another's.
    #[error("{} belongs to user {owner}, and its permissions ({}) keep others out of it", path.display(), letters(*mode))]
    AnothersOwn {
        /// What.
        path: PathBuf,
        /// The number of the user whose it is.
        owner: u32,
        /// Its permissions, nine bits.
        mode: u32,
    },
    /// It is one's own, and closed.
    #[error("the permissions of {} ({}) do not allow it", path.display(), letters(*mode))]
    Permissions {
        /// What.
        path: PathBuf,
        /// Its permissions, nine bits.
        mode: u32,
    },
    /// Something else is where a folder should be.
    #[error("{} is no folder", .0.display())]
    NoFolder(PathBuf),
    /// Something else is where a file should be.
    #[error("{} is no file", .0.display())]
    NoFile(PathBuf),
    /// Nothing is there.
    #[error("{} is not there", .0.display())]
    Missing(PathBuf),
    /// A link that leads nowhere.
    #[error("{} is a link to something that is not there", .0.display())]
    DeadLink(PathBuf),
    /// The path is too long.
    #[error("its path has {bytes} bytes, and {most} are the most")]
    TooLong {
        /// How long it is.
        bytes: usize,
        /// How long it may be.
        most: usize,
    },
    /// Anything else the system says.
    #[error("{0}")]
    Other(String),
}

impl Obstacle {
    /// What the system means by refusing something at this path.
    pub(crate) fn to(path: &Path, refusal: &io::Error) -> Self {
        match refusal.kind() {
            io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnlyFileSystem(nearest(path).to_owned()),
            io::ErrorKind::PermissionDenied => Self::of_permissions(nearest(path), refusal),
            io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists => Self::NoFolder(nearest(path).to_owned()),
            io::ErrorKind::NotFound if fs::symlink_metadata(path).is_ok() => Self::DeadLink(path.to_owned()),
            io::ErrorKind::NotFound => Self::Missing(path.to_owned()),
            _ => Self::Other(refusal.to_string()),
        }
    }

    /// Whether only writing is out of the question.
    #[must_use]
    pub fn is_about_writing(&self) -> bool {
        matches!(self, Self::ReadOnlyFileSystem(_) | Self::AnothersOwn { .. } | Self::Permissions { .. })
    }

    #[cfg(unix)]
    fn of_permissions(path: &Path, refusal: &io::Error) -> Self {
        use std::os::unix::fs::MetadataExt;
        let found = |about: Metadata| {
            let (path, owner, mode) = (path.to_owned(), about.uid(), about.mode() & 0o777);
            let is_own = owner == rustix::process::geteuid().as_raw();
            if is_own { Self::Permissions { path, mode } } else { Self::AnothersOwn { path, owner, mode } }
        };
        fs::metadata(path).map_or_else(|_| Self::Other(refusal.to_string()), found)
    }

    #[cfg(not(unix))]
    fn of_permissions(_: &Path, refusal: &io::Error) -> Self {
        Self::Other(refusal.to_string())
    }
}

/// The path itself, or else the nearest above it that is there: there the system stopped.
fn nearest(path: &Path) -> &Path {
    path.ancestors().find(|part| fs::metadata(part).is_ok()).unwrap_or(path)
}

/// Permissions as `ls` writes them.
pub(crate) fn letters(mode: u32) -> String {
    let letter = |bit: u32, letter| if mode & (1 << bit) == 0 { '-' } else { letter };
    (0..9).rev().map(|bit| letter(bit, ['x', 'w', 'r'][bit as usize % 3])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn permissions_read_as_ls_writes_them() {
        for (mode, shown) in [(0o755, "rwxr-xr-x"), (0o640, "rw-r-----"), (0o002, "-------w-"), (0, "---------")] {
            assert_eq!(letters(mode), shown);
        }
    }
}
