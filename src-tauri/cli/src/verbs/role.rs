//! `sitrep role`.

use clap::Args;
use sitrep_core::vocabulary::Role;

use crate::command_line::{CommandLine, IncidentArg};
use crate::output::Refusal;

/// Give a role to somebody: sitrep role commander @ana
#[derive(Debug, Args)]
pub struct RoleArgs {
    /// commander, tech, comms or scribe
    role: Role,
    /// To whom; leave out to unassign
    person: Option<String>,
    #[command(flatten)]
    incident: IncidentArg,
}

pub fn run(cli: &CommandLine, args: &RoleArgs) -> Result<(), Refusal> {
    let handle = cli.find(&args.incident)?;
    cli.workstation.assign_role(&handle, args.role, args.person.as_deref())?;
    cli.answer_about(&handle, |incident| {
        format!("{}: {} on {}", args.role.label(), incident.roles.of(args.role).unwrap_or("nobody"), incident.handle)
    })
}
