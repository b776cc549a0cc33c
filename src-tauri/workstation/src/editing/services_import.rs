//! Services from a file of another tool. The team's own file is added to when somebody asks, and never rewritten.

use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use sitrep_core::team::{Imported, Services, backstage};
use sitrep_foreign::MB;
use sitrep_store::{make_private, make_private_folder};

use crate::data::Workstation;
use crate::refusals::Error;
use crate::team_files::text;

/// Longer than any catalogue of services that one file describes.
const BYTES_AT_MOST: u64 = 4 * MB;

impl Workstation {
    /// Reads a Backstage `catalog-info.yaml` and gives the text of its `[[service]]` tables. Nothing is written.
    ///
    /// # Errors
    /// [`Error::TeamFile`] with the reason.
    pub fn import_services(&self, file: &Path) -> Result<Imported, Error> {
        let refused = |reason: String| Error::BadTeamFile { path: file.display().to_string(), reason };
        let yaml = sitrep_foreign::read_text(file, BYTES_AT_MOST).map_err(|error| refused(error.reason()))?;
        backstage::import(&yaml, &self.services()).map_err(|error| refused(error.to_string()))
    }

    /// Adds tables at the end of `services.toml`, once the whole is known to parse, and says where that is.
    ///
    /// # Errors
    /// [`Error::TeamFile`] when the file with the tables could not be followed, [`Error::File`] when it cannot be written.
    pub fn append_services(&self, tables: &str) -> Result<PathBuf, Error> {
        let path = self.services_path();
        let refused = |reason: String| Error::BadTeamFile { path: path.display().to_string(), reason };
        let before = text(&path).map_err(refused)?;
        let gap = match before.as_str() {
            "" => "",
            text if text.ends_with('\n') => "\n",
            _ => "\n\n",
        };
        let added = format!("{gap}{tables}");
        Services::parse(&format!("{before}{added}")).map_err(|error| refused(error.to_string()))?;
        make_private_folder(&self.folders.config).and_then(|()| append(&path, &added)).map_err(Error::File)?;
        Ok(path)
    }

    /// Reads a file of services, the team's own unless another is named, and says how many it names.
    ///
    /// # Errors
    /// [`Error::TeamFile`] with line, key and reason.
    pub fn check_services(&self, file: Option<&Path>) -> Result<usize, Error> {
        let own = self.services_path();
        let path = file.unwrap_or(&own);
        let refused = |reason: String| Error::BadTeamFile { path: path.display().to_string(), reason };
        if file.is_some() && !path.exists() {
            return Err(refused("there is no such file".to_owned()));
        }
        let services = Services::parse(&text(path).map_err(refused)?).map_err(|error| refused(error.to_string()))?;
        Ok(services.services.len())
    }
}

/// Adds to a file, or makes one that is for its owner alone.
fn append(path: &Path, text: &str) -> io::Result<()> {
    let is_new = !path.exists();
    let mut file = OpenOptions::new().create(true).append(true).open(path)?;
    if is_new {
        make_private(path)?;
    }
    file.write_all(text.as_bytes())?;
    file.sync_all()
}
