//! Which reminders are true now, so that what is on the screen can be taken back when it no longer is.

use std::collections::HashMap;

use sitrep_core::procedure::Stage;

use super::reminder::Reminder;

/// The first that says how late it is.
const LATE: Stage = Stage(Stage::DUE.0 + 1);

/// Each deadline that asks for attention, with the reminders that its time has come to and what each of them says.
#[derive(Debug, Clone, Default)]
pub struct StandingReminders(HashMap<String, Vec<(Stage, String)>>);

impl StandingReminders {
    /// Whether what a reminder says is true: its deadline stands, it is due if it says so, and the policy still raises the severity
    /// by itself if it says that. A clock that was ahead and is set right makes nothing late.
    #[must_use]
    pub fn hold(&self, reminder: &Reminder) -> bool {
        // Every one that repeats another says the same.
        let said_at = reminder.stage.min(LATE);
        let standing = self.0.get(&reminder.key);
        standing.is_some_and(|said| said.iter().any(|(stage, claims)| *stage == said_at && *claims == reminder.claims))
    }

    pub(super) fn insert(&mut self, key: String, reached: Stage, claims: impl Fn(Stage) -> String) {
        let stages = [Stage::WARNING, Stage::DUE, LATE].into_iter().filter(|stage| *stage <= reached);
        self.0.insert(key, stages.map(|stage| (stage, claims(stage))).collect());
    }
}
