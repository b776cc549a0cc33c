//! Everything that was looked at, as lines and as JSON.

use std::sync::Arc;

use serde_json::{Value, json};
use sitrep_workstation::screens::PolicyView;
use sitrep_workstation::{Error, Folders, SystemClock, Workstation};

use super::bus::ask_buses;
use super::check::Check;
use super::{display, folders, login};
use crate::command_line::{DisplayServer, has_app};
use crate::output::joined;

/// What the doctor found.
pub struct Report {
    /// None where the system names no folders.
    folders: Option<Folders>,
    /// None where the storage cannot be opened.
    policy: Option<PolicyView>,
    checks: Vec<Check>,
}

impl Report {
    /// Looks at everything. Storage that cannot be opened is one of the things it tells.
    pub fn of(folders: &Result<Folders, Error>) -> Self {
        let opened = folders.as_ref().map(|folders| (folders, Workstation::open(folders.clone(), Arc::new(SystemClock))));
        let mut checks = match &opened {
            Ok((folders, opened)) => folders::storage(folders, opened),
            Err(error) => vec![folders::no_folders(error)],
        };
        let workstation = opened.as_ref().ok().and_then(|(_, opened)| opened.as_ref().ok());
        let policy = workstation.and_then(|workstation| workstation.policy_view().ok());
        checks.extend(desktop(workstation));
        checks.extend(policy.as_ref().map(folders::policy));
        checks.extend(workstation.into_iter().flat_map(folders::team_files));
        Self { folders: folders.as_ref().ok().cloned(), policy, checks }
    }

    /// As scripts read it.
    pub fn shape(&self) -> Value {
        let folders = self.folders.as_ref();
        json!({
            "data": folders.map(|folders| &folders.data), "config": folders.map(|folders| &folders.config),
            "database_writable": self.checks.iter().any(|check| check.name == folders::DATA && check.good),
            "policy": self.policy, "display": DisplayServer::here() != DisplayServer::None, "app": has_app(), "checks": self.checks,
        })
    }

    /// As people read it.
    pub fn text(&self) -> String {
        let checks = self.checks.iter().flat_map(Check::lines).chain([verdict(&self.checks)]);
        joined(checks.chain(self.policy.iter().flat_map(policy_lines)))
    }
}

/// What the desktop gives, and the app found when it last ran.
fn desktop(workstation: Option<&Workstation>) -> Vec<Check> {
    let found = workstation.and_then(|workstation| workstation.desktop_report().ok().flatten());
    let bus = ask_buses();
    let mut checks = vec![display::display(), display::hotkey(found.as_ref(), &bus), display::app(&bus)];
    checks.extend(bus.checks(found.as_ref()));
    checks.push(login::check());
    checks
}

fn verdict(checks: &[Check]) -> String {
    match checks.iter().filter(|check| !check.good).count() {
        0 => "All of it works.".to_owned(),
        1 => "One thing, marked with !, does not work here; beside it stands what to do.".to_owned(),
        many => format!("{many} things, marked with !, do not work here; beside each stands what to do."),
    }
}

fn policy_lines(policy: &PolicyView) -> Vec<String> {
    let title = "The policy in force, value by value:".to_owned();
    let values = policy.values.iter().map(|value| format!("    {} = {}  ({})", value.key, value.value, value.origin));
    [title].into_iter().chain(values).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_verdict_counts_what_does_not_work() {
        let check = Check::bad("session_bus", "there is none.", "Start one.");
        assert!(verdict(&[check.clone(), check]).starts_with("2 things"));
    }
}
