//! From what an incident was read that was over before Sitrep knew of it.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::event::Event;
use crate::vocabulary::EventId;

/// From what it was read, and when: who recorded what was recorded until then need not have been there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadFrom {
    /// The event that says so.
    pub id: EventId,
    /// The file's name.
    pub source: String,
    /// When it was read (UTC).
    pub at: DateTime<Utc>,
}

impl ReadFrom {
    pub(super) fn said(event: &Event, source: &str) -> Self {
        Self { id: event.id, source: source.to_owned(), at: event.recorded_at }
    }
}
