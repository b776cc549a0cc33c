//! Incidents that go out.

use std::collections::BTreeSet;
use std::path::Path;

use serde::Serialize;
use sitrep_core::vocabulary::IncidentId;
use sitrep_store::{Over, Store};

use crate::data::Workstation;
use crate::refusals::Error;

/// A bundle that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BundleMade {
    /// Where it is.
    pub file: String,
    /// How long it is.
    pub bytes: u64,
    /// How many incidents are in it.
    pub incidents: u64,
    /// How many events.
    pub events: u64,
    /// How many attached texts.
    pub texts: u64,
    /// How many pictures.
    pub pictures: u64,
    /// How many more are named by entries, and are not in the data folder any more.
    pub pictures_missing: u64,
}

impl Workstation {
    /// Writes incidents, each named by any unambiguous part of its handle, into one file; all of them where none is named.
    ///
    /// # Errors
    /// Why an incident was not found, or [`Error::Export`]; nothing new is there then.
    pub fn export_bundle(&self, file: &Path, incidents: &[String], over: Over) -> Result<BundleMade, Error> {
        let which = self.incidents_to_export(incidents)?;
        // A connection of its own, so that nobody in this process waits for it.
        let store = Store::open(&self.folders.data).map_err(Error::Export)?;
        let made = store.write_bundle(file, &which, self.folders.practice, over).map_err(Error::Export)?;
        Ok(BundleMade {
            file: made.file.display().to_string(),
            bytes: made.bytes,
            incidents: made.holds.incidents,
            events: made.holds.events,
            texts: made.holds.texts,
            pictures: made.holds.pictures,
            pictures_missing: made.pictures_gone,
        })
    }

    fn incidents_to_export(&self, incidents: &[String]) -> Result<BTreeSet<IncidentId>, Error> {
        if !incidents.is_empty() {
            return incidents.iter().map(|part| Ok(self.find(Some(part))?.id)).collect();
        }
        let all = self.list()?.into_iter().chain(self.withdrawn()?);
        Ok(all.map(|row| row.id).collect())
    }
}
