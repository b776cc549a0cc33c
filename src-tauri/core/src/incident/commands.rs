//! Commands that were run in a terminal during the incident.

use chrono::{DateTime, Utc};

use crate::command_run::CommandRun;
use crate::event::{Event, EventId};

/// A command of an incident.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Command {
    /// The event that recorded it.
    pub id: EventId,
    /// When it was recorded (UTC), which is after it ended.
    pub recorded_at: DateTime<Utc>,
    /// Who ran it.
    pub by: String,
    /// The run.
    pub run: CommandRun,
}

impl Command {
    pub(super) fn recorded(event: &Event, run: &CommandRun) -> Self {
        Self { id: event.id, recorded_at: event.recorded_at, by: event.author.clone(), run: run.clone() }
    }
}
