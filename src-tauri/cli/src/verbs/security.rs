//! `sitrep security`.

use clap::Args;

use crate::command_line::{CommandLine, IncidentArg};
use crate::output::Refusal;

/// Say that it is a security matter, and so a P0, or that it is none
#[derive(Debug, Args)]
pub struct SecurityArgs {
    /// It is none; to take it back needs a reason
    #[arg(long)]
    no: bool,
    /// Why it is none
    #[arg(long, requires = "no")]
    reason: Option<String>,
    #[command(flatten)]
    incident: IncidentArg,
}

pub fn run(cli: &CommandLine, args: &SecurityArgs) -> Result<(), Refusal> {
    let subject = cli.act_on_any(&args.incident, |handle| cli.workstation.decide_security(handle, !args.no, args.reason.as_deref()))?;
    cli.answer_with_standing(&subject.handle)
}
