//! `sitrep role`.

use clap::Args;
use sitrep_core::vocabulary::Role;
use sitrep_workstation::screens::RoleView;

use crate::command_line::{CommandLine, IncidentArg};
use crate::output::{Refusal, joined};

/// Give a role to somebody: sitrep role commander @ana; alone, list the four with what each does and who holds it
#[derive(Debug, Args)]
pub struct RoleArgs {
    /// commander, tech, comms or scribe
    role: Option<Role>,
    /// To whom; leave out to unassign
    person: Option<String>,
    #[command(flatten)]
    incident: IncidentArg,
}

pub fn run(cli: &CommandLine, args: &RoleArgs) -> Result<(), Refusal> {
    let handle = cli.find(&args.incident)?;
    let Some(role) = args.role else { return list(cli, &handle) };
    cli.workstation.assign_role(&handle, role, args.person.as_deref())?;
    cli.answer_about(&handle, |incident| {
        format!("{}: {} on {}", role.label(), incident.roles.of(role).unwrap_or("nobody"), incident.handle)
    })
}

fn list(cli: &CommandLine, handle: &str) -> Result<(), Refusal> {
    let roles = cli.workstation.team(handle)?.roles;
    let line = |one: &RoleView| format!("{} ({}): {}", one.label, one.person.as_deref().unwrap_or("nobody"), one.responsibility);
    cli.answer(&roles, || joined(roles.iter().map(line)))
}
