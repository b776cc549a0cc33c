//! What a notification of reminders says.

use sitrep_workstation::Reminder;

use super::notification::{About, Notification};
use crate::workspaces::WorkspaceKind;

/// One reminder by itself.
pub fn single(kind: WorkspaceKind, reminder: &Reminder) -> Notification {
    Notification {
        thread: reminder.key.clone(),
        title: marked(kind, &reminder.title),
        body: reminder.body.clone(),
        critical: reminder.critical,
        actions: reminder.actions.iter().map(|action| (action.id().to_owned(), action.label().to_owned())).collect(),
        about: About::Reminder(kind, reminder.clone()),
    }
}

/// Several reminders in one, the most severe first.
pub fn summary(kind: WorkspaceKind, reminders: &[Reminder], after_sleep: bool) -> Notification {
    let mut reminders = reminders.to_vec();
    reminders.sort_by_key(|reminder| reminder.severity);
    let line = |reminder: &Reminder| format!("{}: {}", reminder.body.lines().next().unwrap_or_default(), reminder.title);
    let count = reminders.len();
    let title = if after_sleep { format!("While you were away: {count} deadlines") } else { format!("{count} deadlines wait for you") };
    Notification {
        thread: format!("summary {kind:?}"),
        title: marked(kind, &title),
        body: reminders.iter().map(line).collect::<Vec<_>>().join("\n"),
        critical: reminders.iter().any(|reminder| reminder.critical),
        actions: vec![("open".to_owned(), "Open".to_owned())],
        about: About::Summary(kind, reminders),
    }
}

/// Nobody must take a practice reminder for a real one.
pub fn marked(kind: WorkspaceKind, title: &str) -> String {
    match kind {
        WorkspaceKind::Real => title.to_owned(),
        WorkspaceKind::Practice => format!("Practice: {title}"),
    }
}

#[cfg(test)]
mod tests {
    use sitrep_core::vocabulary::Severity;

    use super::*;
    use crate::notifications::samples::reminder;

    #[test]
    fn practice_is_marked() {
        assert_eq!(marked(WorkspaceKind::Real, "Status update due"), "Status update due");
        assert_eq!(marked(WorkspaceKind::Practice, "Status update due"), "Practice: Status update due");
    }

    #[test]
    fn a_summary_names_the_most_severe_first() {
        let notification = summary(WorkspaceKind::Real, &[reminder("mail", Severity::P3, 1), reminder("pay", Severity::P1, 1)], false);
        assert_eq!(notification.title, "2 deadlines wait for you");
        assert_eq!(notification.body, "P1 pay: pay is due\nP3 mail: mail is due");
    }
}
