//! `sitrep withdraw`.

use clap::Args;
use sitrep_workstation::screens::owed_line;

use crate::command_line::{CommandLine, IncidentArg};
use crate::output::Refusal;

/// Withdraw an incident that was none: it is kept, out of lists, and nothing more is due
#[derive(Debug, Args)]
pub struct WithdrawArgs {
    /// Why it was none
    #[arg(long)]
    reason: Option<String>,
    /// Bring back one that was withdrawn; it is named with -i
    #[arg(long, conflicts_with = "reason", requires = "incident")]
    back: bool,
    #[command(flatten)]
    incident: IncidentArg,
}

pub fn run(cli: &CommandLine, args: &WithdrawArgs) -> Result<(), Refusal> {
    let handle = cli.find(&args.incident)?;
    if args.back {
        cli.workstation.bring_back(&handle)?;
        return cli
            .answer_about(&handle, |incident| format!("Brought back {}: {} {}", incident.handle, incident.severity, incident.status));
    }
    let told = cli.workstation.withdraw(&handle, args.reason.as_deref())?;
    let owed = owed_line(&told).map(|line| format!("\n{line}")).unwrap_or_default();
    cli.answer_about(&handle, |incident| {
        let handle = &incident.handle;
        format!("Withdrawn {handle}; sitrep list --all shows it, sitrep withdraw --back -i {handle} brings it back{owed}")
    })
}
