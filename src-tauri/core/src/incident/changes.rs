//! Changes that were noted: what was different before it began.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::event::{Event, EventBody};
use crate::text::clock_time;
use crate::vocabulary::{ChangeKind, EventId};

/// One change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The event that noted it.
    pub id: EventId,
    /// What was changed.
    pub kind: ChangeKind,
    /// What it is, in a line.
    pub summary: String,
    /// When it was made (UTC).
    pub at: DateTime<Utc>,
    /// The hash of its commit, or whatever names it elsewhere.
    pub reference: Option<String>,
    /// The repository it was found in.
    pub repository: Option<String>,
    /// Who made it, as its source names them.
    pub by: Option<String>,
    /// Whether it is suspected.
    pub suspect: bool,
    /// Who noted it.
    pub noted_by: String,
}

impl Change {
    pub(super) fn noted(event: &Event) -> Option<Self> {
        let EventBody::ChangeNoted { change, summary, at, reference, repository, by, suspect } = &event.body else {
            return None;
        };
        Some(Self {
            id: event.id,
            kind: *change,
            summary: summary.clone(),
            at: *at,
            reference: reference.clone(),
            repository: repository.clone(),
            by: by.clone(),
            suspect: *suspect,
            noted_by: event.author.clone(),
        })
    }

    /// The hypothesis that this change is the cause: `v314 of 13:45 UTC caused it`, as read on the day of `now`.
    #[must_use]
    pub fn as_hypothesis(&self, now: DateTime<Utc>) -> String {
        format!("{} of {} caused it", self.summary, clock_time(self.at, now))
    }
}
