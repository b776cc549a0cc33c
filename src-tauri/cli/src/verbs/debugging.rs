//! `sitrep debugging`.

use clap::Args;

use crate::command_line::{CommandLine, IncidentArg};
use crate::output::Refusal;

/// Say why the commander debugs, for the timeline; asked once
#[derive(Debug, Args)]
pub struct DebuggingArgs {
    /// Why
    #[arg(required = true, num_args = 1..)]
    reason: Vec<String>,
    #[command(flatten)]
    incident: IncidentArg,
}

pub fn run(cli: &CommandLine, args: &DebuggingArgs) -> Result<(), Refusal> {
    let handle = cli.find(&args.incident)?;
    cli.workstation.explain_debugging(&handle, &args.reason.join(" "))?;
    cli.answer_with_standing(&handle)
}
