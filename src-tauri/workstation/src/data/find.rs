//! Which incident is meant.

use std::sync::Arc;

use sitrep_core::incident::{Incident, IncidentSummary};
use sitrep_core::text::search::has_part;
use sitrep_store::IncidentRow;

use super::workstation::{Inner, Workstation};
use crate::refusals::Error;

/// How many incidents a part that is not clear is said to fit.
const CANDIDATES_AT_MOST: usize = 20;
/// In so many titles of those that ended last a part is looked for.
const TITLES_AT_MOST: usize = 2000;

impl Workstation {
    /// The incident meant by `part`, any unambiguous part of a handle, else of a title; without it the active one last touched.
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
            Err(Error::NoneActive) => inner.store.ended(1)?.pop().ok_or(Error::NoneActive),
            found => found,
        }
    }

    /// The incident last resolved, whatever goes on meanwhile.
    ///
    /// # Errors
    /// [`Error::NoneResolved`] when there is none.
    pub fn last_resolved(&self) -> Result<IncidentRow, Error> {
        self.lock().store.ended(1)?.pop().ok_or(Error::NoneResolved)
    }

    /// Makes an active incident the one last touched, so that what names none is about it until another is written to. One that is over
    /// stays as it is: it is named where it is meant.
    ///
    /// # Errors
    /// Those of [`Workstation::find`], and [`Error::Store`].
    pub fn use_incident(&self, part: &str) -> Result<IncidentSummary, Error> {
        let now = self.now();
        let mut inner = self.lock();
        let row = inner.find(Some(part))?;
        inner.store.touch(row.id, now)?;
        Ok(row.summary)
    }

    /// All incidents, active ones first.
    ///
    /// # Errors
    /// [`Error::Store`] when they cannot be read.
    pub fn list(&self) -> Result<Vec<IncidentRow>, Error> {
        Ok(self.lock().store.incidents()?)
    }

    /// Those that were withdrawn, which are in no other list, the last first.
    ///
    /// # Errors
    /// [`Error::Store`] when they cannot be read.
    pub fn withdrawn(&self) -> Result<Vec<IncidentRow>, Error> {
        Ok(self.lock().store.withdrawn(usize::MAX)?)
    }

    pub(crate) fn facts_of(&self, handle: &str) -> Result<Arc<Incident>, Error> {
        let mut inner = self.lock();
        let id = inner.find(Some(handle))?.id;
        inner.facts(id)
    }
}

impl Inner {
    /// The incident of exactly this handle, as a door showed it: no other takes its place.
    pub(crate) fn with_handle(&self, handle: &str) -> Result<IncidentRow, Error> {
        self.store.with_handle(handle)?.ok_or_else(|| Error::UnknownIncident(handle.to_owned()))
    }

    /// The incident that `part` names, which stays the one that was shown where it fits that one.
    pub(crate) fn find_as_shown(&self, part: &str, shown: Option<&str>) -> Result<IncidentRow, Error> {
        let shown = shown.filter(|handle| handle.contains(&without_signs(part).to_lowercase()));
        match (self.store.with_handle(without_signs(part))?, shown) {
            (Some(exact), _) => Ok(exact),
            (None, Some(shown)) => self.with_handle(shown),
            (None, None) => self.find(Some(part)),
        }
    }

    pub(crate) fn find(&self, part: Option<&str>) -> Result<IncidentRow, Error> {
        let Some(part) = part.map(without_signs).filter(|part| !part.is_empty()) else {
            return self.store.last_active()?.ok_or(Error::NoneActive);
        };
        if let Some(exact) = self.store.with_handle(part)? {
            return Ok(exact);
        }
        let of_handles = self.store.holding(&part.to_lowercase(), CANDIDATES_AT_MOST)?;
        let found = if of_handles.is_empty() { self.titled(part)? } else { of_handles };
        match found.as_slice() {
            [] => Err(Error::UnknownIncident(part.to_owned())),
            [only] => Ok(only.clone()),
            several => {
                Err(Error::Ambiguous { part: part.to_owned(), handles: several.iter().map(|row| row.summary.handle.clone()).collect() })
            }
        }
    }

    /// The active incidents whose title has a part, else those that ended.
    fn titled(&self, part: &str) -> Result<Vec<IncidentRow>, Error> {
        let fit =
            |rows: Vec<IncidentRow>| rows.into_iter().filter(|row| has_part(&row.summary.title, part)).take(CANDIDATES_AT_MOST).collect();
        let active: Vec<IncidentRow> = fit(self.store.active()?);
        if active.is_empty() { Ok(fit(self.store.ended(TITLES_AT_MOST)?)) } else { Ok(active) }
    }
}

/// `#incident-2026-11-23-payments` and `#payments` name the same as without their signs.
fn without_signs(part: &str) -> &str {
    let part = part.trim().trim_start_matches('#');
    part.strip_prefix("incident-").unwrap_or(part)
}
