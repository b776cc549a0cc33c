//! `sitrep services`.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use serde_json::{Value, json};
use sitrep_core::team::Service;
use sitrep_workstation::Error;

use crate::command_line::CommandLine;
use crate::output::{Refusal, counted, joined};

/// The team's services: list them, check their file, import them from Backstage
#[derive(Debug, Subcommand)]
pub enum ServicesCommand {
    /// List them, with what is known of each
    List,
    /// Check services.toml, or another file of its form
    Check {
        /// A file of services
        file: Option<PathBuf>,
    },
    /// Print the tables that a Backstage catalog-info.yaml gives, to go in services.toml
    Import(ImportArgs),
}

#[derive(Debug, Args)]
pub struct ImportArgs {
    /// The catalogue
    file: PathBuf,
    /// Add them at the end of services.toml
    #[arg(long)]
    append: bool,
}

pub fn run(cli: &CommandLine, command: ServicesCommand) -> Result<(), Refusal> {
    match command {
        ServicesCommand::List => list(cli),
        ServicesCommand::Check { file } => check(cli, file.as_deref()),
        ServicesCommand::Import(args) => import(cli, &args),
    }
}

/// A file that is not followed is the refusal: what it names is not what holds.
fn list(cli: &CommandLine) -> Result<(), Refusal> {
    let path = cli.workstation.services_path().display().to_string();
    if let Some(reason) = cli.workstation.services_problem() {
        return Err(Error::BadTeamFile { path, reason }.into());
    }
    let services = &cli.workstation.services().services;
    cli.answer(&services.iter().map(shape).collect::<Vec<_>>(), || match services.as_slice() {
        [] => format!("No service is named. The file for them is {path}"),
        some => joined(some.iter().map(line)),
    })
}

fn check(cli: &CommandLine, file: Option<&Path>) -> Result<(), Refusal> {
    let count = cli.workstation.check_services(file)?;
    let path = file.map_or_else(|| cli.workstation.services_path(), Path::to_owned).display().to_string();
    cli.answer(&json!({ "path": path, "services": count }), || format!("{path}: good, {}", counted(count, "service")))
}

/// Prints the tables, or adds them to the team's file and says so.
fn import(cli: &CommandLine, args: &ImportArgs) -> Result<(), Refusal> {
    let imported = cli.workstation.import_services(&args.file)?;
    let adds = args.append && !imported.added.is_empty();
    let path = if adds { Some(cli.workstation.append_services(&imported.toml)?.display().to_string()) } else { None };
    let shape = json!({ "toml": imported.toml, "added": imported.added, "left_out": imported.left_out, "path": path });
    cli.answer(&shape, || match &path {
        Some(path) => format!("{} added to {path}: {}", counted(imported.added.len(), "service"), imported.added.join(", ")),
        None if args.append => "Nothing was added: every service in it is named already.".to_owned(),
        None => imported.toml.trim_end().to_owned(),
    })
}

fn shape(one: &Service) -> Value {
    json!({
        "name": one.name, "customer_name": one.customer_name, "aliases": one.aliases, "owners": one.owners,
        "depends_on": one.depends_on, "dashboards": one.dashboards.len(), "runbooks": one.runbooks,
        "logs": one.logs.as_ref().map(|logs| &logs.platform),
    })
}

fn line(service: &Service) -> String {
    let commands = [("deploy", &service.deploy), ("rollback", &service.rollback), ("status", &service.status)];
    let mut known: Vec<String> = service.customer_name.iter().map(|name| format!("for customers {name}")).collect();
    known.extend((!service.owners.is_empty()).then(|| format!("of {}", service.owners.join(", "))));
    known.extend((!service.dashboards.is_empty()).then(|| format!("dashboards {}", service.dashboards.len())));
    known.extend(service.logs.iter().map(|logs| format!("logs {}", logs.platform)));
    known.extend(commands.into_iter().filter(|(_, command)| command.is_some()).map(|(name, _)| name.to_owned()));
    known.extend((!service.depends_on.is_empty()).then(|| format!("needs {}", service.depends_on.join(", "))));
    format!("{:<20}  {}", service.name, known.join("; ")).trim_end().to_owned()
}
