//! The incidents that figures are of.

use chrono::{DateTime, TimeDelta, Utc};

use super::range::FiguresRange;
use super::record::IncidentRecord;
use crate::team::Policy;

/// Incidents that began within a range, withdrawn ones left out, and what they are measured by.
pub(super) struct Sample<'a> {
    pub(super) records: Vec<&'a IncidentRecord>,
    pub(super) range: FiguresRange,
    pub(super) policy: &'a Policy,
    /// The moment at which it is told (UTC).
    pub(super) now: DateTime<Utc>,
}

impl Sample<'_> {
    pub(super) fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// Those of which something is true.
    pub(super) fn that<'s>(&'s self, is_true: impl Fn(&IncidentRecord) -> bool + 's) -> impl Iterator<Item = &'s IncidentRecord> + 's {
        self.records.iter().copied().filter(move |record| is_true(record))
    }
}

/// The handles of incidents, in order, each once.
pub(super) fn handles<'a>(records: impl IntoIterator<Item = &'a IncidentRecord>) -> Vec<String> {
    let mut handles: Vec<String> = records.into_iter().map(|record| record.handle.clone()).collect();
    handles.dedup();
    handles
}

/// From the start to a milestone. What was done before the start took no time.
pub(super) fn since_start(record: &IncidentRecord, at: DateTime<Utc>) -> TimeDelta {
    (at - record.started_at).max(TimeDelta::zero())
}
