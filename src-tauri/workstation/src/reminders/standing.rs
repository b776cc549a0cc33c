//! Which reminders are true now, so that what is on the screen can be taken back when it no longer is.

use std::collections::HashMap;

use sitrep_core::procedure::Stage;

use super::reminder::Reminder;

/// Each deadline that asks for attention, and the reminder that its time has come to.
#[derive(Debug, Clone, Default)]
pub struct StandingReminders(HashMap<String, Stage>);

impl StandingReminders {
    /// Whether what a reminder says is true: its deadline stands, and is due if it says so. A clock that was ahead and is set right
    /// makes nothing late.
    #[must_use]
    pub fn hold(&self, reminder: &Reminder) -> bool {
        self.0.get(&reminder.key).is_some_and(|reached| *reached >= reminder.stage.min(Stage::DUE))
    }

    pub(super) fn extend(&mut self, more: impl IntoIterator<Item = (String, Stage)>) {
        self.0.extend(more);
    }
}
