//! `sitrep ack`.

use clap::Args;

use crate::command_line::{CommandLine, NamedIncident};
use crate::output::Refusal;

/// Acknowledge: somebody is on it. A role, a status, work on it or a sent update say so too; an answer, a tick or an open channel do not
#[derive(Debug, Args)]
pub struct AckArgs {
    #[command(flatten)]
    incident: NamedIncident,
}

pub fn run(cli: &CommandLine, args: &AckArgs) -> Result<(), Refusal> {
    let handle = cli.find(&args.incident)?;
    cli.workstation.acknowledge(&handle)?;
    cli.answer_about(&handle, |incident| format!("Acknowledged {}", incident.handle))
}
