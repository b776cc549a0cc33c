//! Reading a timeline.

use sitrep_core::documents::timeline::{self, TimelineRow};

use super::workstation::Workstation;
use crate::refusals::Error;

impl Workstation {
    /// The timeline of an incident, in the order of when things happened.
    ///
    /// # Errors
    /// Why the incident was not found or could not be read.
    pub fn timeline(&self, incident: Option<&str>) -> Result<Vec<TimelineRow>, Error> {
        let inner = self.lock();
        let row = inner.find(incident)?;
        Ok(timeline::rows(&inner.store.events(row.id)?))
    }
}
