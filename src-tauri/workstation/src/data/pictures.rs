//! Pictures that go with entries: taken in, found again, swept away when nobody used them.

use std::path::PathBuf;
use std::time::{Duration, SystemTime};

use sitrep_core::vocabulary::{Picture, PictureId};
use sitrep_pictures::{Developed, from_file, from_pixels, size_of};
use sitrep_store::{PictureFolder, PictureSize};

use super::workstation::Workstation;
use crate::refusals::Error;

/// A picture that was pasted and never recorded is kept for so long; by then nobody comes back to that line.
const UNUSED_FOR: Duration = Duration::from_hours(7 * 24);

impl Workstation {
    /// Keeps a picture given by its pixels, four bytes each. It belongs to no entry yet.
    ///
    /// # Errors
    /// [`Error::Picture`] or [`Error::Store`]; nothing was kept then.
    pub fn keep_pixels(&self, width: u32, height: u32, rgba: Vec<u8>) -> Result<Picture, Error> {
        self.keep(&from_pixels(width, height, rgba)?)
    }

    /// Keeps a picture given as the bytes of a file. It belongs to no entry yet.
    ///
    /// # Errors
    /// [`Error::Picture`] or [`Error::Store`]; nothing was kept then.
    pub fn keep_picture_file(&self, bytes: &[u8]) -> Result<Picture, Error> {
        self.keep(&from_file(bytes)?)
    }

    fn keep(&self, made: &Developed) -> Result<Picture, Error> {
        let id = self.pictures().keep(&made.png, &made.small)?;
        Ok(Picture { id, width: made.width, height: made.height })
    }

    /// The file of a picture.
    #[must_use]
    pub fn picture_path(&self, id: &PictureId, size: PictureSize) -> PathBuf {
        self.pictures().path(id, size)
    }

    fn pictures(&self) -> PictureFolder {
        PictureFolder::of(&self.folders.data)
    }

    /// The pictures of these names, all of which must be there.
    pub(crate) fn stored_pictures(&self, ids: &[PictureId]) -> Result<Vec<Picture>, Error> {
        let kept = |id: &PictureId| {
            let (width, height) = size_of(&self.picture_path(id, PictureSize::Whole)).map_err(|_| Error::PictureGone)?;
            Ok(Picture { id: id.clone(), width, height })
        };
        ids.iter().map(kept).collect()
    }

    /// Removes the pictures that were pasted a week ago or more and recorded nowhere; says how many.
    ///
    /// # Errors
    /// [`Error::Store`] when they cannot be looked through.
    pub fn forget_unused_pictures(&self) -> Result<usize, Error> {
        let used = self.lock().store.used_pictures()?;
        Ok(self.pictures().forget_unused(&used, SystemTime::now() - UNUSED_FOR)?)
    }
}
