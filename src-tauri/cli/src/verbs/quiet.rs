//! `sitrep quiet`.

use clap::Args;

use crate::command_line::{CommandLine, NamedIncident};
use crate::output::Refusal;

/// Say that it stayed quiet after the end: the watch for recurrence is over
#[derive(Debug, Args)]
pub struct QuietArgs {
    #[command(flatten)]
    incident: NamedIncident,
}

pub fn run(cli: &CommandLine, args: &QuietArgs) -> Result<(), Refusal> {
    let handle = cli.find_resolved(&args.incident)?;
    cli.workstation.stayed_quiet(&handle)?;
    cli.answer_about(&handle, |incident| format!("{} stayed quiet", incident.handle))
}
