//! What must hold of a service beside its names. What is wrong comes with the key inside the service and the reason.

use super::definition::Service;
use super::parts::{Logs, Repository};
use crate::team::commands::check_command;
use crate::team::links::{check_link, is_link};
use crate::team::log_platform::LogPlatform;
use crate::text::{as_seen, is_blank};

type Refusal = (String, String);

pub(super) fn service(service: &Service, platforms: &[LogPlatform]) -> Result<(), Refusal> {
    let dashboards = service.dashboards.iter().map(|dashboard| (&dashboard.title, &dashboard.url));
    pages("dashboards", dashboards)?;
    pages("changes", service.changes.iter().map(|history| (&history.title, &history.url)))?;
    if let Some(given) = &service.logs {
        logs(given, platforms)?;
    }
    for (at, given) in service.repositories.iter().enumerate() {
        repository(given).map_err(|(key, reason)| (format!("repositories[{at}]{key}"), reason))?;
    }
    commands(service)?;
    for (at, contact) in service.contacts.iter().enumerate() {
        filled(&contact.who).map_err(|reason| (format!("contacts[{at}].who"), reason))?;
        filled(&contact.how).map_err(|reason| (format!("contacts[{at}].how"), reason))?;
    }
    for (at, given) in service.runbooks.iter().enumerate() {
        runbook(given).map_err(|reason| (format!("runbooks[{at}]"), reason))?;
    }
    for (name, value) in &service.values {
        no_option(value).map_err(|reason| (format!("values.{name}"), reason))?;
    }
    for (key, names) in [("owners", &service.owners), ("depends_on", &service.depends_on)] {
        for (at, name) in names.iter().enumerate() {
            filled(name).map_err(|reason| (format!("{key}[{at}]"), reason))?;
        }
    }
    Ok(())
}

fn pages<'a>(key: &str, pages: impl Iterator<Item = (&'a String, &'a String)>) -> Result<(), Refusal> {
    for (at, (title, url)) in pages.enumerate() {
        filled(title).map_err(|reason| (format!("{key}[{at}].title"), reason))?;
        check_link(url).map_err(|reason| (format!("{key}[{at}].url"), reason))?;
    }
    Ok(())
}

/// A name or a title: a line that is as it is seen.
pub(super) fn filled(text: &str) -> Result<(), String> {
    if is_blank(text) {
        return Err("must not be empty".to_owned());
    }
    let is_as_seen = as_seen(text) == text && !text.chars().any(char::is_control);
    if is_as_seen { Ok(()) } else { Err("must be one line, without characters that nobody sees".to_owned()) }
}

/// What begins with a dash is read as an option by the command that it is given to.
fn no_option(text: &str) -> Result<(), String> {
    filled(text)?;
    if text.starts_with('-') { Err("must not begin with a dash: a command would read it as an option".to_owned()) } else { Ok(()) }
}

fn commands(service: &Service) -> Result<(), Refusal> {
    for (key, command) in [("deploy", &service.deploy), ("rollback", &service.rollback), ("status", &service.status)] {
        if let Some(command) = command {
            check_command(command).map_err(|reason| (key.to_owned(), reason))?;
            no_option(&service.name).map_err(|reason| ("name".to_owned(), reason))?;
        }
    }
    Ok(())
}

fn logs(logs: &Logs, platforms: &[LogPlatform]) -> Result<(), Refusal> {
    if !platforms.iter().any(|platform| platform.id == logs.platform) {
        let known: Vec<&str> = platforms.iter().map(|platform| platform.id.as_str()).collect();
        let reason = format!("knows no '{}'; there are {}, and a [[log_platform]] adds one", logs.platform, known.join(", "));
        return Err(("logs.platform".to_owned(), reason));
    }
    for name in logs.labels.keys() {
        let first = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
        if !first || !name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '.')) {
            return Err((format!("logs.labels.{name}"), "is no name of a label: letters, digits, _ and . alone".to_owned()));
        }
    }
    Ok(())
}

fn repository(repository: &Repository) -> Result<(), Refusal> {
    if is_link(&repository.path) && !repository.path.starts_with("ssh://") {
        check_link(&repository.path).map_err(|reason| (".path".to_owned(), reason))?;
    }
    no_option(&repository.path).map_err(|reason| (".path".to_owned(), reason))?;
    repository.branch.as_deref().map_or(Ok(()), no_option).map_err(|reason| (".branch".to_owned(), reason))
}

/// A link, or a file of the runbooks folder and of no other.
fn runbook(runbook: &str) -> Result<(), String> {
    filled(runbook)?;
    if is_link(runbook) {
        return check_link(runbook);
    }
    let outside = runbook.starts_with(['/', '\\']) || runbook.split(['/', '\\']).any(|part| part == "..");
    if outside { Err("must be a file of the runbooks folder, or a link".to_owned()) } else { Ok(()) }
}
