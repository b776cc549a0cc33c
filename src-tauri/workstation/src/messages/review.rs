//! The review document.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::Serialize;
use sitrep_core::documents::review::{self, Pictures, ReviewOf};
use sitrep_core::documents::timeline::TimelineRow;
use sitrep_core::incident::Incident;
use sitrep_core::paper::{Paper, PicturesInMarkdown, markdown};
use sitrep_store::{PictureSize, make_private, make_private_folder, write_whole};
use ts_rs::TS;

use crate::data::Workstation;
use crate::refusals::Error;

/// A review that was saved to a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SavedReview {
    /// The file.
    pub path: String,
    /// How many pictures are in the folder beside it.
    pub pictures: u32,
}

impl Workstation {
    /// The post-incident review as Markdown, filled from the incident, to paste.
    ///
    /// # Errors
    /// Why the incident was not found or could not be read.
    pub fn review_document(&self, handle: &str) -> Result<String, Error> {
        Ok(markdown(&self.review(handle, Pictures::Mentioned)?.0, PicturesInMarkdown::Mentioned))
    }

    /// Writes the review to a file in the data folder, its pictures to a folder beside it. A file that somebody has edited is
    /// never overwritten: the new one gets a number.
    ///
    /// # Errors
    /// [`Error::File`] when it cannot be written.
    pub fn save_review(&self, handle: &str) -> Result<SavedReview, Error> {
        let name = self.find(Some(handle))?.summary.handle;
        let (paper, rows) = self.review(handle, Pictures::Shown)?;
        let text = markdown(&paper, PicturesInMarkdown::From(&name));
        let folder = self.folders.reviews();
        make_private_folder(&folder).map_err(Error::File)?;
        let pictures = self.copy_pictures(&rows, &folder.join(&name)).map_err(Error::File)?;
        let path = write_beside(&folder, &name, &text).map_err(Error::File)?;
        Ok(SavedReview { path: path.display().to_string(), pictures })
    }

    /// The files that [`Workstation::save_review`] wrote, in that order.
    pub(crate) fn saved_reviews(&self, handle: &str) -> Vec<PathBuf> {
        let folder = self.folders.reviews();
        (1_u32..).map(|number| folder.join(file_name(handle, number))).take_while(|file| file.exists()).collect()
    }

    /// Whether a file stands where an incident of this handle would save its review: that of another, whose database is gone.
    pub(crate) fn has_saved_review(&self, handle: &str) -> bool {
        self.folders.reviews().join(file_name(handle, 1)).exists()
    }

    /// What was saved of an incident stays with it where it is shown under another handle. What stands there already stays, too.
    pub(crate) fn rename_reviews(&self, from: &str, to: &str) -> io::Result<()> {
        let folder = self.folders.reviews();
        let files = self.saved_reviews(from).len();
        let numbers = (1_u32..).take(files).map(|number| (file_name(from, number), file_name(to, number)));
        let beside = [(from.to_owned(), to.to_owned()), (format!("{from}.ics"), format!("{to}.ics"))];
        for (from, to) in numbers.chain(beside) {
            let (from, to) = (folder.join(from), folder.join(to));
            if from.exists() && !to.exists() {
                fs::rename(from, to)?;
            }
        }
        Ok(())
    }

    /// The review as a paper, and the lines of the timeline that it was written from.
    pub(crate) fn review(&self, handle: &str, pictures: Pictures) -> Result<(Paper, Vec<TimelineRow>), Error> {
        let now = self.now();
        let mut inner = self.lock();
        let id = inner.find(Some(handle))?.id;
        let incident = inner.facts(id)?;
        let rows = inner.whole_timeline(id)?;
        let author = inner.author()?;
        drop(inner);
        let (incident, rows) = self.without_secrets_in(&incident, rows);
        let sections = self.review_sections();
        let of = ReviewOf {
            incident: &incident,
            timeline: &rows,
            sections: &sections,
            author: &author,
            pictures,
            practice: self.folders.practice,
        };
        Ok((review::paper(&of, now), rows))
    }

    /// What leaves holds no secret, whatever the data holds: what was recorded before secrets were removed, or was to stay.
    pub(crate) fn without_secrets_in(&self, incident: &Incident, rows: Vec<TimelineRow>) -> (Incident, Vec<TimelineRow>) {
        let guard = self.secrets_guard();
        let mask = |text: String| guard.mask(&text).text;
        let masked = |row: TimelineRow| TimelineRow {
            text: mask(row.text),
            kept: row.kept.into_iter().map(mask).collect(),
            earlier: row.earlier.into_iter().map(mask).collect(),
            ..row
        };
        (guard.mask_all(incident.clone()).0, rows.into_iter().map(masked).collect())
    }

    /// Puts the pictures of a timeline into a folder and says how many there are. One that is there stays as it is: its name tells
    /// which it is, and somebody may have blackened a part of it.
    fn copy_pictures(&self, rows: &[TimelineRow], folder: &Path) -> io::Result<u32> {
        let mut count = 0;
        for row in rows {
            for picture in &row.pictures {
                let copy = folder.join(picture.file_name(row.occurred_at));
                if !copy.exists() {
                    write_whole(&copy, &fs::read(self.picture_path(&picture.id, PictureSize::Whole))?)?;
                }
                count += 1;
            }
        }
        Ok(count)
    }
}

fn file_name(name: &str, number: u32) -> String {
    if number == 1 { format!("{name}.md") } else { format!("{name}-{number}.md") }
}

fn write_beside(folder: &Path, name: &str, text: &str) -> io::Result<PathBuf> {
    for number in 1_u32.. {
        let path = folder.join(file_name(name, number));
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
    let file = options.open(path)?;
    // A umask takes away even what the owner needs.
    make_private(path)?;
    Ok(file)
}
