//! Writing a bundle: all lines, synced, and only then its name.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use sitrep_core::bundle::{BundleCounts, BundleHead, BundleLine, MAGIC, PICTURE_AT_MOST, PictureLine, TextLine, VERSION};
use sitrep_core::vocabulary::{AttachedTextId, EventId, IncidentId, PictureId};
use tempfile::NamedTempFile;

use super::check::name_of;
use super::copy::is_bundle;
use super::writer::Writer;
use crate::copies::{InTheWay, Over, folder_of};
use crate::error::StoreError;
use crate::file::{private_file_in, sync_folder, trouble};
use crate::ledger::{clocks_of, count_events, each_event, pictures_of, text, texts_of};
use crate::open::Store;
use crate::pictures::{PictureFolder, PictureSize};
use crate::reasons::{BundleRefusal, Obstacle};

/// A bundle that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BundleWritten {
    /// Where it is.
    pub file: PathBuf,
    /// How many bytes it has.
    pub bytes: u64,
    /// How much it holds.
    pub holds: BundleCounts,
    /// How many more pictures its entries name, whose files are gone or damaged.
    pub pictures_gone: u64,
}

/// What goes into a bundle, all of it as of one moment.
#[derive(Default)]
struct Contents {
    holds: BundleCounts,
    texts: BTreeSet<AttachedTextId>,
    pictures: BTreeSet<PictureId>,
    pictures_gone: u64,
}

impl Store {
    /// Writes incidents into one file, with what belongs to them, while others read and write. The same events make the same file.
    ///
    /// # Errors
    /// [`StoreError::Bundle`] where the file cannot be what it is to be, or what hinders reading or writing. Nothing new is there then, and an
    /// earlier bundle stays.
    pub fn write_bundle(&self, file: &Path, which: &BTreeSet<IncidentId>, practice: bool, over: Over) -> Result<BundleWritten, StoreError> {
        self.check_bundle_place(file, over)?;
        let failed = |error: io::Error| refused(file, unwritable(file, &error));
        let beside = private_file_in(folder_of(file)).map_err(failed)?;
        let contents = self.read(|connection| {
            // Everything is read as it is at this moment.
            let snapshot = connection.unchecked_transaction()?;
            fill(&snapshot, &self.pictures(), which, practice, &Target { beside: &beside, file })
        })?;
        beside.as_file().sync_all().map_err(failed)?;
        let bytes = beside.as_file().metadata().map_err(failed)?.len();
        let put = match over {
            Over::Nothing => beside.persist_noclobber(file),
            Over::Earlier => beside.persist(file),
        };
        put.map_err(|error| failed(error.error))?;
        sync_folder(folder_of(file)).map_err(failed)?;
        Ok(BundleWritten { file: file.to_owned(), bytes, holds: contents.holds, pictures_gone: contents.pictures_gone })
    }

    fn check_bundle_place(&self, file: &Path, over: Over) -> Result<(), StoreError> {
        let why = match self.in_the_way(file, over, is_bundle) {
            None => return Ok(()),
            Some(InTheWay::OwnDatabase) => BundleRefusal::InUse,
            Some(InTheWay::NoFolder(folder)) => BundleRefusal::Unwritable(Obstacle::Missing(folder)),
            Some(InTheWay::Folder) => BundleRefusal::Folder,
            Some(InTheWay::Something) => BundleRefusal::Exists,
            Some(InTheWay::SomethingElse) => BundleRefusal::NoBundle,
        };
        Err(refused(file, why))
    }

    fn pictures(&self) -> PictureFolder {
        PictureFolder::of(folder_of(self.path()))
    }
}

/// What is written, and what it will be called.
struct Target<'a> {
    beside: &'a NamedTempFile,
    file: &'a Path,
}

impl Target<'_> {
    fn failed(&self, error: &io::Error) -> StoreError {
        refused(self.file, unwritable(self.file, error))
    }
}

fn fill(
    connection: &Connection,
    pictures: &PictureFolder,
    which: &BTreeSet<IncidentId>,
    practice: bool,
    target: &Target<'_>,
) -> Result<Contents, StoreError> {
    let contents = look(connection, pictures, which)?;
    let mut writer = Writer::new(target.beside.as_file());
    let head = BundleHead { practice, holds: contents.holds };
    let begun = writer.bytes(format!("{MAGIC} {VERSION}").as_bytes()).and_then(|()| writer.line(&head));
    begun.map_err(|error| target.failed(&error))?;
    write_clocks(connection, which, target, &mut writer)?;
    write_texts(connection, &contents, target, &mut writer)?;
    write_events(connection, which, target, &mut writer)?;
    write_pictures(&contents, pictures, target, &mut writer)?;
    writer.finish().map_err(|error| target.failed(&error))?;
    Ok(contents)
}

