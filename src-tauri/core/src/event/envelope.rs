//! An event: what happened, when, and who recorded it where.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::body::EventBody;
use crate::vocabulary::{EventId, IncidentId};

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// UUIDv7, so that ids sort by when they were made.
    pub id: EventId,
    /// The incident it belongs to.
    pub incident: IncidentId,
    /// When it happened (UTC); may be set to the past.
    pub occurred_at: DateTime<Utc>,
    /// When it was recorded (UTC); never set by a person.
    pub recorded_at: DateTime<Utc>,
    /// Who recorded it, as `@name`.
    pub author: String,
    /// The device it was recorded on.
    pub device: String,
    /// The event that this one amends, takes back, removes or is about.
    pub amends: Option<EventId>,
    /// What happened.
    #[serde(flatten)]
    pub body: EventBody,
}

impl Event {
    /// Who wrote it: whoever recorded it, or who did so first where it came from another incident.
    #[must_use]
    pub fn written_by(&self) -> &str {
        self.body.origin().map_or(&self.author, |origin| &origin.author)
    }
}
