//! Action items: what the review asks for.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::event::{Event, EventBody};
use crate::vocabulary::{ActionOutcome, ActionPriority, EventId};

/// Something to do so that it does not happen again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActionItem {
    /// The event that added it.
    pub id: EventId,
    /// What to do.
    pub text: String,
    /// Who does it, as `@name`.
    pub owner: Option<String>,
    /// How much it matters.
    pub priority: ActionPriority,
    /// By the end of which day.
    pub due: NaiveDate,
    /// When it was added (UTC).
    pub added_at: DateTime<Utc>,
    /// How it ended, if it did.
    pub outcome: Option<ActionOutcome>,
}

impl ActionItem {
    pub(super) fn added(event: &Event) -> Option<Self> {
        let EventBody::ActionAdded { text, owner, priority, due } = &event.body else {
            return None;
        };
        Some(Self {
            id: event.id,
            text: text.clone(),
            owner: owner.clone(),
            priority: *priority,
            due: *due,
            added_at: event.occurred_at,
            outcome: None,
        })
    }

    /// `TODO`, `Done`, `Dropped: the service is going away`.
    #[must_use]
    pub fn status(&self) -> String {
        match &self.outcome {
            None => "TODO".to_owned(),
            Some(ActionOutcome::Done) => "Done".to_owned(),
            Some(ActionOutcome::Dropped { reason }) => format!("Dropped: {reason}"),
        }
    }
}
