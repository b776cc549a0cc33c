//! `sitrep undo`.

use clap::Args;
use serde_json::json;
use sitrep_core::vocabulary::EventId;
use sitrep_workstation::Error;

use crate::command_line::{CommandLine, EntryArg, IncidentArg};
use crate::output::Refusal;

/// Undo an entry, and no other; it can be brought back
#[derive(Debug, Args)]
pub struct UndoArgs {
    #[command(flatten)]
    entry: EntryArg,
    /// Bring the entry of this id back
    #[arg(long)]
    back: bool,
    #[command(flatten)]
    incident: IncidentArg,
}

pub fn run(cli: &CommandLine, args: &UndoArgs) -> Result<(), Refusal> {
    let handle = cli.find_any(&args.incident)?;
    let id = args.entry.id();
    if args.back { bring_back(cli, &handle, id) } else { undo(cli, &handle, id, &args.entry.words()) }
}

fn undo(cli: &CommandLine, handle: &str, id: Option<EventId>, part: &str) -> Result<(), Refusal> {
    let id = id.map_or_else(|| cli.workstation.find_entry_to_undo(handle, part).map(|row| row.id), Ok)?;
    cli.workstation.remove_entry(handle, id)?;
    let answer = json!({ "id": id, "incident": handle });
    cli.answer(&answer, || format!("Undone on {handle}. Bring it back: sitrep undo --back {} -i {handle}", id.0))
}

fn bring_back(cli: &CommandLine, handle: &str, id: Option<EventId>) -> Result<(), Refusal> {
    let id = id.ok_or(Error::UnknownEvent)?;
    cli.workstation.restore_entry(handle, id)?;
    cli.answer(&json!({ "id": id, "incident": handle }), || format!("It is on the timeline of {handle} again"))
}
