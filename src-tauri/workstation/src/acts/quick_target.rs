//! Which incident quick entry is aimed at.

use serde::Serialize;
use sitrep_core::text::QuickEntry;
use sitrep_core::vocabulary::Severity;
use sitrep_store::IncidentRow;
use ts_rs::TS;

use crate::data::Workstation;
use crate::refusals::Error;

/// The incident a quick entry goes to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct QuickTarget {
    /// Its handle.
    pub handle: String,
    /// How bad.
    pub severity: Severity,
    /// What is wrong.
    pub title: String,
    /// Its place among the active ones, from 1.
    pub position: u32,
    /// How many are active.
    pub of: u32,
}

/// Where quick entry is aimed before a line names another incident.
pub(crate) struct Aim<'a> {
    pub(crate) active: &'a [IncidentRow],
    pub(crate) target: Option<&'a str>,
}

impl Aim<'_> {
    /// Whether a line would go to no incident at all, so that plain text declares one.
    pub(crate) fn is_free(&self, entry: &QuickEntry) -> bool {
        self.active.is_empty() && self.target.is_none() && entry.target.is_none()
    }
}

impl Workstation {
    /// The active incident after `current`, or before it, going round.
    ///
    /// # Errors
    /// [`Error::Store`] when the data cannot be read.
    pub fn next_quick_target(&self, current: Option<&str>, back: bool) -> Result<Option<QuickTarget>, Error> {
        let active = self.active_incidents()?;
        if active.is_empty() {
            return Ok(None);
        }
        let present = active.iter().position(|row| Some(row.summary.handle.as_str()) == current);
        let next = match (present, back) {
            (None, _) => 0,
            (Some(index), false) => (index + 1) % active.len(),
            (Some(index), true) => (index + active.len() - 1) % active.len(),
        };
        Ok(active.get(next).map(|row| quick_target(row, &active)))
    }

    pub(crate) fn active_incidents(&self) -> Result<Vec<IncidentRow>, Error> {
        Ok(self.lock().store.active()?)
    }

    /// The incident that a line goes to: the one it names, else the one aimed at, else the first that is active.
    pub(crate) fn aim(&self, aim: &Aim<'_>, named: Option<&str>) -> Result<Option<QuickTarget>, Error> {
        match named.or(aim.target) {
            Some(part) => Ok(Some(quick_target(&self.find(Some(part))?, aim.active))),
            None => Ok(aim.active.first().map(|row| quick_target(row, aim.active))),
        }
    }
}

fn quick_target(row: &IncidentRow, active: &[IncidentRow]) -> QuickTarget {
    let place = active.iter().position(|other| other.id == row.id).map_or(0, |index| index + 1);
    let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    QuickTarget {
        handle: row.summary.handle.clone(),
        severity: row.summary.severity,
        title: row.summary.title.clone(),
        position: count(place),
        of: count(active.len()),
    }
}
