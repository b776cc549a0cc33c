//! A copy of a bundle within the data folder, which nobody else changes, and which is gone with this process.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use sitrep_core::bundle::{MAGIC, VERSION};

use super::bundle::Bundle;
use super::check::read_through;
use super::incident_json::{in_json, is_json, read_json, write_as_bundle};
use super::lines::unreadable;
use super::writer::{END, end_line};
use crate::error::StoreError;
use crate::file::{make_private_folder, trouble};
use crate::reasons::BundleRefusal;

/// A larger file is no bundle, in bytes.
pub const BUNDLE_AT_MOST: u64 = 16_000_000_000;

/// How long the end line is.
const END_LENGTH: u64 = 72;
/// So much tells what a file is.
const BEGINNING: u64 = 64;
const DATABASE: &[u8] = b"SQLite format 3\0";
const PIECE: usize = 1 << 16;

/// A bundle that is being copied, to be read through afterwards.
#[derive(Debug)]
pub struct BundleCopy {
    file: File,
    data: PathBuf,
}

impl BundleCopy {
    /// Begins a copy within a data folder.
    ///
    /// # Errors
    /// [`StoreError::Folder`] when nothing can be written there.
    pub fn begin(data: &Path) -> Result<Self, StoreError> {
        let file = make_private_folder(data).and_then(|()| tempfile::tempfile_in(data));
        Ok(Self { file: file.map_err(|error| trouble(data, data, &error))?, data: data.to_owned() })
    }

    /// What hinders writing it.
    #[must_use]
    pub fn hindered(&self, error: &io::Error) -> StoreError {
        trouble(&self.data, &self.data, error)
    }

    /// Reads it through, a bundle or an incident in JSON: that it is whole, and that each line is one that Sitrep writes. `name` is where it
    /// was copied from, `practice` whether it is to go among practice incidents, and `is_picture` says why bytes are no picture that is kept.
    ///
    /// # Errors
    /// [`StoreError::Bundle`].
    pub fn read_through(self, name: &Path, practice: bool, is_picture: &dyn Fn(&[u8]) -> Result<(), String>) -> Result<Bundle, StoreError> {
        let refused = |why| StoreError::Bundle { file: name.to_owned(), why };
        if is_json(&piece(&self.file, 0, BEGINNING).map_err(refused)?) {
            return self.read_json_through(name, practice, is_picture);
        }
        self.read_bundle_through(name, practice, is_picture).map_err(refused)
    }

    fn read_json_through(
        self,
        name: &Path,
        practice: bool,
        is_picture: &dyn Fn(&[u8]) -> Result<(), String>,
    ) -> Result<Bundle, StoreError> {
        let refused = |why| StoreError::Bundle { file: name.to_owned(), why };
        let read = read_json(&self.file).map_err(refused)?;
        let anew = Self::begin(&self.data)?;
        let parts = write_as_bundle(read, &anew.file).map_err(|error| anew.hindered(&error))?.map_err(refused)?;
        anew.read_bundle_through(name, practice, is_picture).map_err(|why| refused(in_json(&parts, why)))
    }

    fn read_bundle_through(
        self,
        name: &Path,
        practice: bool,
        is_picture: &dyn Fn(&[u8]) -> Result<(), String>,
    ) -> Result<Bundle, BundleRefusal> {
        let end = check_whole(&self.file)?;
        let (head, checked) = read_through(&self.file, end, &self.data, is_picture)?;
        match (head.practice, practice) {
            (true, false) => Err(BundleRefusal::Practice),
            (false, true) => Err(BundleRefusal::Real),
            _ => Ok(Bundle { file: self.file, name: name.to_owned(), data: self.data, end, holds: head.holds, checked }),
        }
    }
}

impl Write for BundleCopy {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

/// Whether a file is a bundle, whatever else is the matter with it.
pub(super) fn is_bundle(file: &Path) -> bool {
    File::open(file).is_ok_and(|file| check_beginning(&file).is_ok())
}

/// Where the lines end, if what stands before the end is what the end says.
fn check_whole(file: &File) -> Result<u64, BundleRefusal> {
    check_beginning(file)?;
    let length = file.metadata().map_err(|error| unreadable(&error))?.len();
    let end = length.checked_sub(END_LENGTH).ok_or(BundleRefusal::CutShort)?;
    let found = piece(file, end, END_LENGTH)?;
    let is_an_end = found.starts_with(END) && found.ends_with(b"\n") && found[END.len()..found.len() - 1].iter().all(u8::is_ascii_hexdigit);
    if !is_an_end {
        return Err(BundleRefusal::CutShort);
    }
    if found == end_line(&digest(file, end)?) { Ok(end) } else { Err(BundleRefusal::Damaged) }
}

fn check_beginning(file: &File) -> Result<(), BundleRefusal> {
    let found = piece(file, 0, BEGINNING)?;
    let first_line = format!("{MAGIC} {VERSION}\n");
    let version = || {
        let line = found.split(|byte| *byte == b'\n').next()?;
        str::from_utf8(line).ok()?.strip_prefix(MAGIC)?.strip_prefix(' ')?.parse::<u32>().ok()
    };
    match version() {
        _ if found.starts_with(first_line.as_bytes()) => Ok(()),
        _ if first_line.as_bytes().starts_with(&found) && !found.is_empty() => Err(BundleRefusal::CutShort),
        Some(found) if found > VERSION => Err(BundleRefusal::Newer { found, known: VERSION }),
        _ if found.starts_with(DATABASE) => Err(BundleRefusal::Backup),
        _ => Err(BundleRefusal::NotOurs),
    }
}

fn piece(mut file: &File, from: u64, at_most: u64) -> Result<Vec<u8>, BundleRefusal> {
    let mut bytes = Vec::new();
    let read = file.seek(SeekFrom::Start(from)).and_then(|_| file.take(at_most).read_to_end(&mut bytes));
    read.map_err(|error| unreadable(&error))?;
    Ok(bytes)
}

fn digest(mut file: &File, end: u64) -> Result<Vec<u8>, BundleRefusal> {
    file.seek(SeekFrom::Start(0)).map_err(|error| unreadable(&error))?;
    let (mut rest, mut hash, mut bytes) = (file.take(end), Sha256::new(), vec![0; PIECE]);
    loop {
        match rest.read(&mut bytes).map_err(|error| unreadable(&error))? {
            0 => return Ok(hash.finalize().to_vec()),
            read => hash.update(&bytes[..read]),
        }
    }
}
