//! Writing what is handed on to a file.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::Serialize;
use sitrep_store::{make_private, make_private_folder, sync_folder, write_whole};
use tempfile::NamedTempFile;
use ts_rs::TS;

use super::exported::Exported;
use super::format::ExportFormat;
use super::redacted::RedactedInput;
use crate::data::Workstation;
use crate::refusals::Error;

/// What becomes of a file that is there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Existing {
    /// It stays, and nothing is written.
    Stays,
    /// It is replaced.
    GivesWay,
}

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SavedExport {
    /// The file.
    pub file: String,
    /// How long it is.
    pub bytes: usize,
    /// How many originals it was searched for, of which it has none; none where it is not redacted.
    pub originals: Option<usize>,
    /// Letters that no font on this computer has, each once: in a PDF they are drawn as an empty box.
    pub without_font: Option<String>,
}

impl Workstation {
    /// Writes what [`Workstation::export`] gives to a file, whole or not at all.
    ///
    /// # Errors
    /// As there; [`Error::FileExists`] where one is there that stays, [`Error::File`] when it cannot be written.
    pub fn save_export(
        &self,
        handle: &str,
        format: ExportFormat,
        redacted: Option<&RedactedInput>,
        file: &Path,
        existing: Existing,
    ) -> Result<SavedExport, Error> {
        if existing == Existing::Stays && file.symlink_metadata().is_ok() {
            return Err(Error::FileExists(file.to_owned()));
        }
        let (exported, originals) = match redacted {
            Some(input) => self.named_copy(handle, format, input, file).map(|(copy, originals)| (copy, Some(originals)))?,
            None => (self.export(handle, format, None)?, None),
        };
        write(file, exported.bytes(), existing).map_err(|error| refused(error, file))?;
        let without_font = exported.without_font().map(str::to_owned);
        Ok(SavedExport { file: file.display().to_string(), bytes: exported.bytes().len(), originals, without_font })
    }

    /// Writes a redacted copy into the folder of the incident's review, under a name that tells nothing, so that a later redaction finds it; one
    /// that is there stays, and the new one gets a number.
    ///
    /// # Errors
    /// As [`Workstation::save_export`].
    pub fn keep_redacted_copy(&self, handle: &str, format: ExportFormat, input: &RedactedInput) -> Result<SavedExport, Error> {
        let material = self.material(handle)?;
        let name = self.redaction(&material, &input.words)?.file_name(&material.summary.handle);
        let folder = self.folders.reviews().join(&material.summary.handle);
        make_private_folder(&folder).map_err(Error::File)?;
        let named = |number: u32| folder.join(copy_name(&name, number, format));
        let file = (1..).map(named).find(|file| file.symlink_metadata().is_err()).unwrap_or_else(|| named(1));
        self.save_export(&material.summary.handle, format, Some(input), &file, Existing::Stays)
    }

    /// The files that [`Workstation::keep_redacted_copy`] wrote. Pictures lie there, too.
    pub(crate) fn kept_copies(&self, handle: &str) -> Vec<PathBuf> {
        let Ok(files) = fs::read_dir(self.folders.reviews().join(handle)) else { return Vec::new() };
        let is_copy = |file: &PathBuf| ExportFormat::ALL.iter().any(|format| file.extension().is_some_and(|end| end == format.word()));
        files.filter_map(|file| Some(file.ok()?.path())).filter(|file| file.is_file() && is_copy(file)).collect()
    }

    /// The redacted copy for a file, whose name is read, too.
    fn named_copy(&self, handle: &str, format: ExportFormat, input: &RedactedInput, file: &Path) -> Result<(Exported, usize), Error> {
        let material = self.material(handle)?;
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let still = self.redaction(&material, &input.words)?.still_in_words(&name, "the file’s name");
        still.map_or(Ok(()), |still| Err(Error::StillInCopy(still)))?;
        self.checked_copy(material, format, input)
    }
}

fn copy_name(name: &str, number: u32, format: ExportFormat) -> String {
    let number = if number == 1 { String::new() } else { format!("-{number}") };
    format!("{name}-redacted{number}.{}", format.word())
}

fn refused(error: io::Error, file: &Path) -> Error {
    if error.kind() == io::ErrorKind::AlreadyExists { Error::FileExists(file.to_owned()) } else { Error::File(error) }
}

fn write(file: &Path, content: &[u8], existing: Existing) -> io::Result<()> {
    match existing {
        Existing::GivesWay => write_whole(&whole(file), content),
        Existing::Stays => write_new(file, content),
    }
}

/// Written beside and renamed, unless somebody was quicker.
fn write_new(file: &Path, content: &[u8]) -> io::Result<()> {
    let whole = whole(file);
    let folder = whole.parent().unwrap_or(Path::new("."));
    let mut beside = NamedTempFile::new_in(folder)?;
    make_private(beside.path())?;
    beside.write_all(content)?;
    beside.as_file().sync_all()?;
    beside.persist_noclobber(&whole)?;
    sync_folder(folder)
}

/// A bare name is in the folder one is in.
fn whole(file: &Path) -> PathBuf {
    let is_bare = file.parent().is_none_or(|folder| folder.as_os_str().is_empty());
    if is_bare { Path::new(".").join(file) } else { file.to_owned() }
}
