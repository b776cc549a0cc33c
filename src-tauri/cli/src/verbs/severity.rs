//! `sitrep severity`.

use clap::Args;
use sitrep_core::vocabulary::Lowering;

use crate::command_line::{CommandLine, IncidentArg};
use crate::output::Refusal;

/// Change the severity; a downgrade needs a reason. With the one in force and --reason, write down why it is that; alone, say it
#[derive(Debug, Args)]
pub struct SeverityArgs {
    /// P0, P1, P2 or P3, or what the team calls it
    severity: Option<String>,
    /// Why
    #[arg(long, requires = "severity")]
    reason: Option<String>,
    /// It never was that bad; otherwise a lower one means that it got better, and what the worst asked for stays owed
    #[arg(long, requires = "severity")]
    never_was: bool,
    #[command(flatten)]
    incident: IncidentArg,
}

pub fn run(cli: &CommandLine, args: &SeverityArgs) -> Result<(), Refusal> {
    let Some(severity) = &args.severity else { return cli.answer_with_standing(&cli.find_any(&args.incident)?) };
    let severity = cli.workstation.severity_named(severity)?;
    let lowering = if args.never_was { Lowering::NeverWas } else { Lowering::GotBetter };
    let found = cli.workstation.find(args.incident.part())?.summary;
    match &args.reason {
        Some(reason) if found.severity == severity => cli.workstation.reason_severity(&found.handle, reason)?,
        reason => cli.workstation.set_severity(&found.handle, severity, reason.as_deref(), Some(lowering))?,
    }
    cli.answer_with_standing(&found.handle)
}
