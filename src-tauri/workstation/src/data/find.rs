//! Which incident is meant.

use std::sync::Arc;

use sitrep_core::incident::Incident;
use sitrep_store::IncidentRow;

use super::workstation::{Inner, Workstation};
use crate::refusals::Error;

impl Workstation {
    /// The incident meant by `part`, any unambiguous part of a handle; without it the active one last touched.
    ///
    /// # Errors
    /// [`Error::UnknownIncident`], [`Error::Ambiguous`] or [`Error::NoneActive`].
    pub fn find(&self, part: Option<&str>) -> Result<IncidentRow, Error> {
        self.lock().find(part)
    }

    /// As [`Workstation::find`], but with none active the one last resolved: what comes after an incident is about that one.
    ///
    /// # Errors
    /// [`Error::UnknownIncident`], [`Error::Ambiguous`], or [`Error::NoneActive`] when there is none at all.
    pub fn find_any(&self, part: Option<&str>) -> Result<IncidentRow, Error> {
        let inner = self.lock();
        match inner.find(part) {
            Err(Error::NoneActive) => inner.store.incidents()?.into_iter().next().ok_or(Error::NoneActive),
            found => found,
        }
    }

    /// All incidents, active ones first.
    ///
    /// # Errors
    /// [`Error::Store`] when they cannot be read.
    pub fn list(&self) -> Result<Vec<IncidentRow>, Error> {
        Ok(self.lock().store.incidents()?)
    }

    pub(crate) fn facts_of(&self, handle: &str) -> Result<Arc<Incident>, Error> {
        let mut inner = self.lock();
        let id = inner.find(Some(handle))?.id;
        inner.facts(id)
    }
}

impl Inner {
    pub(crate) fn find(&self, part: Option<&str>) -> Result<IncidentRow, Error> {
        let Some(part) = part.map(without_signs).filter(|part| !part.is_empty()) else {
            return self.store.active()?.into_iter().next().ok_or(Error::NoneActive);
        };
        let all = self.store.incidents()?;
        if let Some(exact) = all.iter().find(|row| row.summary.handle == part) {
            return Ok(exact.clone());
        }
        let wanted = part.to_lowercase();
        let (active, ended): (Vec<_>, Vec<_>) =
            all.into_iter().filter(|row| row.summary.handle.contains(&wanted)).partition(|row| row.summary.resolved_at.is_none());
        // An incident that is going on is meant before one that is over.
        let candidates = if active.is_empty() { ended } else { active };
        match candidates.as_slice() {
            [] => Err(Error::UnknownIncident(part.to_owned())),
            [only] => Ok(only.clone()),
            several => {
                Err(Error::Ambiguous { part: part.to_owned(), handles: several.iter().map(|row| row.summary.handle.clone()).collect() })
            }
        }
    }
}

/// `#incident-2026-11-23-payments` and `#payments` name the same as without their signs.
fn without_signs(part: &str) -> &str {
    let part = part.trim().trim_start_matches('#');
    part.strip_prefix("incident-").unwrap_or(part)
}
