//! `sitrep services`.

use std::path::Path;

use serde_json::json;
use sitrep_core::team::Service;
use sitrep_workstation::{Error, Workstation};

use crate::args::ServicesVerb;
use crate::output::{Refusal, answer};

/// Does what is asked with services.
pub fn run(room: &Workstation, json: bool, act: ServicesVerb) -> Result<(), Refusal> {
    match act {
        ServicesVerb::List => list(room, json),
        ServicesVerb::Check { file } => {
            let count = room.check_services(file.as_deref())?;
            let path = file.unwrap_or_else(|| room.services_path()).display().to_string();
            answer(json, &json!({ "path": path, "services": count }), || format!("{path}: good, {}", counted(count)))
        }
        ServicesVerb::Import { file, append } => import(room, json, &file, append),
    }
}

/// A file that is not followed is the refusal: what it names is not what holds.
fn list(room: &Workstation, json: bool) -> Result<(), Refusal> {
    if let Some(reason) = room.services_problem() {
        return Err(Error::BadTeamFile { path: room.services_path().display().to_string(), reason }.into());
    }
    let services = room.services();
    let shape = |one: &Service| {
        json!({
            "name": one.name, "customer_name": one.customer_name, "aliases": one.aliases, "owners": one.owners,
            "depends_on": one.depends_on, "dashboards": one.dashboards.len(), "runbooks": one.runbooks,
            "logs": one.logs.as_ref().map(|logs| &logs.platform),
        })
    };
    answer(json, &services.services.iter().map(shape).collect::<Vec<_>>(), || match services.services.as_slice() {
        [] => format!("No service is named. The file for them is {}", room.services_path().display()),
        some => some.iter().map(line).collect::<Vec<_>>().join("\n"),
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

/// Prints the tables, or adds them to the team's file and says so.
fn import(room: &Workstation, json: bool, file: &Path, append: bool) -> Result<(), Refusal> {
    let imported = room.import_services(file)?;
    let adds = append && !imported.added.is_empty();
    let path = if adds { Some(room.append_services(&imported.toml)?.display().to_string()) } else { None };
    let told = json!({ "toml": imported.toml, "added": imported.added, "left_out": imported.left_out, "path": path });
    answer(json, &told, || match &path {
        Some(path) => format!("{} added to {path}: {}", counted(imported.added.len()), imported.added.join(", ")),
        None if append => "Nothing was added: every service in it is named already.".to_owned(),
        None => imported.toml.trim_end().to_owned(),
    })
}

fn counted(count: usize) -> String {
    if count == 1 { "1 service".to_owned() } else { format!("{count} services") }
}
