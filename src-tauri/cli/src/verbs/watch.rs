//! `sitrep watch`.

use clap::{Args, Subcommand};
use sitrep_workstation::acts::{AlertSourceInput, AlertSourceView};

use crate::command_line::CommandLine;
use crate::output::{Refusal, joined};

/// The Alertmanagers that the app watches, read-only: what fires is a notification, and a person declares
#[derive(Debug, Subcommand)]
pub enum WatchCommand {
    /// List them
    List,
    /// Watch one from now on; one of the same name gives way
    Add(AddArgs),
    /// Watch one no more
    Remove {
        /// Its name
        name: String,
    },
}

#[derive(Debug, Args)]
pub struct AddArgs {
    /// What it is to be called
    name: String,
    /// Its address, also of a port-forward: http://localhost:9093
    url: String,
    /// Only alerts for which this holds: 'severity="critical"'; several have to hold together
    #[arg(long = "only", value_name = "FILTER")]
    filters: Vec<String>,
}

pub fn run(cli: &CommandLine, command: WatchCommand) -> Result<(), Refusal> {
    let acted = !matches!(command, WatchCommand::List);
    match command {
        WatchCommand::List => {}
        WatchCommand::Add(AddArgs { name, url, filters }) => cli.workstation.add_alert_source(&AlertSourceInput { name, url, filters })?,
        WatchCommand::Remove { name } => cli.workstation.remove_alert_source(&name)?,
    }
    let told = cli.workstation.alert_sources();
    let sources = told.map_err(|error| if acted { Refusal::Untold(error) } else { error.into() })?;
    cli.answer(&sources, || match sources.as_slice() {
        [] => "No Alertmanager is watched. Name one: sitrep watch add NAME URL".to_owned(),
        some => joined(some.iter().map(line)),
    })
}

fn line(source: &AlertSourceView) -> String {
    let only = if source.filters.is_empty() { String::new() } else { format!("  only {}", source.filters.join(" and ")) };
    format!("{:<20}  {}{only}", source.name, source.url)
}
