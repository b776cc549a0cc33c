//! `sitrep status`.

use clap::Args;
use sitrep_core::vocabulary::Status;

use crate::command_line::{CommandLine, IncidentArg};
use crate::output::Refusal;

/// Change the status: investigating, identified, mitigating, monitoring, resolved
#[derive(Debug, Args)]
pub struct StatusArgs {
    /// The new status
    status: Status,
    /// Why
    #[arg(long)]
    reason: Option<String>,
    #[command(flatten)]
    incident: IncidentArg,
}

pub fn run(cli: &CommandLine, args: &StatusArgs) -> Result<(), Refusal> {
    let handle = cli.find(&args.incident)?;
    cli.workstation.set_status(&handle, args.status, args.reason.as_deref())?;
    cli.answer_with_standing(&handle)
}