/// How much there is, which stands before it.
fn look(connection: &Connection, pictures: &PictureFolder, which: &BTreeSet<IncidentId>) -> Result<Contents, StoreError> {
    let (mut contents, mut named) = (Contents::default(), BTreeSet::new());
    for incident in which {
        contents.holds.incidents += 1;
        contents.holds.clocks += clocks_of(connection, *incident)?.len() as u64;
        contents.holds.events += count_events(connection, *incident)?;
        contents.texts.extend(texts_of(connection, *incident)?);
        named.extend(pictures_of(connection, *incident)?);
    }
    for picture in named {
        if whole_picture(pictures, &picture).is_some() {
            contents.pictures.insert(picture);
        } else {
            contents.pictures_gone += 1;
        }
    }
    contents.holds.texts = contents.texts.len() as u64;
    contents.holds.pictures = contents.pictures.len() as u64;
    Ok(contents)
}

/// The bytes of a picture, if its file is what its name says.
fn whole_picture(pictures: &PictureFolder, id: &PictureId) -> Option<Vec<u8>> {
    let bytes = fs::read(pictures.path(id, PictureSize::Whole)).ok()?;
    (bytes.len() as u64 <= PICTURE_AT_MOST && name_of(&bytes) == id.to_string()).then_some(bytes)
}

fn write_clocks(
    connection: &Connection,
    which: &BTreeSet<IncidentId>,
    target: &Target<'_>,
    writer: &mut Writer<'_>,
) -> Result<(), StoreError> {
    for incident in which {
        for clock in clocks_of(connection, *incident)? {
            writer.line(&BundleLine::Clock(clock)).map_err(|error| target.failed(&error))?;
        }
    }
    Ok(())
}

fn write_texts(connection: &Connection, contents: &Contents, target: &Target<'_>, writer: &mut Writer<'_>) -> Result<(), StoreError> {
    for id in &contents.texts {
        let text = text(connection, *id)?;
        let line = TextLine { id: *id, incident: text.incident, kept_at: text.kept_at, bytes: text.text.len() as u64 };
        let written = writer.line(&BundleLine::Text(line)).and_then(|()| writer.bytes(text.text.as_bytes()));
        written.map_err(|error| target.failed(&error))?;
    }
    Ok(())
}

fn write_events(
    connection: &Connection,
    which: &BTreeSet<IncidentId>,
    target: &Target<'_>,
    writer: &mut Writer<'_>,
) -> Result<(), StoreError> {
    for incident in which {
        each_event(connection, *incident, &mut |event| {
            let id: EventId = event.id;
            let line = BundleLine::Event(Box::new(event));
            line.check().map_err(|fault| refused(target.file, BundleRefusal::Unfit { event: id, fault }))?;
            writer.line(&line).map_err(|error| target.failed(&error))
        })?;
    }
    Ok(())
}

fn write_pictures(contents: &Contents, pictures: &PictureFolder, target: &Target<'_>, writer: &mut Writer<'_>) -> Result<(), StoreError> {
    for id in &contents.pictures {
        let gone = || target.failed(&io::Error::other("a picture went away meanwhile"));
        let bytes = whole_picture(pictures, id).ok_or_else(gone)?;
        let line = PictureLine { id: id.clone(), bytes: bytes.len() as u64 };
        let written = writer.line(&BundleLine::Picture(line)).and_then(|()| writer.bytes(&bytes));
        written.map_err(|error| target.failed(&error))?;
    }
    Ok(())
}

fn refused(file: &Path, why: BundleRefusal) -> StoreError {
    StoreError::Bundle { file: file.to_owned(), why }
}

fn unwritable(file: &Path, error: &io::Error) -> BundleRefusal {
    match trouble(folder_of(file), folder_of(file), error) {
        StoreError::Folder { why, .. } => BundleRefusal::Unwritable(why),
        other => BundleRefusal::Unwritable(Obstacle::Other(other.to_string())),
    }
}
