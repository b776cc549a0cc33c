//! Pictures: files beside the database, named by what is in them, so that the same one is kept once.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use rusqlite::Connection;
use sha2::{Digest, Sha256};
use sitrep_core::vocabulary::{NoPictureId, PictureId};

use crate::error::StoreError;
use crate::file::{trouble, write_whole};
use crate::hex::hex;
use crate::open::Store;

const FOLDER: &str = "pictures";
const WHOLE: &str = ".png";
const SMALL: &str = ".small.png";

/// Which of the two files of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureSize {
    /// As it was pasted.
    Whole,
    /// For the timeline.
    Small,
}

/// What a picture is called by what is in its file.
///
/// # Errors
/// [`NoPictureId`] never: a hash has as many digits as a name.
pub fn picture_id(whole: &[u8]) -> Result<PictureId, NoPictureId> {
    PictureId::try_from(hex(&Sha256::digest(whole)))
}

/// The pictures of a data folder. They need no database, so nobody who writes to it waits for one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PictureFolder(PathBuf);

impl PictureFolder {
    /// Those of this data folder.
    #[must_use]
    pub fn of(data: &Path) -> Self {
        Self(data.join(FOLDER))
    }

    /// Keeps a picture with its small one, both as PNG. On disk when this returns.
    ///
    /// # Errors
    /// [`StoreError`]; nothing was kept then.
    pub fn keep(&self, whole: &[u8], small: &[u8]) -> Result<PictureId, StoreError> {
        let id = picture_id(whole).map_err(|error| self.trouble(&io::Error::other(error)))?;
        let keep = |size, content: &[u8]| {
            let path = self.path(&id, size);
            match fs::File::options().append(true).open(&path) {
                // It counts as new, so that it is not swept away before it is used again.
                Ok(present) => present.set_modified(SystemTime::now()),
                Err(_) => write_whole(&path, content),
            }
        };
        // The whole one comes last: where it is, both are.
        keep(PictureSize::Small, small).and_then(|()| keep(PictureSize::Whole, whole)).map_err(|error| self.trouble(&error))?;
        Ok(id)
    }

    /// Where a picture's file is, or would be.
    #[must_use]
    pub fn path(&self, id: &PictureId, size: PictureSize) -> PathBuf {
        let end = if size == PictureSize::Whole { WHOLE } else { SMALL };
        self.0.join(format!("{id}{end}"))
    }

    /// Removes the files of these pictures, whole and small. One that is not there is removed already.
    ///
    /// # Errors
    /// [`StoreError`] when a file stays.
    pub fn remove(&self, pictures: &[PictureId]) -> Result<(), StoreError> {
        let files = pictures.iter().flat_map(|id| [PictureSize::Whole, PictureSize::Small].map(|size| self.path(id, size)));
        for file in files {
            match fs::remove_file(file) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(self.trouble(&error)),
                _ => {}
            }
        }
        Ok(())
    }

    /// Removes the files of pictures that are not in use and that nobody has touched since `since`; says how many pictures.
    ///
    /// # Errors
    /// [`StoreError`] when a file stays.
    pub fn forget_unused(&self, used: &BTreeSet<PictureId>, since: SystemTime) -> Result<usize, StoreError> {
        let files = match fs::read_dir(&self.0) {
            Ok(files) => files,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(0),
            Err(error) => return Err(self.trouble(&error)),
        };
        let mut forgotten = 0;
        for file in files {
            let file = file.map_err(|error| self.trouble(&error))?;
            let name = file.file_name().to_string_lossy().into_owned();
            // A picture that another process is writing has another name as yet.
            let id = name.strip_suffix(SMALL).or_else(|| name.strip_suffix(WHOLE)).and_then(|id| PictureId::try_from(id.to_owned()).ok());
            let Some(id) = id else { continue };
            let touched = file.metadata().and_then(|about| about.modified()).map_err(|error| self.trouble(&error))?;
            if touched < since && !used.contains(&id) {
                fs::remove_file(file.path()).map_err(|error| self.trouble(&error))?;
                forgotten += usize::from(!name.ends_with(SMALL));
            }
        }
        Ok(forgotten)
    }

    pub(crate) fn trouble(&self, error: &io::Error) -> StoreError {
        trouble(&self.0, &self.0, error)
    }
}

impl Store {
    /// The pictures that an event or a draft names.
    ///
    /// # Errors
    /// [`StoreError`] when these cannot be read.
    pub fn used_pictures(&self) -> Result<BTreeSet<PictureId>, StoreError> {
        self.read(used_pictures)
    }
}

/// The pictures that an event or a draft names.
pub(crate) fn used_pictures(connection: &Connection) -> Result<BTreeSet<PictureId>, StoreError> {
    let texts = "SELECT body FROM events WHERE kind = 'entry' AND instr(body, '\"pictures\"') UNION ALL SELECT text FROM drafts";
    let mut statement = connection.prepare_cached(texts)?;
    let mut used = BTreeSet::new();
    for text in statement.query_map([], |row| row.get::<_, String>(0))? {
        used.extend(text?.split('"').filter_map(|word| PictureId::try_from(word.to_owned()).ok()));
    }
    Ok(used)
}
