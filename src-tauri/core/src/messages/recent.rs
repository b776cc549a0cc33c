//! What was written and run lately: rows of the ledger that the facts do not hold and that a message tells.

use chrono::{DateTime, Utc};

use super::in_short::told;
use super::one_line::in_one_line;
use crate::event::{CommandRun, Event, EventBody, RunMove, is_deed};
use crate::incident::{Entry, is_live};

/// What a message tells of the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Recent {
    /// How many deeds, decisions and commands were recorded since the last update to the message's audience.
    pub untold: usize,
    /// The newest of them by when they happened, the oldest first; [`Recent::ACTS_AT_MOST`] at most.
    pub acts: Vec<Act>,
    /// The entries since then of what was seen, written as it happened; what was filled in later tells no state.
    pub live: Vec<Entry>,
    /// The newest entries of all, told or not, the oldest first.
    pub entries: Vec<Entry>,
}

/// Something that was done or decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// When (UTC).
    pub at: DateTime<Utc>,
    /// In a line.
    pub text: String,
}

impl Recent {
    /// An update that nobody can read to its end informs nobody.
    pub const ACTS_AT_MOST: usize = 12;
    /// How many of the newest entries a message can tell.
    pub const ENTRIES_AT_MOST: usize = 10;

    /// Reads it from the ledger: `acts`, `live` and `entries` are events in the order of what happened, each with what amends it.
    #[must_use]
    pub fn read(untold: usize, acts: &[Event], live: &[Event], entries: &[Event]) -> Self {
        Self {
            untold,
            acts: acts.iter().filter_map(|event| Act::read(event, acts)).collect(),
            live: entries_in(live)
                .into_iter()
                .filter(|entry| is_live(entry.at, entry.recorded_at) && !is_deed(entry.kind, &entry.text))
                .collect(),
            entries: entries_in(entries),
        }
    }
}

impl Act {
    /// What an event did or decided, after what amends it; `None` for one that tells what was seen, or that was undone.
    #[must_use]
    pub fn read(event: &Event, amendments: &[Event]) -> Option<Self> {
        if let EventBody::CommandRun(run) = &event.body {
            return Some(Self { at: run.started_at, text: in_one_line(&as_code(run).words()) });
        }
        if let EventBody::RunbookMoved { moved: moved @ RunMove::Step { step, note, .. }, .. } = &event.body
            && moved.is_deed()
        {
            let note = note.as_ref().map(|note| format!(" ({note})")).unwrap_or_default();
            return Some(Self { at: event.occurred_at, text: in_one_line(&format!("{step}{note}")) });
        }
        let entry = Entry::read(event, amendments).filter(|entry| is_deed(entry.kind, &entry.text))?;
        Some(Self { at: entry.at, text: in_one_line(&entry.kind.marked(&told(&entry.text))) })
    }
}

/// Whoever reads of a command copies it: as code, no form touches it.
fn as_code(run: &CommandRun) -> CommandRun {
    let command = in_one_line(&run.command);
    let command = if command.contains('`') { command } else { format!("`{command}`") };
    CommandRun { command, ..run.clone() }
}

fn entries_in(events: &[Event]) -> Vec<Entry> {
    events.iter().filter_map(|event| Entry::read(event, events)).filter(|entry| !entry.text.is_empty()).collect()
}
