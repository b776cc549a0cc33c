//! A deadline: what is due, when, and how it stands.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::vocabulary::{Audience, DeadlineKind, EventId};

/// How a deadline stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DeadlineState {
    /// There is time.
    Running,
    /// It is close.
    Warning,
    /// It has passed.
    Overdue,
    /// Its reminders are silent for now; its due time stands.
    Snoozed,
    /// It was met.
    Met,
}

/// One thing that is due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deadline {
    /// Stable over time and across processes: incident, kind, what it is about, due.
    pub key: String,
    /// The handle of the incident.
    pub incident: String,
    /// What is due.
    pub kind: DeadlineKind,
    /// For an update: to whom.
    pub audience: Option<Audience>,
    /// What it is about, for a time-box or an action item; to which severity, for an escalation.
    pub subject: Option<String>,
    /// The event that set it, for a time-box or an action item.
    #[serde(skip)]
    pub set_by: Option<EventId>,
    /// From when it runs (UTC).
    pub runs_from: DateTime<Utc>,
    /// When it is due (UTC).
    pub due_at: DateTime<Utc>,
    /// When it counts as close (UTC).
    pub warns_at: DateTime<Utc>,
    /// Silent until (UTC), while it is snoozed; none where that is for good.
    pub snoozed_until: Option<DateTime<Utc>>,
    /// When its last snooze ended (UTC), if one did: what was silenced is then said again.
    #[serde(skip)]
    pub woke_at: Option<DateTime<Utc>>,
    /// For an escalation: when the policy raises the severity by itself (UTC), reminders or not; none where it does not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by_itself_at: Option<DateTime<Utc>>,
    /// Whether its reminders wait for the team's working hours.
    #[serde(skip)]
    pub waits_for_working_hours: bool,
    /// How it stands.
    pub state: DeadlineState,
}

impl Deadline {
    /// Whether it still asks for something.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.state != DeadlineState::Met
    }

    /// Whether its first reminder has come and it waits for somebody.
    #[must_use]
    pub fn is_pressing(&self) -> bool {
        matches!(self.state, DeadlineState::Warning | DeadlineState::Overdue)
    }

    /// Whether it has passed unmet, snoozed or not.
    #[must_use]
    pub fn is_late(&self, now: DateTime<Utc>) -> bool {
        self.kind.can_be_late() && self.is_open() && now >= self.due_at
    }
}
