//! `sitrep list`.

use clap::Args;
use sitrep_core::incident::IncidentSummary;

use crate::command_line::CommandLine;
use crate::output::{Refusal, joined, shortened};

/// List incidents, active ones first
#[derive(Debug, Args)]
pub struct ListArgs {
    /// Those, too, that were withdrawn because they were no incidents
    #[arg(long)]
    all: bool,
}

/// More of a title is in `show`.
const TITLE_AT_MOST: usize = 80;

pub fn run(cli: &CommandLine, args: &ListArgs) -> Result<(), Refusal> {
    let mut rows = cli.workstation.list()?;
    if args.all {
        rows.extend(cli.workstation.withdrawn()?);
    }
    let incidents: Vec<IncidentSummary> = rows.into_iter().map(|row| row.summary).collect();
    cli.answer_long(&incidents, || match incidents.as_slice() {
        [] => "No incidents. Declare one: sitrep declare 'P1 Payments failing at checkout'".to_owned(),
        some => joined(some.iter().map(line)),
    })
}

fn line(incident: &IncidentSummary) -> String {
    let stands = if incident.withdrawn.is_some() { "Withdrawn" } else { incident.status.label() };
    let because = incident.withdrawn.as_ref().map(|reason| format!(" ({reason})")).unwrap_or_default();
    format!("{}  {stands:<13}  {}  {}{because}", incident.severity, incident.handle, shortened(&incident.title, TITLE_AT_MOST))
}
