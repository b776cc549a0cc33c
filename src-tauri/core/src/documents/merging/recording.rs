//! Something to be recorded.

use chrono::{DateTime, Utc};

use crate::event::EventBody;
use crate::vocabulary::EventId;

/// Something to be recorded.
#[derive(Debug, Clone, PartialEq)]
pub struct Recording {
    /// When it happened (UTC); now where nothing is said.
    pub occurred_at: Option<DateTime<Utc>>,
    /// The event that it amends.
    pub amends: Option<EventId>,
    /// What happened.
    pub body: EventBody,
}

impl Recording {
    pub(super) fn now(body: EventBody) -> Self {
        Self { occurred_at: None, amends: None, body }
    }

    pub(super) fn amending(id: EventId, body: EventBody) -> Self {
        Self { occurred_at: None, amends: Some(id), body }
    }
}
