//! Action items: what the review asks for.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::event::{ActionChange, Event, EventBody};
use crate::vocabulary::{ActionKind, ActionOutcome, ActionPriority, EventId};

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
    /// By the end of which day; none where nobody says.
    pub due: Option<NaiveDate>,
    /// What it is for, once somebody said so.
    #[serde(default)]
    pub kind: Option<ActionKind>,
    /// When it was added (UTC).
    pub added_at: DateTime<Utc>,
    /// Since when somebody works on it (UTC), if somebody does.
    #[serde(default)]
    pub started_at: Option<DateTime<Utc>>,
    /// When it was closed (UTC), if it is.
    #[serde(default)]
    pub closed_at: Option<DateTime<Utc>>,
    /// How it ended, if it did.
    pub outcome: Option<ActionOutcome>,
}

impl ActionItem {
    pub(super) fn added(event: &Event) -> Option<Self> {
        let EventBody::ActionAdded { text, owner, priority, due, kind, .. } = &event.body else {
            return None;
        };
        Some(Self {
            id: event.id,
            text: text.clone(),
            owner: owner.clone(),
            priority: *priority,
            due: *due,
            kind: *kind,
            added_at: event.occurred_at,
            started_at: None,
            closed_at: None,
            outcome: None,
        })
    }

    pub(super) fn close(&mut self, outcome: &ActionOutcome, at: DateTime<Utc>) {
        self.outcome = Some(outcome.clone());
        self.closed_at = Some(at);
    }

    pub(super) fn change(&mut self, change: &ActionChange, at: DateTime<Utc>) {
        match change {
            ActionChange::Text { to } => self.text.clone_from(to),
            ActionChange::Priority { to } => self.priority = *to,
            ActionChange::Kind { to } => self.kind = *to,
            ActionChange::Due { to } => self.due = *to,
            ActionChange::Started { started } => self.started_at = started.then_some(at),
            ActionChange::Reopened { .. } => (self.outcome, self.closed_at) = (None, None),
        }
    }

    /// `TODO`, `In progress`, `Done`, `Dropped: the service is going away`.
    #[must_use]
    pub fn status(&self) -> String {
        match &self.outcome {
            None if self.started_at.is_some() => "In progress".to_owned(),
            None => "TODO".to_owned(),
            Some(ActionOutcome::Done) => "Done".to_owned(),
            Some(ActionOutcome::Dropped { reason }) => format!("Dropped: {reason}"),
        }
    }
}
