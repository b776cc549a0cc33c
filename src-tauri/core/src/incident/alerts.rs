//! The alerts that belong to an incident.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::event::{AlertTaken, Event};
use crate::vocabulary::EventId;

/// An alert of the incident.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IncidentAlert {
    /// The event that took it.
    pub id: EventId,
    /// As its sender told it.
    pub alert: AlertTaken,
    /// When it was taken (UTC).
    pub at: DateTime<Utc>,
    /// When it recovered (UTC), as its sender told or else when that was written down.
    pub recovered_at: Option<DateTime<Utc>>,
}

impl IncidentAlert {
    pub(super) fn taken(event: &Event, alert: &AlertTaken) -> Self {
        Self { id: event.id, alert: alert.clone(), at: event.occurred_at, recovered_at: None }
    }
}
