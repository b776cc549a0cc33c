//! `sitrep redact`.

use clap::Args;
use sitrep_core::vocabulary::EventId;

use crate::command_line::{CommandLine, IncidentArg};
use crate::output::Refusal;

/// Take an entry, or words of it, out of the data for good
#[derive(Debug, Args)]
pub struct RedactArgs {
    /// Its words, as many as name no other, or its id as `log` and `timeline` give it with --json
    #[arg(required = true, value_name = "ENTRY")]
    entry: Vec<String>,
    /// Only these words, wherever they stand in the incident and in drafts; otherwise all of the entry with its pictures
    #[arg(long = "match", value_name = "TEXT", allow_hyphen_values = true)]
    words: Option<String>,
    #[command(flatten)]
    incident: IncidentArg,
}

pub fn run(cli: &CommandLine, args: &RedactArgs) -> Result<(), Refusal> {
    let handle = cli.find_any(&args.incident)?;
    let part = args.entry.join(" ");
    let id = part.trim().parse().ok().map(EventId);
    let id = id.map_or_else(|| cli.workstation.find_entry_to_redact(&handle, &part).map(|row| row.id), Ok)?;
    let done = cli.workstation.redact_entry(&handle, id, args.words.as_deref())?;
    cli.answer(&done, || format!("{}\n{}", done.message, done.left))
}
