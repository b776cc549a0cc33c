//! An incident that was none: declared by mistake, and withdrawn.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::event::Event;
use crate::vocabulary::IncidentId;

/// That it was no incident. It is kept and can be brought back; it asks for nothing, and stands in no list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withdrawal {
    /// When that was said (UTC).
    pub at: DateTime<Utc>,
    /// By whom.
    pub by: String,
    /// Why.
    pub reason: String,
    /// The incident that it is a part of, where it was merged into one.
    #[serde(default)]
    pub into: Option<IncidentId>,
}

impl Withdrawal {
    pub(super) fn said(event: &Event, reason: &str, into: Option<IncidentId>) -> Self {
        Self { at: event.occurred_at, by: event.author.clone(), reason: reason.to_owned(), into }
    }
}
