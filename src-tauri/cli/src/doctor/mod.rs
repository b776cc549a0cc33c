//! What works here, in plain words: one check after another, each with what to do where it is bad.

mod bus;
mod display;
mod folders;
mod login;

use std::sync::Arc;

use serde::Serialize;
use serde_json::json;
use sitrep_workstation::{Error, Folders, SystemClock, Workstation};

use crate::command_line::{DisplayServer, has_app};
use crate::output::{Refusal, answer};
use bus::Bus;

/// How far the names of the checks reach.
const NAMES: usize = 16;

/// One thing that was looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Check {
    /// Stable, for scripts.
    name: &'static str,
    good: bool,
    says: String,
    /// What still works and what to do.
    advice: Vec<String>,
}

impl Check {
    fn good(name: &'static str, says: impl Into<String>) -> Self {
        Self { name, good: true, says: says.into(), advice: vec![] }
    }

    fn bad(name: &'static str, says: impl Into<String>, advice: impl Into<String>) -> Self {
        Self { name, good: false, says: says.into(), advice: vec![advice.into()] }
    }

    fn with(mut self, advice: impl IntoIterator<Item = String>) -> Self {
        self.advice.extend(advice);
        self
    }

    fn lines(&self) -> Vec<String> {
        let mark = if self.good { ' ' } else { '!' };
        let mut title = self.name.replace('_', " ");
        if let Some(first) = title.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        let first = format!("{mark} {title:<NAMES$}{}", self.says);
        std::iter::once(first).chain(self.advice.iter().map(|line| format!("  {:NAMES$}{line}", ""))).collect()
    }
}

/// Looks at everything and tells it. Storage that cannot be opened is one of the things it tells.
pub fn run(folders: &Result<Folders, Error>, as_json: bool) -> Result<(), Refusal> {
    let opened = folders.as_ref().map(|folders| Workstation::open(folders.clone(), Arc::new(SystemClock)));
    let room = opened.as_ref().ok().and_then(|opened| opened.as_ref().ok());
    let found = room.and_then(|room| room.desktop_report().ok().flatten());
    let bus = Bus::ask();
    let policy = room.and_then(|room| room.policy_view().ok());
    let mut checks = folders::checks(folders, opened.as_ref().ok());
    checks.push(display::display());
    checks.push(display::hotkey(found.as_ref(), &bus));
    checks.push(display::app(&bus));
    checks.extend(bus.checks(found.as_ref()));
    checks.push(login::check());
    checks.extend(policy.as_ref().map(folders::policy));
    checks.extend(room.into_iter().flat_map(folders::team_files));
    let paths = folders.as_ref().ok();
    let report = json!({
        "data": paths.map(|folders| &folders.data), "config": paths.map(|folders| &folders.config),
        "database_writable": checks.iter().any(|check| check.name == "data" && check.good),
        "policy": policy, "display": DisplayServer::here() != DisplayServer::None, "app": has_app(), "checks": checks,
    });
    answer(as_json, &report, || {
        let mut lines: Vec<String> = checks.iter().flat_map(Check::lines).collect();
        lines.push(verdict(&checks));
        if let Some(policy) = &policy {
            lines.push("The policy in force, value by value:".to_owned());
            lines.extend(folders::policy_lines(policy));
        }
        lines.join("\n")
    })
}

fn verdict(checks: &[Check]) -> String {
    match checks.iter().filter(|check| !check.good).count() {
        0 => "All of it works.".to_owned(),
        1 => "One thing, marked with !, does not work here; beside it stands what to do.".to_owned(),
        many => format!("{many} things, marked with !, do not work here; beside each stands what to do."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bad_line_is_marked_and_followed_by_what_to_do() {
        let check = Check::bad("session_bus", "there is none.", "Start one.").with(["Then try again.".to_owned()]);
        assert_eq!(
            check.lines(),
            ["! Session bus     there is none.", "                  Start one.", "                  Then try again."]
        );
        assert_eq!(Check::good("tray", "shown.").lines(), ["  Tray            shown."]);
        assert!(verdict(&[check.clone(), check]).starts_with("2 things"));
    }
}
