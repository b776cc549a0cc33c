//! Naming one line of a timeline.

use clap::Args;
use sitrep_core::vocabulary::EventId;

use super::context::CommandLine;
use crate::output::Refusal;

/// A line of the timeline.
#[derive(Debug, Args)]
pub struct EntryArg {
    /// Its words, as many as name no other, or its id as `log` and `timeline` give it with --json
    #[arg(required = true, value_name = "ENTRY")]
    entry: Vec<String>,
}

impl EntryArg {
    /// The line that is meant, on the timeline of an incident.
    pub fn find(&self, cli: &CommandLine, handle: &str) -> Result<EventId, Refusal> {
        self.id().map_or_else(|| Ok(cli.workstation.find_line(handle, &self.words())?.id), Ok)
    }

    /// The id, if that is what was given.
    pub fn id(&self) -> Option<EventId> {
        self.words().trim().parse().ok().map(EventId)
    }

    /// What was given.
    pub fn words(&self) -> String {
        self.entry.join(" ")
    }
}
