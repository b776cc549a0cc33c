//! `sitrep use`.

use clap::Args;

use crate::command_line::{CommandLine, standing};
use crate::output::Refusal;

/// Choose the incident that the next verbs are about, until another is written to: sitrep use payments
#[derive(Debug, Args)]
pub struct UseArgs {
    /// Any unambiguous part of its handle or title
    #[arg(value_name = "INCIDENT", required = true, num_args = 1..)]
    incident: Vec<String>,
}

pub fn run(cli: &CommandLine, args: &UseArgs) -> Result<(), Refusal> {
    let incident = cli.workstation.use_incident(&args.incident.join(" "))?;
    cli.answer(&incident, || standing(&incident))
}
