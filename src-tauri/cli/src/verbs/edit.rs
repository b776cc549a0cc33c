//! `sitrep edit`.

use clap::Args;
use sitrep_core::vocabulary::EventId;
use sitrep_workstation::Error;
use sitrep_workstation::acts::ENTRY_AT_MOST;

use crate::command_line::{CommandLine, EntryArg, IncidentArg, text_or_input};
use crate::output::Refusal;

/// Change an entry's words or its time; what it said before is kept: sitrep edit error rate --text 'Error rate is 38 %'
#[derive(Debug, Args)]
pub struct EditArgs {
    #[command(flatten)]
    entry: EntryArg,
    /// What it says now; '-' reads standard input
    #[arg(long, value_name = "TEXT", required_unless_present = "at")]
    text: Option<String>,
    /// When it happened
    #[arg(long, value_name = "TIME", allow_hyphen_values = true)]
    at: Option<String>,
    #[command(flatten)]
    incident: IncidentArg,
}

pub fn run(cli: &CommandLine, args: &EditArgs) -> Result<(), Refusal> {
    let handle = cli.find_any(&args.incident)?;
    let id = args.entry.find(cli, &handle)?;
    let text = match &args.text {
        Some(text) => text_or_input(std::slice::from_ref(text), ENTRY_AT_MOST)?,
        None => standing(cli, &handle, id)?,
    };
    let recorded = cli.workstation.amend_entry(&handle, id, &text, args.at.as_deref())?;
    cli.answer(&recorded, || recorded.message.clone())
}

/// The words stay where only the time is another.
fn standing(cli: &CommandLine, handle: &str, id: EventId) -> Result<String, Error> {
    let row = cli.workstation.timeline(Some(handle))?.into_iter().find(|row| row.id == id);
    Ok(row.ok_or(Error::UnknownEvent)?.text)
}
