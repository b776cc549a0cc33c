//! `sitrep status`.

use clap::Args;
use sitrep_core::vocabulary::Status;

use crate::command_line::{CommandLine, IncidentArg};
use crate::output::Refusal;

/// Change the status: investigating, identified, mitigating, monitoring, resolved; alone, say it
#[derive(Debug, Args)]
pub struct StatusArgs {
    /// The new status
    status: Option<Status>,
    /// Why
    #[arg(long, requires = "status")]
    reason: Option<String>,
    #[command(flatten)]
    incident: IncidentArg,
}

pub fn run(cli: &CommandLine, args: &StatusArgs) -> Result<(), Refusal> {
    let Some(status) = args.status else { return cli.answer_with_standing(&cli.find_any(&args.incident)?) };
    let handle = cli.find(&args.incident)?;
    cli.workstation.set_status(&handle, status, args.reason.as_deref())?;
    cli.answer_with_standing(&handle)
}
