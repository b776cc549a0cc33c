//! Pictures: files beside the database, named by what is in them, so that the same one is kept once.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::PathBuf;
use std::time::SystemTime;

use sha2::{Digest, Sha256};
use sitrep_core::picture::PictureId;

use crate::error::StoreError;
use crate::open::{Store, folder_trouble};
use crate::whole_file::write_whole;

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

impl Store {
    /// Keeps a picture with its small one, both as PNG. On disk when this returns.
    ///
    /// # Errors
    /// [`StoreError`]; nothing was kept then.
    pub fn keep_picture(&self, whole: &[u8], small: &[u8]) -> Result<PictureId, StoreError> {
        let digits: String = Sha256::digest(whole).iter().map(|byte| format!("{byte:02x}")).collect();
        let id = PictureId::try_from(digits).map_err(|error| self.no_picture(io::Error::other(error)))?;
        let keep = |size, content: &[u8]| {
            let path = self.picture_path(&id, size);
            match fs::File::options().append(true).open(&path) {
                // It counts as new, so that it is not swept away before it is used again.
                Ok(present) => present.set_modified(SystemTime::now()),
                Err(_) => write_whole(&path, content),
            }
        };
        // The whole one comes last: where it is, both are.
        keep(PictureSize::Small, small).and_then(|()| keep(PictureSize::Whole, whole)).map_err(|error| self.no_picture(error))?;
        Ok(id)
    }

    /// Where a picture's file is, or would be.
    #[must_use]
    pub fn picture_path(&self, id: &PictureId, size: PictureSize) -> PathBuf {
        let end = if size == PictureSize::Whole { WHOLE } else { SMALL };
        self.pictures_folder().join(format!("{id}{end}"))
    }

    /// Removes the files of pictures that no event and no draft names and that nobody has touched since `since`; says how many.
    ///
    /// # Errors
    /// [`StoreError`] when it cannot be told which are in use, or a file stays.
    pub fn forget_unused_pictures(&self, since: SystemTime) -> Result<usize, StoreError> {
        let files = match fs::read_dir(self.pictures_folder()) {
            Ok(files) => files,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(0),
            Err(error) => return Err(self.no_picture(error)),
        };
        let used = self.used_pictures()?;
        let mut forgotten = 0;
        for file in files {
            let file = file.map_err(|error| self.no_picture(error))?;
            let name = file.file_name().to_string_lossy().into_owned();
            // A picture that another process is writing has another name as yet.
            let Some(id) = name.strip_suffix(SMALL).or_else(|| name.strip_suffix(WHOLE)) else { continue };
            let touched = file.metadata().and_then(|about| about.modified()).map_err(|error| self.no_picture(error))?;
            if touched < since && !used.contains(id) {
                fs::remove_file(file.path()).map_err(|error| self.no_picture(error))?;
                forgotten += usize::from(!name.ends_with(SMALL));
            }
        }
        Ok(forgotten)
    }

    /// Every name of a picture in events and drafts.
    fn used_pictures(&self) -> Result<BTreeSet<String>, StoreError> {
        self.read(|connection| {
            let texts = "SELECT body FROM events WHERE kind = 'entry' AND instr(body, '\"pictures\"') UNION ALL SELECT text FROM drafts";
            let mut statement = connection.prepare_cached(texts)?;
            let mut used = BTreeSet::new();
            for text in statement.query_map([], |row| row.get::<_, String>(0))? {
                let text = text?;
                used.extend(text.split('"').filter_map(|word| PictureId::try_from(word.to_owned()).ok()).map(String::from));
            }
            Ok(used)
        })
    }

    fn pictures_folder(&self) -> PathBuf {
        self.folder().join(FOLDER)
    }

    fn no_picture(&self, error: io::Error) -> StoreError {
        folder_trouble(&self.pictures_folder(), error)
    }
}
