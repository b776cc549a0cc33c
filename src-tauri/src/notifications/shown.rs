//! Which reminders are on the screen.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use sitrep_workstation::Reminder;

use crate::workspaces::WorkspaceKind;

/// The reminders that are on the screen, each by itself or within the summary of its workspace.
#[derive(Default)]
pub struct ShownReminders(Mutex<HashMap<WorkspaceKind, Vec<Reminder>>>);

impl ShownReminders {
    /// Takes up reminders that are about to be shown, and gives all that stand in the workspace then, the most severe first.
    pub fn join(&self, kind: WorkspaceKind, new: &[Reminder]) -> Vec<Reminder> {
        let mut workspaces = self.lock();
        let standing = workspaces.entry(kind).or_default();
        // A deadline's later reminder replaces its earlier one.
        standing.retain(|old| new.iter().all(|new| new.key != old.key));
        standing.extend(new.iter().cloned());
        standing.sort_by_key(|reminder| reminder.severity);
        standing.clone()
    }

    /// The reminder of this key and its workspace.
    pub fn find(&self, key: &str) -> Option<(WorkspaceKind, Reminder)> {
        let workspaces = self.lock();
        workspaces.iter().find_map(|(kind, standing)| Some((*kind, standing.iter().find(|reminder| reminder.key == key)?.clone())))
    }

    /// Forgets those that do not pass.
    pub fn retain(&self, keep: impl Fn(WorkspaceKind, &Reminder) -> bool) {
        for (kind, standing) in self.lock().iter_mut() {
            standing.retain(|reminder| keep(*kind, reminder));
        }
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<WorkspaceKind, Vec<Reminder>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use sitrep_core::vocabulary::Severity;

    use super::*;
    use crate::notifications::samples::reminder;

    #[test]
    fn what_stands_is_one_a_deadline_and_the_most_severe_first() {
        let shown = ShownReminders::default();
        shown.join(WorkspaceKind::Real, &[reminder("search", Severity::P2, 0), reminder("mail", Severity::P3, 0)]);
        shown.join(WorkspaceKind::Practice, &[reminder("drill", Severity::P0, 0)]);
        let all = shown.join(WorkspaceKind::Real, &[reminder("payments", Severity::P0, 1), reminder("search", Severity::P2, 1)]);
        let keys: Vec<(&str, u32)> = all.iter().map(|reminder| (reminder.key.as_str(), reminder.stage.0)).collect();
        assert_eq!(keys, [("payments", 1), ("search", 1), ("mail", 0)]);
        shown.retain(|_, reminder| reminder.key != "payments");
        assert_eq!(shown.join(WorkspaceKind::Real, &[]).len(), 2);
    }
}
