//! Reminders for tests.

use sitrep_core::procedure::Stage;
use sitrep_core::vocabulary::{DeadlineKind, Severity};
use sitrep_workstation::Reminder;

/// A reminder of an update.
pub fn reminder(key: &str, severity: Severity, stage: u32) -> Reminder {
    Reminder {
        key: key.to_owned(),
        claim: key.to_owned(),
        stage: Stage(stage),
        handle: key.to_owned(),
        severity,
        kind: DeadlineKind::Update,
        update: None,
        title: format!("{key} is due"),
        body: format!("{severity} {key}\nmore"),
        claims: String::new(),
        critical: false,
        alarm: false,
        actions: vec![],
        pane: None,
    }
}
