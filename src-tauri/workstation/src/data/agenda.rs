//! What is kept between two looks at the deadlines.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use sitrep_core::incident::Incident;
use sitrep_core::procedure::Stage;
use sitrep_core::vocabulary::IncidentId;

/// What is kept between two looks at the deadlines.
#[derive(Default)]
pub(crate) struct Agenda {
    /// The incidents with a deadline, once they were looked for.
    pub(crate) running: Option<BTreeMap<IncidentId, Arc<Incident>>>,
    /// The same in order, until something is written.
    pub(crate) ordered: Option<Vec<Arc<Incident>>>,
    /// Those to which something was written since they were looked for.
    pub(crate) stale: BTreeSet<IncidentId>,
    /// Nothing asks for attention before then, unless something is written.
    quiet_until: Option<DateTime<Utc>>,
    /// Grows with everything that is written, so that a look knows whether it is out of date.
    pub(crate) written: u64,
    /// The incidents that cannot be read, by their handles: a newer Sitrep may have written to them.
    pub(crate) unreadable: BTreeMap<IncidentId, String>,
    /// Reminders that were asked for, and when to ask again.
    pub(crate) reminded: HashMap<(String, Stage), Again>,
}

impl Agenda {
    /// Forgets everything, as when the policy has changed.
    pub(crate) fn forget(&mut self) {
        self.running = None;
        self.note_written([]);
    }

    /// These incidents are to be looked at again.
    pub(crate) fn note_written(&mut self, incidents: impl IntoIterator<Item = IncidentId>) {
        self.stale.extend(incidents);
        self.ordered = None;
        self.quiet_until = None;
        self.written += 1;
    }

    /// Whether nothing can have become due since the last look.
    pub(crate) fn is_quiet(&self, now: DateTime<Utc>) -> bool {
        self.quiet_until.is_some_and(|until| now < until)
    }

    /// Nothing asks for attention before `until`, none means never: so it was when `written` was as given.
    pub(crate) fn rest(&mut self, written: u64, until: Option<DateTime<Utc>>) {
        if self.written == written {
            self.quiet_until = Some(until.unwrap_or(DateTime::<Utc>::MAX_UTC));
        }
    }
}

/// Whether a reminder is to be asked for again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Again {
    /// It was shown.
    Never,
    /// Somebody is about to show it; in case they died, after this time.
    From(DateTime<Utc>),
}
