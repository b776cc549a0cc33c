//! Taking words out of everything that is kept, for good: events, drafts, pictures, the reviews that were saved and the redacted copies.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;

use serde::Serialize;
use sitrep_core::text::{Redactor, clock_time, is_blank};
use sitrep_core::vocabulary::{EventId, PictureId};
use sitrep_store::{PictureFolder, Redacted, Redaction, Renamed, write_whole};
use ts_rs::TS;

use crate::data::Workstation;
use crate::refusals::Error;

/// How a picture begins in an HTML and in a JSON.
const SHOWN: [&str; 2] = ["data:image/png;base64,", "\"png\":\""];

/// What became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RedactionDone {
    /// The incident.
    pub handle: String,
    /// `Redacted in 3 places.`
    pub message: String,
    /// What may still hold it, and what to do.
    pub left: String,
}

impl Workstation {
    /// Takes an entry out of the data for good, or only `words` of it: its body, its edits and pictures, drafts, the messages and other
    /// events of its incident in which they stand, the reviews that were saved of it and the redacted copies that were kept; and the same in
    /// the incidents that share lines with it since a merge or a split. A mark stays where it was.
    ///
    /// # Errors
    /// [`Error::NothingToRedact`] where the words do not stand, [`Error::UnknownEvent`] where there is no such entry.
    pub fn redact_entry(&self, handle: &str, id: EventId, words: Option<&str>) -> Result<RedactionDone, Error> {
        let now = self.now();
        if words.is_some_and(is_blank) {
            return Err(Error::Empty("what to redact"));
        }
        let mut inner = self.lock();
        let row = inner.find(Some(handle))?;
        let tombstone = format!("(redacted by {} at {})", inner.author()?, clock_time(now, now));
        let redaction = Redaction { event: id, words: words.map(str::trim), tombstone: &tombstone };
        let redacted = inner.store.redact(row.id, &redaction)?.ok_or(Error::UnknownEvent)?;
        let used = inner.store.used_pictures()?;
        inner.forget_all();
        let handle = inner.store.incident(row.id)?.summary.handle;
        drop(inner);
        self.remove_pictures(&redacted.pictures, &used)?;
        let places = redacted.places + self.follow_in_files(&redacted)?;
        if places == 0 {
            return Err(Error::NothingToRedact(words.unwrap_or_default().to_owned()));
        }
        let message = if places == 1 { "Redacted in 1 place.".to_owned() } else { format!("Redacted in {places} places.") };
        Ok(RedactionDone { handle, message, left: left(&redacted) })
    }

    /// Takes the words out of what was saved of incidents, which may be shown under other handles since. Says how many files held them.
    fn follow_in_files(&self, redacted: &Redacted) -> Result<usize, Error> {
        let follow = |Renamed { from, to }: &Renamed| {
            self.rename_reviews(from, to).map_err(Error::File)?;
            self.redact_files(to, &redacted.words, &redacted.pictures)
        };
        redacted.incidents.iter().map(follow).sum()
    }

    /// Removes those of these pictures that nothing uses any more.
    pub(crate) fn remove_pictures(&self, pictures: &[PictureId], used: &BTreeSet<PictureId>) -> Result<(), Error> {
        let unused: Vec<PictureId> = pictures.iter().filter(|picture| !used.contains(picture)).cloned().collect();
        Ok(PictureFolder::of(&self.folders.data).remove(&unused)?)
    }

    /// Takes words out of the reviews that were saved and the redacted copies that were kept, and says how many held them. Copies of these
    /// pictures go, too.
    pub(crate) fn redact_files(&self, handle: &str, words: &[String], pictures: &[PictureId]) -> Result<usize, Error> {
        let words = Redactor::new(words);
        let reviews = self.saved_reviews(handle).into_iter().map(|file| redact_file(&file, &words));
        let copies = self.kept_copies(handle).into_iter().map(|file| redact_copy(&file, &words, !pictures.is_empty()));
        let changed = reviews.chain(copies).collect::<io::Result<Vec<bool>>>().map_err(Error::File)?;
        remove_copies(&self.folders.reviews().join(handle), pictures).map_err(Error::File)?;
        Ok(changed.into_iter().filter(|changed| *changed).count())
    }
}

fn redact_file(file: &Path, words: &Redactor) -> io::Result<bool> {
    let Some(new) = words.redact_data(&fs::read_to_string(file)?) else { return Ok(false) };
    write_whole(file, new.as_bytes()).map(|()| true)
}

/// Which picture a copy shows is told nowhere in it, and a part of it may be black: where one has to go, all of the copy does.
fn redact_copy(file: &Path, words: &Redactor, pictures_go: bool) -> io::Result<bool> {
    let shows_one = || fs::read_to_string(file).map(|text| SHOWN.iter().any(|shown| text.contains(shown)));
    if pictures_go && shows_one()? {
        return fs::remove_file(file).map(|()| true);
    }
    redact_file(file, words)
}

fn remove_copies(folder: &Path, pictures: &[PictureId]) -> io::Result<()> {
    let Ok(files) = fs::read_dir(folder) else { return Ok(()) };
    for file in files {
        let file = file?;
        let name = file.file_name().to_string_lossy().into_owned();
        if pictures.iter().any(|picture| picture.names_copy(&name)) {
            fs::remove_file(file.path())?;
        }
    }
    Ok(())
}

fn left(redacted: &Redacted) -> String {
    let log = "The database's log may hold it until it is in use nowhere else: close Sitrep everywhere, then redact it once more.";
    let backups =
        "Backups that were made before this, and what was saved elsewhere, copied or sent, still hold it: a secret is to be changed.";
    if redacted.is_clean { backups.to_owned() } else { format!("{log} {backups}") }
}
