//! What runs: the incidents with a deadline, in the order in which a person should see them.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use sitrep_core::deadline::{self, Deadline};
use sitrep_core::incident::Incident;
use sitrep_core::policy::Policy;
use sitrep_store::{IncidentRow, StoreError};

use super::workstation::{Inner, Workstation};
use crate::refusals::Error;

impl Workstation {
    /// The deadlines of one incident, open ones by due time first, met ones last.
    ///
    /// # Errors
    /// Why the incident was not found or could not be read.
    pub fn deadlines(&self, incident: Option<&str>) -> Result<Vec<Deadline>, Error> {
        let mut inner = self.lock();
        let id = inner.find(incident)?.id;
        let facts = inner.facts(id)?;
        Ok(deadline::deadlines(&facts, &self.policy(), self.now()))
    }

    /// When something is due next, over all incidents, by the wall clock (UTC).
    ///
    /// # Errors
    /// [`Error::Store`] when the data cannot be read.
    pub fn next_due(&self) -> Result<Option<DateTime<Utc>>, Error> {
        let now = self.now();
        let (policy, running) = self.running(now)?;
        let next = |incident: &Arc<Incident>| deadline::deadlines(incident, &policy, now).into_iter().find(Deadline::is_open);
        Ok(running.iter().filter_map(next).map(|deadline| deadline.due_at).min())
    }

    /// How many incidents are going on.
    ///
    /// # Errors
    /// [`Error::Store`] when the data cannot be read.
    pub fn count_active(&self) -> Result<usize, Error> {
        Ok(self.running(self.now())?.1.iter().filter(|incident| incident.is_active()).count())
    }

    /// Whether anything at all is waited for, the reviews and action items of resolved incidents included.
    ///
    /// # Errors
    /// [`Error::Store`] when the data cannot be read.
    pub fn waits_for_something(&self) -> Result<bool, Error> {
        Ok(!self.running(self.now())?.1.is_empty())
    }

    /// The incidents that cannot be read, by their handles; the others are looked after all the same.
    #[must_use]
    pub fn unreadable(&self) -> Vec<String> {
        self.lock().agenda.unreadable.clone()
    }

    /// What runs, and the policy that it was found by: read under the lock, so that a change of the policy finds neither cached.
    pub(crate) fn running(&self, now: DateTime<Utc>) -> Result<(Arc<Policy>, Vec<Arc<Incident>>), Error> {
        let mut inner = self.lock();
        let policy = self.policy();
        let running = inner.running(&policy, now)?;
        Ok((policy, running))
    }
}

impl Inner {
    /// The incidents with a deadline: active ones first, the most severe first, then the one whose next deadline is nearest;
    /// then the resolved ones that owe a review or an action item.
    pub(crate) fn running(&mut self, policy: &Policy, now: DateTime<Utc>) -> Result<Vec<Arc<Incident>>, Error> {
        if let Some(running) = &self.agenda.running {
            return Ok(running.clone());
        }
        let mut rows = self.store.active()?;
        rows.extend(self.store.unfinished()?.into_iter().filter(|row| owes_something(row, policy)));
        let mut running = Vec::with_capacity(rows.len());
        self.agenda.unreadable.clear();
        for row in &rows {
            match self.facts(row.id) {
                Ok(incident) => running.push(incident),
                // One that cannot be read must not silence the others.
                Err(Error::Store(StoreError::Body(_))) => self.agenda.unreadable.push(row.summary.handle.clone()),
                Err(error) => return Err(error),
            }
        }
        running.sort_by_cached_key(|incident| {
            let next = deadline::deadlines(incident, policy, now).into_iter().find(Deadline::is_open).map(|deadline| deadline.due_at);
            (!incident.is_active(), incident.severity, next.unwrap_or(DateTime::<Utc>::MAX_UTC), incident.declared_at)
        });
        self.agenda.running = Some(running.clone());
        Ok(running)
    }
}

/// Whether a resolved incident still has a deadline.
fn owes_something(row: &IncidentRow, policy: &Policy) -> bool {
    row.open_actions > 0 || (!row.reviewed && policy.of(row.summary.severity).review_within().is_some())
}
