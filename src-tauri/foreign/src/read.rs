//! Reading.

use std::fs::{self, File, FileType, OpenOptions};
use std::io::Read;
use std::path::Path;
use std::time::SystemTime;

use crate::moment::in_a_moment;
use crate::unread::Unread;

/// A file that was looked at.
#[derive(Debug)]
pub struct Found {
    /// When it was last written, and how long it is.
    pub state: (SystemTime, u64),
    /// What is in it; none if it is in the state that is known.
    pub bytes: Option<Vec<u8>>,
}

/// What is in a file, `at_most` bytes of it.
///
/// # Errors
/// [`Unread`], also for a longer one.
pub fn read(path: &Path, at_most: u64) -> Result<Vec<u8>, Unread> {
    let file = path.to_owned();
    in_a_moment(folder_of(path), move || whole(&file, at_most))?
}

/// The same as text.
///
/// # Errors
/// [`Unread`].
pub fn read_text(path: &Path, at_most: u64) -> Result<String, Unread> {
    String::from_utf8(read(path, at_most)?).map_err(|_| Unread::NoText)
}

/// When a file was last written and how long it is, which tells one state of it from another.
///
/// # Errors
/// [`Unread`].
pub fn look(path: &Path) -> Result<(SystemTime, u64), Unread> {
    let file = path.to_owned();
    in_a_moment(folder_of(path), move || {
        let about = fs::metadata(&file)?;
        Ok((about.modified()?, about.len()))
    })?
}

fn folder_of(path: &Path) -> &Path {
    path.parent().unwrap_or(path)
}

/// What is in a file, unless it is in the state that is known.
pub(crate) fn whole_unless(path: &Path, at_most: u64, known: Option<(SystemTime, u64)>) -> Result<Found, Unread> {
    let about = fs::metadata(path)?;
    let state = (about.modified()?, about.len());
    let bytes = if known == Some(state) { None } else { Some(whole(path, at_most)?) };
    Ok(Found { state, bytes })
}

/// Opens a regular file that says that it is not longer.
pub(crate) fn open_file(path: &Path, at_most: u64) -> Result<File, Unread> {
    let file = open(path)?;
    let about = file.metadata()?;
    if !about.is_file() {
        return Err(Unread::NoFile(what_it_is(about.file_type())));
    }
    if about.len() > at_most { Err(Unread::TooLong { holds: about.len(), at_most }) } else { Ok(file) }
}

fn whole(path: &Path, at_most: u64) -> Result<Vec<u8>, Unread> {
    let mut file = open_file(path, at_most)?;
    let mut bytes = Vec::new();
    // Some files grow while they are read, and those of the kernel say that they are empty.
    file.by_ref().take(at_most + 1).read_to_end(&mut bytes)?;
    let holds = bytes.len() as u64;
    if holds > at_most { Err(Unread::TooLong { holds, at_most }) } else { Ok(bytes) }
}

/// Opens it without waiting for whoever fills a pipe.
#[cfg(unix)]
fn open(path: &Path) -> Result<File, Unread> {
    use std::os::unix::fs::OpenOptionsExt;
    // No flag of these is negative.
    let flags = (rustix::fs::OFlags::NONBLOCK | rustix::fs::OFlags::NOCTTY).bits().cast_signed();
    Ok(OpenOptions::new().read(true).custom_flags(flags).open(path)?)
}

#[cfg(not(unix))]
fn open(path: &Path) -> Result<File, Unread> {
    Ok(OpenOptions::new().read(true).open(path)?)
}

#[cfg(unix)]
fn what_it_is(kind: FileType) -> &'static str {
    use std::os::unix::fs::FileTypeExt;
    match kind {
        _ if kind.is_dir() => "a folder",
        _ if kind.is_fifo() => "a pipe",
        _ if kind.is_socket() => "a socket",
        _ => "a device",
    }
}

#[cfg(not(unix))]
fn what_it_is(kind: FileType) -> &'static str {
    if kind.is_dir() { "a folder" } else { "a device" }
}
