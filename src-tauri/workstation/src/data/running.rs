//! What runs: the incidents with a deadline, in the order in which a person should see them.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use sitrep_core::incident::Incident;
use sitrep_core::procedure::{Deadline, Turn, deadlines, nothing_watched_before};
use sitrep_core::team::Policy;
use sitrep_core::vocabulary::IncidentId;
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
        Ok(deadlines(&facts, &self.policy(), self.now()))
    }

    /// When that is due which asks for somebody next, over all incidents, by the wall clock (UTC).
    ///
    /// # Errors
    /// [`Error::Store`] when the data cannot be read.
    pub fn next_due(&self) -> Result<Option<DateTime<Utc>>, Error> {
        let now = self.now();
        let (policy, running) = self.running(now)?;
        let open = running.iter().flat_map(|incident| deadlines(incident, &policy, now)).filter(Deadline::is_open);
        Ok(open.min_by_key(|deadline| Turn::from(deadline)).map(|deadline| deadline.due_at))
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
        self.lock().agenda.unreadable.values().cloned().collect()
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
    /// then the resolved ones that owe something. A snooze moves none of them: the order stands until something is
    /// written.
    pub(crate) fn running(&mut self, policy: &Policy, now: DateTime<Utc>) -> Result<Vec<Arc<Incident>>, Error> {
        if let Some(ordered) = &self.agenda.ordered {
            return Ok(ordered.clone());
        }
        self.look_for_running(policy, now)?;
        let mut running: Vec<Arc<Incident>> = self.agenda.running.iter().flat_map(BTreeMap::values).cloned().collect();
        running.sort_by_cached_key(|incident| {
            let next = deadlines(incident, policy, now).into_iter().find(Deadline::is_open).map(|deadline| deadline.due_at);
            (!incident.is_active(), incident.severity, next.unwrap_or(DateTime::<Utc>::MAX_UTC), incident.declared_at)
        });
        self.agenda.ordered = Some(running.clone());
        Ok(running)
    }

    /// Reads all of them once, and after that those alone to which something was written.
    fn look_for_running(&mut self, policy: &Policy, now: DateTime<Utc>) -> Result<(), Error> {
        if self.agenda.running.is_none() {
            let mut rows = self.store.active()?;
            rows.extend(self.store.unfinished()?);
            rows.extend(self.store.resolved_since(nothing_watched_before(policy, now))?);
            self.agenda.unreadable.clear();
            self.agenda.stale = rows.iter().map(|row| row.id).collect();
            self.agenda.running = Some(BTreeMap::new());
        }
        while let Some(id) = self.agenda.stale.first().copied() {
            self.look_at_one(id, policy, now)?;
            self.agenda.stale.remove(&id);
        }
        Ok(())
    }

    fn look_at_one(&mut self, id: IncidentId, policy: &Policy, now: DateTime<Utc>) -> Result<(), Error> {
        let row = self.store.incident(id)?;
        let waits = row.summary.withdrawn.is_none() && (row.summary.resolved_at.is_none() || may_owe_something(&row, policy, now));
        let owes = |incident: &Arc<Incident>| incident.is_active() || deadlines(incident, policy, now).iter().any(Deadline::is_open);
        let incident = match self.read_for_running(id, waits) {
            Ok(incident) => incident.filter(owes),
            // One that cannot be read must not silence the others.
            Err(Error::Store(StoreError::UnknownIncident | StoreError::Body(_))) => {
                self.agenda.unreadable.insert(id, row.summary.handle);
                return Ok(());
            }
            Err(error) => return Err(error),
        };
        self.agenda.unreadable.remove(&id);
        let running = self.agenda.running.get_or_insert_default();
        match incident {
            Some(incident) => running.insert(id, incident),
            None => running.remove(&id),
        };
        Ok(())
    }

    fn read_for_running(&mut self, id: IncidentId, waits: bool) -> Result<Option<Arc<Incident>>, Error> {
        if waits { self.facts(id).map(Some) } else { Ok(None) }
    }
}

/// Whether a resolved incident may still have a deadline, as far as its summary tells.
fn may_owe_something(row: &IncidentRow, policy: &Policy, now: DateTime<Utc>) -> bool {
    let watched = row.summary.resolved_at.is_some_and(|resolved| resolved >= nothing_watched_before(policy, now));
    let severity = row.summary.severity;
    let duties = policy.duties(&[severity, row.summary.peak_severity.unwrap_or(severity)]);
    watched || row.open_duties > 0 || (!row.reviewed && duties.review_within().is_some())
}
