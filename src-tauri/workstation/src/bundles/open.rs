//! A bundle that somebody sent, read through.

use std::io::Write;
use std::path::Path;

use sitrep_foreign::{Untaken, read_in_parts};
use sitrep_pictures::small_of;
use sitrep_store::{BUNDLE_AT_MOST, Bundle, BundleCopy, BundleRefusal, StoreError};

use crate::data::Workstation;
use crate::refusals::Error;

/// A bundle that was read through and can be looked at and imported. What became of its file since does not matter.
#[derive(Debug)]
pub struct OpenBundle(pub(super) Bundle);

impl Workstation {
    /// Reads a bundle through.
    ///
    /// # Errors
    /// [`Error::Import`] for what is none, is damaged, or was not written by a Sitrep of this kind.
    pub fn open_bundle(&self, file: &Path) -> Result<OpenBundle, Error> {
        let mut copy = BundleCopy::begin(&self.folders.data).map_err(Error::Import)?;
        let copied = read_in_parts(file, BUNDLE_AT_MOST, &mut |part| copy.write_all(part));
        copied.map_err(|untaken| Error::Import(uncopied(file, &copy, untaken)))?;
        let is_picture = |bytes: &[u8]| small_of(bytes).map(|_| ()).map_err(|error| error.to_string());
        copy.read_through(file, self.folders.practice, &is_picture).map(OpenBundle).map_err(Error::Import)
    }
}

fn uncopied(file: &Path, copy: &BundleCopy, untaken: Untaken) -> StoreError {
    match untaken {
        Untaken::Unread(unread) => StoreError::Bundle { file: file.to_owned(), why: BundleRefusal::Unreadable(unread.to_string()) },
        Untaken::Refused(error) => copy.hindered(&error),
    }
}
