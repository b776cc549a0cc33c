//! `sitrep mitigation catalogue`.

use clap::Args;
use serde_json::json;
use sitrep_core::filling::FilledStep;
use sitrep_core::team::MitigationAction;
use sitrep_workstation::screens::FilledCommands;

use crate::command_line::{CommandLine, IncidentArg};
use crate::output::{Refusal, joined};

#[derive(Debug, Args)]
pub struct CatalogueArgs {
    /// The id of an action, such as rollback
    id: Option<String>,
    #[command(flatten)]
    incident: IncidentArg,
}

pub fn run(cli: &CommandLine, args: &CatalogueArgs) -> Result<(), Refusal> {
    match &args.id {
        Some(id) => one(cli, id, &args.incident),
        None => {
            let actions = cli.workstation.mitigation_actions();
            cli.answer(&actions, || joined(actions.iter().map(|one| format!("{:<20}  {}: {}", one.id, one.action, one.when))))
        }
    }
}

/// With its steps filled for the incident's services, where there is an incident.
fn one(cli: &CommandLine, id: &str, incident: &IncidentArg) -> Result<(), Refusal> {
    let action = cli.workstation.mitigation_action(id)?;
    let filled = match cli.find_any(incident) {
        Ok(handle) => cli.workstation.filled_commands(&handle, id)?,
        Err(error) if incident.part().is_some() => return Err(error.into()),
        Err(_) => Vec::new(),
    };
    cli.answer(&json!({ "action": action, "commands": filled }), || {
        joined([in_lines(&action)].into_iter().chain(filled.iter().map(commands)))
    })
}

fn in_lines(action: &MitigationAction) -> String {
    let MitigationAction { action: called, when, how, risk, .. } = action;
    format!("{called}\n  When: {when}\n  How: {how}\n  Risk: {risk}")
}

fn commands(of: &FilledCommands) -> String {
    let head = if of.service.is_empty() || of.steps.is_empty() { String::new() } else { format!("For {}:\n", of.service) };
    head + &joined(of.steps.iter().enumerate().map(|(at, step)| format!("  {}. {}", at + 1, in_words(step))))
}

fn in_words(step: &FilledStep) -> String {
    let Some(command) = &step.command else { return step.say.clone() };
    let adapt = if step.example { "  (an example: adapt it)" } else { "" };
    format!("{}{adapt}\n       {command}", step.say)
}
