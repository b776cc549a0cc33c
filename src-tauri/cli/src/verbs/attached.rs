//! `sitrep attached`.

use clap::Args;

use crate::command_line::{CommandLine, EntryArg, IncidentArg};
use crate::output::Refusal;

/// Print the text that is attached to an entry, as `log --attach` kept it
#[derive(Debug, Args)]
pub struct AttachedArgs {
    #[command(flatten)]
    entry: EntryArg,
    #[command(flatten)]
    incident: IncidentArg,
}

pub fn run(cli: &CommandLine, args: &AttachedArgs) -> Result<(), Refusal> {
    let handle = cli.find_any(&args.incident)?;
    let read = cli.workstation.attached_text(&handle, args.entry.find(cli, &handle)?)?;
    cli.answer(&read, || read.text.clone())
}
