//! `sitrep escalate`.

use clap::Args;

use crate::command_line::{CommandLine, IncidentArg};
use crate::output::Refusal;

/// Raise the severity by the escalation rule
#[derive(Debug, Args)]
pub struct EscalateArgs {
    /// Not yet: ask again later
    #[arg(long)]
    not_yet: bool,
    /// Why not yet
    #[arg(long, requires = "not_yet")]
    reason: Option<String>,
    #[command(flatten)]
    incident: IncidentArg,
}

pub fn run(cli: &CommandLine, args: &EscalateArgs) -> Result<(), Refusal> {
    let handle = cli.find(&args.incident)?;
    if args.not_yet {
        cli.workstation.not_yet(&handle, None, args.reason.as_deref())?;
        return cli.answer_about(&handle, |incident| format!("Not yet: {} stays {}", incident.handle, incident.severity));
    }
    cli.workstation.escalate(&handle, None)?;
    cli.answer_with_standing(&handle)
}
