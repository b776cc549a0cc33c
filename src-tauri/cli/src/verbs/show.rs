//! `sitrep show`.

use clap::Args;
use serde::Serialize;
use sitrep_core::incident::IncidentSummary;
use sitrep_core::procedure::{ChecklistItem, Deadline, NextStep};
use sitrep_workstation::screens::{IncidentScreen, RoleView};

use crate::command_line::{CommandLine, NamedIncident, NamesIncident};
use crate::output::Refusal;

/// Show one incident
#[derive(Debug, Args)]
pub struct ShowArgs {
    #[command(flatten)]
    incident: NamedIncident,
}

/// The incident, and what is to be done.
#[derive(Serialize)]
struct Shown<'a> {
    #[serde(flatten)]
    incident: &'a IncidentSummary,
    next_step: &'a NextStep,
    checklist: &'a [ChecklistItem],
    deadlines: Vec<Deadline>,
}

pub fn run(cli: &CommandLine, args: &ShowArgs) -> Result<(), Refusal> {
    let incident = cli.workstation.find_any(args.incident.part())?.summary;
    let screen = cli.workstation.incident_screen(&incident.handle)?;
    let deadlines = cli.workstation.deadlines(Some(&incident.handle))?;
    let shown = Shown { incident: &incident, next_step: &screen.next_step, checklist: &screen.checklist, deadlines };
    cli.answer(&shown, || page(&incident, &screen))
}

fn page(incident: &IncidentSummary, screen: &IncidentScreen) -> String {
    let IncidentSummary { handle, severity, title, status, channel, .. } = incident;
    let IncidentScreen { since, elapsed, detected, since_detection, next_step, .. } = screen;
    let roles: Vec<String> = screen.roles.iter().map(role).collect();
    let roles = roles.join("  ");
    let next = format!("Next: {} ({})", next_step.text, next_step.reason);
    let withdrawn = screen.withdrawn.as_ref().map(|said| format!("\n{}", said.line)).unwrap_or_default();
    format!(
        "{handle}\n{severity} {title}{withdrawn}\n{status}, {elapsed} {since}, {since_detection} {detected}\n{roles}\n{channel}\n{next}"
    )
}

fn role(role: &RoleView) -> String {
    format!("{} {}", role.short_label, role.person.as_deref().unwrap_or("unassigned"))
}
