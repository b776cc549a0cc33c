//! The practice folder: one that Sitrep made and marked, so that nothing of a person's is ever taken for its own.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use sitrep_store::{make_private_folder, write_whole};

const NAME: &str = "practice";
/// In a folder that Sitrep made for practice.
const MARK: &str = ".made-by-sitrep-for-practice";
const WHAT_IT_MEANS: &[u8] =
    b"Sitrep made this folder for practice, and begins a new database in it from time to time. Other files in it stay.\n";

/// The practice folder of a data folder: the first that is Sitrep's own, or the first name that is free.
pub(crate) fn practice_folder(data: &Path) -> PathBuf {
    let names = std::iter::once(NAME.to_owned()).chain((2_u32..).map(|number| format!("{NAME}-{number}")));
    let mut places = names.map(|name| data.join(name));
    places.find(|place| is_free(place) || is_own(place)).unwrap_or_else(|| data.join(NAME))
}

/// Makes it, where it is not there yet. It appears with its mark, so that no other process takes it for a person's.
pub(crate) fn make(place: &Path) -> io::Result<()> {
    let data = place.parent().unwrap_or(place);
    if is_own(place) {
        return Ok(());
    }
    make_private_folder(data)?;
    let beside = tempfile::Builder::new().prefix(".practice").tempdir_in(data)?;
    let made = beside.path().join(NAME);
    make_private_folder(&made)?;
    write_whole(&made.join(MARK), WHAT_IT_MEANS)?;
    match fs::rename(&made, place) {
        // Another process was quicker.
        Err(_) if is_own(place) => Ok(()),
        made => made,
    }
}

fn is_free(place: &Path) -> bool {
    fs::symlink_metadata(place).is_err_and(|error| error.kind() == io::ErrorKind::NotFound)
}

/// A link leads to a place that somebody else chose.
fn is_own(place: &Path) -> bool {
    let is = |path: &Path, what: fn(&fs::Metadata) -> bool| fs::symlink_metadata(path).is_ok_and(|about| what(&about));
    is(place, fs::Metadata::is_dir) && is(&place.join(MARK), fs::Metadata::is_file)
}
