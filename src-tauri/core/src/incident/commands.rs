//! Commands that were run in a terminal during the incident. They are rows of the ledger; the facts know who ran which one last.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::event::{CommandRun, Event};
use crate::vocabulary::EventId;

/// The command that somebody ran last.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastCommand {
    /// The event that recorded it.
    pub id: EventId,
    /// The command, as typed.
    pub command: String,
}

/// Keeps a command if nobody recorded a later one for its author.
pub(super) fn keep_last(last: &mut BTreeMap<String, LastCommand>, event: &Event, run: &CommandRun) {
    if last.get(&event.author).is_none_or(|known| known.id < event.id) {
        last.insert(event.author.clone(), LastCommand { id: event.id, command: run.command.clone() });
    }
}
