//! The review document.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use sitrep_core::review;
use sitrep_core::timeline;

use crate::error::Error;
use crate::workstation::Workstation;

const REVIEWS_FOLDER: &str = "reviews";

impl Workstation {
    /// The post-incident review as Markdown, filled from the incident.
    ///
    /// # Errors
    /// Why the incident was not found or could not be read.
    pub fn review_markdown(&self, handle: &str) -> Result<String, Error> {
        let now = self.now();
        let mut inner = self.lock();
        let id = inner.find(Some(handle))?.id;
        let incident = inner.facts(id)?;
        let rows = timeline::rows(&inner.store.events(id)?);
        let author = inner.author()?;
        Ok(review::markdown(&incident, &rows, &author, now))
    }

    /// Writes the review to a file in the data folder and gives its path. A file that somebody has edited is never
    /// overwritten: the new one gets a number.
    ///
    /// # Errors
    /// [`Error::File`] when it cannot be written.
    pub fn save_review(&self, handle: &str) -> Result<String, Error> {
        let markdown = self.review_markdown(handle)?;
        let name = self.find(Some(handle))?.summary.handle;
        let folder = self.folders.data.join(REVIEWS_FOLDER);
        fs::create_dir_all(&folder).map_err(Error::File)?;
        let path = write_beside(&folder, &name, &markdown).map_err(Error::File)?;
        Ok(path.display().to_string())
    }
}

fn write_beside(folder: &Path, name: &str, text: &str) -> io::Result<PathBuf> {
    for number in 1_u32.. {
        let file = if number == 1 { format!("{name}.md") } else { format!("{name}-{number}.md") };
        let path = folder.join(file);
        match create_private(&path) {
            Ok(mut file) => {
                file.write_all(text.as_bytes())?;
                file.sync_all()?;
                return Ok(path);
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                if fs::read_to_string(&path).is_ok_and(|present| present == text) {
                    return Ok(path);
                }
            }
            Err(error) => return Err(error),
        }
    }
    Err(io::Error::from(io::ErrorKind::AlreadyExists))
}

/// A new file that only its owner can read.
fn create_private(path: &Path) -> io::Result<fs::File> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}
