//! `sitrep reopen`.

use clap::Args;

use crate::command_line::{CommandLine, NamedIncident};
use crate::output::Refusal;

/// Reopen what was resolved: the checks, the all-clear and the review are asked for anew
#[derive(Debug, Args)]
pub struct ReopenArgs {
    /// Why it is not over
    #[arg(long)]
    reason: Option<String>,
    #[command(flatten)]
    incident: NamedIncident,
}

pub fn run(cli: &CommandLine, args: &ReopenArgs) -> Result<(), Refusal> {
    let handle = cli.find_resolved(&args.incident)?;
    cli.workstation.reopen(&handle, args.reason.as_deref())?;
    cli.answer_about(&handle, |incident| format!("Reopened {}: {} {}", incident.handle, incident.severity, incident.status))
}
