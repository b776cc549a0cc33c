//! `sitrep list`.

use clap::Args;
use sitrep_core::incident::IncidentSummary;

use crate::command_line::CommandLine;
use crate::output::{Refusal, joined};

/// List incidents, active ones first
#[derive(Debug, Args)]
pub struct ListArgs {}

pub fn run(cli: &CommandLine) -> Result<(), Refusal> {
    let incidents: Vec<IncidentSummary> = cli.workstation.list()?.into_iter().map(|row| row.summary).collect();
    cli.answer(&incidents, || match incidents.as_slice() {
        [] => "No incidents. Declare one: sitrep declare 'P1 Payments failing at checkout'".to_owned(),
        some => joined(some.iter().map(line)),
    })
}

fn line(incident: &IncidentSummary) -> String {
    format!("{}  {:<13}  {}  {}", incident.severity, incident.status.label(), incident.handle, incident.title)
}
