//! What runs: the incidents with a deadline, in the order in which a person should see them.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use sitrep_core::incident::Incident;
use sitrep_core::procedure::{self, Deadline, Stage};
use sitrep_core::team::Policy;
use sitrep_store::{IncidentRow, StoreError};

use crate::error::Error;
use crate::steady::{Moment, Steady};
use crate::workstation::Inner;

/// What is kept between two looks at the deadlines.
#[derive(Default)]
pub(crate) struct Agenda {
    /// The incidents with a deadline, until something is written.
    running: Option<Vec<Arc<Incident>>>,
    /// Nothing asks for attention before then, unless something is written.
    quiet: Option<Quiet>,
    /// Grows with everything that is written, so that a look knows whether it is out of date.
    pub(crate) written: u64,
    /// Deadlines by the clock that nobody can set.
    pub(crate) steady: Steady,
    /// Deadlines whose snooze is over by that clock though the wall's says otherwise.
    pub(crate) woken: HashSet<String>,
    /// The incidents that cannot be read, by their handles: a newer Sitrep may have written to them.
    pub(crate) unreadable: Vec<String>,
    /// Reminders that were asked for, and when to ask again.
    pub(crate) reminded: HashMap<(String, Stage), Again>,
}

/// Whether a reminder is to be asked for again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Again {
    /// It was shown.
    Never,
    /// Somebody is about to show it; in case they died, after this time.
    From(DateTime<Utc>),
}

#[derive(Clone, Copy)]
struct Quiet {
    since: Moment,
    until: DateTime<Utc>,
}

impl Agenda {
    pub(crate) fn forget(&mut self) {
        self.running = None;
        self.quiet = None;
        self.written += 1;
    }

    /// Whether nothing can have become due since the last look, by either clock.
    pub(crate) fn is_quiet(&self, now: Moment) -> bool {
        self.quiet.is_some_and(|quiet| {
            let length = (quiet.until - quiet.since.wall).to_std().unwrap_or_default();
            now.wall < quiet.until && now.uptime.saturating_sub(quiet.since.uptime) < length
        })
    }

    /// Nothing asks for attention before `until`, none means never: so it was when `written` was as given.
    pub(crate) fn rest(&mut self, written: u64, since: Moment, until: Option<DateTime<Utc>>) {
        if self.written != written {
            return;
        }
        self.quiet = Some(Quiet { since, until: until.unwrap_or(DateTime::<Utc>::MAX_UTC) });
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
        rows.extend(self.store.unfinished()?.into_iter().filter(|row| owes(row, policy)));
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
            let next = procedure::deadlines(incident, policy, now).into_iter().find(Deadline::is_open).map(|deadline| deadline.due_at);
            (!incident.is_active(), incident.severity, next.unwrap_or(DateTime::<Utc>::MAX_UTC), incident.declared_at)
        });
        self.agenda.running = Some(running.clone());
        Ok(running)
    }
}

/// Whether a resolved incident still has a deadline.
fn owes(row: &IncidentRow, policy: &Policy) -> bool {
    row.open_actions > 0 || (!row.reviewed && policy.of(row.summary.severity).review_within().is_some())
}
