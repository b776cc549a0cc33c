//! Which incident quick entry is aimed at.

use serde::{Deserialize, Serialize};
use sitrep_core::text::QuickEntry;
use sitrep_core::vocabulary::Severity;
use sitrep_store::IncidentRow;
use ts_rs::TS;

use crate::data::Workstation;
use crate::refusals::Error;

/// The incident a quick entry goes to, as it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct QuickTarget {
    /// Its handle.
    pub handle: String,
    /// How bad.
    pub severity: Severity,
    /// What is wrong.
    pub title: String,
    /// Its place among the active ones, from 1; 0 for one that is over.
    pub position: u32,
    /// How many are active.
    pub of: u32,
}

/// Where a line goes unless it names another incident. It is settled when the door shows it and comes back with Enter, so that
/// nothing that happens in between moves it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "to", rename_all = "snake_case")]
pub enum QuickAim {
    /// To no incident, because none was active: the line declares one.
    Declaring,
    /// To one that was active. If it is over by now, nothing is recorded and that is said.
    Running {
        /// Its handle.
        handle: String,
    },
    /// To one that the person has before them, over or not.
    Open {
        /// Its handle.
        handle: String,
    },
}

impl QuickAim {
    /// The incident, if it is one.
    #[must_use]
    pub fn handle(&self) -> Option<&str> {
        match self {
            Self::Declaring => None,
            Self::Running { handle } | Self::Open { handle } => Some(handle),
        }
    }

    /// Whether a line goes to no incident at all, so that plain text declares one.
    pub(crate) fn declares(&self, entry: &QuickEntry) -> bool {
        *self == Self::Declaring && entry.target.is_none()
    }

    pub(crate) fn at(row: &IncidentRow) -> Self {
        let handle = row.summary.handle.clone();
        if row.summary.is_over() { Self::Open { handle } } else { Self::Running { handle } }
    }
}

/// Where one line goes.
pub(crate) struct Aimed {
    pub(crate) row: IncidentRow,
    /// What Enter is to carry for this line.
    pub(crate) aim: QuickAim,
}

impl Workstation {
    /// Where quick entry is aimed as it is shown: at the incident of this handle, else at the active one last touched.
    ///
    /// # Errors
    /// [`Error::UnknownIncident`], or [`Error::Store`] when the data cannot be read.
    pub fn aim_quick_entry(&self, at: Option<&str>) -> Result<QuickAim, Error> {
        let inner = self.lock();
        let row = match at {
            Some(handle) => Some(inner.with_handle(handle)?),
            None => inner.store.last_active()?,
        };
        Ok(row.map_or(QuickAim::Declaring, |row| QuickAim::at(&row)))
    }

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

    /// The incident that a line goes to: the one it names, else the one aimed at; none if neither is. What is named by a part of
    /// its handle stays the one that was shown, though that part may fit another by now.
    pub(crate) fn follow_aim(&self, aim: &QuickAim, named: Option<&str>) -> Result<Option<Aimed>, Error> {
        let inner = self.lock();
        let shown = aim.handle();
        let row = match named {
            Some(part) => inner.find_as_shown(part, shown)?,
            None => match shown {
                Some(handle) => inner.with_handle(handle)?,
                None => return Ok(None),
            },
        };
        let is_shown = shown == Some(row.summary.handle.as_str());
        Ok(Some(Aimed { aim: if is_shown { aim.clone() } else { QuickAim::at(&row) }, row }))
    }
}

impl Aimed {
    /// Refuses what was shown as going on and is over by now.
    pub(crate) fn is_as_shown(&self) -> Result<(), Error> {
        let summary = &self.row.summary;
        match &self.aim {
            QuickAim::Running { .. } if summary.is_over() => {
                Err(Error::TargetIsOver { severity: summary.severity, title: summary.title.clone() })
            }
            _ => Ok(()),
        }
    }
}

pub(crate) fn quick_target(row: &IncidentRow, active: &[IncidentRow]) -> QuickTarget {
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
